import type { Expr } from '../facts';
import { literalText } from '../languages/strings';
import type { Resolver } from '../resolve/resolve';
import type { Breakpoint, Part } from '../types';
import { calleePath } from './words';

type Made = Extract<Expr, { kind: 'object' | 'call' }>;

/** Keys that hold a picture, a file or a recording in a block of content, in any API. */
const KEYS: [RegExp, 'image' | 'file' | 'audio'][] = [
  [/^(image_?url|image|input_?image)$/i, 'image'],
  [/^(input_?audio|audio)$/i, 'audio'],
  [/^(input_?file|file|document|file_?data|file_?id)$/i, 'file'],
];
/** Makers of such parts: `Part.from_uri(…)`, `Image.open(…)`, `types.Part.from_bytes(…)`, `ImageContent.from(…)`. */
const MAKERS =
  /(^|\.)(Image\.open|Image\.load_from_file|PIL\.Image\.open|Part\.from_?(uri|bytes|data|image)|Image\w*(Part|Content|Block|Url)(\.\w+)?|InlineDataPart|createPartFromUri|createPartFromBase64)$/i;

/** A picture, a file or a recording among the content of a message; null for anything else. */
export function readMedia(value: Made, resolver: Resolver): Part | null {
  const type = text(value, 'type', resolver);
  if (type !== null) {
    const kind = /image/i.test(type) ? 'image' : /audio/i.test(type) ? 'audio' : /^(input_)?(file|document|media|video)/i.test(type) ? 'file' : null;
    if (kind) return mediaPart(kind, value, resolver);
    if (/text|function|tool|object|json/i.test(type)) return null;
  }
  const data = value.kind === 'object' ? first(value, ['inline_data', 'inlineData', 'file_data', 'fileData', 'source'], resolver) : null;
  const mime = mimeOf(value, resolver) ?? (data ? mimeOf(data, resolver) : null);
  if (mime !== null) return mediaPart(kindOfMime(mime), value, resolver);
  if (value.kind === 'call') return MAKERS.test(calleePath(value.call.callee)) ? mediaPart('image', value, resolver) : null;
  if (value.entries.some(({ key }) => key !== null && /^(text|content|role)$/i.test(key))) return null;
  for (const { key } of value.entries) {
    const found = key === null ? undefined : KEYS.find(([pattern]) => pattern.test(key));
    if (found) return mediaPart(found[1], value, resolver);
  }
  return null;
}

function mediaPart(kind: 'image' | 'file' | 'audio', value: Made, resolver: Resolver): Part {
  if (kind !== 'image') return { kind, name: null };
  const inner = first(value, ['image_url', 'imageUrl', 'image'], resolver);
  const detail =
    text(value, 'detail', resolver) ?? (inner && (inner.kind === 'object' || inner.kind === 'call') ? text(inner, 'detail', resolver) : null);
  const resolution = text(value, 'media_resolution', resolver) ?? text(value, 'mediaResolution', resolver);
  return { kind: 'image', width: null, height: null, detail: detail ?? resolution };
}

const kindOfMime = (mime: string) => (mime.startsWith('image/') ? 'image' : mime.startsWith('audio/') ? 'audio' : 'file');

function mimeOf(value: Expr, resolver: Resolver): string | null {
  if (value.kind !== 'object' && value.kind !== 'call') return null;
  for (const key of ['mime_type', 'mimeType', 'media_type', 'mediaType']) {
    const word = text(value, key, resolver);
    if (word !== null && /^(image|audio|video|application|text)\//.test(word)) return word;
  }
  return null;
}

function first(value: Expr, keys: readonly string[], resolver: Resolver): Expr | null {
  for (const key of keys) {
    const [found] = resolver.entry(value, key)?.values ?? [];
    const inner = found && resolver.valueOf(found);
    if (inner && inner.kind !== 'class') return inner;
  }
  return null;
}

function text(value: Expr, key: string, resolver: Resolver): string | null {
  const [found] = resolver.entry(value, key)?.values ?? [];
  const inner = found ? resolver.valueOf(found) : null;
  if (inner?.kind === 'string') return literalText(inner);
  return inner?.kind === 'member' ? inner.property : null;
}

/** Where Anthropic's APIs are told to cache: the key stands in the block, or in options that the AI SDK passes on. */
const BREAKPOINTS = ['cache_control', 'cacheControl', 'cache_point', 'cachePoint'];
const OPTIONS = ['providerOptions', 'experimental_providerMetadata', 'providerMetadata', 'provider_options', 'additional_kwargs'];

/** The breakpoint that a block, a message or a tool bears; null without one. */
export function readBreakpoint(value: Expr, resolver: Resolver): Breakpoint | null {
  for (const key of BREAKPOINTS) {
    const [found] = resolver.entry(value, key)?.values ?? [];
    if (!found || found.kind === 'null') continue;
    const ttl = found.kind === 'object' || found.kind === 'call' || found.kind === 'name' ? textIn(found, 'ttl', resolver) : null;
    return { ttl: ttl === '1h' ? '1h' : '5m', span: found.span };
  }
  for (const key of OPTIONS) {
    const [options] = resolver.entry(value, key)?.values ?? [];
    const [vendor] = options ? (resolver.entry(options, 'anthropic')?.values ?? resolver.entry(options, 'bedrock')?.values ?? []) : [];
    const inner = vendor ? readBreakpoint(vendor, resolver) : null;
    if (inner) return inner;
  }
  return null;
}

function textIn(value: Expr, key: string, resolver: Resolver): string | null {
  const inner = resolver.valueOf(value);
  return inner && inner.kind !== 'class' ? text(inner, key, resolver) : null;
}
