import type { CheckedFile, Notice, ProblemReport } from './problemReport';

/** The problems and notices of all files as plain data. */
export function reportAsJson(checked: readonly CheckedFile[]): { version: 1; problems: ProblemReport[]; notices: Notice[] } {
  return { version: 1, problems: checked.flatMap(({ problems }) => problems), notices: checked.flatMap(({ notice }) => notice ?? []) };
}
