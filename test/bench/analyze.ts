import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { listFiles } from '../../src/cli/listFiles';
import { defaultSettings } from '../../src/core';
import { formatMs, formatRatio, quantile, type Row, timeRuns } from './measure';
import { writeTree } from './tree';

const dist = path.join(__dirname, '../../dist');
const runs = 3;

/** What a search for the same thing by name looks for. */
const sdkNames = 'openai|anthropic|litellm|langchain|genai|ollama|cohere|mistralai|bedrock|generateText|streamText';

/** Grammars of the files that are parsed for comparison. */
const grammars: Record<string, string> = {
  '.py': 'python',
  '.ts': 'typescript',
  '.tsx': 'tsx',
  '.js': 'javascript',
  '.go': 'go',
  '.java': 'java',
  '.rb': 'ruby',
  '.php': 'php',
  '.rs': 'rust',
  '.cs': 'c-sharp',
};

/**
 * Times `analyze` over a folder (a generated tree of 2,000 files unless one is given), as a whole process, against ripgrep
 * searching the same files for the SDKs' names, and against parsing all of them with tree-sitter and doing nothing else.
 */
export async function benchAnalyze(folder?: string): Promise<Row[]> {
  const made = folder === undefined ? mkdtempSync(path.join(tmpdir(), 'prompt-cost-bench-')) : null;
  const root = folder ?? made!;
  try {
    if (made) writeTree(made, 2000);
    const accepts = (file: string) => path.extname(file) in grammars;
    const settings = { ...defaultSettings(), exclude: [] };
    const inputs = await listFiles([root], { cwd: root, settingsOf: async () => settings, accepts });
    const files = inputs.map(({ file }) => file);
    const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
    const analyzed = quantile(await timeRuns(runs, () => runAnalyze(root, made !== null)), 0.5);
    const rows: Row[] = [
      {
        name: 'analyze',
        value: formatMs(analyzed),
        note: `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${Math.round((files.length / analyzed) * 1000)} files a second`,
      },
    ];
    const parsed = await timeParsing(files);
    rows.push({ name: 'tree-sitter alone', value: formatMs(parsed), note: `analyze takes ${formatRatio(analyzed / parsed)} of it` });
    if (spawnSync('rg', ['--version']).status === 0) {
      const searched = quantile(await timeRuns(runs, () => spawnSync('rg', ['-c', sdkNames, root])), 0.5);
      rows.push({ name: 'ripgrep', value: formatMs(searched), note: `analyze takes ${formatRatio(analyzed / searched)} of it` });
    } else rows.push({ name: 'ripgrep', value: 'not here', note: '' });
    return rows;
  } finally {
    if (made) rmSync(made, { recursive: true, force: true });
  }
}

function runAnalyze(root: string, mustFind: boolean): void {
  const out = execFileSync(process.execPath, [path.join(dist, 'cli.js'), 'analyze', '--format', 'json', root], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  if (mustFind && !JSON.parse(out).totals.calls) throw new Error('analyze found no call');
}

/** Milliseconds for reading and parsing every file, grammars loaded beforehand. */
async function timeParsing(files: readonly string[]): Promise<number> {
  await Parser.init({ wasmBinary: readFileSync(path.join(dist, 'assets', 'web-tree-sitter.wasm')) });
  const parsers = new Map<string, Parser>();
  for (const ending of new Set(files.map((file) => path.extname(file)))) {
    const parser = new Parser();
    parser.setLanguage(await Language.load(readFileSync(path.join(dist, 'assets', `tree-sitter-${grammars[ending]}.wasm`))));
    parsers.set(ending, parser);
  }
  const parseAll = () => {
    for (const file of files) parsers.get(path.extname(file))!.parse(readFileSync(file, 'utf8'))?.delete();
  };
  const times = await timeRuns(1, parseAll);
  for (const parser of parsers.values()) parser.delete();
  return quantile(times, 0.5);
}
