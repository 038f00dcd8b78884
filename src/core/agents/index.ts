import type { Agent } from './agent';
import claudeCode from './claudeCode';
import codex from './codex';
import copilot from './copilot';
import cursor from './cursor';
import geminiCli from './geminiCli';

export type { Agent } from './agent';
export const agents: readonly Agent[] = [claudeCode, codex, copilot, cursor, geminiCli];
