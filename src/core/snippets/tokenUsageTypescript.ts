import { counterFormsIn } from './counterForms';
import type { Snippet } from './snippet';

/** Reads the token counts of an answer, each provider by its own rule. */
export default {
  id: 'token-usage',
  language: 'typescript',
  exports: ['tokenUsageOf'],
  imports: [],
  requires: [],
  code: () => `/** Tokens of one call, and its searches. The kinds of input do not overlap; reasoning is part of output, sound is not. */
export interface TokenUsage {
  input: number;
  cached: number;
  cacheWrite: number;
  cacheWrite1h: number;
  output: number;
  reasoning: number;
  audioInput: number;
  audioOutput: number;
  searches: number;
}

interface CounterForm {
  when: string[];
  providers?: string[];
  input: string[];
  output: string[];
  total?: string[];
  cacheInside: boolean;
  cached?: string[];
  cacheWrite?: string[];
  cacheWrite1h?: string[];
  reasoning?: string[];
  audioInput?: string[];
  audioOutput?: string[];
  searches?: string[];
}

/** By family of answers: the fields that hold its counts. The first row that fits is read. */
const counterForms: readonly CounterForm[] = ${counterFormsIn('typescript')};

/** The counts of an answer's usage; null for a form that no row knows. */
export function tokenUsageOf(usage: unknown, provider = ''): TokenUsage | null {
  const at = (path: string): unknown => {
    let value: unknown = usage;
    for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name];
    return value;
  };
  const count = (path: string): number => {
    const value = at(path);
    return typeof value === 'number' ? value : 0;
  };
  const first = (paths: string[] = []): number => paths.map(count).find(Boolean) ?? 0;
  const sum = (paths: string[]): number => paths.map(count).reduce((all, part) => all + part, 0);
  const fits = (form: CounterForm): boolean =>
    form.when.some((name) => (at(name) ?? null) !== null) && (!form.providers || form.providers.includes(provider));
  const form = counterForms.find(fits);
  if (!form) return null;
  const [whole, cached, cacheWrite1h] = [sum(form.input), first(form.cached), first(form.cacheWrite1h)];
  const cacheWrite = Math.max(0, first(form.cacheWrite) - cacheWrite1h);
  const [audioInput, audioOutput] = [first(form.audioInput), first(form.audioOutput)];
  const input = form.cacheInside ? Math.max(0, whole - cached - cacheWrite - cacheWrite1h - audioInput) : whole;
  const [said, reasoning, total] = [sum(form.output), first(form.reasoning), first(form.total)];
  const beside = reasoning > said ? said + reasoning : said;
  const output = Math.max(0, (form.cacheInside && total ? Math.max(said, total - whole) : beside) - audioOutput);
  return { input, cached, cacheWrite, cacheWrite1h, output, reasoning, audioInput, audioOutput, searches: first(form.searches) };
}`,
} satisfies Snippet;
