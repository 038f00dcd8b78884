import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings, type Place, type Settings } from '../../../src/core';
import { aliasFor, budgetFor, discountFor, isStatedPrompt, placeholderSize, tokenizerFileFor, volumeFor } from '../../../src/core/config';

const root: Place = { folder: '/p', file: '.prompt-cost.json', level: 0 };
const inner: Place = { folder: '/p/app', file: 'app/.prompt-cost.json', level: 1 };

const project = (stated: Partial<Settings>): Settings => ({ ...defaultSettings(), workingFolder: '/p', ...stated });

describe('what a project states', () => {
  describe('of volumes', () => {
    const volumes = (...entries: Settings['volumes']) => project({ volumes: entries });
    const callsAt = (settings: Settings, path: string, name: string | null = null) => volumeFor(settings, path, name)?.callsPerDay;

    it('holds for the paths of its glob, relative to the file that states it', () => {
      const settings = volumes({ match: 'app/**', callsPerDay: 5, place: root }, { match: 'chat.py', callsPerDay: 7, place: inner });
      assert.equal(callsAt(settings, 'app/a.py'), 5);
      assert.equal(callsAt(settings, '/p/app/chat.py'), 7);
      assert.equal(volumeFor(settings, 'app/chat.py', null)?.from, 'app/.prompt-cost.json');
      assert.equal(callsAt({ ...settings, workingFolder: '/p/app' }, './chat.py'), 7);
      assert.equal(callsAt({ ...settings, workingFolder: '/p/other' }, '../app/x/a.py'), 5);
    });

    it('holds for a function alone where it names one, a method by either name', () => {
      const settings = volumes({ match: 'a.py#answer', callsPerDay: 5, place: root }, { match: 'b.py#Bot.*', callsPerDay: 6, place: root });
      assert.equal(callsAt(settings, 'a.py', 'answer'), 5);
      assert.equal(callsAt(settings, 'a.py', 'Bot.answer'), 5);
      assert.equal(callsAt(settings, 'b.py', 'Bot.run'), 6);
    });

    it('takes each key from the nearest file, then the function, then the narrowest glob, then the last entry', () => {
      const settings = volumes(
        { match: 'app/chat.py#answer', callsPerDay: 1, outputTokens: 100, place: root },
        { match: 'app/chat.py', callsPerDay: 2, turns: 4, place: root },
        { match: '**', callsPerDay: 3, place: root },
        { match: '**', callsPerDay: 4, gapSeconds: 60, place: root },
      );
      assert.deepEqual(volumeFor(settings, 'app/chat.py', 'answer'), {
        callsPerDay: 1,
        gapSeconds: 60,
        cacheHitRate: null,
        outputTokens: 100,
        turns: 4,
        from: '.prompt-cost.json',
      });
      assert.equal(callsAt(settings, 'app/chat.py'), 2);
      assert.equal(callsAt(settings, 'x.py'), 4);
      settings.volumes.push({ match: '**', callsPerDay: 9, place: inner });
      assert.equal(callsAt(settings, 'app/chat.py', 'answer'), 9);
    });

    it('takes gap and hit rate from one entry', () => {
      const settings = volumes({ match: 'a.py', cacheHitRate: 0.5, place: root }, { match: '**', gapSeconds: 60, place: root });
      const { gapSeconds, cacheHitRate } = volumeFor(settings, 'a.py', null)!;
      assert.deepEqual([gapSeconds, cacheHitRate], [null, 0.5]);
    });

    it('falls back to the old setting, and says so', () => {
      const settings = { ...volumes({ match: 'a.py', turns: 2, place: root }), callsPerDay: 50 };
      assert.deepEqual([callsAt(settings, 'b.py'), volumeFor(settings, 'b.py', null)?.from], [50, 'promptCost.callsPerDay']);
      assert.deepEqual([callsAt(settings, 'a.py'), volumeFor(settings, 'a.py', null)?.from], [50, 'promptCost.callsPerDay']);
    });
  });

  it('of budgets holds by path and function, and each limit says where it comes from', () => {
    const settings = project({
      budgets: [
        { match: '**', usdPerMonth: 100, usdPerCall: 1, place: root },
        { match: 'app/**#answer', usdPerCall: 0.01, tokens: 900, place: root },
      ],
    });
    assert.deepEqual(budgetFor(settings, 'app/a.py', 'answer'), {
      usdPerMonth: { limit: 100, match: '**', from: '.prompt-cost.json' },
      usdPerCall: { limit: 0.01, match: 'app/**#answer', from: '.prompt-cost.json' },
      tokens: { limit: 900, match: 'app/**#answer', from: '.prompt-cost.json' },
    });
    assert.equal(budgetFor(settings, 'app/a.py')?.tokens, null);
    assert.equal(budgetFor(project({}), 'app/a.py'), null);
  });

  it('of placeholders is a number or two, by name', () => {
    const settings = project({ placeholders: { context: { p50: 900, p95: 4000 }, question: 30 } });
    assert.deepEqual(placeholderSize(settings, 'context'), { p50: 900, p95: 4000 });
    assert.deepEqual(placeholderSize(settings, 'question'), { p50: 30, p95: 30 });
    for (const name of ['other', 'constructor', '__proto__']) assert.equal(placeholderSize(settings, name), null);
  });

  it('of models goes by the narrowest glob, in either case', () => {
    const settings = project({
      aliases: { 'prod-*': 'gpt-5', 'prod-small': 'gpt-5-mini' },
      tokenizers: { '*llama*': '/p/llama.json', 'kimi-*': { file: '/p/kimi', pattern: 'p' } },
      discounts: [
        { match: 'openai/*', factor: 0.8, place: root },
        { match: '*', factor: 0.9, place: root },
      ],
    });
    assert.deepEqual(
      ['prod-small', 'Prod-large', 'gpt-5', 'constructor'].map((id) => aliasFor(settings, id)),
      ['gpt-5-mini', 'gpt-5', null, null],
    );
    assert.deepEqual(tokenizerFileFor(settings, 'meta/Llama-4'), { file: '/p/llama.json', pattern: null });
    assert.deepEqual(tokenizerFileFor(settings, 'kimi-k3'), { file: '/p/kimi', pattern: 'p' });
    assert.equal(discountFor(settings, 'openai/gpt-5'), 0.8);
    assert.equal(discountFor(settings, 'claude-opus-5'), 0.9);
    assert.equal(discountFor(project({}), 'gpt-5'), null);
  });

  it('of prompts goes by globs from the folder of the file', () => {
    const settings = project({ prompts: [{ match: 'prompts/*.txt', place: inner }] });
    assert.ok(isStatedPrompt(settings, 'app/prompts/a.txt'));
    assert.ok(!isStatedPrompt(settings, 'prompts/a.txt'));
  });
});
