import type { Expr, StringExpr } from '../facts';
import { literalText } from '../languages/strings';
import type { Resolver } from '../resolve/resolve';
import type { Breakpoint, Part } from '../types';
import { imageSize } from './imageSize';
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
  // the type says file, but what it is of says more
  const told = type !== null && /^(input_)?(file|media)$/i.test(type) ? mimeOf(value, resolver) : null;
  if (told !== null) return mediaPart(kindOfMime(told), value, resolver);
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
  return { kind: 'image', ...writtenSize(value, resolver), detail: detail ?? resolution };
}

/** Width and height where they are written, or stand in the header of a picture that is. */
function writtenSize(value: Made, resolver: Resolver): { width: number | null; height: number | null } {
  const [width, height] = ['width', 'height'].map((key) => {
    const written = first(value, [key], resolver);
    return written?.kind === 'number' && written.value > 0 ? written.value : null;
  });
  if (width && height) return { width, height };
  return imageSize(dataIn(value, resolver, 0)) ?? { width: null, height: null };
}

/** Keys under which a picture stands in its block, at any depth, as a data URL or as base64. */
const HOLDERS = ['image_url', 'imageUrl', 'url', 'image', 'source', 'inline_data', 'inlineData', 'data'];

function dataIn(value: Expr, resolver: Resolver, depth: number): string {
  if (depth > 3) return '';
  for (const key of HOLDERS) {
    const [found] = resolver.entry(value, key)?.values ?? [];
    const inner = found ? resolver.valueOf(found) : null;
    if (!inner || inner.kind === 'class') continue;
    const data =
      inner.kind === 'string' ? literalStart(inner) : inner.kind === 'object' || inner.kind === 'call' ? dataIn(inner, resolver, depth + 1) : '';
    if (data) return data;
  }
  return '';
}

/** What a text begins with, up to where it is filled. */
function literalStart({ parts: [begun] }: StringExpr): string {
  return begun?.kind === 'text' ? begun.text : '';
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
