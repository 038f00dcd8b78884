import { type Diagnostic, type DocumentDiagnosticParams, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Settings } from '../../core';
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

/** All problems of a document as the client can show them. */
export function diagnosticsOf(context: Context, analyzed: Analyzed): Diagnostic[] {
  return analyzed.analysis.findProblems().map((problem) => toDiagnostic(analyzed, problem, context));
}
