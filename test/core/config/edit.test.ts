import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type StatementSubject, stateInProjectFile } from '../../../src/core';
import { createSettingsReader } from '../../../src/core/config';

function state(text: string, subject: StatementSubject, value: string | number): string {
  const edits = stateInProjectFile(text, subject, value);
  return edits.reduceRight((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text);
}

const volume: StatementSubject = { kind: 'volume', match: 'app/chat.py#answer' };

describe('stating something in a project file', () => {
  const cases: [title: string, before: string, subject: StatementSubject, value: string | number, after: string][] = [
    [
      'makes a new file',
      '',
      volume,
      1200,
      '{\n  "volumes": [\n    {\n      "match": "app/chat.py#answer",\n      "callsPerDay": 1200\n    }\n  ]\n}\n',
    ],
    [
      'keeps comments and adds an entry behind the others',
      '{\n  // ours\n  "volumes": [\n    { "match": "**", "callsPerDay": 1 } // all\n  ]\n}\n',
      volume,
      5,
      '{\n  // ours\n  "volumes": [\n    {\n      "match": "**",\n      "callsPerDay": 1\n    },\n    {\n      "match": "app/chat.py#answer",\n      "callsPerDay": 5\n    } // all\n  ]\n}\n',
    ],
    ['turns a rule off', '{}', { kind: 'rule', id: 'over-budget' }, 'off', '{\n  "rules": {\n    "over-budget": "off"\n  }\n}'],
    [
      'replaces what was stated of the same calls',
      '{ "volumes": [{ "match": "app/chat.py#answer", "callsPerDay": 1, "turns": 3 }] }',
      volume,
      5,
      '{ "volumes": [{ "match": "app/chat.py#answer", "callsPerDay": 5, "turns": 3 }] }',
    ],
    ['states the model of calls without one', '{}', { kind: 'model', id: null }, 'gpt-5', '{\n  "assumeModel": "gpt-5"\n}'],
    [
      'states what an id means',
      '{\n\t"rate": 1\n}',
      { kind: 'model', id: 'prod' },
      'gpt-5',
      '{\n\t"rate": 1,\n\t"aliases": {\n\t\t"prod": "gpt-5"\n\t}\n}',
    ],
    [
      'states the size of a placeholder',
      '{ "placeholders": { "a": 1 } }',
      { kind: 'placeholder', name: 'user.name' },
      9,
      '{\n  "placeholders": {\n    "a": 1,\n    "user.name": 9\n  }\n}',
    ],
    ['leaves a text alone that can not be read', '{ "a": ', volume, 1, '{ "a": '],
  ];
  for (const [title, before, subject, value, after] of cases) {
    it(title, () => {
      const text = state(before, subject, value);
      assert.equal(text, after);
      assert.equal(state(text, subject, value), text, 'a second time');
    });
  }

  it('is read back', () => {
    const text = state(state('', volume, 7), { kind: 'placeholder', name: 'x' }, 3);
    const { settings, remarks } = createSettingsReader(null).read([{ kind: 'project', text, folder: '/p', file: '.prompt-cost.json' }]);
    assert.deepEqual([settings.volumes[0]?.callsPerDay, settings.placeholders, remarks], [7, { x: 3 }, []]);
  });
});
