import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'mocha';
import { type Host, UsageError } from '../../src/cli/host';
import { loadSettings } from '../../src/cli/settings';
import { createWorkspace } from './workspace';

async function load(files: Record<string, string>, options: { cwd?: string; config?: string } = {}) {
  const { root, dispose } = createWorkspace(files);
  const warnings: string[] = [];
  try {
    const host = { cwd: path.join(root, options.cwd ?? ''), warn: (line: string) => warnings.push(line) } as unknown as Host;
    const { settings, base } = await loadSettings(host, options.config);
    return { settings, warnings, base: path.relative(root, base) };
  } finally {
    dispose();
  }
}

describe('loadSettings', () => {
  it('finds .prompt-cost.json upward and takes comments and nested keys', async () => {
    const text = '{ // ours\n "defaultModel": "gpt-4.1", "budget": { "tokens": 900 }, "promptCost.callsPerDay": 7, }';
    const { settings, base } = await load({ '.prompt-cost.json': text, 'a/b/x.py': '' }, { cwd: 'a/b' });
    assert.deepEqual([settings.defaultModel, settings.budgetTokens, settings.callsPerDay, base], ['gpt-4.1', 900, 7, '']);
  });
  it("falls back to the editor's settings of the working folder", async () => {
    const { settings } = await load({
      '.vscode/settings.json': '{ "defaultModel": "no", "promptCost.budget.usd": 0.5, "promptCost.rules": { "retired-model": "off" } }',
    });
    assert.deepEqual([settings.defaultModel, settings.budgetUsd, settings.rules], ['gpt-4o', 0.5, { 'retired-model': 'off' }]);
  });
  it('prefers the named file, then the own file', async () => {
    const files = {
      '.prompt-cost.json': '{"callsPerDay":2}',
      'x.json': '{"callsPerDay":3}',
      '.vscode/settings.json': '{"promptCost.callsPerDay":4}',
    };
    assert.equal((await load(files)).settings.callsPerDay, 2);
    assert.equal((await load(files, { config: 'x.json' })).settings.callsPerDay, 3);
  });
  it('names a wrong value once and goes on with the default', async () => {
    const { settings, warnings } = await load({ '.prompt-cost.json': '{"callsPerDay": "many", "placeholderTokens": 9}' });
    assert.deepEqual([settings.callsPerDay, settings.placeholderTokens], [1000, 9]);
    assert.deepEqual(warnings, ['setting promptCost.callsPerDay must be a whole number; its default is used']);
  });
  it('refuses a file that is missing or no JSON, with the line', async () => {
    await assert.rejects(load({}, { config: 'no.json' }), (error) => error instanceof UsageError && /cannot read .* no\.json/.test(error.message));
    await assert.rejects(
      load({ '.prompt-cost.json': '{\n"a": ]\n}' }),
      (error) => error instanceof UsageError && /\.prompt-cost\.json:2 /.test(error.message),
    );
  });
});
