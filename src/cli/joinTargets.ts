import { createHash } from 'node:crypto';
import type { Analysis, JoinTarget, Prompt, Request } from '../core';
import type { LocateInCell } from '../report';

/** By what usage logs may name the requests of a file, one for each call. */
export function describeTargets(path: string, text: string, { calls, prompts }: Analysis, locate: LocateInCell): JoinTarget[] {
  return calls.map((call) => {
    const { line, endLine } = locate(call.cell)(call.span);
    const sent = call.prompts.flatMap((index) => prompts[index] ?? []);
    return {
      path,
      line,
      endLine,
      function: call.function,
      literals: call.cell === null ? literalsIn(text, call) : [],
      prompts: sent.flatMap(({ name }) => name ?? []),
      hashes: sent.map((prompt) => createHash('sha256').update(fixedText(prompt)).digest('hex')),
    };
  });
}

/** The short texts within a request: labels, tags, names of prompts. */
function literalsIn(text: string, { span }: Request): string[] {
  const quoted = text.slice(span.start, Math.min(span.end, span.start + 20_000)).matchAll(/(["'`])([^"'`\n\\]{1,80})\1/g);
  return [...new Set([...quoted].map(([, , inner]) => inner!))];
}

/** The text of a prompt without what is filled into it. */
const fixedText = ({ segments }: Prompt): string => segments.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('');
