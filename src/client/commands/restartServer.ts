import type { CommandContext } from '.';

export const restartServer = ({ server }: CommandContext) => server.client.restart();
