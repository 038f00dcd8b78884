import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type JoinTarget, joinTo } from '../../../src/core';

const target = (path: string, line: number, change: Partial<JoinTarget> = {}): JoinTarget => ({
  path,
  line,
  endLine: line + 2,
  function: null,
  literals: [],
  prompts: [],
  hashes: [],
  ...change,
});

const project = [
  target('src/chat.py', 10, { function: 'answer', literals: ['gpt-4.1', 'answering'] }),
  target('src/chat.py', 40, { function: 'Bot.reply', literals: ['gpt-4.1', 'twice'], prompts: ['SUPPORT_PROMPT'] }),
  target('src/chat.py', 60, { function: 'Bot.reply' }),
  target('src/tag.py', 5, { literals: ['twice', 'support-triage'], hashes: ['ab12cd34ef567890'] }),
  target('packages/a/src/x.ts', 3, { function: 'send' }),
  target('packages/b/src/x.ts', 3, { function: 'send' }),
  target('main.py', 3),
];

const rows: [string, Parameters<typeof joinTo>[0], [string, number] | null][] = [
  ['a label that is written in one request', { label: 'answering' }, ['src/chat.py', 10]],
  ['a label before file and line', { label: 'answering', file: 'src/tag.py', line: 5 }, ['src/chat.py', 10]],
  ['a label in two files by its file', { label: 'twice', file: '/srv/src/tag.py', line: 90 }, ['src/tag.py', 5]],
  ['no label that two requests have', { label: 'twice' }, null],
  ['file and line', { file: 'src/chat.py', line: 41 }, ['src/chat.py', 40]],
  ['a file of a deployment', { file: '/app/src/chat.py', line: 11 }, ['src/chat.py', 10]],
  ['a file with back slashes', { file: 'C:\\app\\src\\chat.py', line: 11 }, ['src/chat.py', 10]],
  ['the function where the line has moved', { file: 'src/chat.py', line: 25, function: 'answer' }, ['src/chat.py', 10]],
  ['the full name of a function', { file: 'src/chat.py', line: 25, function: 'src.chat.answer' }, ['src/chat.py', 10]],
  ['the nearest of two in one function', { file: 'src/chat.py', line: 66, function: 'reply' }, ['src/chat.py', 60]],
  ['no request of a function that is gone', { file: 'src/chat.py', line: 99, function: 'gone' }, null],
  ['the line of a function that has another name now', { file: 'src/tag.py', line: 6, function: 'gone' }, ['src/tag.py', 5]],
  ['a line that has moved a little', { file: 'src/chat.py', line: 8 }, ['src/chat.py', 10]],
  ['no line that is far from all', { file: 'src/chat.py', line: 25 }, null],
  ['the only request of a file', { file: 'src/tag.py', line: 300 }, ['src/tag.py', 5]],
  ['a path that starts further down', { file: 'tag.py', line: 5 }, ['src/tag.py', 5]],
  ['no path that fits two files', { file: 'x.ts', line: 3 }, null],
  ['no path that fits two files, in a deployment', { file: '/app/src/x.ts', line: 3 }, null],
  ['the longest of the paths that fit', { file: '/app/packages/b/src/x.ts', line: 3 }, ['packages/b/src/x.ts', 3]],
  ['a file of a library by no chance', { file: '/usr/lib/python3/openai/chat2.py', line: 10 }, null],
  ['the name of a prompt', { prompt: 'support-prompt' }, ['src/chat.py', 40]],
  ['the name of a prompt that is fetched', { prompt: 'support-triage' }, ['src/tag.py', 5]],
  ['the hash of the text, or its beginning', { hash: 'AB12CD34' }, ['src/tag.py', 5]],
  ['no hash that is too short to tell', { hash: 'ab12' }, null],
  ['nothing without a key', {}, null],
];

describe('usage joins', () => {
  for (const [title, key, expected] of rows) {
    it(title, () => {
      const found = joinTo(key, project);
      assert.deepEqual(found && [found.path, found.line], expected);
    });
  }

  it('a line that version control has followed', () => {
    const found = joinTo({ file: 'src/chat.py', line: 25 }, project, (path, line) => (path === 'src/chat.py' && line === 25 ? 41 : null));
    assert.equal(found?.line, 40);
  });
});
