/** Counting against js-tiktoken, gpt-tokenizer and the tiktoken wasm package, in one run. The ratios are what counts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { countTokens as countGptTokenizer } from 'gpt-tokenizer/encoding/o200k_base';
import { Tiktoken as JsTiktoken } from 'js-tiktoken/lite';
import table from 'js-tiktoken/ranks/o200k_base';
import { get_encoding } from 'tiktoken';
import { createBlockCounter } from '../../src/core/tokenizers/blocks';
import { createCounter } from '../../src/core/tokenizers/bpe';
import { parseRanks } from '../../src/core/tokenizers/ranks';
import { formatMs, formatRatio, quantile, timeRuns } from './measure';

const root = path.resolve(__dirname, '../..');
const modules = path.join(root, 'node_modules');
const SIZE = 250_000;
const median = (times: readonly number[]) => quantile(times, 0.5);
const print = (cells: readonly string[]) => console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(15))).join(''));

/** Prose of real doc comments, without their samples of code. */
function englishText(): string {
  const folder = path.join(modules, '@types/node');
  const lines: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    let sample = false;
    for (const [, line] of readFileSync(path.join(folder, file), 'utf8').matchAll(/^ *\* ?(.*)$/gm)) {
      if (line!.startsWith('```')) sample = !sample;
      else if (!sample && !line!.startsWith('@since')) lines.push(line!);
    }
  }
  return lines.join('\n').slice(0, SIZE);
}

/** The compiler's messages in another language. */
function messages(...languages: string[]): string {
  const texts = languages.map((language) =>
    Object.values(JSON.parse(readFileSync(path.join(modules, 'typescript/lib', language, 'diagnosticMessages.generated.json'), 'utf8')) as object),
  );
  return texts.flat().join('\n').slice(0, SIZE);
}

/** Modules of Python whose names come from the words of real prose. */
function pythonText(prose: string): string {
  const words = [...new Set(prose.match(/\b[a-z]{3,12}\b/g))];
  let state = 41;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () => words[random(words.length)]!;
  const name = () => (random(3) === 0 ? word() : `${word()}_${word()}`);
  const type = () => `${word()[0]!.toUpperCase()}${word()}${word().replace(/^./, (first) => first.toUpperCase())}`;
  const templates = [
    () => `from ${word()}.${word()} import ${type()}, ${name()}`,
    () => `\n\nclass ${type()}(${type()}):\n    """${word()} ${word()} the ${word()} of ${word()}."""\n\n    ${name()}: dict[str, ${type()}] = {}`,
    () => `\n    def ${name()}(self, ${name()}: ${type()}, *, ${name()}: int = ${random(5000)}) -> list[${type()}] | None:`,
    () => `        if not ${name()} or ${name()} >= ${random(300)}:\n            raise ValueError(f"${word()} {${name()}!r} is not ${word()}")`,
    () =>
      `        for ${word()}, ${word()} in enumerate(self.${name()}.items(), start=${random(9)}):\n            ${name()}[${word()}] += ${word()} * 0.${random(999)}`,
    () => `        ${name()} = [${word()}.${name()}(x) for x in ${name()} if x.${name()} is not None]`,
    () => `        with open(self.${name()} / "${word()}.${word()}", encoding="utf-8") as handle:\n            return json.loads(handle.read())`,
    () => `        # ${word()} ${word()} ${word()}, see ${word()}: ${word()} ${word()} ${word()}`,
    () =>
      `        try:\n            ${name()} = await ${name()}(**${word()})\n        except (${type()}, KeyError) as error:\n            logger.warning("%s: %s", ${word()}, error)`,
    () =>
      `\n@${word()}.${name()}("/${word()}/{${word()}}")\ndef test_${name()}() -> None:\n    assert ${name()}(${random(99)}, "${word()}") == {"${word()}": ${random(70_000)}}`,
  ];
  let text = '';
  while (text.length < SIZE) text += `${templates[random(templates.length)]!()}\n`;
  return text;
}

function texts(): Record<string, string> {
  const english = englishText();
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const settings = readFileSync(path.join(modules, '@biomejs/biome/configuration_schema.json'), 'utf8');
  const json = JSON.stringify(JSON.parse(settings)).slice(0, SIZE / 2) + lock.slice(0, SIZE / 2);
  return { English: english, Python: pythonText(english), Spanish: messages('es'), CJK: messages('zh-cn', 'ja'), JSON: json };
}

async function benchWarm(count: (text: string) => number): Promise<void> {
  const wasm = get_encoding('o200k_base');
  const js = new JsTiktoken(table);
  const engines: [string, number, (text: string) => number][] = [
    ['ours', 15, count],
    ['gpt-tokenizer', 7, countGptTokenizer],
    ['tiktoken wasm', 5, (text) => wasm.encode_ordinary(text).length],
    ['js-tiktoken', 3, (text) => js.encode(text, [], []).length],
  ];
  print(['warm, o200k_base', 'ours', ...engines.slice(1).map(([name]) => `× ${name}`), 'same count']);
  for (const [kind, text] of Object.entries(texts())) {
    const times: number[] = [];
    for (const [, runs, turn] of engines) times.push(median(await timeRuns(runs, () => turn(text))));
    const speed = Buffer.byteLength(text) / 1000 / times[0]!;
    const same = count(text) === wasm.encode_ordinary(text).length ? 'yes' : 'NO';
    print([`  ${kind}`, `${speed.toFixed(1)} MB/s`, ...times.slice(1).map((time) => formatRatio(time / times[0]!)), same]);
  }
  wasm.free();
}

/** Time in a process of its own, from nothing to the first count; our code bundled as it is shipped. */
function benchCold(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'prompt-cost-bench-'));
  const bundle = path.join(folder, 'ours.cjs');
  buildSync({
    stdin: { contents: "export * from './bpe'; export * from './ranks';", resolveDir: path.join(root, 'src/core/tokenizers') },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    outfile: bundle,
  });
  const firstCounts: Record<string, string> = {
    ours: `const ours = require(${JSON.stringify(bundle)}); ours.createCounter('o200k_base', ours.parseRanks(require('js-tiktoken/ranks/o200k_base')))(text, 0, text.length)`,
    'gpt-tokenizer': `require('gpt-tokenizer/encoding/o200k_base').countTokens(text)`,
    'tiktoken wasm': `require('tiktoken').get_encoding('o200k_base').encode_ordinary(text).length`,
    'js-tiktoken': `new (require('js-tiktoken/lite').Tiktoken)(require('js-tiktoken/ranks/o200k_base')).encode(text, [], []).length`,
  };
  const times = Object.values(firstCounts).map((code) => {
    const script = `const text = 'Hello, world. '.repeat(10); const start = performance.now(); ${code}; console.log(performance.now() - start)`;
    return median([1, 2, 3, 4, 5].map(() => Number(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }))));
  });
  rmSync(folder, { recursive: true });
  print(['load and first count', formatMs(times[0]!), ...times.slice(1).map((time) => formatRatio(time / times[0]!))]);
}

async function benchWorst(count: (text: string) => number): Promise<void> {
  const cjk = (size: number) => Array.from({ length: size }, (_, i) => String.fromCharCode(0x4e00 + (Math.imul(i, 0x9e3779b1) >>> 18))).join('');
  const kinds: Record<string, (size: number) => string> = {
    a: (size) => 'a'.repeat(size),
    spaces: (size) => ' '.repeat(size),
    'equal signs': (size) => '='.repeat(size),
    newlines: (size) => '\n'.repeat(size),
    'one CJK character': (size) => '中'.repeat(size),
    'many CJK characters': cjk,
    mixed: (size) => 'a B1 中!=\n'.repeat(size / 10),
  };
  print(['worst cases', '250,000', '1,000,000', 'growth', '10,000', '× gpt-tokenizer']);
  for (const [kind, make] of Object.entries(kinds)) {
    // A new text each time: the peer remembers whole pieces. The least time, because only that grows as the work does.
    const time = async (size: number, turn: (text: string) => number) => {
      let length = size;
      const times = await timeRuns(3, () => {
        length += 10;
        return turn(make(length));
      });
      return Math.min(...times);
    };
    const [quarter, full, small] = [await time(250_000, count), await time(1_000_000, count), await time(10_000, count)];
    const peer = await time(10_000, countGptTokenizer);
    print([`  ${kind}`, formatMs(quarter), formatMs(full), formatRatio(full / quarter), formatMs(small), formatRatio(peer / small)]);
  }
}

async function benchEdits(countRange: (text: string, start: number, end: number) => number): Promise<void> {
  print(['one typed character', 'median', '95th', '× full count']);
  const prose = englishText();
  for (const size of [10_000, 100_000, 400_000]) {
    let text = prose.repeat(Math.ceil(size / prose.length)).slice(0, size);
    const full = median(await timeRuns(5, () => countRange(text, 0, text.length)));
    const count = createBlockCounter(countRange);
    count(text);
    const times: number[] = [];
    for (let typed = 1; typed <= 200; typed++) {
      const at = (Math.imul(typed, 0x9e3779b1) >>> 0) % text.length;
      text = `${text.slice(0, at)}e${text.slice(at)}`;
      // Searching makes the runtime join the parts of the new text, which is no part of counting.
      text.indexOf('\0');
      const start = performance.now();
      count(text);
      times.push(performance.now() - start);
    }
    print([
      `  in ${size.toLocaleString('en')} characters`,
      formatMs(median(times)),
      formatMs(quantile(times, 0.95)),
      formatRatio(full / median(times)),
    ]);
  }
}

/** Prints the tables. A ratio above 1 says how many times longer the other one takes. */
export async function benchCounting(): Promise<void> {
  const countRange = createCounter('o200k_base', parseRanks(table));
  const count = (text: string) => countRange(text, 0, text.length);
  await benchWarm(count);
  benchCold();
  await benchWorst(count);
  await benchEdits(countRange);
}

if (require.main === module) void benchCounting();
