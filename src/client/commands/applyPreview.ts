import type { CommandContext } from '.';

/** Applies the previewed fix of the active tab. */
export const applyPreview = ({ previews }: CommandContext) => previews.apply();
