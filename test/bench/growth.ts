import path from 'node:path';
import { folderAssets } from '../../src/assets';
import { createEngine, createGlobMatcher, defaultSettings, readSettings } from '../../src/core';
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

const HEAD = 'from openai import OpenAI\nclient = OpenAI()\n';
const ASK = 'client.chat.completions.create(model="gpt-4o", messages=messages)\n';
const WORDS = 'Please make sure that you always answer in order to help the people who ask you about their orders. ';
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('');
const branch = (index: number) =>
  `    ${index ? 'elif' : 'if'} kind == ${index}:\n        messages = messages + [{"role": "user", "content": f"{question} ${index}"}]\n`;
const cell = (index: number) => ({ cell_type: 'code', source: [index ? ASK : `${HEAD}messages = []\n`] });

/** Whole files that once took time that grew with the ways through them, with their square or worse: name, path, text for a size, size. */
export const analyses: [string, string, (size: number) => string, number][] = [
  ['a list that branches assign', 'a.py', (n) => `${HEAD}messages = []\nfor question in questions:\n${lines(n, branch)}    ${ASK}`, 20],
  [
    'objects of the object before',
    'a.py',
    (n) => `${HEAD}A0 = {"model": "gpt-4o"}\n${lines(n, (i) => `A${i + 1} = {**A${i}, **A${i}}\n`)}client.chat.completions.create(**A${n})\n`,
    30,
  ],
  [
    'models of each other',
    'a.ts',
    (n) => lines(n, (i) => `let m${i} = getModel(m${i + 1});\n`) + `let m${n} = getModel(m0);\nopenai.responses.create({ model: m0, input: "x" });\n`,
    100,
  ],
  [
    'loops',
    'a.py',
    (n) => `${HEAD}${lines(n, (i) => `for x${i} in range(3):\n    client.responses.create(model="gpt-4o", input=f"Say {x${i}}.")\n`)}`,
    200,
  ],
  ['loops that are left', 'a.js', (n) => 'while (a) { if (b) break; }\n'.repeat(n), 1000],
  [
    'functions that call each other',
    'a.py',
    (n) =>
      `${HEAD}${lines(n, (i) => `def f${i}(text):\n    return f${i + 1}(text)\n`)}def f${n}(text):\n    return client.responses.create(model="gpt-4o", input=text)\nf0("Say hello.")\n`,
    60,
  ],
  ['cells', 'a.ipynb', (n) => JSON.stringify({ cells: Array.from({ length: n }, (_, index) => cell(index)) }), 200],
  ['heredocs in a chain', 'a.rb', (n) => '<<A + '.repeat(n), 500],
  ['broken lines', 'a.rb', (n) => '@\n'.repeat(n), 2000],
  ['comments that are not closed', 'a.js', (n) => '/*\n'.repeat(n), 10_000],
  ['wordy prompt', 'a.py', (n) => `${HEAD}client.responses.create(model="gpt-4o", instructions="""${WORDS.repeat(n)}""", input="x")\n`, 40],
];

function run(text: string, stage: (text: string) => unknown): () => unknown {
  return () => stage(text);
}

/** Processor time for a size and for twice as much; the ratio is to stay below 2.3. */
export async function benchGrowth(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, prepare] of stages) {
    const [once, twice] = [await leastTime(prepare(100_000)), await leastTime(prepare(200_000))];
    rows.push({ name, value: formatRatio(twice / once), note: `${formatMs(once)} for 100,000 characters` });
  }
  const engine = await createEngine(folderAssets(path.join(__dirname, '../../dist/assets')));
  const settings = defaultSettings();
  for (const [name, file, textOf, size] of analyses) {
    // what is given up is given up in time, too
    const analyze = (text: string) => () =>
      engine.analyze({ path: file, text }, settings).then(
        (analysis) => analysis.findProblems(),
        () => null,
      );
    const [once, twice] = [await leastTime(analyze(textOf(size)), 3), await leastTime(analyze(textOf(2 * size)), 3)];
    rows.push({ name: `analysis, ${name}`, value: formatRatio(twice / once), note: `${formatMs(once)} for ${size}` });
  }
  return rows;
}

/** The least of several runs, in milliseconds of processor time; short stages are repeated until there is something to measure. */
async function leastTime(turn: () => unknown, times = 7): Promise<number> {
  await turn();
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    let runs = 0;
    let spent = 0;
    while (spent < 20) {
      await turn();
      runs++;
      const { user, system } = process.cpuUsage(before);
      spent = (user + system) / 1000;
    }
    least = Math.min(least, spent / runs);
  }
  return least;
}
