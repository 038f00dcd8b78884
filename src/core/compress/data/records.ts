import { encode } from '@toon-format/toon';
import type { RecordForm } from '../types';

type Cell = string | number | boolean | null;

/** Records with equal, flat fields, and the name that an object around them gives them. */
export interface Records {
  name: string | null;
  fields: string[];
  rows: Record<string, Cell>[];
}

/** The records of an array, or of an array that is the value of an object's only field; null where they aren't flat and equal. */
export function flatRecords(value: unknown): Records | null {
  if (Array.isArray(value)) return recordsOf(value, null);
  if (typeof value !== 'object' || value === null) return null;
  const [entry, other] = Object.entries(value);
  return entry && !other && Array.isArray(entry[1]) ? recordsOf(entry[1], entry[0]) : null;
}

function recordsOf(values: readonly unknown[], name: string | null): Records | null {
  const rows = values.filter(isFlat);
  const fields = Object.keys(rows[0] ?? {});
  const key = fields.join('\n');
  if (!fields.length || rows.length !== values.length || rows.some((row) => Object.keys(row).join('\n') !== key)) return null;
  return { name, fields, rows };
}

const isFlat = (row: unknown): row is Record<string, Cell> =>
  typeof row === 'object' && row !== null && !Array.isArray(row) && Object.values(row).every((field) => typeof field !== 'object' || field === null);

/** The same records as TOON, or as CSV (RFC 4180). Numbers are written as JSON reads them: 1.50 becomes 1.5. */
export function writeRecords({ name, fields, rows }: Records, form: RecordForm): string {
  if (form === 'toon') return encode(name === null ? rows : { [name]: rows });
  const cell = (value: Cell) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [fields, ...rows.map((row) => fields.map((field) => row[field]!))].map((values) => values.map(cell).join(',')).join('\n');
}
