import type { Fix, TextEdit } from '../../types';

/** A quick fix; unsafe, not preferred and applied without a look unless it says otherwise. */
export function quickFix(title: string, edits: (TextEdit | null)[], more: Partial<Fix> = {}): Fix[] {
  const written = edits.filter((edit) => edit !== null);
  if (!written.length || written.length < edits.length) return [];
  return [{ title, edits: written, tokensSaved: null, safe: false, preferred: false, preview: false, kind: 'quickfix', ...more }];
}
