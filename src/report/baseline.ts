import { contentOf } from './problemIds';
import type { CheckedFile, ProblemReport } from './problemReport';

/** A problem that is known already. */
export type KnownProblem = Pick<ProblemReport, 'id' | 'rule' | 'path'>;

/** What is left when the known problems are taken away, and those that are no longer found. */
export interface Unknown {
  checked: CheckedFile[];
  gone: KnownProblem[];
}

/** Takes known problems away. Those of files that are gone are also known in the files that they may have become. */
export function withoutKnown(checked: readonly CheckedFile[], known: readonly KnownProblem[], isGone: (path: string) => boolean): Unknown {
  const left = new Map(known.map((problem) => [problem.id, problem]));
  const isNew = ({ id }: ProblemReport) => !left.delete(id);
  const first = checked.map((file) => ({ ...file, problems: file.problems.filter(isNew) }));
  const moved = new Map<string, KnownProblem[]>();
  for (const problem of left.values()) {
    if (!isGone(problem.path)) continue;
    const content = contentOf(problem.id);
    moved.set(content, [...(moved.get(content) ?? []), problem]);
  }
  const isMoved = ({ id }: ProblemReport) => {
    const from = moved.get(contentOf(id))?.shift();
    return from !== undefined && left.delete(from.id);
  };
  const rest = first.map((file) => ({ ...file, problems: file.problems.filter((problem) => !isMoved(problem)) }));
  return { checked: rest, gone: [...left.values()] };
}

/** The text of a baseline file: a line for each problem, in the order of the files, so that changes of it are easy to read. */
export function writeBaseline(checked: readonly CheckedFile[]): string {
  const lines = checked.flatMap(({ problems }) => problems.map(({ id, rule, path }) => `    ${JSON.stringify({ id, rule, path })}`));
  return `{\n  "version": 1,\n  "problems": [${lines.length ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/** Reads a baseline file; a sentence where it is none. */
export function readBaseline(text: string): KnownProblem[] | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  const { version, problems } = (raw ?? {}) as { version?: unknown; problems?: unknown };
  if (version !== 1 || !Array.isArray(problems)) return 'it is no baseline of version 1';
  const isKnown = (one: unknown): one is KnownProblem =>
    typeof one === 'object' && one !== null && ['id', 'rule', 'path'].every((key) => typeof (one as Record<string, unknown>)[key] === 'string');
  return problems.every(isKnown) ? problems : 'a problem in it has no id, rule or path';
}
