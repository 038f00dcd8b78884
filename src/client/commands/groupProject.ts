import type { CommandContext } from '.';

/** Lets the user choose what the explorer groups requests by. */
export const groupProject = ({ explorer }: CommandContext) => explorer.chooseGrouping();
