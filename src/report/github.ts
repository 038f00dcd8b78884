import type { Severity } from '../core';
import type { CheckedFile, ProblemReport } from './problemReport';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** The problems as workflow commands of GitHub Actions, which shows them in the changed files. One line per problem. */
export function reportAsGithub(checked: readonly CheckedFile[]): string {
  return checked.flatMap(({ problems }) => problems.map((problem) => `${describe(problem)}\n`)).join('');
}

function describe(problem: ProblemReport): string {
  const { line, endLine, cell } = problem;
  // Lines of a notebook count within a cell, which GitHub can't show; columns only count within one line.
  const columns = line === endLine ? { col: problem.column, endColumn: problem.endColumn } : {};
  const place = cell === undefined ? { line, endLine, ...columns } : {};
  const properties = Object.entries({ file: problem.path, ...place, title: problem.rule }).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  const message = cell === undefined ? problem.message : `Cell ${cell + 1}, line ${line}: ${problem.message}`;
  return `::${commands[problem.severity]} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
