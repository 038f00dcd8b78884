import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Model } from '../../src/core';
import { type ModelChoice, modelsRequest } from '../../src/protocol';
import { createFakeEngine } from './fakeEngine';
import { startSession } from './session';

const row = (provider: string, name: string, more: Partial<Model> = {}): Model => ({
  ...{ id: `${provider}/${name}`, provider, name, tokenizer: 'words', contextWindow: null, maxOutput: null, replacement: null },
  ...{
    lifecycle: { state: 'active', earliestEnd: null },
    released: null,
    sources: {},
    reasoning: false,
    cacheMinimum: null,
    training: null,
    kind: 'chat',
    price: null,
    retires: null,
  },
  ...more,
});

const ended = (state: 'announced' | 'retired' | 'rerouted', date: string): Model['lifecycle'] => ({
  ...{ state, date, replacement: null, servedAs: null, source: 'test', checked: '2026-11-24' },
});

describe('the list of models to choose from', () => {
  it('leaves out what is retired or writes no text, and says when a model will be retired', async () => {
    const engine = createFakeEngine();
    engine.models = () => [
      row('test', 'here'),
      row('test', 'gone', { retires: '2020-01-01', lifecycle: ended('retired', '2020-01-01') }),
      row('test', 'answered by another', { retires: '2020-01-01', lifecycle: ended('rerouted', '2020-01-01') }),
      row('test', 'leaving', { retires: '2999-12-31', lifecycle: ended('announced', '2999-12-31') }),
      row('test', 'vectors', { kind: 'embedding' }),
      row('anthropic', 'claude-haiku-5-5'),
    ];
    const session = await startSession({ engine });
    try {
      const choices = await session.client.sendRequest<ModelChoice[]>(modelsRequest.method, { uri: 'file:///a.py' });
      assert.deepEqual(
        choices.map(({ id, detail }) => [id, detail]),
        [
          ['test/here', 'price unknown'],
          ['test/leaving', 'price unknown · retires 2999-12-31'],
          ['anthropic/claude-haiku-5-5', 'price unknown'],
        ],
      );
    } finally {
      session.close();
    }
  });
});
