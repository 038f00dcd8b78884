import type { Analysis, Problem, Severity, TextEdit } from '../core';
import type { FileReport, LocateInCell } from './fileReport';
import type { Money } from './money';
import type { Range } from './position';

/** One problem of `check --format json`. */
export interface ProblemReport extends Range {
  path: string;
  /** 0-based notebook cell; lines count within it. */
  cell?: number;
  rule: string;
  severity: Severity;
  message: string;
  /** Further places of the same file. */
  related?: (Range & { message: string })[];
  /** Offsets are UTF-16 units of the file's text, without a byte order mark. */
  fixes: { title: string; tokensSaved: number | null; edits: TextEdit[] }[];
}

/** A file with its problems: all that the reports are made of. */
export interface CheckedFile {
  file: FileReport;
  problems: ProblemReport[];
  /** Why it was not read, or not whole, though it may matter. Never counts as a problem. */
  notice?: Notice;
  /** How its sums are shown to people; USD where absent. JSON has USD always. */
  money?: Money;
}

/** A remark on a file that is no problem of its code. */
export interface Notice {
  path: string;
  kind: NonNullable<Analysis['notice']>['kind'] | 'encoding' | 'failed';
  message: string;
}

/** What a report says of a rule beyond its id. */
export interface RuleInfo {
  id: string;
  description: string;
  severity: Severity | 'off';
  helpUri: string;
}

/** Most to least severe. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Turns the problems of an analysis into plain data, in the order of their places. */
export function describeProblems(path: string, analysis: Analysis, locate: LocateInCell): ProblemReport[] {
  return analysis
    .findProblems()
    .map((problem) => describeProblem(path, problem, locate))
    .sort(comparePlaces);
}

function describeProblem(path: string, problem: Problem, locate: LocateInCell): ProblemReport {
  const find = locate(problem.cell);
  const related = problem.related.map(({ span, message }) => ({ ...find(span), message }));
  return {
    path,
    ...find(problem.span),
    ...(problem.cell !== null && { cell: problem.cell }),
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    ...(related.length > 0 && { related }),
    fixes: problem.fixes.map(({ title, tokensSaved, edits }) => ({
      title,
      tokensSaved,
      edits: edits.map(({ start, end, text }) => ({ start, end, text })),
    })),
  };
}

function comparePlaces(a: ProblemReport, b: ProblemReport): number {
  return (a.cell ?? -1) - (b.cell ?? -1) || a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
