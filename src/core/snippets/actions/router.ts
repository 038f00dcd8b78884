import { baseTier, generates, isRetired, modelOf, nameLike } from '../../rules/helpers/models';
import type { CallSite, Fix, Model } from '../../types';
import { type Action, type ActionContext, estimateOf } from '../action';
import { wrapFix } from '../wrapCall';

/** How many times less the smaller tier must cost to be worth two models. */
const ratio = 3;
/** How providers name their smaller tiers; names that say another trade or a passing state. */
const smallTier = /\b(?:mini|nano|haiku|flash|lite|luna|small)\b/;
const special = /codex|search|audio|realtime|transcribe|tts|image|deep-research|preview|latest|exp\b|:|\d{4}-?\d{2}-?\d{2}|^claude-3/;

/** Sends simple calls to a smaller model of the same provider first. Not for tools: the small model's calls of them would be real. */
export default {
  id: 'router',
  offer(call: CallSite, context: ActionContext): Fix[] {
    const estimate = estimateOf(call, context);
    const model = estimate && modelOf(estimate);
    if (!model || call.model === null || smallTier.test(model.name) || !generates(call) || call.stream || call.tools || call.sdk === 'ai-sdk')
      return [];
    const small = smaller(model, context);
    if (!small) return [];
    const name = nameLike(call.model, small.name);
    return wrapFix(
      `Send simple calls to ${name}`,
      call,
      {
        wrapper: 'withModelRouter',
        options: { small: name },
        snippets: ['model-router'],
        comment: [
          `Simple calls go to ${name} first. What counts as simple is up to ${context.language?.id === 'python' ? 'is_complex' : 'isComplex'}: tune it with your own tests.`,
        ],
      },
      context,
    );
  },
} satisfies Action;

/** The dearest chat model of the provider that costs at most a part of this one and is here to stay. */
function smaller(model: Model, { modelsOf, today }: ActionContext): Model | null {
  const most = priceOf(model) / ratio;
  const fits = modelsOf(model.provider).filter(
    (other) =>
      other.kind === 'chat' &&
      smallTier.test(other.name) &&
      !special.test(other.name) &&
      !other.retires &&
      !isRetired(other, today) &&
      other.reasoning === model.reasoning &&
      priceOf(other) > 0 &&
      priceOf(other) <= most,
  );
  return fits.reduce<Model | null>((best, other) => (best && priceOf(best) >= priceOf(other) ? best : other), null);
}

function priceOf(model: Model): number {
  const tier = baseTier(model);
  return (tier?.input ?? 0) + (tier?.output ?? 0);
}
