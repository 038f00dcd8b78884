import type { Documents } from '../documents';

/** What a cell imports changes what others show, and a client asks anew only for the cell that was edited: asks it to do so for all, once edits rest. */
export function refreshCellHints(documents: Documents, refresh: () => void): void {
  let waiting = false;
  documents.onChange(async (uri) => {
    if (waiting || !documents.isCell(uri)) return;
    waiting = true;
    // Answers when the last of the edits was analysed; an error is told where hints are asked for.
    await documents.analyze(uri).catch(() => null);
    waiting = false;
    refresh();
  });
}
