import type {
  Analysis,
  Cell,
  CostLine,
  Engine,
  EngineCells,
  EngineDocument,
  Estimate,
  Model,
  ModelMatch,
  Problem,
  Prompt,
  Request,
  Settings,
  Span,
  TextEdit,
} from '../../src/core';

/** An engine for tests of the server: it reads `ask("model", "prompt")`, counts words, and finds the word `verbose`. */
export interface FakeEngine extends Engine {
  /** How many analyses were made. */
  analyses: number;
  /** Set to make the next analyses throw. */
  failure: Error | null;
  /** Waited for before each analysis. */
  gate: Promise<void>;
}

const provenance = { source: 'test prices', checked: '2999-09-01', from: null, url: null };
const tier = (input: number, output: number) => ({ above: 0, input, output, cachedInput: null, cacheWrite: null, cacheWrite1h: null });

function model(name: string, input: number, output: number, checked = provenance.checked): Model {
  return {
    ...{ id: `test/${name}`, provider: 'test', name, tokenizer: 'words', contextWindow: null, maxOutput: null, retires: null, replacement: null },
    ...{
      lifecycle: { state: 'active', earliestEnd: null },
      released: null,
      sources: {},
      reasoning: false,
      cacheMinimum: null,
      training: null,
      kind: 'chat',
    },
    price: {
      tiers: [tier(input, output)],
      units: {},
      serviceTiers: {},
      regions: {},
      otherHours: null,
      provenance: { ...provenance, checked },
      note: null,
    },
  };
}

const catalogue = [model('big', 10, 30), model('small', 1, 3)];
/** Known, in no list, with a price that is old for ever. */
const old = model('old', 1, 3, '2020-01-02');
const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;
const count = (text: string) => ({
  tokens: countWords(text),
  low: countWords(text),
  high: countWords(text),
  accuracy: 'exact' as const,
  encoding: 'words',
});

function find(id: string): ModelMatch {
  const found = [...catalogue, old].find(({ name }) => name === id);
  return found ? { kind: 'found', id, model: found, confidence: 'exact' } : { kind: 'unknown', id };
}

export function createFakeEngine(): FakeEngine {
  const engine: FakeEngine = {
    analyses: 0,
    failure: null,
    usePrices: () => {},
    gate: Promise.resolve(),
    languages: [{ id: 'python', editorIds: ['python'], extensions: ['.py'] }],
    accepts: () => true,
    mayMatter: () => true,
    prices: { asOf: '2026-09-01', sources: ['test prices'] },
    analyze: async ({ text }, settings) => analyze(text, settings),
    analyzeCells: async (cells, _language, _path, settings) => analyze(cells.map(({ text }) => text).join('\n'), settings),
    open: ({ text }) => openDocument(engine, text),
    openCells: (cells) => openCells(engine, cells),
    count: async (text, models) => models.map((id) => ({ model: id, match: find(id), count: count(text), inputCost: null })),
    compress: async (text, level) => ({
      level,
      before: { tokens: countWords(text) },
      after: { tokens: countWords(text), text },
      edits: [],
      notices: [],
    }),
    estimate: async () => {
      throw new Error('not part of this test');
    },
    compare: async ({ prompts, calls }, call, models, settings) => {
      const text = prompts[calls[call]?.prompts[0] ?? 0]?.segments.map((one) => (one.kind === 'text' ? one.text : '')).join('') ?? '';
      return models.map((name) => ({ model: name, match: find(name), estimate: estimateWith(find(name), text, settings) }));
    },
    betterModels: () => [],
    agentContext: async () => [],
    compareRecorded: async () => ({ unknown: 'first' }),
    comparePrompts: async (before, after) => ({
      before: { tokens: countWords(before) },
      after: { tokens: countWords(after) },
      kept: before === after,
      findings:
        before === after
          ? []
          : [{ kind: 'lost', before: { start: 0, end: before.length, text: before }, after: null, message: 'A requirement went' }],
    }),
    rewriteTask: ({ segments }) => ({ request: segments.map((one) => (one.kind === 'text' ? one.text : '⟦P1⟧')).join(''), units: 1 }),
    judgeRewrite: async ({ segments: [segment] }, answer) => {
      const span = segment!.span!;
      if (answer === 'long') return { offers: [], refused: [{ units: [1], before: 'a', after: 'b', findings: [], why: 'no' }], retry: 'Too long.' };
      return {
        offers: [{ units: [1], before: 'be very brief', after: answer, edits: [{ ...span, text: answer }], tokensSaved: 2 }],
        refused: [],
        retry: null,
      };
    },
    models: () => catalogue,
    findModel: find,
    usageUsd: () => {
      throw new Error('not part of this test');
    },
  };
  return engine;
}

function openDocument(engine: FakeEngine, initial: string): EngineDocument {
  let text = initial;
  return {
    get text() {
      return text;
    },
    edit(edits: readonly TextEdit[]) {
      for (const { start, end, text: added } of edits) text = text.slice(0, start) + added + text.slice(end);
    },
    async analyze(settings) {
      engine.analyses++;
      const seen = text;
      await engine.gate;
      if (engine.failure) throw engine.failure;
      return analyze(seen, settings);
    },
    close() {},
  };
}

/** Reads each cell alone, but only behind a cell that says `import ask`. */
function openCells(engine: FakeEngine, initial: readonly Cell[]): EngineCells {
  let cells = initial;
  return {
    update(present) {
      cells = present;
    },
    async analyze(settings) {
      engine.analyses++;
      await engine.gate;
      const first = cells.findIndex(({ text }) => text.includes('import ask'));
      const parts = cells.map(({ text }, index) => analyze(first >= 0 && index >= first ? text : '', settings));
      const result = analyze('', settings);
      parts.forEach((part, cell) => {
        result.calls.push(...part.calls.map((call) => ({ ...call, cell, prompts: call.prompts.map((at) => at + result.prompts.length) })));
        result.prompts.push(...part.prompts.map((prompt) => ({ ...prompt, cell, call: result.estimates.length + (prompt.call ?? 0) })));
        result.estimates.push(...part.estimates);
        result.totals.calls += part.totals.calls;
      });
      const findProblems = () => parts.flatMap((part, cell) => part.findProblems().map((problem) => ({ ...problem, cell })));
      return { ...result, findProblems };
    },
    close() {},
  };
}

function analyze(text: string, settings: Settings): Analysis {
  const calls: Request[] = [];
  const prompts: Prompt[] = [];
  const estimates: Estimate[] = [];
  const problems: Problem[] = [];
  for (const found of text.matchAll(/ask\("(\w*)", ("[^"]*")\)/g)) {
    const [whole, name = '', quoted = ''] = found;
    const span = { start: found.index, end: found.index + whole.length };
    const start = span.end - 1 - quoted.length;
    const words = quoted.slice(1, -1);
    prompts.push(promptOf({ start, end: span.end - 1 }, words, calls.length));
    calls.push(callOf(span, name, prompts.length - 1));
    estimates.push(estimateOf(name, words, settings));
    for (const verbose of words.matchAll(/verbose /g)) problems.push(problemOf(start + 1 + verbose.index, settings));
  }
  const perCall = estimates.reduce((sum, { cost }) => sum + (cost?.perCall ?? 0), 0);
  const promptTokens = prompts.reduce((sum, prompt) => sum + prompt.count.tokens, 0);
  const unpriced = estimates.filter(({ cost }) => !cost).length;
  const totals = { calls: calls.length, prompts: prompts.length, promptTokens, perCall, unpriced };
  return { language: 'python', parsed: true, notice: null, calls, prompts, estimates, findProblems: () => problems, totals };
}

function promptOf(span: Span, text: string, call: number): Prompt {
  const segments = [{ kind: 'text' as const, text, span: { start: span.start + 1, end: span.end - 1 }, escapes: [] }];
  return { span, role: 'user', segments, calls: [call], call, name: null, cell: null, editable: true, count: count(text) };
}

function callOf(span: Span, name: string, prompt: number): Request {
  const fact = { statement: span } as Request['fact'];
  return {
    ...{ span, nameSpan: { start: span.start, end: span.start + 3 }, provider: 'test', api: 'test.ask', sdk: 'test', kind: 'chat' },
    ...{
      model: name,
      models: [name],
      modelBasis: 'written',
      modelSpan: { start: span.start + 4, end: span.start + 6 + name.length },
      outputLimit: { kind: 'none' },
    },
    ...{ limitParameters: [], limitRequired: false, stream: false, loops: [], inLoop: false, inIndirectLoop: false, cached: false },
    ...{ promptCache: false, parameters: new Map(), openParameters: false, prompts: [prompt], parts: [{ kind: 'text', prompt }], cell: null, fact },
    ...{ site: 'request', definitions: [], ownHost: false, ignoredLimits: [], function: null, elsewhere: false, helper: null },
  };
}

function estimateOf(name: string, text: string, settings: Settings): Estimate {
  return estimateWith(find(name), text, settings);
}

function estimateWith(match: ModelMatch, text: string, settings: Settings): Estimate {
  const tokens = countWords(text);
  const output = settings.assumedOutputTokens ?? 500;
  const step = match.kind === 'found' ? match.model.price?.tiers[0] : undefined;
  const perCall = step ? (tokens * step.input! + output * step.output!) / 1e6 : 0;
  return {
    model: match,
    input: {
      ...{ tokens, accuracy: 'exact', placeholders: 0, placeholderTokens: 0, low: tokens, high: tokens, encoding: 'words' },
    },
    output: { low: 0, tokens: output, high: null, basis: 'assumed' },
    volume: null,
    turns: null,
    perMonth: null,
    lines: step ? [lineOf('input', tokens, step.input!), lineOf('output', output, step.output!)] : [],
    cost: step ? { perCall, low: 0, high: null, atLeast: false, first: perCall, later: perCall, basis: 'assumed' } : null,
  };
}

function lineOf(unit: 'input' | 'output', tokens: number, price: number): CostLine {
  const exact = unit === 'input';
  const quantity = { low: exact ? tokens : 0, likely: tokens, high: exact ? tokens : null };
  return { unit, when: 'always', quantity, price, per: 1e6, usd: (tokens * price) / 1e6, basis: exact ? 'counted' : 'assumed' };
}

function problemOf(start: number, settings: Settings): Problem {
  const span = { start, end: start + 'verbose '.length };
  const fix = { edits: [{ ...span, text: '' }], tokensSaved: 1, preferred: true, kind: 'quickfix' as const };
  return {
    ...{ rule: 'verbose-prompt', severity: 'hint', message: '1 of 2 tokens can go (50 %).', template: '{0} of {1} tokens can go ({2} %).' },
    ...{ values: [1, 2, 50], span, cell: null, related: [{ span, message: 'First said here' }], tag: 'unnecessary' },
    fixes: [
      { ...fix, title: `Compress prompt (${settings.compressLevel}, saves 1 token)`, safe: false, preview: true },
      { ...fix, title: 'Say it short (saves 1 token)', safe: true, preview: false, preferred: false },
    ],
  };
}
