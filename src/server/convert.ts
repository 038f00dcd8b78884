import * as l10n from '@vscode/l10n';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type TextEdit as LspEdit, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Accuracy,
  type Basis,
  type Estimate,
  type Price,
  type Problem,
  ruleDocsUrl,
  type Severity,
  type Span,
  type TextEdit,
  type Unit,
} from '../core';
import { formatPrice, isKnown, type NumberMarks, signOf, formatCount as writeCount, formatUsd as writeUsd } from '../report';

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

/** The marks of the display language; the translation of a sample tells them. */
export function marks(): NumberMarks {
  const sample = l10n.t('1,234.5');
  return { group: sample[1] ?? ',', decimal: sample[5] ?? '.' };
}

/** `12,345`. */
export const formatCount = (tokens: number): string => writeCount(tokens, marks());

/** USD; see the reports. */
export const formatUsd = (usd: number): string => writeUsd(usd, marks());

/** USD per million tokens with every digit, as price lists write it. */
export const formatRate = (usd: number | null): string => (usd === null ? l10n.t('unknown') : formatPrice(usd, marks()));

/** Marks a figure that is not exact. */
export function mark(accuracy: Accuracy | boolean): string {
  return accuracy === 'exact' || accuracy === true ? '' : '≈ ';
}

/** Is everything counted, nothing assumed? */
export function isExact({ input, cost }: Estimate): boolean {
  return input.accuracy === 'exact' && (cost === null || cost.basis === 'counted');
}

/** USD with the sign of the estimate: `≥ $0.0009`. */
export function costLabel(estimate: Estimate, usd: number, write: (usd: number) => string): string {
  return `${signOf({ atLeast: estimate.cost?.atLeast ?? false, exact: isExact(estimate) })}${write(usd)}`;
}

/**
 * `≈ 2,566 tok · $0.0141, then $0.0054 · claude-sonnet-4-6`: what stands at a call, `model` as written in it. With a volume, calls a day and
 * the sum a month stand in place of the model: `≈ 2,566 tok · $0.0061 · 1,240/day · $227/mo`.
 */
export function callLabel(estimate: Estimate, model: string | null, write: (usd: number) => string): string {
  const { input, cost, volume, perMonth } = estimate;
  const open = input.placeholders > 0 && hasOpenInput(estimate);
  const tokens = l10n.t('{0} tok', formatCount(input.tokens + input.placeholderTokens));
  const sign = signOf({ atLeast: open, exact: isExact(estimate) });
  const price = cost ? costText(cost, write) : l10n.t('price unknown');
  const name = model ?? (estimate.model?.kind === 'found' ? estimate.model.model.name : l10n.t('model unknown'));
  const rest =
    volume && perMonth !== null && cost && isKnown(cost)
      ? l10n.t('{0}/day · {1}/mo', formatCount(volume.callsPerDay), `${cost.atLeast ? '≥ ' : ''}${write(perMonth)}`)
      : name;
  return `${sign}${tokens} · ${price} · ${rest}`;
}

/** Does it send something of which nobody knows how long it is? */
const hasOpenInput = ({ lines, input }: Estimate): boolean =>
  lines.length ? lines.some(({ unit, quantity }) => unit !== 'search' && quantity.likely === null) : input.high === null;

/** What a call costs at first and later; rounded alike they are one. */
function costText({ perCall, first, later, atLeast }: NonNullable<Estimate['cost']>, write: (usd: number) => string): string {
  if (!isKnown({ perCall, atLeast })) return l10n.t('cost unknown');
  const [now, then] = [write(perCall), write(later)];
  const sign = atLeast ? '≥ ' : '';
  return perCall === first && now !== then ? `${sign}${now}, ${l10n.t('then {0}', then)}` : `${sign}${now}`;
}

/** What a line is billed as, in the display language. */
export function unitName(unit: Unit): string {
  const names: Record<Unit, string> = {
    input: l10n.t('Input'),
    cacheRead: l10n.t('Cache read'),
    cacheWrite: l10n.t('Cache write'),
    cacheWrite1h: l10n.t('Cache write, 1 hour'),
    output: l10n.t('Output'),
    reasoning: l10n.t('Reasoning'),
    tools: l10n.t('Tools'),
    schema: l10n.t('Answer schema'),
    image: l10n.t('Images'),
    audio: l10n.t('Audio'),
    file: l10n.t('Files'),
    search: l10n.t('Searches'),
    request: l10n.t('Request fee'),
    session: l10n.t('Session fee'),
  };
  return names[unit];
}

/** On what a quantity rests, in the display language. */
export function basisName(basis: Basis): string {
  const names: Record<Basis, string> = {
    counted: l10n.t('counted'),
    stated: l10n.t('stated'),
    measured: l10n.t('measured'),
    assumed: l10n.t('assumed'),
    unknown: l10n.t('unknown'),
  };
  return names[basis];
}

/** `$2.50 in, $10.00 out per million tokens`. */
export function priceLine(price: Price): string {
  const [tier] = price.tiers;
  return l10n.t('{0} in, {1} out per million tokens', formatRate(tier?.input ?? null), formatRate(tier?.output ?? null));
}
