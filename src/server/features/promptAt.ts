import type { CompressParams } from '../../protocol';
import type { Analyzed } from '../documents';

/** The prompt at a position that can be edited there. */
export function promptAt({ text, analysis }: Analyzed, { position }: CompressParams) {
  const at = text.offsetAt(position);
  return analysis.prompts.find(({ span, editable }) => editable && span.start <= at && at <= span.end);
}
