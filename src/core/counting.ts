import { allParts } from './calls/parts';
import { placeholderSize, type Settings, type StatedVolume, type TokenizerStatement, tokenizerFileFor, volumeFor } from './config';
import { type Amount, combineModels, estimateRequest, type Meter, type SentText, type Setting } from './cost';
import type { CallFact } from './facts';
import type { PromptDraft } from './recognize';
import { forUnknownModel, frameTokens, imageTokens, isFileTokenizer, schemaTokens, type Tokenizers, toolTokens } from './tokenizers';
import type { Estimate, Model, ModelMatch, Part, Prompt, Request, TokenCount } from './types';
import type { MeasuredCall } from './usage';

/** What a text is counted for: a model, or what was found for an id, which may be a model that nobody knows. */
export type Counted = Model | ModelMatch | null;

/** Counts a text for a model, or for the default model. */
export interface Counter {
  /** The tokenizer that it takes for a model. */
  tokenizerOf(model: Counted): string;
  count(text: string, model: Counted): TokenCount;
}

export type CountedPrompt = Prompt & PromptDraft;

/** The tokenizer for texts whose model is not known. */
export const FALLBACK_TOKENIZER = 'o200k_base';

/** The model of a match; null for none or an unknown one. */
export function modelOf(match: ModelMatch | null): Model | null {
  return match?.kind === 'found' ? match.model : null;
}

/** The tokenizer of a model: of the file that the project states for it where that was loaded, else its own, else the one for unknown models. */
export function tokenizerFor(of: Counted, fallback: Model | null, tokenizers: Pick<Tokenizers, 'has' | 'files'>, settings: Settings): string {
  const stated = fileOf(of, settings);
  const file = stated && tokenizers.files.get(stated);
  if (file) return file.id;
  const model = rowOf(of);
  if (model === null && fallback !== null && of !== fallback) return tokenizerFor(fallback, null, tokenizers, settings);
  return model && tokenizers.has(model.tokenizer) ? model.tokenizer : FALLBACK_TOKENIZER;
}

/** Loads the tokenizer of a model, and answers which it is. */
export async function loadTokenizer(of: Counted, tokenizers: Tokenizers, settings: Settings): Promise<string> {
  const stated = fileOf(of, settings);
  if (stated) await tokenizers.files.load(stated);
  const id = tokenizerFor(of, null, tokenizers, settings);
  await tokenizers.load(id);
  return id;
}

const isMatch = (of: Model | ModelMatch): of is ModelMatch => of.kind === 'found' || of.kind === 'unknown';
const rowOf = (of: Counted): Model | null => (of && isMatch(of) ? modelOf(of) : of);

/** By the id as it was looked for, which may be one that the catalogue lacks, or by the catalogue's name with or without its provider. */
function fileOf(of: Counted, settings: Settings): TokenizerStatement | null {
  const model = rowOf(of);
  const ids = [...(of && isMatch(of) ? [of.id] : []), ...(model ? [model.name, `${model.provider}/${model.name}`] : [])];
  for (const id of ids) {
    const stated = tokenizerFileFor(settings, id);
    if (stated) return stated;
  }
  return null;
}

/** Counts by a prompt's runs and the tokenizer: runs are the same array as long as nothing in the prompt changes. */
const counted = new WeakMap<readonly string[], Map<string, readonly TokenCount[]>>();

/** A prompt with its count for the model of its call. */
export function countPrompt(draft: PromptDraft, model: Counted, counter: Counter): CountedPrompt {
  const { span, role, segments, runs, calls, call, name, editable } = draft;
  return { span, role, segments, runs, calls, call, name, editable, cell: null, count: sumOf(countRuns(runs, model, counter)) };
}

/** One count for each run. */
function countRuns(runs: readonly string[], model: Counted, counter: Counter): readonly TokenCount[] {
  const known = counted.get(runs) ?? new Map<string, readonly TokenCount[]>();
  counted.set(runs, known);
  const tokenizer = counter.tokenizerOf(model);
  const counts = known.get(tokenizer) ?? runs.map((run) => counter.count(run, model));
  known.set(tokenizer, counts);
  return counts;
}

function sumOf(counts: readonly TokenCount[]): TokenCount {
  return counts.reduce((sum, part) => ({ ...part, tokens: sum.tokens + part.tokens, low: sum.low + part.low, high: sum.high + part.high }));
}

/** What a file's requests are priced with, besides what they send. */
export interface Stated {
  settings: Settings;
  path: string;
  /** ISO date that counts as today. */
  today: string;
  /** What was measured of a request; null where nothing was. */
  measuredOf(request: Request): MeasuredCall | null;
}

/** How long a provider keeps a prefix that is not asked for again, in seconds. */
const KEPT = { '5m': 300, '1h': 3600 };

/** The stated share of requests that find the cache filled; by the gap between them, all or none. null where neither is stated. */
function hitRateOf({ parts }: Request, { cacheHitRate, gapSeconds }: StatedVolume): number | null {
  if (cacheHitRate !== null || gapSeconds === null) return cacheHitRate;
  const kept = allParts(parts).some(({ breakpoint }) => breakpoint?.ttl === '1h') ? KEPT['1h'] : KEPT['5m'];
  return gapSeconds <= kept ? 1 : 0;
}

/** The last estimate of each call, with all that it was made of. */
const estimated = new WeakMap<CallFact, { madeOf: readonly unknown[]; estimate: Estimate }>();

/**
 * What a request costs with each of the models that it may take, the likely one first. The same object as in the pass before where nothing
 * that counts has changed.
 */
export function estimate(
  request: Request,
  matches: readonly (ModelMatch | null)[],
  prompts: readonly CountedPrompt[],
  stated: Stated,
  counter: Counter,
): Estimate {
  const madeOf = ingredientsOf(request, matches, prompts, stated, counter);
  const last = estimated.get(request.fact);
  if (last?.madeOf.length === madeOf.length && last.madeOf.every((part, index) => part === madeOf[index])) return last.estimate;
  const made = estimateWith(request, matches, prompts, stated, counter);
  estimated.set(request.fact, { madeOf, estimate: made });
  return made;
}

/** The same, made anew: also for models that a request could take instead. */
export function estimateWith(
  request: Request,
  matches: readonly (ModelMatch | null)[],
  prompts: readonly CountedPrompt[],
  { settings, path, today, measuredOf }: Stated,
  counter: Counter,
): Estimate {
  const volume = volumeFor(settings, path, request.function);
  const measured = measuredOf(request);
  const setting: Setting = {
    textAt: (prompt) => prompts[prompt] ?? null,
    sizeOf: (name) => {
      const stated = name === null ? null : placeholderSize(settings, name);
      return stated ? { tokens: stated.p50, basis: 'stated' } : { tokens: settings.placeholderTokens, basis: 'assumed' };
    },
    statedOutput: volume?.outputTokens ?? settings.assumedOutputTokens,
    measured,
    hitRate: (volume && hitRateOf(request, volume)) ?? measured?.hitRate ?? null,
    volume: usualVolume(volume, measured),
    turns: volume?.turns ?? null,
    today,
  };
  const models = matches.length ? matches : [null];
  return combineModels(models.map((match) => estimateRequest(request, match, meterOf(request.provider, match, counter), setting)));
}

/** What is stated wins over what is measured. */
function usualVolume(stated: StatedVolume | null, measured: MeasuredCall | null): Estimate['volume'] {
  if (stated?.callsPerDay != null) return { callsPerDay: stated.callsPerDay, basis: 'stated', from: stated.from };
  return measured && { callsPerDay: measured.callsPerDay, basis: 'measured', from: measured.from };
}

/** All on which an estimate rests, each compared by identity. */
function ingredientsOf(
  request: Request,
  matches: readonly (ModelMatch | null)[],
  prompts: readonly CountedPrompt[],
  { settings, path, today, measuredOf }: Stated,
  counter: Counter,
): readonly unknown[] {
  const measured = measuredOf(request);
  const { site, kind, provider, outputLimit: limit, openParameters, promptCache, ownHost, parameters } = request;
  const madeOf: unknown[] = [
    settings,
    path,
    request.function,
    today,
    counter.tokenizerOf(null),
    site,
    kind,
    provider,
    openParameters,
    promptCache,
    ownHost,
  ];
  madeOf.push(measured?.calls, measured?.input, measured?.output, measured?.hitRate, measured?.days);
  madeOf.push(...matches, limit.kind, limit.kind === 'value' ? limit.tokens : limit.kind === 'dynamic' ? limit.byDefault : null);
  for (const [name, value] of parameters) madeOf.push(name, typeof value === 'object' ? JSON.stringify(value) : value);
  addParts(request.parts, prompts, madeOf);
  return madeOf;
}

function addParts(parts: readonly Part[], prompts: readonly CountedPrompt[], to: unknown[]): void {
  to.push(parts.length);
  for (const part of parts) {
    to.push(part.kind, part.breakpoint?.ttl);
    switch (part.kind) {
      case 'message':
        to.push(part.role);
        addParts(part.parts, prompts, to);
        break;
      case 'text':
        to.push(prompts[part.prompt]?.runs);
        break;
      case 'image':
        to.push(part.width, part.height, part.detail);
        break;
      case 'tools':
        to.push(JSON.stringify(part.tools), part.open);
        break;
      case 'schema':
        to.push(JSON.stringify(part.schema), part.open);
        break;
      case 'oneOf':
        for (const option of part.options) addParts(option, prompts, to);
        break;
      case 'repeat':
        to.push(part.times);
        addParts(part.parts, prompts, to);
        break;
      default:
        to.push(part.name);
    }
  }
}

/** Was it counted by what the model itself counts by: its row's tokenizer, or a file that the project states? */
export const isOwn = ({ encoding }: TokenCount, match: ModelMatch | null): boolean => modelOf(match) !== null || isFileTokenizer(encoding);

/** Counts for one model, or for one that nobody knows. */
function meterOf(provider: string, match: ModelMatch | null, counter: Counter): Meter {
  const name = modelOf(match) ?? { provider, name: '' };
  const plain = (text: string) => counter.count(text, match).tokens;
  const frames = (roles: readonly string[]) =>
    frameTokens(
      name,
      roles.map((role) => ({ role })),
      plain,
    );
  const around = ({ tokens, low, high, accuracy }: Omit<TokenCount, 'encoding'>): Amount => ({ tokens, low, high, exact: accuracy === 'exact' });
  const within = (range: { low: number; likely: number; high: number }): Amount => ({ ...range, tokens: range.likely, exact: false });
  // The first message brings what stands around all of them.
  const messageFrame = (role: string) => difference(around(frames([role, role])), around(frames([role])));
  return {
    encoding: counter.tokenizerOf(match),
    text: ({ runs }: SentText) => countRuns(runs, match, counter).map((count) => around(isOwn(count, match) ? count : forUnknownModel(count))),
    opening: () => difference(around(frames(['user'])), messageFrame('user')),
    frame: messageFrame,
    image: ({ width, height, detail }) => {
      const tokens = imageTokens(name, width === null || height === null ? null : { width, height }, detailOf(detail));
      return tokens && { ...within(tokens), exact: tokens.low === tokens.high };
    },
    tools: (tools, choice) => within(toolTokens(name, [...tools], plain, choice)),
    schema: (schema) => within(schemaTokens(name, schema, plain)),
  };
}

function difference(a: Amount, b: Amount): Amount {
  return { tokens: a.tokens - b.tokens, low: Math.max(0, a.low - b.low), high: a.high - b.high, exact: a.exact && b.exact };
}

const details = ['low', 'medium', 'high', 'ultra', 'original', 'auto'] as const;

/** A vendor's word for how closely a picture is looked at: `MEDIA_RESOLUTION_LOW` is `low`. */
function detailOf(detail: string | null): (typeof details)[number] | null {
  const word = detail?.toLowerCase().replace(/^.*_/, '');
  return details.find((known) => known === word) ?? null;
}
