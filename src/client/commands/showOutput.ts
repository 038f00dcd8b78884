import type { CommandContext } from '.';

export const showOutput = ({ server }: CommandContext) => server.client.outputChannel.show();
