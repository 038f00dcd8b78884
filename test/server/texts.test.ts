import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { loadTexts, translatorOf } from '../../src/server/texts';

describe('translatorOf', () => {
  afterEach(() => loadTexts(undefined));
  const translator = (texts: Record<string, string>) => {
    loadTexts(texts);
    return translatorOf(Object.keys(texts));
  };

  it('finds the values of a filled-in text and puts them where the translation has them', () => {
    const translate = translator({ 'Rename {0} to {1}': '{1} en vez de {0}' });
    assert.equal(translate('Rename max_tokens to max_completion_tokens'), 'max_completion_tokens en vez de max_tokens');
  });

  it('translates a value that is a text itself', () => {
    const translate = translator({ '{0} (saves {1} tokens)': '{0} (ahorra {1} tokens)', 'Remove padding': 'Quitar relleno' });
    assert.equal(translate('Remove padding (saves 3 tokens)'), 'Quitar relleno (ahorra 3 tokens)');
  });

  it('takes characters of the text for themselves', () => {
    const translate = translator({ 'Limit (at most {0})': 'Límite (como máximo {0})' });
    assert.equal(translate('Limit (at most $0.01)'), 'Límite (como máximo $0.01)');
    assert.equal(translate('Limit at most $0.01'), 'Limit at most $0.01');
  });

  it('leaves a text that it does not know as it is', () => {
    assert.equal(translator({ 'Use {0}': 'Usar {0}' })('Something else'), 'Something else');
  });
});
