import type { CallReport, CheckedFile, ProblemReport, RuleInfo } from '../../src/report';

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
    resolvedModel: 'openai/gpt-4o',
    outputLimit: null,
    stream: false,
    inLoop: false,
    cached: false,
    promptCache: false,
    input: { tokens: 1412, accuracy: 'exact', placeholders: 0, low: 1412, high: 1412 },
    output: { tokens: 500, accuracy: 'assumed' },
    cost: { currency: 'USD', perCall: 0.00853, low: 0.0035, high: 0.0085 },
    ...change,
  };
}

/** A problem as reports see it. */
export function sampleProblem(change: Partial<ProblemReport> = {}): ProblemReport {
  return {
    path: 'app/chat.py',
    line: 3,
    column: 12,
    endLine: 3,
    endColumn: 20,
    rule: 'missing-output-limit',
    severity: 'warning',
    message: 'No output limit.',
    fixes: [{ title: 'Add max_tokens', tokensSaved: null, edits: [{ start: 40, end: 40, text: ', max_tokens=1000' }] }],
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
