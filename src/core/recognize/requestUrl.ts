import type { CallFact, Expr, StringPart } from '../facts';
import { lastName } from '../resolve/names';
import { plainName, type Resolver, type Value } from '../resolve/resolve';
import type { Callers } from './callers';
import { calleePath } from './words';

/** Calls that give a request its body, in a chain that named the URL before: `client.post(url).json(&body)`. */
const ADDS_BODY = /^(?:json|body|bodyvalue|send_json|send_string|body_json|set_body)$/i;
const OPENS = /^(?:post|request|put|uri)$/i;
/** Calls that send a request which was put together before, and where that keeps its URL: `newBuilder(uri)`, `new HttpRequestMessage(method, url)`. */
const SENDS = /^(?:send|sendasync|newcall|request)$/i;
const URL_KEYS = ['uri', 'url', 'new_builder', 'request_uri', '1', '0'];
/** What makes an address of a text: `URI(…)`, `URI.parse(…)`, `new URL(…)`. */
const MAKES_URL = /^(?:(?:.*\.)?(?:url|uri)(?:\.(?:parse|create|new))?)$/i;
/** What is taken of an address to ask for it. */
const IN_URL = /^(?:path|request_uri)$/;
const DEEPEST = 4;
const MOST_LINKS = 40;

/**
 * The texts that may be the URL of an HTTP request, as far as they are written in the file: one of the first
 * arguments, what the call's chain was opened with, what a curl handle or the request that is sent was given; each also behind the base URL of its
 * client. A helper's URL is what its callers in this file give it.
 */
export function requestUrls(call: CallFact, resolver: Resolver, callers: Callers): string[] {
  const name = lastName(call.callee) ?? '';
  const exprs = name === 'curl_exec' ? handleUrls(call, resolver) : urlArguments(call);
  const opening = ADDS_BODY.test(name) ? openingOf(call, resolver) : null;
  if (opening) exprs.push(...urlArguments(opening));
  const request = SENDS.test(name) ? call.args[0]?.value : undefined;
  if (request) exprs.push(...URL_KEYS.flatMap((key) => resolver.entry(request, key)?.values ?? []));
  const texts = exprs
    .map((expr) => (expr.kind === 'member' && IN_URL.test(expr.property) ? expr.object : expr))
    .flatMap((expr) => [expr, ...callers(expr).map(({ value }) => value)])
    .map((expr) => knownText(expr, resolver) || addressNamed(expr))
    .filter(Boolean);
  const base = texts.length && call.callee.kind === 'member' ? baseOf(call.callee.object, resolver) : '';
  return base ? texts.map((text) => (text.includes('://') ? text : `${base.replace(/\/$/, '')}/${text.replace(/^\//, '')}`)) : texts;
}

/** The link of a chain that names the method and the URL. */
function openingOf(call: CallFact, resolver: Resolver): CallFact | null {
  let at: CallFact | null = call;
  for (let links = 0; at && links < MOST_LINKS; links++) {
    if (links && OPENS.test(lastName(at.callee) ?? '')) return at;
    const object: Expr | null = at.callee.kind === 'member' ? at.callee.object : null;
    const value: Value | null = object?.kind === 'name' ? resolver.valueOf(object) : object;
    at = value?.kind === 'call' ? value.call : null;
  }
  return null;
}

function urlArguments(call: CallFact): Expr[] {
  return call.args.slice(0, 3).flatMap((arg) => (arg.name === null || /^(url|uri)$/.test(arg.name) ? [arg.value] : []));
}

/** `curl_init($url)` and `CURLOPT_URL` of the handle that is executed. */
function handleUrls(call: CallFact, resolver: Resolver): Expr[] {
  const handle = call.args[0]?.value;
  return handle ? ['CURLOPT_URL', '0'].flatMap((key) => resolver.entry(handle, key)?.values ?? []) : [];
}

/** The base URL that a client was made with: Guzzle's `base_uri`, axios's `baseURL`. */
function baseOf(given: Expr, resolver: Resolver): string {
  let client = given;
  while (client.kind === 'call' && client.call.callee.kind === 'member') client = client.call.callee.object;
  if (client.kind !== 'name' && client.kind !== 'member') return '';
  for (const key of ['base_uri', 'baseURL']) for (const value of resolver.entry(client, key)?.values ?? []) return knownText(value, resolver);
  return '';
}

/** The name of what is not known but named as an address: `{config.ollamaurl}`, `{getollamaendpoint}`. */
function addressNamed(expr: Expr): string {
  const name = expr.kind === 'call' ? lastName(expr.call.callee) : lastName(expr);
  const path = plainName(expr.kind === 'member' ? `${lastName(expr.object) ?? ''}.${name}` : (name ?? ''));
  return /(?:url|uri|host|endpoint|address|server|api|base)(?!key)/.test(path) ? `{${path}}` : '';
}

/** The static text of an expression, with `{}` for what is not known, or its name. */
function knownText(expr: Expr, resolver: Resolver, depth = 0): string {
  if (depth > DEEPEST) return '';
  return resolver
    .valuesOf(expr)
    .values.flatMap((value): StringPart[] => {
      if (value.kind === 'string') return value.parts;
      const [first] = value.kind === 'call' && MAKES_URL.test(calleePath(value.call.callee)) ? value.call.args : [];
      return first ? [{ kind: 'hole', value: first.value, name: '', span: first.span }] : [];
    })
    .map((part) =>
      part.kind === 'text' ? part.text : (part.value && (knownText(part.value, resolver, depth + 1) || addressNamed(part.value))) || '{}',
    )
    .join('');
}

/** Is this what is sent to a model, although its fields are filled elsewhere: a struct that declares a model and its input? */
export function declaresRequest(value: Value): boolean {
  if (value.kind !== 'class') return false;
  const has = (pattern: RegExp) => value.scope.bindings.some((binding) => pattern.test(binding.name));
  return has(/^this\.model$/i) && has(/^this\.(messages|prompt|input|contents)$/i);
}
