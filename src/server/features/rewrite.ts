import * as l10n from '@vscode/l10n';
import type { CompressParams, RewriteCheck, RewriteCheckParams, RewriteTask } from '../../protocol';
import type { Feature } from '../context';
import { formatCount, toEdits } from '../convert';
import type { Analyzed } from '../documents';
import { mayEdit } from '../mayEdit';

/** What the client asks a language model that is to shorten the prompt at a position. */
export const rewriteTask: Feature<CompressParams, RewriteTask | null> = async ({ documents, engine }, params, token) => {
  const analyzed = await documents.analyze(params.uri, token);
  const prompt = analyzed && (await mayEdit(analyzed)) ? promptAt(analyzed, params) : undefined;
  return analyzed && prompt ? { version: analyzed.text.version, ...(await engine).rewriteTask(prompt) } : null;
};

/** Judges the model's answer. */
export const rewriteCheck: Feature<RewriteCheckParams, RewriteCheck | null> = async ({ documents, engine }, params, token) => {
  const analyzed = await documents.analyze(params.uri, token);
  const prompt = analyzed?.text.version === params.version ? promptAt(analyzed, params) : undefined;
  if (!analyzed || !prompt) return null;
  const verdict = await (await engine).judgeRewrite(prompt, params.answer, analyzed.text.getText());
  if (analyzed.text.version !== params.version) return null;
  if (verdict.kind === 'rejected') return { kind: 'rejected', retry: verdict.retry };
  const { edits, tokensBefore, tokensAfter, lost } = verdict;
  const title = l10n.t('Rewrite prompt: {0} to {1} tokens', formatCount(tokensBefore), formatCount(tokensAfter));
  return { kind: 'accepted', preview: { version: params.version, title, edits: toEdits(analyzed.text, edits), tokensBefore, tokensAfter }, lost };
};

function promptAt({ text, analysis }: Analyzed, { position }: CompressParams) {
  const at = text.offsetAt(position);
  return analysis.prompts.find(({ span, editable }) => editable && span.start <= at && at <= span.end);
}
