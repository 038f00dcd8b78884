import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../src/core';
import { createTestEngine } from '../helpers/engine';

/** Milliseconds of processor time; what is tried here once took from ten seconds to hours. */
const LONGEST = 4000;

/** Pieces that are read however often they are repeated. */
const READ: [what: string, path: string, piece: string, times: number][] = [
  ['heredocs in a chain', 'a.rb', '<<A + ', 1400],
  ['broken lines of Ruby', 'a.rb', '@\n', 10_000],
  ['broken lines of JavaScript', 'a.js', '@@\n', 8000],
  ['loops that are left', 'a.js', 'while (a) { if (b) break; }\n', 3000],
  ['variables of Go', 'a.go', 'var a string\n', 4000],
  ['text with names in PHP', 'a.php', '<?php $a = "$b $b $b $b $b $b";\n', 2000],
];

/** Pieces that make a parser read the rest of the text anew, each of them. */
const GIVEN_UP: typeof READ = [
  ['backslashes and blanks', 'a.rb', '\\ \n', 20_000],
  ['lines that go on', 'a.py', '\\\n', 30_000],
  ['comments that are not closed', 'a.js', '/*\n', 20_000],
  ['comments that are not closed, in PHP', 'a.php', '<?php /*\n', 10_000],
];

async function processorTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('a text that repeats itself', () => {
  for (const [what, path, piece, times] of READ) {
    it(`takes no longer than others: ${what}`, async () => {
      const engine = await createTestEngine();
      const time = await processorTime(() => engine.analyze({ path, text: piece.repeat(times) }, defaultSettings()));
      assert.ok(time < LONGEST, `${time} ms`);
    });
  }

  for (const [what, path, piece, times] of GIVEN_UP) {
    it(`is given up where its parser would not end, and others are read: ${what}`, async () => {
      const engine = await createTestEngine();
      const time = await processorTime(() =>
        assert.rejects(engine.analyze({ path, text: piece.repeat(times) }, defaultSettings()), /parser takes too long on it/),
      );
      assert.ok(time < LONGEST, `${time} ms`);
      assert.equal((await engine.analyze({ path, text: 'f()\n' }, defaultSettings())).parsed, true);
    });
  }

  it('is read once where objects hold the one before twice', async () => {
    const engine = await createTestEngine();
    const objects = Array.from({ length: 30 }, (_, index) => `A${index + 1} = {**A${index}, **A${index}}\n`).join('');
    const text = `from openai import OpenAI\nA0 = {"model": "gpt-4o"}\n${objects}OpenAI().chat.completions.create(**A30)\n`;
    const time = await processorTime(async () => (await engine.analyze({ path: 'a.py', text }, defaultSettings())).findProblems());
    assert.ok(time < LONGEST, `${time} ms`);
  });
});
