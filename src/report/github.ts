import type { Severity } from '../core';
import { escapeCommand, escapeCommandProperty } from './escape';
import type { CheckedFile, Notice, ProblemReport } from './problemReport';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** The problems as workflow commands of GitHub Actions, which shows them in the changed files. One line per problem or file that was not read. */
export function reportAsGithub(checked: readonly CheckedFile[]): string {
  return checked
    .flatMap(({ problems, notice }) => [...problems.map(describe), ...(notice ? [describeNotice(notice)] : [])].map((line) => `${line}\n`))
    .join('');
}

function describeNotice({ path, message }: Notice): string {
  return `::notice file=${escapeCommandProperty(path)},title=not read::${escapeCommand(message)}`;
}

function describe(problem: ProblemReport): string {
  const { line, endLine, cell } = problem;
  // Lines of a notebook count within a cell, which GitHub can't show; columns only count within one line.
  const columns = line === endLine ? { col: problem.column, endColumn: problem.endColumn } : {};
  const place = cell === undefined ? { line, endLine, ...columns } : {};
  const properties = Object.entries({ file: problem.path, ...place, title: problem.rule }).map(
    ([key, value]) => `${key}=${escapeCommandProperty(String(value))}`,
  );
  const message = cell === undefined ? problem.message : `Cell ${cell + 1}, line ${line}: ${problem.message}`;
  return `::${commands[problem.severity]} ${properties.join(',')}::${escapeCommand(message)}`;
}
