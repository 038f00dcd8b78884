import type { FileReport, PromptReport } from './fileReport';

/** A file's report without some of its calls, by their index; its prompts then belong to those that are left. */
export function withoutCalls(file: FileReport, asked: ReadonlySet<number>): FileReport {
  const place = new Map<number, number>();
  const calls = file.calls.filter((_, index) => {
    if (asked.has(index)) return false;
    place.set(index, place.size);
    return true;
  });
  const prompts = file.prompts.flatMap((prompt) => {
    const own = prompt.calls.flatMap((call) => place.get(call) ?? []);
    return own.length || isWrittenHere(prompt) ? { ...prompt, calls: own, call: own[0] ?? null } : [];
  });
  return { ...file, calls, prompts };
}

/** A text of another file takes no room in this one. */
const isWrittenHere = ({ startLine, startColumn, endLine, endColumn }: PromptReport): boolean => startLine !== endLine || startColumn !== endColumn;
