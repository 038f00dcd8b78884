import type { Settings } from '../config';
import type { ParameterValue, Part, Prompt, Request } from '../types';
import type { ProjectRequest } from './requests';

/** What may make a request cost something else, in the order in which the difference is split. */
export const causes = ['prompt', 'model', 'tools', 'limit', 'cache', 'prices', 'volume', 'parameters'] as const;
export type Cause = (typeof causes)[number];

/** A request made of two states of one. */
export interface MixedRequest {
  request: Request;
  prompts: Prompt[];
  path: string;
  settings: Settings;
}

/** Arguments that say what is cached, and which tool is used. */
const ownCause: Readonly<Record<string, Cause>> = { cache_control: 'cache', tool_choice: 'tools' };

const ofSettings: Partial<Record<Cause, readonly (keyof Settings)[]>> = {
  model: ['aliases', 'assumeModel', 'tokenizers'],
  prices: ['models', 'selfHosted', 'discounts'],
  volume: ['volumes', 'callsPerDay', 'sessionsPerDay', 'placeholders', 'placeholderTokens', 'assumedOutputTokens'],
};

/** Makes settings of those of two states; the same object for the same question, since the engine knows them by identity. */
export type MixSettings = (before: Settings, after: Settings, taken: ReadonlySet<Cause>) => Settings;

export function createSettingsMixer(): MixSettings {
  const known = new WeakMap<Settings, WeakMap<Settings, Map<string, Settings>>>();
  return (before, after, taken) => {
    if (before === after) return after;
    const ofBefore = known.get(before) ?? new WeakMap<Settings, Map<string, Settings>>();
    known.set(before, ofBefore);
    const mixes = ofBefore.get(after) ?? new Map<string, Settings>();
    ofBefore.set(after, mixes);
    const kept = causes.filter((cause) => !taken.has(cause)).flatMap((cause) => ofSettings[cause] ?? []);
    const key = kept.join();
    const mixed = mixes.get(key) ?? { ...after, ...Object.fromEntries(kept.map((name) => [name, before[name]])) };
    mixes.set(key, mixed);
    return mixed;
  };
}

/** The request as it would be if only what is `taken` had changed. */
export function mixRequest(before: ProjectRequest, after: ProjectRequest, taken: ReadonlySet<Cause>, mixSettings: MixSettings): MixedRequest {
  const prompts = [...before.file.analysis.prompts, ...after.file.analysis.prompts];
  const sideOf = (cause: Cause) => (taken.has(cause) ? after : before).request;
  const partsOf = (cause: Cause) => {
    const behind = taken.has(cause) ? before.file.analysis.prompts.length : 0;
    return sideOf(cause)
      .parts.filter((part) => causeOf(part) === cause)
      .map((part) => moveTexts(part, behind));
  };
  const { model, models, modelBasis, provider, ownHost } = sideOf('model');
  const { outputLimit } = sideOf('limit');
  const { promptCache } = sideOf('cache');
  const volume = taken.has('volume') ? after : before;
  return {
    request: {
      ...sideOf('parameters'),
      ...{ model, models, modelBasis, provider, ownHost, outputLimit, promptCache, function: volume.request.function },
      parts: (['tools', 'parameters', 'prompt'] as const).flatMap(partsOf),
      parameters: new Map(causes.flatMap((cause) => [...sideOf(cause).parameters].filter(([name]) => causeOfParameter(name) === cause))),
    },
    prompts,
    path: volume.file.path,
    settings: mixSettings(before.file.settings, after.file.settings, taken),
  };
}

const causeOf = ({ kind }: Part): Cause => (kind === 'tools' ? 'tools' : kind === 'schema' ? 'parameters' : 'prompt');
const causeOfParameter = (name: string): Cause => ownCause[name] ?? 'parameters';

/** A part whose texts stand so many places further behind. */
function moveTexts(part: Part, by: number): Part {
  switch (part.kind) {
    case 'text':
      return { ...part, prompt: part.prompt + by };
    case 'message':
    case 'repeat':
      return { ...part, parts: part.parts.map((inner) => moveTexts(inner, by)) };
    case 'oneOf':
      return { ...part, options: part.options.map((option) => option.map((inner) => moveTexts(inner, by))) };
    default:
      return part;
  }
}

/** What of a request says how the provider caches: the places and times of its marks, and arguments. */
export function cacheMarks({ request: { promptCache, parts, parameters } }: ProjectRequest): string {
  return JSON.stringify([promptCache, marksIn(parts), parameters.get('cache_control') as ParameterValue]);
}

function marksIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => [
    ...(part.breakpoint ? [`${part.kind} ${part.breakpoint.ttl}`] : []),
    ...(part.kind === 'message' || part.kind === 'repeat' ? marksIn(part.parts) : []),
    ...(part.kind === 'oneOf' ? part.options.flatMap(marksIn) : []),
  ]);
}
