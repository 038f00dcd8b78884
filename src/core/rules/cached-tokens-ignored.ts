import { codeOf } from '../calls/code';
import { hasTools } from '../calls/parts';
import type { Scope } from '../facts';
import type { Request } from '../types';
import { baseTier, cacheBand, generates, modelOf } from './helpers/models';
import { formatUsd } from './helpers/money';
import type { Rule, RuleContext } from './rule';

/** The counters of the providers: `usage.prompt_tokens`, `usage["input_tokens"]`, `usageMetadata.promptTokenCount`. */
const counter = '(?:prompt|input|total)_?token(?:s|_?count)\\b';
const operand = `[\\w.$?!]*(?:\\[["']|\\b|_)${counter}(?:["']\\])?`;
const scaled = new RegExp(`(?<!len\\()(?:(${operand})\\s*\\)?\\s*(?:\\*(?!\\*)|/\\s*1(?:[_0]|e[36]))|(?<!\\*)\\*\\s*\\(?\\s*(${operand}))`, 'gi');
const readsUsage = new RegExp(`usage\\w*\\)?(?:[?!]?\\.|\\??\\.?\\[["']|\\.get\\(["'])${counter}`, 'i');
const readsCached = /cache_?(?:read|creation|write)|cached_?(?:\w+_?)?token|cache_?hit_?token|tokens?_?details/i;
const money = /cost|price|pricing|rate|usd|dollar|cents|per_?(?:1k|1m|mtok|million)/i;
const comment = /^\s*(?:#|\/\/|\*)|\s(?:#|\/\/)\s/;

/** Providers whose input counter includes the cached tokens; Anthropic's leaves them out. Source: their documentation, 2026-11-24. */
const including = /^(?:openai|azure|google)/;

export default {
  meta: {
    id: 'cached-tokens-ignored',
    severity: 'information',
    fixable: false,
    description: 'Code that computes costs and reads no cached tokens.',
    messages: {
      plain: '{0} is all the input that this cost knows: cached tokens have prices of their own, and no counter of them is read here.',
      includes: '{0} includes cached tokens, which cost less: this cost comes out too high. Price them apart.',
      priced: '{0} includes cached tokens, which cost {1} instead of {2} per million with {3}: this cost comes out too high. Price them apart.',
      excludes: '{0} leaves out what the prompt cache reads and writes: this cost comes out too low. Add both counters, each at its own price.',
    },
  },
  checkFile(context) {
    const { text, calls, facts, report } = context;
    if (!facts || !/token/i.test(text)) return;
    const code = context.once(codeOf);
    if (!readsUsage.test(code) && !/\busage\b/.test(code)) return;
    const generating = calls.filter(generates);
    const includes = generating.length > 0 && generating.every(({ provider }) => including.test(provider));
    const excludes = generating.length > 0 && generating.every(({ provider }) => provider === 'anthropic');
    if (includes ? !mayBeCached(generating, context) : excludes ? !generating.some(({ promptCache }) => promptCache) : generating.length) return;
    for (const found of code.matchAll(scaled)) {
      const name = found[1] ?? found[2] ?? '';
      const start = found.index + found[0].indexOf(name);
      const line = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start));
      if (comment.test(line.slice(0, line.indexOf(name))) || !money.test(line)) continue;
      const around = functionAt(facts.file, start);
      const own = code.slice(around.span.start, around.span.end);
      if (readsCached.test(own) || !(readsUsage.test(own) || /\busage\b/.test(own))) continue;
      const span = { start, end: start + name.length };
      if (includes) report({ span, ...dearer(name, context) });
      else report({ span, message: excludes ? 'excludes' : 'plain', values: [name], severity: excludes ? undefined : 'hint' });
    }
  },
} satisfies Rule;

/** The innermost function or method around an offset; the file where there is none. */
function functionAt(scope: Scope, at: number): Scope {
  const inner = scope.children.find(({ span }) => span.start <= at && at < span.end);
  if (!inner) return scope;
  const found = functionAt(inner, at);
  return found.kind === 'function' ? found : scope;
}

/** Does some call have an input that is, or may become, long enough for the provider's own caching? */
function mayBeCached(generating: Request[], { calls, estimates }: RuleContext): boolean {
  return generating.some((call) => {
    const estimate = estimates[calls.indexOf(call)];
    const model = estimate && modelOf(estimate);
    const high = estimate?.input.high ?? null;
    return high === null || hasTools(call) || high >= ((model && cacheBand(model)?.least) ?? 1024);
  });
}

/** With both prices where all calls are of one model that has them. */
function dearer(name: string, { calls, estimates }: RuleContext) {
  const models = new Set(calls.flatMap((call, index) => (generates(call) ? [estimates[index] ? modelOf(estimates[index]) : null] : [])));
  const [model] = models;
  const tier = models.size === 1 && model ? baseTier(model) : null;
  return model && tier?.input && tier.cachedInput !== null && tier.cachedInput < tier.input
    ? { message: 'priced', values: [name, formatUsd(tier.cachedInput), formatUsd(tier.input), model.name] }
    : { message: 'includes', values: [name] };
}
