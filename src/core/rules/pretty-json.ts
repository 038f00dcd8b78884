import type { CallFact } from '../facts';
import type { Prompt, TextEdit } from '../types';
import { contains, literalOf, pathOf } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { jsonInto } from './helpers/json';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'pretty-json',
    severity: 'information',
    fixable: true,
    description: 'Indented JSON in a prompt.',
    messages: { indented: 'Indented JSON about doubles its tokens. Send it compact.' },
  },
  checkPrompt(prompt, context) {
    for (const call of jsonInto(prompt, context)) {
      const edit = compact(call, context.text, prompt);
      if (edit)
        context.report({ span: call.span, message: 'indented', fixes: quickFix('Write the JSON compact', [edit], { safe: true, preferred: true }) });
    }
  },
} satisfies Rule;

/** The edit that takes the indentation out; null where there is none. */
function compact({ callee, args, scope, span }: CallFact, text: string, prompt: Prompt): TextEdit | null {
  if (pathOf(callee) === 'JSON.stringify') {
    const [value, replacer, indent] = args;
    if (!value || !replacer || !indent || args.length > 3 || !indents(literalOf(indent.value, scope))) return null;
    const plain = replacer.value.kind === 'null';
    return { start: plain ? value.span.end : replacer.span.end, end: indent.span.end, text: '' };
  }
  const indent = args.find((argument) => argument.name === 'indent');
  if (!indent || !indents(literalOf(indent.value, scope))) return null;
  const separators = args.some((argument) => argument.name === 'separators');
  if (!separators) {
    const quote = innerQuote(text.slice(prompt.span.start, contains(prompt.span, span) ? span.start : prompt.span.start));
    return { ...indent.span, text: `separators=(${quote},${quote}, ${quote}:${quote})` };
  }
  const before = text.slice(0, indent.span.start).search(/,\s*$/);
  return before < 0 ? null : { start: before, end: indent.span.end, text: '' };
}

/** A quote that does not end the f-string whose beginning is given. */
function innerQuote(before: string): string {
  const open = [...before.matchAll(/[fF][rR]?("|')/g)].at(-1)?.[1];
  return open === '"' ? "'" : '"';
}

const indents = (value: unknown): boolean => (typeof value === 'number' && value > 0) || (typeof value === 'string' && value !== '');
