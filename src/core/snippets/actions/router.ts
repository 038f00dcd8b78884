import { hasTools } from '../../calls/parts';
import { literalSpan } from '../../rules/edits';
import { findArgument, parameterOf, resolve } from '../../rules/helpers/facts';
import { reasoningRoom } from '../../rules/helpers/limits';
import { generates, modelOf, nameLike } from '../../rules/helpers/models';
import { smallerTier } from '../../rules/helpers/tiers';
import type { Estimate, Fix, Model, Request } from '../../types';
import { type Action, type ActionContext, estimateOf } from '../action';
import type { Value } from '../dialect';
import { wrapFix } from '../wrapCall';

/** How many times less the smaller tier must cost to be worth two models. */
const ratio = 3;
/** Parts of messages that not every small model reads. */
const media = /image_url|input_image|input_audio|media_type|['"](?:image|file|document|input_file)['"]/;
/** Parameters that models refuse which think before they answer. */
const unthinking = ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty', 'logprobs', 'logit_bias', 'max_tokens', 'stop'];

/** Sends simple calls to a smaller model of the same provider first. Not for tools: the small model's calls of them would be real. */
export default {
  id: 'router',
  offer(call: Request, context: ActionContext): Fix[] {
    const estimate = estimateOf(call, context);
    const model = estimate && modelOf(estimate);
    if (!model || call.model === null || !generates(call) || call.kind !== 'chat' || call.stream || hasTools(call)) return [];
    // Elsewhere the model is chosen before the call, by what it is made on.
    if (!findArgument(context.text, call, 'model')) return [];
    if (media.test(context.text.slice(call.span.start, call.span.end))) return [];
    const tier = tierFor(call, model, estimate, context);
    const name = tier && nameLike(call.model, tier.name);
    const value = name && smallModel(name, call, context);
    if (!value) return [];
    return wrapFix(
      `Send simple calls to ${name}`,
      call,
      {
        wrapper: 'withModelRouter',
        options: { small: value },
        snippets: ['model-router'],
        comment: [
          `Simple calls go to ${name} first. What counts as simple is up to ${context.language?.id === 'python' ? 'is_complex' : 'isComplex'}: tune it with your own tests.`,
        ],
      },
      context,
    );
  },
} satisfies Action;

function tierFor(call: Request, model: Model, { input }: Estimate, { text, modelsOf, today }: ActionContext): Model | null {
  const limit = call.outputLimit.kind === 'value' ? call.outputLimit.tokens : 0;
  const free = call.outputLimit.kind === 'none' || limit >= reasoningRoom;
  const reasoning =
    free && !call.openParameters && unthinking.every((name) => parameterOf(text, call, name) === undefined && !findArgument(text, call, name));
  return smallerTier(model, modelsOf(model.provider), today, { ratio, reasoning, input: input.tokens, output: limit });
}

/** The smaller model as the call takes it: its name, or in the AI SDK what makes the call's own model, `openai('…')`, with that name. */
function smallModel(name: string, call: Request, context: ActionContext): Value | null {
  if (call.sdk !== 'ai-sdk') return name;
  const { text } = context;
  const given = findArgument(text, call, 'model')?.value;
  const made = given && resolve(given, call.fact.scope);
  if (made?.kind === 'string') return name;
  const inside = made?.kind === 'call' && call.model !== null ? literalSpan(text, made.span, call.model) : null;
  if (!made || !inside) return null;
  return { source: text.slice(made.span.start, inside.start) + name + text.slice(inside.end, made.span.end) };
}
