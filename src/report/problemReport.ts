import type { Analysis, Problem, Severity, TextEdit } from '../core';
import type { CallReport, FileReport, LocateInCell } from './fileReport';
import { fixIdsOf } from './fixIds';
import type { Money } from './money';
import type { Range } from './position';
import { problemIdsOf } from './problemIds';

/** One problem of `check --format json`. */
export interface ProblemReport extends Range {
  /** Survives moved lines; see `problemIdsOf`. */
  id: string;
  path: string;
  /** 0-based notebook cell; lines count within it. */
  cell?: number;
  rule: string;
  severity: Severity;
  message: string;
  /** Further places of the same file. */
  related?: (Range & { message: string })[];
  /** Offsets are UTF-16 units of the file's text, without a byte order mark. */
  fixes: { id: string; title: string; tokensSaved: number | null; edits: TextEdit[] }[];
}

/** A file with its problems: all that the reports are made of. */
export interface CheckedFile {
  file: FileReport;
  problems: ProblemReport[];
  /** Why it was not read, or not whole, though it may matter. Never counts as a problem. */
  notice?: Notice;
  /** How its sums are shown to people; USD where absent. JSON has USD always. */
  money?: Money;
  /** The calls at the project's own prices, and its money; `file` is at list price. */
  own?: OwnPrices;
}

export interface OwnPrices {
  calls: CallReport[];
  money: Money;
}

/** A file as people read it: at the project's own prices, in its currency. JSON takes the file as it is. */
export function atOwnPrices<T extends CheckedFile>(checked: T): T {
  const { own, file } = checked;
  return own ? { ...checked, file: { ...file, calls: own.calls }, money: own.money } : checked;
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

/** The source of a notebook's cell; for null, and outside of notebooks, the whole text. */
export type CellText = (cell: number | null) => string;

/** Turns the problems of an analysis into plain data, in the order of their places. */
export function describeProblems(path: string, analysis: Analysis, locate: LocateInCell, textOf: CellText): ProblemReport[] {
  const found = analysis.findProblems();
  const fixIds = fixIdsOf(path, found);
  const problems = found.map((problem, index) => describeProblem(path, problem, fixIds[index]!, locate)).sort(comparePlaces);
  const lines = new Map<number | null, string[]>();
  const lineAt = (line: number, cell: number | null): string => {
    const known = lines.get(cell) ?? textOf(cell).split(/\r\n|\n|\r/);
    lines.set(cell, known);
    return known[line - 1] ?? '';
  };
  const ids = problemIdsOf(
    path,
    problems.map((problem) => ({ rule: problem.rule, text: lineAt(problem.line, problem.cell ?? null) })),
  );
  return problems.map((problem, index) => ({ id: ids[index]!, ...problem }));
}

function describeProblem(path: string, problem: Problem, fixIds: readonly string[], locate: LocateInCell): Omit<ProblemReport, 'id'> {
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
    fixes: problem.fixes.map(({ title, tokensSaved, edits }, index) => ({
      id: fixIds[index]!,
      title,
      tokensSaved,
      edits: edits.map(({ start, end, text }) => ({ start, end, text })),
    })),
  };
}

function comparePlaces(a: Omit<ProblemReport, 'id'>, b: Omit<ProblemReport, 'id'>): number {
  return (a.cell ?? -1) - (b.cell ?? -1) || a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
