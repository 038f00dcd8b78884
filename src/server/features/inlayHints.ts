import * as l10n from '@vscode/l10n';
import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import type { Span } from '../../core';
import type { Feature } from '../context';
import { callLabel, formatCount, mark, toSpan, touches } from '../convert';
import type { Analyzed } from '../documents';
import { measuredMark } from '../measured';
import { ownEstimates, sumWriter } from '../ownPrices';
import { callHover } from './callHover';
import { fileHover, fileLabel, modelLabel } from './fileFacts';
import { promptHover } from './promptHover';

/** What a hint carries to its resolution. */
interface HintData {
  uri: string;
  revision: number;
  kind: 'call' | 'prompt' | 'file';
  index: number;
}

/** Tokens, cost and model behind the line of each call; tokens behind each prompt; what a prompt or data file costs behind its first line. The texts on hover come with `resolveInlayHint`. */
export const inlayHints: Feature<InlayHintParams, InlayHint[] | null> = async ({ documents }, { textDocument, range }, token) => {
  const analyzed = await documents.analyze(textDocument.uri, token);
  if (!analyzed) return null;
  const wanted = toSpan(analyzed.text, range);
  const { settings } = analyzed;
  return [
    ...(settings.inlayHintsCalls ? callHints(analyzed, wanted) : []),
    ...(settings.inlayHintsPrompts ? [...fileHints(analyzed, wanted), ...promptHints(analyzed, wanted)] : []),
  ];
};

/** Adds the hover text to a hint whose document has not changed since. */
export const resolveInlayHint: Feature<InlayHint, InlayHint> = async (context, hint, token) => {
  const { uri, revision, kind, index } = hint.data as HintData;
  const analyzed = await context.documents.analyze(uri, token);
  if (analyzed?.revision !== revision) return hint;
  const { file } = analyzed.analysis;
  const fileText = file && kind === 'file' ? fileHover(file, sumWriter(analyzed.settings)) : '';
  const value = kind === 'call' ? await callHover(context, analyzed, index) : fileText || promptHover(analyzed, index);
  return { ...hint, tooltip: { kind: 'markdown', value } };
};

function callHints(analyzed: Analyzed, wanted: Span): InlayHint[] {
  const { uri, text, revision, analysis, settings } = analyzed;
  const write = sumWriter(settings);
  const estimates = ownEstimates(analyzed);
  return analysis.calls.flatMap((call, index) => {
    const estimate = estimates[index];
    const at = endOfLine(text.getText(), call.nameSpan.end);
    if (!estimate || !touches(wanted, { start: at, end: at })) return [];
    const data: HintData = { uri, revision, kind: 'call', index };
    return [
      {
        position: text.positionAt(at),
        label: `${callLabel(estimate, call.model, write)}${measuredMark(estimate, settings.measured?.days)}`,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        data,
      },
    ];
  });
}

function promptHints({ uri, text, revision, analysis }: Analyzed, wanted: Span): InlayHint[] {
  return analysis.prompts.flatMap(({ span, count }, index) => {
    if (!touches(wanted, { start: span.end, end: span.end })) return [];
    const data: HintData = { uri, revision, kind: 'prompt', index };
    const label = `${mark(count.accuracy)}${l10n.t('{0} tok', formatCount(count.tokens))}`;
    return [{ position: text.positionAt(span.end), label, kind: InlayHintKind.Type, paddingLeft: true, data }];
  });
}

function fileHints(analyzed: Analyzed, wanted: Span): InlayHint[] {
  const { uri, text, revision, analysis } = analyzed;
  if (!analysis.file) return [];
  const model = analysis.file.declared?.modelSpan;
  const hints = [
    { at: endOfLine(text.getText(), 0), label: fileLabel(analyzed) },
    { at: model?.end ?? 0, label: model ? modelLabel(analysis.file) : null },
  ];
  return hints.flatMap(({ at, label }) => {
    if (!label || !touches(wanted, { start: at, end: at })) return [];
    const data: HintData = { uri, revision, kind: 'file', index: 0 };
    return [{ position: text.positionAt(at), label, kind: InlayHintKind.Type, paddingLeft: true, data }];
  });
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' && line > from ? line - 1 : line;
}
