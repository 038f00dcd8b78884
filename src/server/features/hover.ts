import type { Hover, HoverParams } from 'vscode-languageserver';
import type { Prompt, Request, Span } from '../../core';
import type { Feature } from '../context';
import { toRange } from '../convert';
import type { Analyzed } from '../documents';
import { sumWriter } from '../ownPrices';
import { callHover } from './callHover';
import { fileHover } from './fileFacts';
import { promptHover } from './promptHover';

/** On a call's name, model or output limit: the cost table. On a prompt: its tokens. On the first line and the model of a prompt or data file: what it costs. */
export const hover: Feature<HoverParams, Hover | null> = async (context, { textDocument, position }, token) => {
  const analyzed = await context.documents.analyze(textDocument.uri, token);
  if (!analyzed) return null;
  const { text, analysis } = analyzed;
  const at = text.offsetAt(position);
  const call = analysis.calls.findIndex((site) => handlesOf(site).some((span) => holds(span, at)));
  if (call >= 0) {
    const span = handlesOf(analysis.calls[call]!).find((handle) => holds(handle, at))!;
    const value = await callHover(context, analyzed, call);
    // The table may have taken a while; a hover on a text that has changed since has no place.
    return value && text.version === analyzed.version ? { contents: { kind: 'markdown', value }, range: toRange(text, span) } : null;
  }
  const prompt = innermost(analysis.prompts, at);
  const file = analysis.file && isHead(analyzed, at) ? fileHover(analysis.file, sumWriter(analyzed.settings)) : '';
  if (prompt < 0) return file ? { contents: { kind: 'markdown', value: file } } : null;
  const value = [file, promptHover(analyzed, prompt)].filter(Boolean).join('\n\n');
  return { contents: { kind: 'markdown', value }, range: toRange(text, analysis.prompts[prompt]!.span) };
};

/** Where the mouse means the call itself and not one of its arguments. */
function handlesOf({ span, nameSpan, modelSpan, outputLimit }: Request): Span[] {
  const callee = { start: Math.min(span.start, nameSpan.start), end: nameSpan.end };
  return [callee, modelSpan, 'span' in outputLimit ? outputLimit.span : null].filter((handle) => handle !== null);
}

/** On the first line, or where the file names its model. */
function isHead({ text, analysis }: Analyzed, at: number): boolean {
  const model = analysis.file?.declared?.modelSpan;
  return text.positionAt(at).line === 0 || (!!model && holds(model, at));
}

const holds = (span: Span, at: number) => span.start <= at && at <= span.end;

function innermost(prompts: readonly Prompt[], at: number): number {
  let best = -1;
  prompts.forEach(({ span }, index) => {
    const other = prompts[best]?.span;
    if (holds(span, at) && (!other || span.end - span.start < other.end - other.start)) best = index;
  });
  return best;
}
