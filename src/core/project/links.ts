import type { Analysis, Request, Span } from '../types';

/** What one file has to do with the others of a run or a workspace. */
export interface FileLinks {
  /** Where the SDK's call of each request or definition stands; null for one by way of another file. Same order as `Analysis.calls`. */
  made: (number | null)[];
  /** The calls of other files that requests of this one are made by, or whose definitions they ask. */
  asks: { path: string; start: number }[];
  /** Functions that hand a prompt, a model or a limit on: their callers in other files are requests. */
  helpers: string[];
}

/** The links of an analysis, as plain data. */
export function linksOf({ calls }: Pick<Analysis, 'calls'>, asks: readonly { path: string; span: Span }[], helpers: readonly string[]): FileLinks {
  return {
    made: calls.map(({ elsewhere, fact }: Request) => (elsewhere ? null : fact.span.start)),
    asks: asks.map(({ path, span }) => ({ path, start: span.start })),
    helpers: [...helpers],
  };
}

/**
 * Which calls of each file are no requests of their own, since other files ask them: the definitions that they use, and the helpers by which
 * they send. Indices into the file's calls, by path.
 */
export function askedByOthers(files: readonly { path: string; links: FileLinks }[]): Map<string, Set<number>> {
  const asked = new Map<string, Set<number>>();
  for (const { links } of files) {
    for (const { path, start } of links.asks) {
      const starts = asked.get(path) ?? new Set<number>();
      asked.set(path, starts.add(start));
    }
  }
  const result = new Map<string, Set<number>>();
  for (const { path, links } of files) {
    const starts = asked.get(path);
    const indices = starts ? links.made.flatMap((start, index) => (start !== null && starts.has(start) ? [index] : [])) : [];
    if (indices.length) result.set(path, new Set(indices));
  }
  return result;
}

/** Could a text call one of the helpers of another file? It has to name the function, and the file. */
export function mayCall(text: string, helpers: readonly { path: string; name: string }[]): boolean {
  return helpers.some(({ path, name }) => text.includes(name) && text.includes(moduleName(path)));
}

/** The name under which a file is imported: that of its folder for `index.ts` and `__init__.py`. */
function moduleName(path: string): string {
  const [folder = '', file = ''] = path.split('/').slice(-2);
  const name = file.replace(/\.\w+$/, '');
  return /^(index|__init__|mod)$/.test(name) ? folder : name;
}
