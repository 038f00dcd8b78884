import type { CallReport, CheckedFile, CostReport, ProblemReport, RuleInfo } from '../../src/report';

/** A call as reports see it; what a test cares about is given. */
export function sampleCall(change: Partial<CallReport> = {}): CallReport {
  return {
    line: 3,
    column: 12,
    endLine: 6,
    endColumn: 2,
    provider: 'openai',
    api: 'openai.chat.completions',
    sdk: 'openai',
    kind: 'chat',
    model: 'gpt-4o',
    models: ['gpt-4o'],
    modelBasis: 'written',
    resolvedModel: 'openai/gpt-4o',
    outputLimit: null,
    stream: false,
    inLoop: false,
    cached: false,
    promptCache: false,
    input: { tokens: 1412, accuracy: 'exact', placeholders: 0, low: 1412, high: 1412 },
    site: 'request',
    definition: null,
    definitions: [],
    output: { low: 0, tokens: 500, high: null, basis: 'assumed' },
    cost: sampleCost(0.00853),
    ...change,
  };
}

/** A problem as reports see it. */
export function sampleProblem(change: Partial<ProblemReport> = {}): ProblemReport {
  return {
    id: '4be1f09c2d7a31.8c40d1a2',
    path: 'app/chat.py',
    line: 3,
    column: 12,
    endLine: 3,
    endColumn: 20,
    rule: 'missing-output-limit',
    severity: 'warning',
    message: 'No output limit.',
    fixes: [{ id: 'app/chat.py#1c9e0f3a.1', title: 'Add max_tokens', tokensSaved: null, edits: [{ start: 40, end: 40, text: ', max_tokens=1000' }] }],
    ...change,
  };
}

export function sampleFile(problems: ProblemReport[], calls: CallReport[] = [], path = 'app/chat.py'): CheckedFile {
  return { file: { path, language: 'python', parsed: true, calls, prompts: [] }, problems };
}

export const sampleRules: RuleInfo[] = [
  { id: 'missing-output-limit', description: 'A call without a limit.', severity: 'information', helpUri: 'https://example.org/limit.md' },
  { id: 'retired-model', description: 'A model that is gone.', severity: 'error', helpUri: 'https://example.org/retired.md' },
];

/** The cost of a call without a cache. */
export function sampleCost(perCall: number, change: Partial<CostReport> = {}): CostReport {
  const bounds = { low: perCall / 2, high: null, atLeast: false, first: perCall, later: perCall, basis: 'assumed' as const };
  return { currency: 'USD', perCall, ...bounds, perMonth: null, volume: null, lines: [], ...change };
}
