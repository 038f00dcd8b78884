import type { CompressParams, RewriteCheck, RewriteCheckParams, RewriteTask } from '../../protocol';
import type { Feature } from '../context';
import { toEdits } from '../convert';
import { mayEdit } from '../mayEdit';
import { promptAt } from './promptAt';

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
  const { offers, refused, retry } = await (await engine).judgeRewrite(prompt, params.answer, analyzed.text.getText());
  if (analyzed.text.version !== params.version) return null;
  return { offers: offers.map((offer) => ({ ...offer, edits: toEdits(analyzed.text, offer.edits) })), refused: refused.length, retry };
};
