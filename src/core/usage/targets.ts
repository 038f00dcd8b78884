import type { Analysis, Prompt, Request, Span } from '../types';
import type { JoinTarget } from './join';

export interface TargetOptions {
  /** 1-based lines of a span; `cell` as the call says. */
  lines(span: Span, cell: number | null): { line: number; endLine: number };
  /** Hash of a fixed text, SHA-256 in hexadecimal; null where none can be made. */
  hash: ((text: string) => string) | null;
}

/** By what usage logs may name the requests of a file, one for each call. */
export function targetsOf(path: string, text: string, { calls, prompts }: Pick<Analysis, 'calls' | 'prompts'>, options: TargetOptions): JoinTarget[] {
  return calls.map((call) => {
    const sent = call.prompts.flatMap((index) => prompts[index] ?? []);
    return {
      path,
      ...options.lines(call.span, call.cell),
      function: call.function,
      literals: call.cell === null ? literalsIn(text, call) : [],
      prompts: sent.flatMap(({ name }) => name ?? []),
      hashes: options.hash ? sent.map(fixedText).map(options.hash) : [],
    };
  });
}

/** How much of a request is looked at. */
const LONGEST = 20_000;

/** The short texts within a request: labels, tags, names of prompts. */
function literalsIn(text: string, { span }: Request): string[] {
  const quoted = text.slice(span.start, Math.min(span.end, span.start + LONGEST)).matchAll(/(["'`])([^"'`\n\\]{1,80})\1/g);
  return [...new Set([...quoted].map(([, , inner]) => inner!))];
}

/** The text of a prompt without what is filled into it. */
const fixedText = ({ segments }: Prompt): string => segments.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('');
