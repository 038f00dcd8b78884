import type { CommandContext } from '.';

/** Scans the workspace anew for the explorer. */
export const refreshProject = ({ explorer }: CommandContext) => explorer.refresh();
