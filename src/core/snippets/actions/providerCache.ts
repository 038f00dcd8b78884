import { cacheDiscount, isAnthropic, staticPrefix } from '../../rules/helpers/caching';
import { findArgument, functionOf } from '../../rules/helpers/facts';
import { cacheBand, modelOf } from '../../rules/helpers/models';
import { formatCount } from '../../rules/helpers/money';
import type { CallSite, Fix, TextEdit } from '../../types';
import { type Action, type ActionContext, estimateOf, snippetLanguage } from '../action';
import { dialectOf } from '../dialect';

/** The provider's own prompt cache: Anthropic's breakpoint behind the static part, OpenAI's key that keeps like calls together. */
export default {
  id: 'provider-cache',
  offer(call: CallSite, context: ActionContext): Fix[] {
    const estimate = estimateOf(call, context);
    const model = estimate && modelOf(estimate);
    const band = model && cacheBand(model);
    if (!estimate || !band || !snippetLanguage(context) || call.promptCache || call.openParameters) return [];
    const openai = call.provider === 'openai' && /^openai\.(?:chat\.completions|responses)$/.test(call.api);
    if (!openai && !isAnthropic(call)) return [];
    const title = openai ? "Name OpenAI's prompt cache" : 'Cache the static prompt at Anthropic';
    const tokens = staticPrefix(call, context, estimate);
    if (tokens < band.least) {
      const refused = `The static part has ${formatCount(tokens)} tokens; ${model.name} caches from ${formatCount(band.least)} on.`;
      return [fix(title, [], { refused })];
    }
    const edit = openai ? cacheKey(call, context) : breakpoint(call, context);
    const saves = cacheDiscount(estimate);
    return edit ? [fix(saves === null ? title : `${title} (cached input costs ${Math.round(saves * 100)} % less)`, [edit])] : [];
  },
} satisfies Action;

function fix(title: string, edits: TextEdit[], more: Partial<Fix> = {}): Fix {
  return { title, edits, tokensSaved: null, safe: false, preferred: false, preview: true, kind: 'refactor', helpers: null, ...more };
}

/** Calls with the same key go to the same machine, where the prefix is kept. */
function cacheKey(call: CallSite, context: ActionContext): TextEdit | null {
  const { quote } = dialectOf(context, snippetLanguage(context) ?? 'typescript').style;
  const file = context.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const name = functionOf(call.fact.scope)?.name;
  return context.addArgument(call, 'prompt_cache_key', `${quote}${name ? `${file}-${name}` : file}${quote}`);
}

/** Writes the system text as a block that ends with the breakpoint. */
function breakpoint(call: CallSite, { text, language }: ActionContext): TextEdit | null {
  const system = findArgument(text, call, 'system');
  if (!system || !['string', 'name', 'member'].includes(system.value.kind)) return null;
  const { start, end } = system.value.span;
  const source = text.slice(start, end);
  const written =
    language?.id === 'python'
      ? `[{"type": "text", "text": ${source}, "cache_control": {"type": "ephemeral"}}]`
      : `[{ type: 'text', text: ${source}, cache_control: { type: 'ephemeral' } }]`;
  return { start, end, text: text.slice(system.span.start, system.span.end) === system.name ? `${source}: ${written}` : written };
}
