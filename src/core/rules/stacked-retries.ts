import { codeOf } from '../calls/code';
import type { CallFact, Expr, Scope, Span } from '../facts';
import type { Fix, Request, TextEdit } from '../types';
import { addArgument, addItem, addNamed, replaceNumber } from './edits';
import { contains, entriesOf, findArgument, literalOf, type NamedArgument, pathOf, resolve } from './helpers/facts';
import { quickFix } from './helpers/fix';
import type { Rule, RuleContext, RunContext } from './rule';

/** They try again on their own, twice by default. Source: the SDKs' documentation, 2026-11-24. */
const retrying = ['openai', 'anthropic', 'ai-sdk'];
const byDefault = 2;
const decorator = /(?:^|\.)(?:retry|retrying|on_exception|on_predicate)$/;
const client = /(?:^|\.)(?:Async)?(?:Azure)?(?:OpenAI|Anthropic)(?:Bedrock|Vertex)?$/;
/** JavaScript packages that call a function again until it succeeds. */
const retryPackages = /^(?:p-retry|async-retry|promise-retry|exponential-backoff|ts-retry-promise)$/;

const ofOneCall = /\.with_options\([^)]*\)|,\s*\{\s*maxRetries:\s*\d+\s*\}/g;

export default {
  meta: {
    id: 'stacked-retries',
    severity: 'information',
    fixable: true,
    description: 'Retries around an SDK that retries by itself.',
    messages: { twice: 'Retries around a call that tries again by itself: each failure is tried {0} times as often. Retry in one layer.' },
  },
  checkCall(call, _estimate, context) {
    if (!retrying.includes(call.sdk) || !isRetried(call, context)) return;
    const own = ownRetries(call, context);
    if (own.count) report(call, own, context);
  },
} satisfies Rule;

/** How often a call is tried again by itself; null where that can't be known. */
interface OwnRetries {
  count: number | null;
  /** Where the call or its client says so. */
  written: NamedArgument | null;
}

function report(call: Request, { count, written }: OwnRetries, context: RuleContext): void {
  const { text } = context;
  const fixes = written
    ? quickFix("Turn off the SDK's own retries", [replaceNumber(text, written.span, 0)], { preferred: true })
    : [...inClient(call, context), ...inCall(call, context)].slice(0, 1);
  context.report({ span: call.nameSpan, message: 'twice', values: [(count ?? 0) + 1], fixes });
}

function isRetried({ fact }: Request, { once }: RuleContext): boolean {
  const { spans, functions } = once(retriedParts);
  for (let at: Scope | null = fact.scope; at; at = at.parent) {
    if (functions.has(at) || at.decorators.some((name) => decorator.test(name))) return true;
  }
  return spans.some((span) => contains(span, fact.span));
}

/** What the file gives to a package that retries: functions written there, and functions by their names. */
function retriedParts({ facts, language }: RunContext): { spans: Span[]; functions: Set<Scope> } {
  const parts = { spans: [] as Span[], functions: new Set<Scope>() };
  const names = facts?.imports.filter(({ module }) => retryPackages.test(module)).map(({ local }) => local) ?? [];
  if (!facts || !names.length || language?.ecosystem !== 'javascript') return parts;
  for (const { callee, args, scope } of facts.calls) {
    if (!names.includes(pathOf(callee).split('.')[0] ?? '')) continue;
    for (const { value } of args) {
      const given = functionGiven(value, scope);
      if (given) parts.functions.add(given);
      else parts.spans.push(value.span);
    }
  }
  return parts;
}

function functionGiven(value: Expr, scope: Scope): Scope | null {
  const found = resolve(value, scope);
  if (found.kind === 'function') return found.scope;
  for (let at: Scope | null = value.kind === 'name' ? scope : null; at; at = at.parent) {
    const named = at.children.find(({ kind, name }) => kind === 'function' && value.kind === 'name' && name === value.name);
    if (named) return named;
  }
  return null;
}

function ownRetries(call: Request, context: RuleContext): OwnRetries {
  const { text, facts } = context;
  const scope = call.fact.scope;
  const option = optionsOf(call, context).find(({ name }) => name === 'maxRetries');
  const [only, ...others] = facts?.calls.filter(isClient) ?? [];
  const made = option ?? (only && !others.length ? findArgument(text, { fact: only } as Request, 'max_retries') : null);
  if (made) {
    const value = literalOf(made.value, scope);
    return { count: typeof value === 'number' ? value : null, written: made };
  }
  if (/\.with_options\([^)]*max_retries=/.test(text.slice(call.fact.span.start, call.fact.callee.span.end))) return { count: null, written: null };
  // Said somewhere, but of whom is not plain.
  const elsewhere = call.sdk !== 'ai-sdk' && /max_?retries["']?\s*[:=]/i.test(context.once(codeOf).replace(ofOneCall, ''));
  return { count: elsewhere ? null : byDefault, written: null };
}

/** The options of one call in JavaScript: a second argument, in the AI SDK among the parameters. */
function optionsOf(call: Request, { text, language }: RuleContext): NamedArgument[] {
  if (language?.ecosystem !== 'javascript') return [];
  if (call.sdk === 'ai-sdk') return [findArgument(text, call, 'maxRetries')].filter((found) => found !== null);
  const second = call.fact.args[1]?.value;
  return second?.kind === 'object' ? entriesOf(text, second, call.fact.scope) : [];
}

const isClient = ({ callee }: CallFact): boolean => client.test(pathOf(callee));

/** Turns the retries of the client off, where this file makes one and nothing else relies on them. */
function inClient(call: Request, context: RuleContext): Fix[] {
  const { facts, calls, text, language } = context;
  const [only, ...others] = facts?.calls.filter(isClient) ?? [];
  if (!only || others.length || calls.some((other) => other.sdk === call.sdk && !isRetried(other, context))) return [];
  const name = language?.ecosystem === 'javascript' ? 'maxRetries' : 'max_retries';
  return quickFix("Turn off the client's own retries", [addArgument(text, language, { fact: only }, name, '0')], { preferred: true });
}

/** Turns the retries of this call off. */
function inCall(call: Request, context: RuleContext): Fix[] {
  return quickFix("Turn off the SDK's own retries", [callEdit(call, context)], { preferred: true });
}

function callEdit(call: Request, { text, language }: RuleContext): TextEdit | null {
  if (!language) return null;
  if (language.ecosystem === 'python') return clientEdit(call);
  if (language.ecosystem !== 'javascript') return null;
  if (call.sdk === 'ai-sdk') return addArgument(text, language, call, 'maxRetries', '0');
  const { args, list } = call.fact;
  const second = args[1]?.value;
  if (second) return second.kind === 'object' ? addNamed(text, language, second.list, 'maxRetries', '0') : null;
  return args.length === 1 ? addItem(text, list, '{ maxRetries: 0 }') : null;
}

/** `client.chat.completions.create(…)` becomes `client.with_options(max_retries=0).chat.completions.create(…)`. */
function clientEdit(call: Request): TextEdit | null {
  let at: Expr = call.fact.callee;
  for (const _part of call.api.split('.')) at = at.kind === 'member' ? at.object : at;
  return at.kind === 'name' || at.kind === 'member' ? { start: at.span.end, end: at.span.end, text: '.with_options(max_retries=0)' } : null;
}
