import type { CommandContext } from '.';

/** Closes the previewed fix of the active tab and changes nothing. */
export const discardPreview = ({ previews }: CommandContext) => previews.discard();
