import { modelNameOf, type ProjectRequest } from './requests';

/** The same request in two states; null where one of them does not have it. */
export interface RequestPair {
  before: ProjectRequest | null;
  after: ProjectRequest | null;
}

/** What tells a request from others; null where it does not tell enough. `path` is that of the state after. */
type Key = (one: ProjectRequest, path: string) => readonly unknown[] | null;

/**
 * From what says the most to what says the least: a request keeps its key when lines move or its file is renamed. Of several requests with
 * equal keys the first is the first in the other state, and so on.
 */
const keys: readonly Key[] = [
  (one, path) => [path, one.request.function, one.request.api, one.text, modelNameOf(one)],
  (one, path) => [path, one.request.function, one.request.api, one.text],
  (one) => withText(one, [one.request.function, one.request.api, modelNameOf(one)]),
  (one, path) => [path, one.request.function, one.request.api, modelNameOf(one)],
  (one, path) => [path, one.request.function, one.request.api],
  (one) => withText(one, [one.request.api, modelNameOf(one)]),
  (one, path) => [path, one.request.function, one.request.kind],
  (one, path) => withText(one, [path, one.request.kind]),
  (one, path) => [path, one.request.api, modelNameOf(one)],
  (one, path) => [path, one.request.api],
  (one) => withText(one, [one.request.kind]),
];

const withText = ({ text }: ProjectRequest, rest: readonly unknown[]) => (/[^\s:{}]/.test(text) ? [...rest, text] : null);

/** Finds the requests of one state in another. `renames`: paths of the state before that the state after has under another name. */
export function pairRequests(
  before: readonly ProjectRequest[],
  after: readonly ProjectRequest[],
  renames: ReadonlyMap<string, string>,
): RequestPair[] {
  const found = new Map<ProjectRequest, ProjectRequest>();
  let old = [...before];
  let now = [...after];
  for (const key of keys) {
    const waiting = groupBy(now, (one) => key(one, one.file.path));
    for (const one of old) {
      const match = waiting.get(JSON.stringify(key(one, renames.get(one.file.path) ?? one.file.path)))?.shift();
      if (match) found.set(match, one);
    }
    const paired = new Set(found.values());
    old = old.filter((one) => !paired.has(one));
    now = now.filter((one) => !found.has(one));
  }
  return [...after.map((one) => ({ before: found.get(one) ?? null, after: one })), ...old.map((one) => ({ before: one, after: null }))];
}

function groupBy(requests: readonly ProjectRequest[], keyOf: (one: ProjectRequest) => readonly unknown[] | null): Map<string, ProjectRequest[]> {
  const groups = new Map<string, ProjectRequest[]>();
  for (const one of requests) {
    const key = keyOf(one);
    if (key === null) continue;
    const name = JSON.stringify(key);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}
