import { type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { TextEdit } from '../types';
import { parseProjectFile } from './projectFile';
import { isRecord } from './read';

/** What a project file can state: of a call its calls a day, its model (`id` as written, null where none is known), the size of a placeholder; the severity of a rule. */
export type StatementSubject =
  | { kind: 'volume'; match: string }
  | { kind: 'model'; id: string | null }
  | { kind: 'placeholder'; name: string }
  | { kind: 'rule'; id: string };

/**
 * The edits that state a value in the text of a project file, in place of what it stated of the same subject; comments stay, and what
 * stands beside it may be set on lines of its own. An empty text makes a new file. None where the text can't be read.
 */
export function stateInProjectFile(text: string, subject: StatementSubject, value: string | number): TextEdit[] {
  const parsed = parseProjectFile(text);
  if (parsed.kind === 'broken' || !isRecord(parsed.raw)) return [];
  const isEmpty = parseTree(text) === undefined;
  const base = isEmpty ? '{}' : text;
  const { path, content, isNewItem } = placeOf(parsed.raw, subject, value);
  const edits = modify(base, path, content, {
    isArrayInsertion: isNewItem,
    formattingOptions: {
      insertSpaces: !/^\t/m.test(base),
      tabSize: /^( +)\S/m.exec(base)?.[1]?.length ?? 2,
      eol: base.includes('\r\n') ? '\r\n' : '\n',
    },
  }).map(({ offset, length, content: inserted }) => ({ start: offset, end: offset + length, text: inserted }));
  if (!isEmpty) return edits;
  const [edit] = edits;
  return edit ? [{ start: 0, end: text.length, text: `${base.slice(0, edit.start)}${edit.text}${base.slice(edit.end)}\n` }] : [];
}

interface StatementPlace {
  path: JSONPath;
  content: unknown;
  isNewItem: boolean;
}

function placeOf(raw: Record<string, unknown>, subject: StatementSubject, value: string | number): StatementPlace {
  switch (subject.kind) {
    case 'volume': {
      const volumes: unknown[] = Array.isArray(raw.volumes) ? raw.volumes : [];
      const index = volumes.findIndex((entry) => isRecord(entry) && entry.match === subject.match);
      if (index >= 0) return { path: ['volumes', index, 'callsPerDay'], content: value, isNewItem: false };
      const entry = { match: subject.match, callsPerDay: value };
      if (!volumes.length) return { path: ['volumes'], content: [entry], isNewItem: false };
      return { path: ['volumes', volumes.length], content: entry, isNewItem: true };
    }
    case 'model':
      return { path: subject.id === null ? ['assumeModel'] : ['aliases', subject.id], content: value, isNewItem: false };
    case 'rule':
      return { path: ['rules', subject.id], content: value, isNewItem: false };
    case 'placeholder':
      return { path: ['placeholders', subject.name], content: value, isNewItem: false };
  }
}
