import type { FixPreview } from '../../protocol';
import type { CommandContext } from '.';

/** Behind the lightbulb's `Preview: …`; the server brings the edits. */
export const previewFix = ({ previews }: CommandContext, preview: FixPreview) => previews.show(preview);
