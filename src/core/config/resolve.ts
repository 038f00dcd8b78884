import { type ComplaintId, fillIn, settingComplaints } from './complaints';
import type { Place } from './project';
import { parseProjectFile, projectFileName, type TextRange } from './projectFile';
import { type Complaint, type Findings, isRecord, MOST_NAMED, type NameUse, readValue, unknownName } from './read';
import { type ConfigKey, configKeys, type RuleNames } from './schema';
import { defaultSettings, type Settings } from './settings';

/** The names that settings may use, from outside of their schema. */
export interface KnownNames {
  rules: readonly RuleNames[];
  tokenizers: readonly string[];
  models: readonly string[];
  /** Does the catalogue know a model by this id? */
  hasModel(id: string): boolean;
}

/** Where settings come from. */
export type SettingsSource =
  /** The settings of an editor: nested (`{ inlayHints: { calls: true } }`), or flat with or without `promptCost.`. */
  | { kind: 'editor'; raw: unknown; rangeOf?(complaint: Complaint): TextRange }
  /** The text of a project file. */
  | { kind: 'project'; text: string; folder: string; file: string };

/** One thing that is wrong in a source, or should be said of it. */
export interface SettingRemark {
  severity: 'error' | 'warning' | 'information';
  /** As it is shown, and the place in it; null for the editor's settings. */
  file: string | null;
  range: TextRange;
  /** Down to the wrong part: `ruleOptions.indentation-waste.minimumTokens`; empty where it is the whole file. */
  key: string;
  /** English, with values filled in. */
  message: string;
  /** For l10n: the text before filling, one of `settingComplaints`, and what fills it. */
  template: string;
  values: (string | number)[];
}

/** Puts settings together. */
export interface SettingsReader {
  /**
   * From sources, the weakest first: those of an editor, then project files from the root down. What is wrong is left out and named once.
   * Maps are merged key by key, lists whose entries have a `match` are put together, anything else is replaced.
   */
  read(sources: readonly SettingsSource[], workingFolder?: string): { settings: Settings; remarks: SettingRemark[] };
}

/** Makes a reader; it holds no state but the schema. Without known names, those of rules, options, models and tokenizers pass unchecked. */
export function createSettingsReader(known: KnownNames | null): SettingsReader {
  const keys = configKeys(known?.rules ?? null);
  return {
    read(sources, workingFolder = '') {
      const layers = sources.map((source, level) => readSource(source, level, keys));
      const settings: Settings = { ...defaultSettings(), workingFolder };
      for (const { values, place } of layers) Object.assign(settings, merge(settings, values, place));
      const remarks = layers.flatMap((layer) => {
        const { complaints } = layer;
        if ('currency' in layer.values && layer.values.currency !== 'USD' && settings.rate === null)
          complaints.push({ path: ['currency'], at: 'value', id: 'lacks', values: ['rate'] });
        for (const use of known ? layer.uses : []) complaints.push(...checkName(use, settings, known!, layer));
        const named = complaints.slice(0, MOST_NAMED).map((complaint) => toRemark(complaint, layer));
        const rest = complaints.length - named.length;
        const last = rest ? [toRemark({ path: [], at: 'value', id: 'rest', values: [rest] }, layer)] : [];
        return [...layer.broken, ...named.sort((a, b) => a.range.start - b.range.start), ...last];
      });
      return { settings, remarks };
    },
  };
}

/** Reads settings that a host has as one object, without a project file and without checking names. */
export function readSettings(raw: unknown): { settings: Settings; warnings: SettingRemark[] } {
  const { settings, remarks } = createSettingsReader(null).read([{ kind: 'editor', raw }]);
  return { settings, warnings: remarks.filter(({ severity }) => severity !== 'information') };
}

/** What one source says, read and checked. */
interface Layer extends Findings {
  place: Place | null;
  values: Record<string, unknown>;
  broken: SettingRemark[];
  rangeOf(complaint: Complaint): TextRange;
}

function readSource(source: SettingsSource, level: number, keys: readonly ConfigKey[]): Layer {
  const findings: Findings = { complaints: [], uses: [] };
  const nowhere = { start: 0, end: 0 };
  if (source.kind === 'editor') {
    const values = readKeys(source.raw, keys, true, findings);
    return { ...findings, values, place: null, broken: [], rangeOf: source.rangeOf ?? (() => nowhere) };
  }
  const { folder, file } = source;
  const parsed = parseProjectFile(source.text);
  if (parsed.kind === 'broken') {
    const { reason, at } = parsed;
    const remark: SettingRemark = { severity: 'error', file, range: at, key: '', message: reason, template: reason, values: [] };
    return { ...findings, values: {}, place: null, broken: [remark], rangeOf: () => nowhere };
  }
  const values = readKeys(parsed.raw, keys, false, findings);
  return { ...findings, values, place: { folder, file, level }, broken: [], rangeOf: parsed.rangeOf };
}

/** The values by the name of their setting. */
function readKeys(raw: unknown, keys: readonly ConfigKey[], inEditor: boolean, findings: Findings): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const complain = (path: string[], at: Complaint['at'], id: ComplaintId, ...fill: string[]) =>
    void findings.complaints.push({ path, at, id, values: fill });
  const moved: string[][] = [];
  const take = (key: string, value: unknown, path: string[]) => {
    const row = keys.find((one) => one.key === key);
    if (!row) return false;
    if (inEditor && !row.inEditor) complain(path, 'key', 'projectOnly', projectFileName);
    else {
      const read = readValue(row.schema, value, path, findings);
      if (read !== undefined) values[row.name] = read;
      if (row.movedTo && read !== undefined && read !== null) moved.push([...path, row.movedTo]);
    }
    return true;
  };
  if (raw !== undefined && raw !== null && !isRecord(raw)) complain([], 'value', 'object');
  for (const [written, value] of Object.entries(isRecord(raw) ? raw : {})) {
    const key = written.replace(/^promptCost\./, '');
    if (key === '$schema' || take(key, value, [written])) continue;
    const inner = keys.filter((row) => row.key.startsWith(`${key}.`)).map((row) => row.key.slice(key.length + 1));
    if (!inner.length) findings.complaints.push({ path: [written], at: 'key', ...unknownName(key, groupedNames(keys), findings) });
    else if (!isRecord(value)) complain([written], 'value', 'object');
    else {
      for (const [name, part] of Object.entries(value)) {
        if (!take(`${key}.${name}`, part, [written, name]))
          findings.complaints.push({ path: [written, name], at: 'key', ...unknownName(name, inner, findings) });
      }
    }
  }
  sayMoved(moved, findings);
  return values;
}

/** One notice for all settings that have moved, at the first of them. */
function sayMoved(moved: readonly string[][], findings: Findings): void {
  const [first] = moved;
  if (!first) return;
  const keys = [...new Set(moved.map((path) => path.at(-1)!))].join(', ');
  findings.complaints.push({ path: first.slice(0, -1), at: 'key', id: 'moved', values: [keys] });
}

/** Keys and names of groups, as a mistyped key may mean. */
const groupedNames = (keys: readonly ConfigKey[]): string[] => [...new Set(keys.flatMap(({ key }) => [key, key.split('.')[0]!]))];

/** Lays the values of a stronger source over settings. */
function merge(settings: Settings, values: Record<string, unknown>, place: Place | null): Partial<Settings> {
  const present = settings as unknown as Record<string, unknown>;
  const merged = Object.entries(values).map(([name, value]) => {
    if (!place) return [name, value];
    if (name === 'tokenizers') return [name, { ...settings.tokenizers, ...absolute(value as Settings['tokenizers'], place.folder) }];
    if (name === 'prompts') return [name, [...settings.prompts, ...(value as string[]).map((match) => ({ match, place }))]];
    if (placed.has(name)) return [name, [...(present[name] as object[]), ...(value as object[]).map((entry) => ({ ...entry, place }))]];
    return [name, mergeMaps(present[name], value)];
  });
  return { ...Object.fromEntries(merged), ...(place && 'exclude' in values && { excludeFolder: place.folder }) };
}

const placed = new Set(['volumes', 'budgets', 'discounts']);

function absolute(files: Settings['tokenizers'], folder: string): Settings['tokenizers'] {
  const pathOf = (path: string) => `${folder}/${path.replace(/^\.\//, '')}`;
  const entries = Object.entries(files);
  return Object.fromEntries(entries.map(([match, file]) => [match, typeof file === 'string' ? pathOf(file) : { ...file, file: pathOf(file.file) }]));
}

function mergeMaps(below: unknown, above: unknown): unknown {
  if (!isRecord(below) || !isRecord(above)) return above;
  const merged = Object.entries(above).map(([key, value]) => [key, Object.hasOwn(below, key) ? mergeMaps(below[key], value) : value] as const);
  return { ...below, ...Object.fromEntries(merged) };
}

/** Models of the project's own are known as well, whichever file declares them. */
function checkName({ path, names, name }: NameUse, settings: Settings, known: KnownNames, findings: Findings): Complaint[] {
  const complain = (candidates: readonly string[]): Complaint[] => {
    const { id, values } = unknownName(name, candidates, findings);
    return [{ path, at: 'value', id: id === 'unknown' ? 'name' : 'nameNear', values: [name, ...values] }];
  };
  if (names === 'tokenizer') return known.tokenizers.includes(name) ? [] : complain(known.tokenizers);
  if (names === 'modelGlob' && /[*?[{]/.test(name)) return [];
  const own = [...Object.keys(settings.models), ...Object.keys(settings.selfHosted), ...Object.keys(settings.aliases)];
  const isOwn = own.some((id) => id.toLowerCase() === name.toLowerCase());
  return isOwn || known.hasModel(name) ? [] : complain([...own, ...known.models]);
}

function toRemark(complaint: Complaint, { place, rangeOf }: Layer): SettingRemark {
  const { path, id, values } = complaint;
  const template = settingComplaints[id];
  return {
    severity: id === 'moved' ? 'information' : 'warning',
    file: place?.file ?? null,
    range: rangeOf(complaint),
    key: showPath(path),
    message: fillIn(template, values),
    template,
    values,
  };
}

/** `volumes[0].match` */
const showPath = (path: Complaint['path']): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\.(?:promptCost\.)?/, '');
