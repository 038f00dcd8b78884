import type { DiscountFactor } from '../cost/discount';
import { createGlobMatcher } from '../globs';
import type { MeasuredUsage } from '../usage';
import { matchesName, specificityOf } from './glob';
import type { Settings } from './settings';
import type { Budget, Discount, StatementValues, Volume } from './statements';

/** A project file: what the globs in it are relative to, and how it is named to people. */
export interface Place {
  /** Absolute, with forward slashes and none at the end. */
  folder: string;
  /** As it is shown: `app/.prompt-cost.json`. */
  file: string;
  /** 0 for the outermost file; a higher one wins. */
  level: number;
}

/** An entry together with the project file that it stands in. */
export type Placed<T> = T & { place: Place };

/** What a project file can state besides the settings. The helpers below answer for one path, model or name. */
export interface ProjectStatements extends Omit<StatementValues, 'volumes' | 'budgets' | 'discounts' | 'prompts'> {
  volumes: Placed<Volume>[];
  budgets: Placed<Budget>[];
  discounts: Placed<Discount>[];
  /** Globs of files that are prompts. */
  prompts: Placed<{ match: string }>[];
  /** Globs of model ids → absolute path of a tokenizer.json or rank table. */
  tokenizers: Record<string, string | { file: string; pattern: string }>;
  /** Folder that `exclude` is relative to; empty for the folder of the project, whichever that is. */
  excludeFolder: string;
  /** Absolute folder that the relative paths of texts are relative to; empty where paths are absolute already. */
  workingFolder: string;
  /** What was measured in the project, which hosts read from its usage file; null without one. */
  measured: MeasuredUsage | null;
}

/** The statements of a project that states nothing. */
export function noStatements(): ProjectStatements {
  return {
    aliases: {},
    assumeModel: null,
    volumes: [],
    placeholders: {},
    budgets: [],
    currency: 'USD',
    rate: null,
    prompts: [],
    discounts: [],
    tokenizers: {},
    excludeFolder: '',
    workingFolder: '',
    measured: null,
  };
}

/** A volume as it holds for one function; null is what nobody stated. */
export interface StatedVolume {
  callsPerDay: number | null;
  gapSeconds: number | null;
  cacheHitRate: number | null;
  outputTokens: number | null;
  turns: number | null;
  /** Where `callsPerDay` is stated: a project file, or `promptCost.callsPerDay` (`promptCost.sessionsPerDay`); where it is not, the file of the narrowest entry. */
  from: string;
}

/**
 * What is stated of the calls in a function of a file, or in a file outside of functions (`functionName` null). Of several entries that
 * match, each key comes from the one that wins: in the nearest file, then with a function, then the narrowest glob, then the last.
 * `gapSeconds` and `cacheHitRate` say the same in two ways, so both come from one entry. Null where nothing is stated.
 */
export function volumeFor(settings: Settings, path: string, functionName: string | null): StatedVolume | null {
  return volumeOr('callsPerDay', settings, path, functionName);
}

/** As `volumeFor`, of a file that each session of an agent loads; `callsPerDay` are sessions. */
export function sessionsFor(settings: Settings, path: string): StatedVolume | null {
  return volumeOr('sessionsPerDay', settings, path, null);
}

/** With an old setting in place of calls a day that no entry states. */
function volumeOr(key: 'callsPerDay' | 'sessionsPerDay', settings: Settings, path: string, functionName: string | null): StatedVolume | null {
  const entries = matching(settings.volumes, settings, path, functionName);
  const [first] = entries;
  const setting = settings[key];
  if (!first) return setting === null ? null : { ...unstated, callsPerDay: setting, from: `promptCost.${key}` };
  const stated = (name: keyof Volume) => entries.find((entry) => entry[name] !== undefined);
  const cache = entries.find(({ gapSeconds, cacheHitRate }) => gapSeconds !== undefined || cacheHitRate !== undefined);
  const calls = stated('callsPerDay');
  return {
    callsPerDay: calls?.callsPerDay ?? setting,
    gapSeconds: cache?.gapSeconds ?? null,
    cacheHitRate: cache?.cacheHitRate ?? null,
    outputTokens: stated('outputTokens')?.outputTokens ?? null,
    turns: stated('turns')?.turns ?? null,
    from: calls || setting === null ? (calls ?? first).place.file : `promptCost.${key}`,
  };
}

const unstated: Omit<StatedVolume, 'from'> = { callsPerDay: null, gapSeconds: null, cacheHitRate: null, outputTokens: null, turns: null };

/** The budget of the calls in a function of a file, by key as `volumeFor`; each key with the glob and file that state it, null without. */
export function budgetFor(settings: Settings, path: string, functionName: string | null = null): StatedBudget | null {
  const entries = matching(settings.budgets, settings, path, functionName);
  if (!entries.length) return null;
  const stated = (key: 'usdPerMonth' | 'usdPerCall' | 'tokens'): StatedLimit | null => {
    for (const { match, place, [key]: limit } of entries) if (limit !== undefined) return { limit, match, from: place.file };
    return null;
  };
  return { usdPerMonth: stated('usdPerMonth'), usdPerCall: stated('usdPerCall'), tokens: stated('tokens') };
}

export interface StatedLimit {
  limit: number;
  /** The glob as written; `usdPerMonth` is for all calls together that it names. */
  match: string;
  /** The project file. */
  from: string;
}

export type StatedBudget = Record<'usdPerMonth' | 'usdPerCall' | 'tokens', StatedLimit | null>;

/** Stated tokens of a placeholder, by its name as the prompt writes it; null where nothing is stated. */
export function placeholderSize(settings: Settings, name: string): { p50: number; p95: number } | null {
  if (!Object.hasOwn(settings.placeholders, name)) return null;
  const size = settings.placeholders[name]!;
  return typeof size === 'number' ? { p50: size, p95: size } : size;
}

/** The model that an id stands for in this project; null without an alias. An id that is written out wins over globs, a narrow glob over a wide one. */
export function aliasFor(settings: Settings, modelId: string): string | null {
  return narrowest(settings.aliases, modelId);
}

/** A file that tokens are counted with, by its absolute path, and how texts are cut before, where the file does not say it. */
export interface TokenizerStatement {
  file: string;
  pattern: string | null;
}

/** The file of the tokenizer that is stated for a model; null where none is. */
export function tokenizerFileFor(settings: Settings, modelId: string): TokenizerStatement | null {
  const stated = narrowest(settings.tokenizers, modelId);
  return typeof stated === 'string' ? { file: stated, pattern: null } : stated;
}

/** What a model's list price is multiplied by in this project; null where no discount is stated. */
export function discountFor(settings: Settings, modelId: string): number | null {
  const fitting = settings.discounts.filter(({ match }) => matchesModel(match, modelId));
  return fitting.reverse().sort(byRank(({ match }) => specificityOf(match)))[0]?.factor ?? null;
}

/** The model of a request, or several that it may take, as written; and the catalogue's id of the likely one. */
export interface PricedModels {
  model: string | null;
  models: readonly string[];
  resolved: string | null;
}

/** What a request is billed at, as a multiple of list prices: by its likely model, and the least and most by all that it may take. 1 without a discount. */
export function discountsFor(settings: Settings, { model, models, resolved }: PricedModels): DiscountFactor {
  if (!settings.discounts.length) return { low: 1, likely: 1, high: 1 };
  const ofNames = (names: readonly (string | null)[]) =>
    names.map((name) => (name === null ? null : discountFor(settings, name))).find((factor) => factor !== null) ?? 1;
  const likely = ofNames([resolved, resolved?.slice(resolved.indexOf('/') + 1) ?? null, model ?? models[0] ?? null]);
  const others = (model === null ? models.slice(1) : models).filter((name) => name !== model).map((name) => ofNames([name]));
  return { low: Math.min(likely, ...others), likely, high: Math.max(likely, ...others) };
}

/** Does the project say that this file is a prompt? */
export function isStatedPrompt(settings: Settings, path: string): boolean {
  return settings.prompts.some(({ match, place }) => isInGlob(match, place, settings, path));
}

function narrowest<T>(byGlob: Record<string, T>, name: string): T | null {
  const fitting = Object.keys(byGlob).filter((glob) => matchesModel(glob, name));
  const [best] = fitting.sort((a, b) => specificityOf(b) - specificityOf(a));
  return best === undefined ? null : byGlob[best]!;
}

/** Case does not matter in model ids. */
const matchesModel = (glob: string, id: string) => matchesName(glob.toLowerCase(), id.toLowerCase());

/** The entries that hold for a function of a file, the one that wins first. */
function matching<T extends { match: string }>(
  entries: readonly Placed<T>[],
  settings: Settings,
  path: string,
  functionName: string | null,
): Placed<T>[] {
  const fitting = entries.filter(({ match, place }) => {
    const { glob, name } = splitMatch(match);
    return (name === null || isNamed(name, functionName)) && isInGlob(glob, place, settings, path);
  });
  return fitting.reverse().sort(
    byRank(({ match }) => {
      const { glob, name } = splitMatch(match);
      return (name === null ? 0 : 1e6 + specificityOf(name)) + specificityOf(glob);
    }),
  );
}

/** The nearest file first, then the highest rank, then the last. */
function byRank<T extends { place: Place }>(rank: (entry: T) => number) {
  return (a: T, b: T): number => b.place.level - a.place.level || rank(b) - rank(a);
}

/** `app/**#answer` → the glob of paths and the name of the function. */
export function splitMatch(match: string): { glob: string; name: string | null } {
  const at = match.lastIndexOf('#');
  return at < 0 ? { glob: match, name: null } : { glob: match.slice(0, at), name: match.slice(at + 1) };
}

/** A method answers to `Class.method` and to `method`. */
function isNamed(glob: string, functionName: string | null): boolean {
  if (functionName === null) return false;
  return matchesName(glob, functionName) || matchesName(glob, functionName.slice(functionName.lastIndexOf('.') + 1));
}

function isInGlob(glob: string, { folder }: Place, { workingFolder }: Settings, path: string): boolean {
  const full = resolvePath(workingFolder, path);
  return full.startsWith(`${folder}/`) && createGlobMatcher([glob])(full.slice(folder.length + 1));
}

/** An absolute path without `.` and `..`; a path that is absolute already is only tidied. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (/^(?:\/|[a-z]:)/i.test(path) ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.splice(Math.max(1, parts.length - 1));
    else if (part !== '.' && (part !== '' || !parts.length)) parts.push(part);
  }
  return parts.join('/');
}
