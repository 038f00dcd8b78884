import type { Agent } from './agent';

/** code.visualstudio.com/docs/copilot: custom instructions, skills, MCP servers (2026-11). */
export default {
  id: 'copilot',
  name: 'GitHub Copilot',
  model: 'gpt-6-sol',
  namedIn: [],
  aliases: {},
  files: ['.github/copilot-instructions.md'],
  shared: ['AGENTS.md'],
  folders: [
    { folder: '.github/instructions', ending: '.instructions.md' },
    { folder: '.github/skills', ending: '/SKILL.md' },
  ],
  servers: [{ file: '.vscode/mcp.json', keys: ['servers'] }],
} satisfies Agent;
