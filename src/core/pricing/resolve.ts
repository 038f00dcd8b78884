import type { Base, BaseMatch } from './base';
import { huggingFaceHost, openRouterVendors, type Route, routeOf, splitRoute } from './routes';

const bedrockId =
  /^(?:[a-z]{2,6}(?:-gov)?\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen|writer|google|nvidia|stability|minimax|moonshot)\.[a-z]/i;

/** A provider's name in call sites → the catalogue's; null for gateways and unknown names, `unpriced` for hosts without known prices. */
export function providerOfHint(base: Base, hint: string | null | undefined): string | null | 'unpriced' {
  if (!hint) return null;
  const route = routeOf(hint);
  if (route === 'unpriced') return route;
  if (route !== null && typeof route === 'object') return route.provider;
  return base.isProvider(hint) ? hint : null;
}

/**
 * The catalogue row that a model id means: exact id, lower case, route prefix, Bedrock, Vertex, other spellings, the provider's rules.
 * null for an id that nothing fits, and for one that a rule fits only by taking one version for another.
 */
export function resolve(base: Base, id: string, provider: string | null | 'unpriced'): BaseMatch | null {
  const text = id.trim();
  const arn = /^arn:aws[\w-]*:bedrock:.*\/(.+)$/i.exec(text)?.[1];
  if (arn) return resolve(base, arn, 'aws');
  if (provider === 'openrouter') {
    const own = base.exactIn('openrouter', text);
    if (own) return exactOnlyIfSame(own, text);
    const match = resolve(base, text, null);
    return match && openRouterVendors.includes(match.model.provider) ? match : null;
  }
  const own = provider && provider !== 'unpriced' ? base.exactIn(provider, text) : null;
  if (own) return exactOnlyIfSame(own, text);
  if (provider === 'unpriced') return null;
  const hosted = provider === 'huggingface' ? huggingFaceHost(text) : null;
  if (hosted && base.isProvider(hosted.host)) return inProvider(base, hosted.host, hosted.rest);
  if (bedrockId.test(text)) return inProvider(base, 'aws', text);
  const routed = peel(base, text, provider);
  if (routed) return routed.match;
  if (provider && provider !== 'openai') return inProvider(base, provider, text);
  // A client for OpenAI's API serves any host that speaks it, so an id that OpenAI has not may be another vendor's.
  return (provider && inProvider(base, provider, text)) || withoutProvider(base, text);
}

/**
 * Is the id one that another vendor sells and this provider does not? A host without known prices (null for one of the user's own) may serve
 * any open model, but none of the vendors that sell theirs alone.
 */
export function isForeign(base: Base, id: string, hint: string | null): boolean {
  const provider = hint === null ? 'unpriced' : providerOfHint(base, hint);
  if (provider === null) return false;
  const match = resolve(base, id, provider === 'unpriced' ? null : provider);
  if (provider === 'unpriced') return match?.confidence === 'exact' && openRouterVendors.includes(match.model.provider);
  // a client for OpenAI's API is priced for any vendor
  if (match) return provider === 'openai' && match.model.provider !== 'openai';
  return resolve(base, id, null) !== null;
}

/** Hosts sell other vendors' models under ids like `openai/gpt-oss-120b`: there a prefix is part of the id, unless it names the host itself. */
const mayLeave = (provider: string | null, route: Route): boolean =>
  provider === null || provider === 'openai' || route === 'filler' || (typeof route === 'object' && route.provider === provider);

/** Follows a route prefix; null where the id has none. `match` is null where the route leads to no row. */
function peel(base: Base, text: string, provider: string | null): { match: BaseMatch | null } | null {
  const split = splitRoute(text);
  const route = split && routeOf(split.name);
  if (!split || route === null || !mayLeave(provider, route)) return null;
  if (route === 'unpriced') return { match: null };
  if (typeof route === 'object' && route.provider === 'openrouter') return { match: resolve(base, split.rest, 'openrouter') };
  if (route === 'gateway') return { match: resolve(base, split.rest, null) };
  if (route === 'filler') return { match: resolve(base, split.rest, provider) };
  if (route.provider === 'huggingface') return { match: resolve(base, split.rest, 'huggingface') };
  // `vertex_ai/publishers/google/models/…` names the provider more than once.
  const rest = base.exactIn(route.provider, split.rest) ? null : peel(base, split.rest, route.provider);
  return rest ?? { match: inProvider(base, route.provider, split.rest) };
}

function withoutProvider(base: Base, text: string): BaseMatch | null {
  if (/@(20\d{6}|latest|default|\d{3})$/.test(text)) return inProvider(base, 'google', text);
  if (/^ft:/i.test(text)) return inProvider(base, 'openai', text);
  const exact = base.exactAnywhere(text);
  if (exact) return exactOnlyIfSame(exact, text);
  const like = base.providerLike(text);
  return like ? inProvider(base, like, text) : null;
}

function inProvider(base: Base, provider: string, text: string): BaseMatch | null {
  const found = base.exactIn(provider, text);
  if (found) return exactOnlyIfSame(found, text);
  const match = base.patternIn(provider, text);
  // On Azure the id is a deployment's name, which people choose freely: only a vendor's own id tells the model.
  return provider === 'azure' && match?.confidence === 'pattern' ? null : match;
}

const exactOnlyIfSame = (match: BaseMatch, text: string): BaseMatch =>
  match.confidence === 'exact' && match.row.id !== text ? { ...match, confidence: 'alias' } : match;
