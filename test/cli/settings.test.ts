import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'mocha';
import { type Host, UsageError } from '../../src/cli/host';
import { openSettings } from '../../src/cli/settings';
import { defaultSettings } from '../../src/core';
import { createWorkspace } from './workspace';

async function load(files: Record<string, string>, options: { cwd?: string; config?: string; of?: string[] } = {}) {
  const { root, dispose } = createWorkspace({ '.git/HEAD': '', ...files });
  const warnings: string[] = [];
  try {
    const cwd = path.join(root, options.cwd ?? '');
    const host = { cwd, warn: (line: string) => warnings.push(line) } as unknown as Host;
    const all = await openSettings(host, options.config);
    const settings = [];
    for (const folder of options.of ?? [options.cwd ?? '']) settings.push(await all.of(path.join(root, folder)));
    return { settings: settings[0]!, all: settings, broken: all.broken, warnings, root };
  } finally {
    dispose();
  }
}

describe('settings of the command line', () => {
  it('come from .prompt-cost.json upward, with comments and nested keys', async () => {
    const text = '{ // ours\n "defaultModel": "gpt-4.1", "inlayHints": { "calls": false }, "promptCost.concurrency": 7, }';
    const { settings, warnings } = await load({ '.prompt-cost.json': text, 'a/b/x.py': '' }, { cwd: 'a/b' });
    assert.deepEqual([settings.defaultModel, settings.inlayHintsCalls, settings.concurrency], ['gpt-4.1', false, 7]);
    assert.deepEqual(warnings, []);
  });

  it('hold per folder, the nearest file first, and are one object where the same files hold', async () => {
    const files = {
      '.prompt-cost.json': '{ "concurrency": 2, "placeholderTokens": 9 }',
      'a/.prompt-cost.json': '{ "concurrency": 3 }',
      'a/b/x': '',
      'c/x': '',
    };
    const { all } = await load(files, { of: ['', 'a', 'a/b', 'c'] });
    assert.deepEqual(
      all.map(({ concurrency, placeholderTokens }) => [concurrency, placeholderTokens]),
      [
        [2, 9],
        [3, 9],
        [3, 9],
        [2, 9],
      ],
    );
    assert.equal(all[1], all[2]);
    assert.equal(all[0], all[3]);
  });

  it('end at the folder that holds the repository', async () => {
    const { settings } = await load({ '.prompt-cost.json': '{ "concurrency": 2 }', 'inner/.git': 'gitdir: x', 'inner/x.py': '' }, { cwd: 'inner' });
    assert.equal(settings.concurrency, 8);
  });

  it('rank a named file over project files, those over the settings of the editor, those over the defaults', async () => {
    const files = {
      '.vscode/settings.json':
        '{ "defaultModel": "no", "promptCost.concurrency": 1, "promptCost.placeholderTokens": 1, "promptCost.maxFileSize": 1000 }',
      '.prompt-cost.json': '{ "concurrency": 2, "placeholderTokens": 2 }',
      'ci/x.json': '{ "concurrency": 3, "volumes": [{ "match": "a" }] }',
    };
    const { settings, warnings, root } = await load(files, { config: 'ci/x.json' });
    const { concurrency, placeholderTokens, maxFileSize, defaultOutputLimit, defaultModel } = settings;
    assert.deepEqual(
      [concurrency, placeholderTokens, maxFileSize, defaultOutputLimit, defaultModel],
      [3, 2, 1000, 1000, defaultSettings().defaultModel],
    );
    assert.deepEqual(warnings, []);
    assert.equal(settings.volumes[0]?.place.folder, path.join(root, 'ci'));
  });

  it('name what is wrong once, with file, line and column', async () => {
    const files = {
      '.prompt-cost.json': '{\n "concurrency": "many",\n "callsPerDay": 9 }',
      'a/.prompt-cost.json': '{ "rulse": {} }',
      '.vscode/settings.json': '{ "promptCost.concurency": 1 }',
    };
    const { settings, warnings } = await load(files, { of: ['', 'a', ''] });
    assert.deepEqual([settings.concurrency, settings.callsPerDay], [8, 9]);
    assert.deepEqual(warnings, [
      '.vscode/settings.json:1:3: concurency is unknown; did you mean concurrency?',
      '.prompt-cost.json:2:17: concurrency must be a whole number',
      '.prompt-cost.json:3:2: callsPerDay is still read; .prompt-cost.json states such figures under volumes.callsPerDay',
      'a/.prompt-cost.json:1:3: rulse is unknown; did you mean rules?',
    ]);
  });

  it('leave a project file out that cannot be read, and say where', async () => {
    const { settings, broken, warnings } = await load(
      { '.prompt-cost.json': '{ "concurrency": 2 }', 'a/.prompt-cost.json': '{\n"a": ]\n}' },
      { cwd: 'a' },
    );
    assert.equal(settings.concurrency, 2);
    assert.deepEqual(broken, [{ path: '.prompt-cost.json:2:6', error: 'not valid JSON: ValueExpected' }]);
    assert.deepEqual(warnings, []);
  });

  it('refuse a named file that is missing or no JSON', async () => {
    await assert.rejects(load({}, { config: 'no.json' }), (error) => error instanceof UsageError && /cannot read .* no\.json/.test(error.message));
    await assert.rejects(
      load({ 'x.json': '{\n"a": ]\n}' }, { config: 'x.json' }),
      (error) => error instanceof UsageError && /x\.json:2:6 /.test(error.message),
    );
  });
});
