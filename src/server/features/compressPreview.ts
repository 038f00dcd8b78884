import * as l10n from '@vscode/l10n';
import type { CompressParams, CompressPreview } from '../../protocol';
import type { Feature } from '../context';
import { formatCount, toEdits } from '../convert';
import { mayEdit } from '../mayEdit';

/** The edits of `Compress prompt` for the prompt at a position: what its rule would do, whatever the rule's severity. */
export const compressPreview: Feature<CompressParams, CompressPreview | null> = async ({ documents }, { uri, position }, token) => {
  const analyzed = await documents.analyze(uri, token);
  if (!analyzed || !(await mayEdit(analyzed))) return null;
  const { text, analysis } = analyzed;
  const at = text.offsetAt(position);
  const prompt = analysis.prompts.find(({ span, editable }) => editable && span.start <= at && at <= span.end);
  const fix = analysis
    .findProblems()
    .filter(({ span }) => prompt && prompt.span.start <= span.start && span.end <= prompt.span.end)
    .flatMap(({ fixes }) => fixes)
    .find(({ preview, tokensSaved }) => preview && tokensSaved);
  if (!prompt || !fix) return null;
  const tokensAfter = prompt.count.tokens - (fix.tokensSaved ?? 0);
  return {
    version: text.version,
    title: l10n.t('Compress prompt: {0} to {1} tokens', formatCount(prompt.count.tokens), formatCount(tokensAfter)),
    edits: toEdits(text, fix.edits),
    tokensBefore: prompt.count.tokens,
    tokensAfter,
  };
};
