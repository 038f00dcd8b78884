import type { Severity } from '../core';
import { formatPlural } from './format';
import { formatPlace } from './place';
import type { CheckedFile, ProblemReport } from './problemReport';
import { describeSkipped } from './summary';
import { oneLine, toText } from './text';

/** What an agent acts on. It would undo right edits over the rest, which is counted only. */
const shown: readonly Severity[] = ['error', 'warning'];

/** The problems for an agent, who pays for each line: one per problem, with the id of its first fix. A clean run is one line. */
export function reportForAgent(checked: readonly CheckedFile[]): string {
  const problems = checked.flatMap((file) => file.problems);
  const acute = problems.filter(({ severity }) => shown.includes(severity));
  const notes = problems.length - acute.length;
  const lines = acute.flatMap(describe);
  const example = acute.find(({ fixes }) => fixes.length);
  return toText([
    ...describeSkipped(checked.map(({ file }) => file)),
    ...lines,
    ...(example ? [`apply a fix: prompt-cost fix --id ID FILE; see it first: --dry-run`] : []),
    ...(acute.length
      ? []
      : [`no errors or warnings in ${formatPlural(checked.length, 'file')}${notes ? ` (${formatPlural(notes, 'note')}: --format text)` : ''}`]),
  ]);
}

function describe(problem: ProblemReport): string[] {
  const { path, severity, rule, message, fixes } = problem;
  const [fix] = fixes;
  return [`${path}:${formatPlace(problem)} ${severity} ${rule}: ${oneLine(message)}`, ...(fix ? [`  fix ${fix.id}: ${oneLine(fix.title)}`] : [])];
}
