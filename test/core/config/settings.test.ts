import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { configKeys, createSettingsReader, defaultSettings, type KnownNames, readSettings, type SettingsSource, settings } from '../../../src/core';

const known: KnownNames = {
  rules: [{ id: 'long-prompt', description: 'Finds x.', options: { minimumTokens: { schema: { type: 'integer', minimum: 1 }, description: '' } } }],
  tokenizers: ['o200k_base'],
  models: ['openai/gpt-5', 'gpt-5', 'gpt-4o', 'gpt-4o-mini', 'claude-haiku-4-5', 'gemini-2.5-flash'],
  hasModel: (id) => known.models.includes(id),
};

/** Reads project files, the outermost first; a folder tells where the file lies below `/p`. */
function read(...files: (string | { in: string; text: string })[]) {
  const sources = files.map((given): SettingsSource => {
    const { in: folder, text } = typeof given === 'string' ? { in: '', text: given } : given;
    const at = folder && `${folder}/`;
    return { kind: 'project', text, folder: `/p/${folder}`.replace(/\/$/, ''), file: `${at}.prompt-cost.json` };
  });
  const { settings: found, remarks } = createSettingsReader(known).read(sources, '/p');
  return { settings: found, remarks, said: remarks.map(({ key, message }) => `${key} ${message}`.trim()) };
}

describe('settings', () => {
  it('are the defaults where nothing is given', () => {
    for (const raw of [undefined, null, {}]) assert.deepEqual(readSettings(raw), { settings: defaultSettings(), warnings: [] });
    const { callsPerDay, sessionsPerDay, assumedOutputTokens } = defaultSettings();
    assert.deepEqual([callsPerDay, sessionsPerDay, assumedOutputTokens], [null, null, null]);
  });

  it('are read nested, as an editor gives them, flat, and with the section in front', () => {
    for (const raw of [{ inlayHints: { calls: false } }, { 'inlayHints.calls': false }, { 'promptCost.inlayHints.calls': false }])
      assert.deepEqual([readSettings(raw).settings.inlayHintsCalls, readSettings(raw).warnings], [false, []]);
  });

  it('fall back to their default with one warning that names the key', () => {
    const { settings: found, warnings } = readSettings({ callsPerDay: 'many', compress: { level: 'wild' }, costCeiling: 0, exclude: [5] });
    assert.deepEqual(found, defaultSettings());
    assert.deepEqual(
      warnings.map(({ key }) => key),
      ['callsPerDay', 'compress.level', 'costCeiling', 'exclude[0]'],
    );
  });

  it('lose only the wrong entries of a map or list, and what an entry does not need', () => {
    const good = { costPerHour: 2, prefillTokensPerSecond: 5000, decodeTokensPerSecond: 50, utilization: 0.5 };
    const { settings: found, warnings } = readSettings({
      rules: { 'verbose-prompt': 'off', 'call-in-loop': 'loud' },
      models: { mine: { input: 1, output: 2 }, half: { input: 1 }, odd: { input: 1, output: 2, colour: 'red' } },
      selfHosted: { good, idle: { ...good, utilization: 0 }, busy: { ...good, utilization: 1.5 } },
      exclude: ['a', 5],
    });
    assert.deepEqual(found.rules, { 'verbose-prompt': 'off' });
    assert.deepEqual(found.models, { mine: { input: 1, output: 2 }, odd: { input: 1, output: 2 } });
    assert.deepEqual(Object.keys(found.selfHosted), ['good']);
    assert.deepEqual(found.exclude, ['a']);
    assert.deepEqual(
      warnings.map(({ key, message }) => `${key} ${message}`),
      [
        'rules.call-in-loop must be one of error, warning, information, hint, off',
        'models.half needs output',
        'models.odd.colour is unknown',
        'selfHosted.idle.utilization must be above 0',
        'selfHosted.busy.utilization must be at most 1',
        'exclude[1] must be a text',
      ],
    );
  });

  it('say what they are', () => {
    for (const { key, description } of configKeys(null)) assert.match(description, /^[A-Z].*\.$/, key);
    for (const { key } of Object.values(settings)) assert.ok(!key.startsWith('promptCost'));
    assert.deepEqual(
      readSettings('no object').warnings.map(({ key, message }) => [key, message]),
      [['', 'must be an object']],
    );
  });

  it('come with a text and what fills it, for every kind of fault', () => {
    const [level, calls] = readSettings({ compress: { level: 'wild' }, callsPerDay: -1 }).warnings;
    assert.deepEqual([level?.template, level?.values], ['must be one of {0}', ['safe, balanced, aggressive']]);
    assert.deepEqual([calls?.template, calls?.values, calls?.message], ['must be at least {0}', [0], 'must be at least 0']);
  });
});

describe('project files', () => {
  describe('name what they get wrong', () => {
    const cases: [title: string, text: string, ...said: string[]][] = [
      ['a key', '{ "defaultModle": "gpt-5" }', 'defaultModle is unknown; did you mean defaultModel?'],
      ['a key that is like none', '{ "wholly": 1 }', 'wholly is unknown'],
      ['a group', '{ "inlayHint": { "calls": true } }', 'inlayHint is unknown; did you mean inlayHints?'],
      ['a key in a group', '{ "budget": { "tokns": 5 } }', 'budget.tokns is unknown; did you mean tokens?'],
      ['a key of an entry', '{ "volumes": [{ "match": "**", "callsPerDy": 5 }] }', 'volumes[0].callsPerDy is unknown; did you mean callsPerDay?'],
      ['a key that an entry needs', '{ "volumes": [{ "mtach": "**" }] }', 'volumes[0].mtach is unknown; did you mean match?'],
      ['a rule', '{ "rules": { "lang-prompt": "off" } }', 'rules.lang-prompt is unknown; did you mean long-prompt?'],
      [
        'an option of a rule',
        '{ "ruleOptions": { "long-prompt": { "minimumTokns": 3 } } }',
        'ruleOptions.long-prompt.minimumTokns is unknown; did you mean minimumTokens?',
      ],
      [
        'the type of an option',
        '{ "ruleOptions": { "long-prompt": { "minimumTokens": "ten" } } }',
        'ruleOptions.long-prompt.minimumTokens must be a whole number',
      ],
      ['a model', '{ "defaultModel": "gpt-5o" }', 'defaultModel names gpt-5o, which is unknown; did you mean gpt-5?'],
      ['a model in a list', '{ "compareModels": ["gpt-4o", "nothing-like-it"] }', 'compareModels[1] names nothing-like-it, which is unknown'],
      ['the model of an alias', '{ "aliases": { "prod": "gpt5" } }', 'aliases.prod names gpt5, which is unknown; did you mean gpt-5?'],
      [
        'a model without a wildcard',
        '{ "discounts": [{ "match": "gpt5", "factor": 1 }, { "match": "gpt5*", "factor": 1 }] }',
        'discounts[0].match names gpt5, which is unknown; did you mean gpt-5?',
      ],
      [
        'a tokenizer',
        '{ "models": { "mine": { "input": 1, "output": 1, "tokenizer": "o200k" } } }',
        'models.mine.tokenizer names o200k, which is unknown; did you mean o200k_base?',
      ],
      ['a list', '{ "prompts": "x" }', 'prompts must be a list'],
      ['an object', '{ "budget": 5, "placeholders": [] }', 'budget must be an object', 'placeholders must be an object'],
      ['the whole', '[1]', 'must be an object'],
      ['a number out of bounds', '{ "volumes": [{ "match": "**", "callsPerDay": 1e21 }] }', 'volumes[0].callsPerDay must be at most 1000000000'],
      ['a share', '{ "volumes": [{ "match": "**", "cacheHitRate": 40 }] }', 'volumes[0].cacheHitRate must be at most 1'],
      ['percentiles', '{ "placeholders": { "a": { "p50": 9, "p95": 8 } } }', 'placeholders.a must have a p95 that is not below its p50'],
      ['a need besides a wrong value', '{ "discounts": [{ "factor": "x" }] }', 'discounts[0] needs match', 'discounts[0].factor must be a number'],
      ['a list that is too long', `{ "prompts": [${'"a",'.repeat(1001)}] }`, 'prompts must have at most 1000 entries'],
      ['half of the percentiles', '{ "placeholders": { "a": { "p50": 9 } } }', 'placeholders.a needs p95'],
      ['a currency', '{ "currency": "eur" }', 'currency must be three capital letters, such as EUR'],
      ['a glob', `{ "prompts": ["${'a'.repeat(1001)}"] }`, 'prompts[0] must have at most 1000 characters'],
      ['names that JavaScript knows', '{ "__proto__": {}, "constructor": 1 }', '__proto__ is unknown', 'constructor is unknown'],
    ];
    for (const [title, text, ...said] of cases) it(title, () => assert.deepEqual(read(text).said, said));

    it('paths that leave the project', () => {
      for (const path of ['../x', 'a/../../x', '/etc/passwd', 'C:/x', 'c:x', '~/x', 'a\\\\b', 'a\\u0000b']) {
        const { settings: found, said } = read(`{ "tokenizers": { "a*": "${path}" }, "helpers": { "fileName": "${path}" } }`);
        assert.equal(said.length, 2, path);
        assert.deepEqual([found.tokenizers, found.helperFileName], [{}, '']);
      }
      assert.deepEqual(read('{ "tokenizers": { "a*": "./t..x/a.json" } }').settings.tokenizers, { 'a*': '/p/t..x/a.json' });
    });
  });

  it('name a hundred mistakes, and say how many more there are', () => {
    const { said } = read(JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`defaultModle${index}`, 1]))));
    assert.equal(said.length, 101);
    assert.equal(said.at(-1), 'is wrong in 4900 more places, which are not named');
  });

  it('place what is wrong: a key where the key stands, a value where the value does', () => {
    const text = '{\n  // ours\n  "defaultModle": 1,\n  "volumes": [{ "match": 5 }],\n}';
    const ranges = read(text).remarks.map(({ range }) => text.slice(range.start, range.end));
    assert.deepEqual(ranges, ['"defaultModle"', '5']);
  });

  it('keep what is right beside what is wrong', () => {
    const { settings: found } = read(
      '{ "volumes": [{ "match": 5 }, { "match": "a", "callsPerDay": 2, "turns": 0 }], "placeholders": { "a": -1, "b": 2 } }',
    );
    assert.deepEqual(found.volumes, [{ match: 'a', callsPerDay: 2, place: { folder: '/p', file: '.prompt-cost.json', level: 0 } }]);
    assert.deepEqual(found.placeholders, { b: 2 });
  });

  it('know models and aliases of their own, in whichever file they are declared', () => {
    const own = '{ "models": { "Mine": { "input": 1, "output": 1 } }, "aliases": { "prod": "mine" } }';
    assert.deepEqual(read(own, { in: 'app', text: '{ "defaultModel": "mine", "assumeModel": "prod" }' }).said, []);
  });

  it('are merged by key from the root down', () => {
    const { settings: found } = read(
      '{ "defaultModel": "gpt-5", "rules": { "long-prompt": "off" }, "placeholders": { "a": 1, "b": 2 }, "exclude": ["x"], "volumes": [{ "match": "a" }] }',
      { in: 'app', text: '{ "placeholders": { "b": 3 }, "exclude": ["y"], "volumes": [{ "match": "b" }], "prompts": ["*.txt"] }' },
    );
    assert.equal(found.defaultModel, 'gpt-5');
    assert.deepEqual(found.rules, { 'long-prompt': 'off' });
    assert.deepEqual(found.placeholders, { a: 1, b: 3 });
    assert.deepEqual([found.exclude, found.excludeFolder], [['y'], '/p/app']);
    assert.deepEqual(
      found.volumes.map(({ match, place }) => [match, place.file, place.level]),
      [
        ['a', '.prompt-cost.json', 0],
        ['b', 'app/.prompt-cost.json', 1],
      ],
    );
    assert.equal(found.prompts[0]?.place.folder, '/p/app');
  });

  it('win over the settings of an editor, which state nothing that is for them alone', () => {
    const { settings: found, remarks } = createSettingsReader(known).read([
      { kind: 'editor', raw: { defaultModel: 'gpt-4o', placeholderTokens: 7, volumes: [] } },
      { kind: 'project', text: '{ "defaultModel": "gpt-5" }', folder: '/p', file: '.prompt-cost.json' },
    ]);
    assert.deepEqual([found.defaultModel, found.placeholderTokens], ['gpt-5', 7]);
    assert.deepEqual(
      remarks.map(({ file, key, message }) => [file, key, message]),
      [[null, 'volumes', 'belongs in .prompt-cost.json']],
    );
  });

  it('take the old settings, with one notice that names what took their place', () => {
    const { settings: found, remarks, said } = read('{ "callsPerDay": 5, "budget": { "usd": 2 }, "assumedOutputTokens": null }');
    assert.deepEqual([found.callsPerDay, found.budgetUsd], [5, 2]);
    assert.deepEqual(said, ['callsPerDay is still read; .prompt-cost.json states such figures under volumes.callsPerDay, budgets.usdPerCall']);
    assert.equal(remarks[0]?.severity, 'information');
  });

  it('that are no JSON, too long or nested too deeply count for nothing, and say why', () => {
    const cases: [text: string, reason: string][] = [
      ['{ "a": ]', 'not valid JSON: ValueExpected'],
      ['['.repeat(100_000), 'nested too deeply'],
      [`{ "a": "${'x'.repeat(300_000)}" }`, 'longer than 262144 characters'],
    ];
    for (const [text, reason] of cases) {
      const { settings: found, remarks } = read('{ "defaultModel": "gpt-5" }', { in: 'a', text });
      assert.equal(found.defaultModel, 'gpt-5');
      assert.deepEqual(
        remarks.map(({ severity, file, message }) => [severity, file, message]),
        [['error', 'a/.prompt-cost.json', reason]],
      );
    }
    assert.deepEqual(read('').said, []);
  });
});
