import { addItem } from '../../rules/edits';
import { cacheDiscount, countBreakpoints, isAnthropic, staticPrefix } from '../../rules/helpers/caching';
import { functionOf } from '../../rules/helpers/facts';
import { cacheBand, modelOf } from '../../rules/helpers/models';
import { formatCount } from '../../rules/helpers/money';
import type { Fix, Model, Request, TextEdit } from '../../types';
import { type Action, type ActionContext, estimateOf, isTyped, snippetLanguage } from '../action';
import { dialectOf } from '../dialect';
import { type PromptPart, promptParts, splitText } from '../promptParts';
import { indentAt } from '../wrapCall';

/** The provider's own prompt cache: Anthropic's breakpoint behind the static part, OpenAI's key that keeps like calls together. */
export default {
  id: 'provider-cache',
  offer(call: Request, context: ActionContext): Fix[] {
    const estimate = estimateOf(call, context);
    const model = estimate && modelOf(estimate);
    const band = model && cacheBand(model);
    if (!estimate || !band || !snippetLanguage(context) || call.promptCache || call.openParameters) return [];
    const openai = call.provider === 'openai' && /^openai\.(?:chat\.completions|responses)$/.test(call.api);
    if ((!openai && !takesBreakpoints(call, model)) || countBreakpoints(context.text, call)) return [];
    const title = openai ? "Name OpenAI's prompt cache" : 'Cache the static prompt at Anthropic';
    const parts = promptParts(call, model, context);
    const tokens = Math.max(
      staticPrefix(call, context, estimate),
      parts.reduce((sum, part) => sum + part.tokens, 0),
    );
    if (tokens < band.least) {
      const refused = `The static part has ${formatCount(tokens)} tokens; ${model.name} caches from ${formatCount(band.least)} on.`;
      return [fix(title, [], { refused })];
    }
    const edit = openai ? cacheKey(call, context) : breakpoint(call, parts, band.least, context);
    const saves = cacheDiscount(estimate);
    return edit ? [fix(saves === null ? title : `${title} (cached input costs ${Math.round(saves * 100)} % less)`, [edit])] : [];
  },
} satisfies Action;

/** Anthropic's own API, and LiteLLM, which hands the breakpoints of messages on. */
const takesBreakpoints = (call: Request, { provider }: Model): boolean =>
  isAnthropic(call) || (call.api === 'litellm.completion' && provider === 'anthropic');

function fix(title: string, edits: TextEdit[], more: Partial<Fix> = {}): Fix {
  return { title, edits, tokensSaved: null, safe: false, preferred: false, preview: true, kind: 'refactor', helpers: null, ...more };
}

/** Calls with the same key go to the same machine, where the prefix is kept. */
function cacheKey(call: Request, context: ActionContext): TextEdit | null {
  const { quote } = dialectOf(context, snippetLanguage(context) ?? 'typescript').style;
  const file = context.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const name = functionOf(call.fact.scope)?.name;
  return context.addArgument(call, 'prompt_cache_key', `${quote}${name ? `${file}-${name}` : file}${quote}`);
}

/** A text that changes is cut at its first placeholder where its beginning is at least this share of what stands before it. */
const worthCutting = 0.25;

/**
 * Ends the static part with a breakpoint: behind the last text that never changes, or inside of the one that does. A call without any
 * that changes has it behind its system text, where that is long enough.
 */
function breakpoint(call: Request, parts: readonly PromptPart[], least: number, context: ActionContext): TextEdit | null {
  const last = parts.at(-1);
  const fixed = parts.filter(({ changes }) => changes === null);
  const sum = (list: readonly PromptPart[]) => list.reduce((total, { tokens }) => total + tokens, 0);
  if (!last) return null;
  if (last.changes && (sum(fixed) < least || last.tokens >= sum(fixed) * worthCutting)) {
    const cut = last.changes === 'opaque' ? null : cutPart(last, last.changes.start, call, context);
    if (cut || sum(fixed) < least) return cut;
  }
  const system = last.changes ? [] : fixed.filter(({ text }) => isSystem(text.start, call, context));
  const chosen = (sum(system) >= least ? system : fixed).at(-1);
  return chosen ? closePart(chosen, call, context) : null;
}

function isSystem(offset: number, call: Request, { prompts }: ActionContext): boolean {
  return call.prompts.some((index) => prompts[index]?.role === 'system' && prompts[index]?.span.start === offset);
}

/** How the file writes the parts of a block. Where a variable holds the request, TypeScript must be told that its texts are constants. */
function writer(part: PromptPart, call: Request, context: ActionContext) {
  const language = snippetLanguage(context) ?? 'typescript';
  const { quote } = dialectOf(context, language).style;
  const python = language === 'python';
  const outside = part.text.start < call.span.start || part.text.end > call.span.end;
  const constant = outside && isTyped(context) ? ' as const' : '';
  const word = (text: string) => `${quote}${text}${quote}`;
  const entry = (name: string, value: string) => `${python ? word(name) : name}: ${value}`;
  const object = (...entries: string[]) => (python ? `{${entries.join(', ')}}` : `{ ${entries.join(', ')} }`);
  const control = entry('cache_control', object(entry('type', word('ephemeral') + constant)));
  return { control, block: (source: string, ...more: string[]) => object(entry('type', word('text') + constant), entry('text', source), ...more) };
}

/** Puts the breakpoint on a block, or makes one of a content that is a text. */
function closePart(part: PromptPart, call: Request, context: ActionContext): TextEdit | null {
  const { control, block } = writer(part, call, context);
  if (part.block) return addItem(context.text, part.block.list, control);
  const { start, end } = part.text;
  return { start, end, text: `${part.shorthand ? `${part.shorthand}: ` : ''}[${block(context.text.slice(start, end), control)}]` };
}

/** Makes two blocks of a text, the first of which ends with the breakpoint. */
function cutPart(part: PromptPart, at: number, call: Request, context: ActionContext): TextEdit | null {
  const { text } = context;
  const { start, end } = part.text;
  const halves = part.shorthand ? null : splitText(text.slice(start, end), at - start);
  if (!halves || part.block?.entries.some(({ key }) => key !== 'type' && key !== 'text')) return null;
  const { control, block } = writer(part, call, context);
  const { newline, indent } = dialectOf(context, snippetLanguage(context) ?? 'typescript').style;
  const blocks = [block(halves[0], control), block(halves[1])];
  const span = part.block?.span ?? part.text;
  const margin = indentAt(text, span.start);
  if (part.block)
    return {
      ...span,
      text: blocks.join(
        text.slice(0, span.start).endsWith(margin) && /^\s*$/.test(text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start))
          ? `,${newline}${margin}`
          : ', ',
      ),
    };
  return { ...span, text: `[${blocks.map((line) => `${newline}${margin}${indent}${line},`).join('')}${newline}${margin}]` };
}
