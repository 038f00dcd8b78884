import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings, readSettings, settings } from '../../../src/core';
import { settingComplaints } from '../../../src/core/config';

describe('settings', () => {
  it('are the defaults where nothing is given', () => {
    for (const raw of [undefined, null, {}]) assert.deepEqual(readSettings(raw), { settings: defaultSettings(), warnings: [] });
  });

  it('are read nested, as an editor gives them, and flat, as a file has them', () => {
    assert.equal(readSettings({ inlayHints: { calls: false } }).settings.inlayHintsCalls, false);
    assert.equal(readSettings({ 'inlayHints.calls': false }).settings.inlayHintsCalls, false);
  });

  it('fall back to their default with one warning that names the key', () => {
    const { settings: read, warnings } = readSettings({ callsPerDay: 'many', compress: { level: 'wild' }, costCeiling: 0, exclude: ['a', 5] });
    assert.deepEqual(read, defaultSettings());
    assert.deepEqual(
      warnings.map(({ key }) => key),
      ['promptCost.costCeiling', 'promptCost.callsPerDay', 'promptCost.compress.level', 'promptCost.exclude'],
    );
  });

  it('lose only the wrong entries of a map', () => {
    const good = { costPerHour: 2, prefillTokensPerSecond: 5000, decodeTokensPerSecond: 50, utilization: 0.5 };
    const { settings: read, warnings } = readSettings({
      rules: { 'verbose-prompt': 'off', 'call-in-loop': 'loud' },
      models: { mine: { input: 1, output: 2 }, half: { input: 1 }, odd: { input: 1, output: 2, colour: 'red' } },
      selfHosted: { good, idle: { ...good, utilization: 0 }, busy: { ...good, utilization: 1.5 } },
    });
    assert.deepEqual(read.rules, { 'verbose-prompt': 'off' });
    assert.deepEqual(Object.keys(read.models), ['mine']);
    assert.deepEqual(Object.keys(read.selfHosted), ['good']);
    assert.deepEqual(
      warnings.map(({ key, message }) => `${key} ${message}`),
      [
        'promptCost.rules.call-in-loop must be one of error, warning, information, hint, off',
        'promptCost.models.half needs output',
        'promptCost.models.odd does not know colour',
        'promptCost.selfHosted.idle.utilization must be above 0',
        'promptCost.selfHosted.busy.utilization must be at most 1',
      ],
    );
  });

  it('say what they are', () => {
    for (const setting of Object.values(settings)) assert.match(setting.description, /^[A-Z].*\.$/, setting.key);
    assert.deepEqual(
      readSettings('no object').warnings.map(({ key, message }) => [key, message]),
      [['promptCost', 'must be an object']],
    );
  });

  it('name each wrong value by a text and what fills it, for every type that a setting has', () => {
    const types = new Set<string>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('type' in schema) types.add([schema.type].flat().join(' or '));
      for (const inner of Object.values(schema)) collect(inner);
    };
    for (const { schema } of Object.values(settings)) collect(schema);
    assert.ok(types.size > 5);
    for (const type of types) assert.ok(type in settingComplaints, type);
    const [level, calls] = readSettings({ compress: { level: 'wild' }, callsPerDay: -1 }).warnings.sort((a, b) => (a.key < b.key ? 1 : -1));
    assert.deepEqual([level?.template, level?.values], ['must be one of {0}', ['safe, balanced, aggressive']]);
    assert.deepEqual([calls?.template, calls?.values, calls?.message], ['must be at least {0}', [1], 'must be at least 1']);
  });
});
