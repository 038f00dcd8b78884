import * as v from 'valibot';
import { type ComplaintId, nearest, settingComplaints } from './complaints';
import type { Schema } from './parts';

/** The keys and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[];

/** One thing that is wrong with a value. */
export interface Complaint {
  path: ValuePath;
  /** What of the entry at `path` is wrong. */
  at: 'key' | 'value';
  id: ComplaintId;
  values: (string | number)[];
}

/** A name of something that is known outside of the schema: a model, a tokenizer. */
export interface NameUse {
  path: ValuePath;
  names: string;
  name: string;
}

/** What reading leaves behind, besides the value. */
export interface Findings {
  complaints: Complaint[];
  uses: NameUse[];
}

/** Most entries of a list or map; helpers go through all of them for each call. */
const MOST_ENTRIES = 1000;
/** Complaints that are named one by one; for those behind them no nearest name is looked for. */
export const MOST_NAMED = 100;

/** The parts of valibot's schemas that are looked at here. */
interface Parts {
  type: string;
  wrapped?: Schema;
  item?: Schema;
  key?: Schema;
  value?: Schema;
  entries?: Record<string, Schema>;
  options?: readonly unknown[];
  pipe?: readonly PipeItem[];
}

/** An action, or a schema with a pipe of its own. */
interface PipeItem {
  type: string;
  metadata?: { names?: string };
  pipe?: readonly PipeItem[];
}

const partsOf = (schema: Schema) => schema as unknown as Parts;

/** The actions of a schema, those of the schemas that it is built on before its own. */
const actionsOf = ({ pipe = [] }: Pick<Parts, 'pipe'>): PipeItem[] => pipe.flatMap((item) => (item.pipe ? actionsOf(item) : [item]));

/**
 * Reads a value by its schema and keeps all of it that is right: a wrong entry of a map or list is left out, and so is a wrong or unknown
 * key that its object does not need. Undefined where nothing is left. What is left out is complained of once.
 */
export function readValue(schema: Schema, value: unknown, path: ValuePath, findings: Findings, orNull = false): unknown {
  const parts = partsOf(schema);
  const complain = (id: ComplaintId, ...values: (string | number)[]) => void findings.complaints.push({ path, at: 'value', id, values });
  switch (parts.type) {
    case 'nullable':
      return value === null ? null : readValue(parts.wrapped!, value, path, findings, true);
    case 'optional':
      return readValue(parts.wrapped!, value, path, findings, orNull);
    case 'union': {
      const options = parts.options as Schema[];
      const fits = (option: Schema) => isRecord(value) === (partsOf(option).type === 'strict_object');
      return readValue(options.find(fits) ?? options[0]!, value, path, findings, orNull);
    }
    case 'record':
      if (!isRecord(value)) return complain('object');
      if (Object.keys(value).length > MOST_ENTRIES) return complain('entries', MOST_ENTRIES);
      return readRecord(parts, value, path, findings);
    case 'array': {
      if (!Array.isArray(value)) return complain('array');
      if (value.length > MOST_ENTRIES) return complain('entries', MOST_ENTRIES);
      const items = value.map((item, index) => readValue(parts.item!, item, [...path, index], findings)).filter((item) => item !== undefined);
      return items.length || !value.length ? items : undefined;
    }
    case 'strict_object':
      return isRecord(value) ? readObject(schema, value, path, findings) : complain('object');
    default:
      return readLeaf(schema, value, path, findings, orNull);
  }
}

function readRecord(parts: Parts, record: Record<string, unknown>, path: ValuePath, findings: Findings): Record<string, unknown> {
  const entries = Object.entries(record).flatMap(([key, value]) => {
    const inner = [...path, key];
    const wrong = v.safeParse(parts.key!, key).issues?.[0];
    if (wrong) {
      findings.complaints.push({ path: inner, at: 'key', ...describe(wrong, parts.key!, false) });
      return [];
    }
    const read = readValue(parts.value!, value, inner, findings);
    return read === undefined ? [] : [[key, read] as const];
  });
  return Object.fromEntries(entries);
}

function readObject(schema: Schema, record: Record<string, unknown>, path: ValuePath, findings: Findings): unknown {
  const entries = partsOf(schema).entries!;
  const before = findings.complaints.length;
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (!Object.hasOwn(entries, key)) {
      findings.complaints.push({ path: [...path, key], at: 'key', ...unknownName(key, Object.keys(entries), findings) });
      continue;
    }
    const part = readValue(entries[key]!, value, [...path, key], findings);
    if (part !== undefined) read[key] = part;
  }
  const lacking = Object.keys(entries).filter((key) => partsOf(entries[key]!).type !== 'optional' && !Object.hasOwn(read, key));
  if (lacking.length) {
    // What is there under a wrong name, or has a wrong value, has been named.
    const suggested = findings.complaints.slice(before).flatMap(({ id, values }) => (id === 'unknownNear' ? values : []));
    const unnamed = lacking.find((key) => !Object.hasOwn(record, key) && !suggested.includes(key));
    if (unnamed !== undefined) findings.complaints.push({ path, at: 'value', id: 'lacks', values: [unnamed] });
    return undefined;
  }
  return readLeaf(schema, read, path, findings, false);
}

function readLeaf(schema: Schema, value: unknown, path: ValuePath, findings: Findings, orNull: boolean): unknown {
  const { success, issues, output } = v.safeParse(schema, value, { abortEarly: true });
  if (!success) {
    findings.complaints.push({ path, at: 'value', ...describe(issues[0], schema, orNull) });
    return undefined;
  }
  for (const { metadata } of actionsOf(partsOf(schema))) {
    if (metadata?.names && typeof output === 'string') findings.uses.push({ path, names: metadata.names, name: output });
  }
  return output;
}

/** A complaint about a name that is not among the known ones. */
export function unknownName(name: string, known: readonly string[], { complaints }: Findings): Pick<Complaint, 'id' | 'values'> {
  const near = complaints.length < MOST_NAMED ? nearest(name, known) : null;
  return near === null ? { id: 'unknown', values: [] } : { id: 'unknownNear', values: [near] };
}

/** Complaints by the type of valibot's action; its requirement fills them in. */
const byAction: Record<string, ComplaintId> = {
  integer: 'integer',
  min_value: 'minimum',
  gt_value: 'above',
  max_value: 'maximum',
  max_length: 'long',
  non_empty: 'empty',
};

function describe(issue: v.BaseIssue<unknown>, schema: Schema, orNull: boolean): Pick<Complaint, 'id' | 'values'> {
  const { type, options = [] } = partsOf(schema);
  if (type === 'picklist') return { id: 'enum', values: [options.join(', ')] };
  if (issue.kind === 'schema' || issue.type === 'integer') {
    const wanted = actionsOf(partsOf(schema)).some((action) => action.type === 'integer') ? 'integer' : type;
    const id = orNull ? `${wanted} or null` : wanted;
    return { id: id in settingComplaints ? (id as ComplaintId) : (wanted as ComplaintId), values: [] };
  }
  const own = Object.entries(settingComplaints).find(([, text]) => text === issue.message);
  if (own) return { id: own[0] as ComplaintId, values: [] };
  const { requirement } = issue as { requirement?: unknown };
  return { id: byAction[issue.type] ?? 'unknown', values: typeof requirement === 'number' ? [requirement] : [] };
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
