import type { Model } from '../../types';
import { baseTier, isServed, isStaying } from './models';

/** How vendors name their small tiers. */
const small = /(?:^|[-.])(?:mini|nano|luna|haiku|flash|lite|small|ministral)(?:[-.]|$)/;
/** Models of another trade, which no other one takes over. */
const trade =
  /codex|codestral|devstral|pixtral|voxtral|search|audio|realtime|transcribe|tts|vision|image|computer|research|instruct|^ft:|\.ft-|^gpt-oss|^gemma/;
/** Trial versions, and names that mean something else tomorrow. */
const passing = /preview|latest|extended|maas/;
/** What a model must offer to take another one's calls. */
export interface TierNeeds {
  /** How many times less it must cost. */
  ratio: number;
  /** It may think before it answers where the other does not. */
  reasoning: boolean;
  /** Tokens of input and output that it must have room for; 0 where unknown. */
  input: number;
  output: number;
}

/**
 * The provider's current small model for the calls of a larger one: of its family, here to stay, with the same abilities as far as the
 * catalogue knows, and the newest that costs `ratio` times less; null where there is none.
 */
export function smallerTier(model: Model, all: readonly Model[], today: string, needs: TierNeeds): Model | null {
  if (small.test(model.name) || trade.test(model.name) || !isServed(model)) return null;
  const most = priceOf(model) / needs.ratio;
  const fits = all.filter(
    (other) =>
      other.provider === model.provider &&
      other.kind === 'chat' &&
      small.test(other.name) &&
      !trade.test(other.name) &&
      !passing.test(other.name) &&
      isStaying(other, today) &&
      generationOf(other) > 0 &&
      familyOf(other) === familyOf(model) &&
      (other.reasoning === model.reasoning || (other.reasoning && needs.reasoning)) &&
      (other.contextWindow ?? Number.POSITIVE_INFINITY) >= needs.input + needs.output &&
      (other.maxOutput ?? Number.POSITIVE_INFINITY) >= needs.output &&
      priceOf(other) > 0 &&
      priceOf(other) <= most,
  );
  const [best] = fits.sort((a, b) => generationOf(b) - generationOf(a) || priceOf(b) - priceOf(a));
  return best ?? null;
}

/** Input and output price together, in USD per million tokens: simple tasks use about as much of each. */
export function priceOf(model: Model): number {
  const tier = baseTier(model);
  return (tier?.input ?? 0) + (tier?.output ?? 0);
}

/** A host sells models of several vendors under its own name. */
const familyOf = ({ name }: Model): string => /claude|gemini|gemma/.exec(name)?.[0] ?? '';

/** `gpt-5.4-mini` is 5.4, `claude-haiku-4-5` 4.5, `mistral-small-2603` 2603 (year and month); 0 where the name says nothing. */
function generationOf({ name }: Model): number {
  const [, date] = /-(2\d(?:0\d|1[0-2]))$/.exec(name) ?? [];
  const [, major, minor] = /-(\d{1,2})(?:[-.](\d))?(?![\db])/.exec(name) ?? [];
  return Number(date ?? `${major ?? 0}.${minor ?? 0}`);
}
