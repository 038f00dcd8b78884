import * as l10n from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type TextEdit as LspEdit, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Accuracy, type Estimate, type Price, type Problem, ruleDocsUrl, type Severity, type Span, type TextEdit } from '../core';

/** The name that people see beside each problem. */
export const source = 'Prompt Cost';

/** UTF-16 offsets to the protocol's positions. */
export function toRange(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

export function toSpan(text: TextDocument, range: Range): Span {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

/** Do two spans share a place? An empty span touches what it stands at. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

export function toEdits(text: TextDocument, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map((edit) => ({ range: toRange(text, edit), newText: edit.text }));
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** A problem as clients show it; with further places for those that show them, too. `translate` puts the engine's texts into the display language. */
export function toDiagnostic(
  { uri, text }: { uri: string; text: TextDocument },
  problem: Problem,
  { client, translate }: { client: { relatedInformation: boolean }; translate(text: string): string },
): Diagnostic {
  // A value of several words may be a text of the engine, such as what is wrong with a line.
  const values = problem.values.map((value) => (typeof value === 'string' && value.includes(' ') ? translate(value) : value));
  return {
    range: toRange(text, problem.span),
    severity: severities[problem.severity],
    source,
    code: problem.rule,
    codeDescription: { href: ruleDocsUrl(problem.rule) },
    message: l10n.t(problem.template, ...values),
    ...(problem.tag && { tags: [tags[problem.tag]] }),
    ...(client.relatedInformation &&
      problem.related.length && {
        relatedInformation: problem.related.map(({ span, message }) => ({
          location: { uri, range: toRange(text, span) },
          message: translate(message),
        })),
      }),
  };
}

/** `12,345`. */
export function formatCount(tokens: number): string {
  return Math.round(tokens).toLocaleString('en-US');
}

/** USD with two significant digits or whole cents, whichever says more. Only zero is shown as zero. */
export function formatUsd(usd: number): string {
  if (usd === 0) return '$0';
  if (usd < 1e-8) return '< $0.00000001';
  return toDollars(usd, Math.max(2, 1 - Math.floor(Math.log10(usd))));
}

/** USD per million tokens with every digit, as price lists write it. */
export function formatRate(usd: number | null): string {
  return usd === null ? l10n.t('unknown') : `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })}`;
}

/** By hand, because every keystroke writes every hint anew, and a formatter with options is made anew for each. */
const toDollars = (usd: number, decimals: number) => `$${usd.toFixed(decimals).replace(/\B(?=(\d{3})+\.)/g, ',')}`;

/** Marks a figure that is not exact. */
export function mark(accuracy: Accuracy | boolean): string {
  return accuracy === 'exact' || accuracy === true ? '' : '≈ ';
}

/** Is the input counted, with nothing assumed? An exact count of the static text alone is not enough. */
export function isExactInput({ input }: Estimate): boolean {
  return input.accuracy === 'exact' && !input.placeholders;
}

/** `≈ 412 tok · $0.0031 · gpt-4o`: what stands at a call. `model` as written in the call. */
export function callLabel(estimate: Estimate, model: string | null): string {
  const name = model ?? (estimate.model?.kind === 'found' ? estimate.model.model.name : l10n.t('model unknown'));
  const tokens = l10n.t('{0} tok', formatCount(estimate.input.tokens));
  const cost = estimate.cost ? formatUsd(estimate.cost.perCall) : l10n.t('price unknown');
  const exact = isExactInput(estimate) && (!estimate.cost || estimate.output.accuracy !== 'assumed');
  return `${mark(exact)}${tokens} · ${cost} · ${name}`;
}

/** `$2.50 in, $10.00 out per million tokens`. */
export function priceLine(price: Price): string {
  const [tier] = price.tiers;
  return l10n.t('{0} in, {1} out per million tokens', formatRate(tier?.input ?? null), formatRate(tier?.output ?? null));
}
