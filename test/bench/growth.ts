import { createGlobMatcher, defaultSettings, readSettings } from '../../src/core';
import promptText from '../../src/core/formats/promptText';
import { isGenerated } from '../../src/core/generated';
import { mayMatter } from '../../src/core/mayMatter';
import { formatMs, formatRatio, type Row } from './measure';

const repeat = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Stages that read what they are given character by character, with inputs that once took them more time than twice for twice the length. */
const stages: [string, (length: number) => () => unknown][] = [
  [
    'mayMatter, a line of English',
    (length) => run(repeat('the quick brown fox from here to there imports a lot ', length), (text) => mayMatter(text, 'python')),
  ],
  ['mayMatter, a call and blanks', (length) => run(`chat${repeat(' ', length)}`, (text) => mayMatter(text, 'javascript'))],
  ['mayMatter, names of templates', (length) => run(repeat('template', length), (text) => mayMatter(text, 'javascript'))],
  ['mayMatter, numbered names', (length) => run(`template${repeat('1', length)}`, (text) => mayMatter(text, 'python'))],
  ['mayMatter, roles', (length) => run(repeat('role:', length), (text) => mayMatter(text, 'python'))],
  ['template, {{ and blanks', (length) => run(`{{ a${repeat(' ', length)}b }}`, (text) => promptText.read(text, 'prompts/a.txt'))],
  ['template, open {{', (length) => run(repeat('{{ a ', length), (text) => promptText.read(text, 'prompts/a.txt'))],
  ['template, open {%', (length) => run(repeat('{% a ', length), (text) => promptText.read(text, 'prompts/a.txt'))],
  ['front matter, not closed', (length) => run(`---\n${repeat('key: value\n', length)}`, (text) => promptText.read(text, 'prompts/a.txt'))],
  ['glob, many stars', (length) => run(repeat('a', length), (text) => createGlobMatcher([`${'*a'.repeat(40)}b`])(text))],
  ['glob, a pattern', (length) => run(repeat('a', length), (text) => createGlobMatcher(['**/(a+)+$'])(text))],
  ['settings, excludes', (length) => run(repeat('a', length), (text) => readSettings({ ...defaultSettings(), exclude: text.split('') }))],
  ['generated, strings in a line', (length) => run(repeat('f("a");', length), isGenerated)],
];

function run(text: string, stage: (text: string) => unknown): () => unknown {
  return () => stage(text);
}

/** Processor time for n and 2 n characters; the ratio is to stay below 2.3. */
export async function benchGrowth(): Promise<Row[]> {
  return stages.map(([name, prepare]) => {
    const [once, twice] = [100_000, 200_000].map((length) => leastTime(prepare(length))) as [number, number];
    return { name, value: formatRatio(twice / once), note: `${formatMs(once)} for 100,000 characters` };
  });
}

/** The least of several runs, in milliseconds of processor time; short stages are repeated until there is something to measure. */
function leastTime(turn: () => unknown): number {
  turn();
  const times = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    let runs = 0;
    let spent = 0;
    while (spent < 20) {
      turn();
      runs++;
      const { user, system } = process.cpuUsage(before);
      spent = (user + system) / 1000;
    }
    return spent / runs;
  });
  return Math.min(...times);
}
