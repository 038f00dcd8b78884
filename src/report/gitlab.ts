import type { Severity } from '../core';
import type { CheckedFile } from './problemReport';

/** One entry of GitLab's code quality report, which is the one of Code Climate cut short. */
export interface CodeQualityIssue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  location: { path: string; lines: { begin: number; end: number } };
}

const severityOf: Record<Severity, CodeQualityIssue['severity']> = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' };

/** The problems as GitLab's code quality report. Paths are relative to the repository's root where the program runs there. */
export function reportAsGitlab(checked: readonly CheckedFile[]): CodeQualityIssue[] {
  return checked.flatMap(({ problems }) =>
    problems.map(({ id, rule, severity, message, path, line, endLine, cell }) => ({
      description: cell === undefined ? message : `Cell ${cell + 1}, line ${line}: ${message}`,
      check_name: rule,
      fingerprint: id,
      severity: severityOf[severity],
      // lines of a notebook count within a cell, which GitLab can't show
      location: { path: path.replace(/^(?:\.\/+)+/, ''), lines: cell === undefined ? { begin: line, end: endLine } : { begin: 1, end: 1 } },
    })),
  );
}
