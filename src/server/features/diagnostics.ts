import { type Diagnostic, type DocumentDiagnosticParams, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Problem, Settings, Span } from '../../core';
import type { Context, Feature } from '../context';
import { toDiagnostic } from '../convert';
import type { Analyzed } from '../documents';

/** Pull diagnostics; unchanged text and settings are answered as unchanged. */
export function createDiagnostics(): Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> {
  const serials = new WeakMap<Settings, number>();
  let last = 0;
  const serialOf = (settings: Settings) => {
    const known = serials.get(settings) ?? ++last;
    serials.set(settings, known);
    return known;
  };
  return async (context, { textDocument, previousResultId }, token) => {
    const analyzed = await context.documents.analyze(textDocument.uri, token);
    // Those of cells are pushed.
    if (!analyzed || context.documents.isCell(textDocument.uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${analyzed.revision}:${serialOf(analyzed.settings)}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(context, analyzed) };
  };
}

/** All problems of a document as the client can show them; those on a call's name are one, so that one mark stands there. */
export function diagnosticsOf(context: Context, analyzed: Analyzed): Diagnostic[] {
  const { calls, findProblems } = analyzed.analysis;
  const names = new Set(calls.map(({ nameSpan, cell }) => placeOf(nameSpan, cell)));
  const byName = new Map<string, Problem[]>();
  const shown: Problem[][] = [];
  for (const problem of findProblems()) {
    const place = placeOf(problem.span, problem.cell);
    const others = byName.get(place);
    if (others) others.push(problem);
    else {
      const group = [problem];
      shown.push(group);
      if (names.has(place)) byName.set(place, group);
    }
  }
  return shown.map((group) => merge(group.map((problem) => toDiagnostic(analyzed, problem, context))));
}

const placeOf = ({ start, end }: Span, cell: number | null): string => `${cell} ${start} ${end}`;

/** The most severe one leads; the others follow in its message, each with its rule. */
function merge(all: Diagnostic[]): Diagnostic {
  const [lead, ...others] = all.sort((a, b) => (a.severity ?? 0) - (b.severity ?? 0)) as [Diagnostic, ...Diagnostic[]];
  if (!others.length) return lead;
  const relatedInformation = all.flatMap((one) => one.relatedInformation ?? []);
  return {
    ...lead,
    message: [lead.message, ...others.map(({ message, code }) => `${message} (${code})`)].join('\n'),
    ...(relatedInformation.length && { relatedInformation }),
  };
}
