import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../core';
import { escapeSarif, escapeUriPath } from './escape';
import type { Range } from './position';
import type { CheckedFile, Notice, ProblemReport, RuleInfo } from './problemReport';

type Level = 'none' | 'note' | 'warning' | 'error';
const levels: Record<Severity | 'off', Level> = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' };

/** The problems as SARIF 2.1.0. Columns are UTF-16 units; paths become URIs, relative ones stay relative. */
export function reportAsSarif(checked: readonly CheckedFile[], rules: readonly RuleInfo[], version: string): Log {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Prompt Cost Lint', version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: checked.flatMap(({ notice }) => (notice ? [describeNotice(notice)] : [])) },
        ],
        results: checked.flatMap(({ problems }) => problems.map((problem) => describeResult(problem, indices))),
      },
    ],
  };
}

function describeNotice({ path, kind, message }: Notice): Notification {
  return {
    descriptor: { id: kind },
    level: 'note',
    message: { text: escapeSarif(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) } } }],
  };
}

function describeRule({ id, description, severity, helpUri }: RuleInfo): ReportingDescriptor {
  return { id, shortDescription: { text: description }, helpUri, defaultConfiguration: { level: levels[severity], enabled: severity !== 'off' } };
}

function describeResult(problem: ProblemReport, indices: ReadonlyMap<string, number>): Result {
  const uri = toUri(problem.path);
  const { cell } = problem;
  return {
    ruleId: problem.rule,
    ...(indices.has(problem.rule) && { ruleIndex: indices.get(problem.rule) }),
    level: levels[problem.severity],
    partialFingerprints: { 'promptCost/v1': problem.id },
    message: { text: escapeSarif(problem.message) },
    locations: [{ ...locate(uri, problem, cell), ...(cell !== undefined && { logicalLocations: [{ name: `cell ${cell + 1}`, kind: 'member' }] }) }],
    ...(problem.related && {
      relatedLocations: problem.related.map((place, id) => ({ id, ...locate(uri, place, cell), message: { text: escapeSarif(place.message) } })),
    }),
    ...(problem.fixes.length > 0 && {
      fixes: problem.fixes.map(({ title, edits }) => ({
        description: { text: escapeSarif(title) },
        artifactChanges: [
          {
            artifactLocation: { uri },
            replacements: edits.map(({ start, end, text }) => ({
              deletedRegion: { charOffset: start, charLength: end - start },
              ...(text && { insertedContent: { text } }),
            })),
          },
        ],
      })),
    }),
  };
}

function locate(uri: string, { line, column, endLine, endColumn }: Range, cell: number | undefined): Location {
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  // A notebook's lines count within its cell, which a region of the file can't say.
  return { physicalLocation: { artifactLocation: { uri }, ...(cell === undefined && { region }) } };
}

function toUri(path: string): string {
  const encoded = escapeUriPath(path);
  if (path.startsWith('/')) return `file://${encoded}`;
  const drive = /^([A-Za-z])%3A\//.exec(encoded);
  return drive ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
