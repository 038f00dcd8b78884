import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Host } from '../../src/cli/host';
import { run } from '../../src/cli/program';
import { watchNothing } from '../../src/cli/progress';
import type { Analysis, Engine, Problem } from '../../src/core';
import { createPriceStore } from '../../src/prices/store';

/** A folder with the given files, removed by `dispose`. */
export function createWorkspace(files: Record<string, string>) {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'prompt-cost-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return { root, dispose: () => rmSync(root, { recursive: true, force: true }) };
}

/** Runs one command line in a folder, in this process, and answers all that it said. */
export async function runIn(cwd: string, engine: Engine, args: string[], stdin = '', isAgent = false) {
  let out = '';
  let err = '';
  let today = '2026-11-24';
  const host: Host = {
    cwd,
    from: () => host,
    distFolder: cwd,
    workerScript: null,
    hasFault: () => false,
    write: (text) => {
      out += text;
    },
    warn: (line) => {
      err += `${line}\n`;
    },
    watch: watchNothing,
    isAgent: () => isAgent,
    readStdin: async () => Buffer.from(stdin),
    engine: async () => engine,
    prices: createPriceStore(path.join(cwd, '.data')),
    today: () => today,
    setToday: (date) => {
      today = date;
    },
  };
  const code = await run(args, host);
  return { code, out, err };
}

/** An analysis without calls and prompts. */
export function emptyAnalysis(change: Partial<Analysis> = {}): Analysis {
  const totals = { calls: 0, prompts: 0, promptTokens: 0, perCall: 0, unpriced: 0 };
  return { language: 'python', parsed: true, notice: null, calls: [], prompts: [], estimates: [], findProblems: () => [], totals, ...change };
}

/** An engine that only knows a word: each `TODO` is a problem, whose safe fix replaces it with the given text. */
export function todoEngine(replacement: string, change: Partial<Problem> = {}): Engine {
  const unused = () => {
    throw new Error('not part of this test');
  };
  const find = (text: string): Problem[] =>
    [...text.matchAll(/TODO/g)].map(({ index }) => ({
      rule: 'missing-output-limit',
      severity: 'warning',
      message: 'A task.',
      template: 'A task.',
      values: [],
      span: { start: index, end: index + 4 },
      cell: null,
      related: [],
      fixes: [
        {
          title: 'Do it',
          edits: [{ start: index, end: index + 4, text: replacement }],
          tokensSaved: 1,
          safe: true,
          preferred: true,
          preview: false,
          kind: 'quickfix',
        },
      ],
      tag: null,
      ...change,
    }));
  return {
    languages: [{ id: 'python', editorIds: ['python'], extensions: ['.py'] }],
    accepts: (name) => name.endsWith('.py'),
    mayMatter: () => true,
    analyze: async ({ text }) => emptyAnalysis({ findProblems: () => find(text), syntaxErrors: text.split('((').length - 1 }),
    analyzeCells: unused,
    openCells: unused,
    comparePrompts: unused,
    betterModels: unused,
    open: unused,
    count: unused,
    agentContext: unused,
    compareRecorded: unused,
    compare: unused,
    estimate: unused,
    compress: unused,
    models: unused,
    rewriteTask: unused,
    judgeRewrite: unused,
    findModel: unused,
    usageUsd: unused,
    usePrices: unused,
    prices: { asOf: '2026-09-22', sources: ['a list'] },
  };
}
