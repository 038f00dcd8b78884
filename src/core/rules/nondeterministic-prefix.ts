import type { Expr } from '../facts';
import { addItem } from './edits';
import { contains, findArgument, literalOf, pathOf, resolve } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { jsonInto } from './helpers/json';
import { fillingsOf, fillingsOfValue } from './helpers/placeholders';
import { bareOf } from './helpers/volatile';
import type { Rule, RuleContext } from './rule';

const origin = 'It comes from here';

export default {
  meta: {
    id: 'nondeterministic-prefix',
    severity: 'warning',
    fixable: true,
    description: 'Text of changing order in a system prompt, which spoils the prompt cache.',
    messages: {
      json: 'The order of the keys may change from call to call, and with it the prompt cache is lost. Sort the keys.',
      set: 'A set has no fixed order: the prompt cache is lost when it changes. Sort it.',
      listing: 'A folder is listed in no fixed order: the prompt cache is lost when it changes. Sort the names.',
      tools: 'Tools out of a set have no fixed order: nothing behind them can come from the prompt cache. Sort them.',
      origin,
    },
  },
  checkPrompt(prompt, context) {
    if (prompt.role !== 'system') return;
    const { text, report } = context;
    for (const call of jsonInto(prompt, context)) {
      const sort = call.args.find((argument) => argument.name === 'sort_keys');
      if (!pathOf(call.callee).endsWith('dumps') || (sort && literalOf(sort.value, call.scope) !== false) || call.args.some(({ spread }) => spread))
        continue;
      const [value] = call.args;
      if (value && isFixed(text.slice(value.span.start, value.span.end), resolve(value.value, call.scope))) continue;
      const edit = sort ? { ...sort.value.span, text: 'True' } : addItem(text, call.list, 'sort_keys=True');
      report({ span: call.span, message: 'json', fixes: quickFix('Sort the keys', [edit], { safe: true, preferred: true }) });
    }
    for (const segment of prompt.segments) {
      if (segment.kind !== 'placeholder' || !segment.span) continue;
      const fillings = fillingsOf(segment, prompt, context, isSorted);
      const loose = fillings.find(({ source }, index) => isSet(index ? source : bareOf(source), context));
      const listing = loose ? undefined : fillings.find(({ source }) => isListing(source));
      const found = loose ?? listing;
      if (!found) continue;
      const fix = loose && /\.join\(\s*set\(/.test(loose.source) ? setFix(text, loose.span.start + loose.source.search(/\bset\(/)) : null;
      report({
        span: segment.span,
        message: loose ? 'set' : 'listing',
        related: contains(segment.span, found.span) ? [] : [{ span: found.span, message: origin }],
        fixes: fix ? quickFix('Sort the set', fix, { safe: true, preferred: true }) : [],
      });
    }
  },
  checkCall(call, _estimate, context) {
    const argument = findArgument(context.text, call, 'tools');
    const found = argument && fillingsOfValue(argument.value, call.fact.scope, context, isSorted).find(({ source }) => isSet(source, context));
    if (!argument || !found) return;
    const related = contains(argument.span, found.span) ? [] : [{ span: found.span, message: origin }];
    context.report({ span: argument.span, message: 'tools', related });
  },
} satisfies Rule;

const isSorted = (source: string): boolean => /\bsorted\(|\.to_?[sS]orted\(|\.sort\(/.test(source);

/** Is a value, or what it joins, a set of Python? JavaScript keeps the order in which a set was filled. */
function isSet(source: string, { language }: RuleContext): boolean {
  if (language?.id !== 'python' || isSorted(source)) return false;
  return (
    /^(?:\w+\s*=\s*)?(?:frozen)?set\(|(?:\.join\(|\b(?:list|tuple|str)\()\s*(?:(?:frozen)?set\(|\{(?!\*\*)[^:{}]*\})/.test(source) ||
    /^\{(?!\*\*)[^:{}]+,[^:{}]*\}$/.test(source.trim())
  );
}

const isListing = (source: string): boolean =>
  !isSorted(source) && /\bos\.(?:listdir|scandir|walk)\(|\bglob\.i?glob\(|\.iterdir\(|\.r?glob\(/.test(source);

/** A literal, a constant or a schema: its keys come in the same order each time. */
const isFixed = (source: string, value: Expr): boolean => isDisplay(value) || /^(?:\w+\.)*[A-Z][A-Z\d_]+$|schema/.test(source);

/** A dictionary that is written out, or a list of such: Python and JavaScript keep the order in which keys were written. */
function isDisplay(value: Expr): boolean {
  if (value.kind === 'comprehension') return isDisplay(value.item);
  if (value.kind === 'array') return value.items.length > 0 && value.items.every(isDisplay);
  return value.kind === 'object';
}

/** Wraps `set(…)` at an offset into `sorted(…)`. */
function setFix(text: string, at: number) {
  let depth = 0;
  for (let end = text.indexOf('(', at); end < Math.min(text.length, at + 500); end++) {
    if (text[end] === '(') depth++;
    else if (text[end] === ')' && --depth === 0) {
      return [
        { start: at, end: at, text: 'sorted(' },
        { start: end + 1, end: end + 1, text: ')' },
      ];
    }
  }
  return null;
}
