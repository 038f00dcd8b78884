import type { Agent } from './agent';

/** docs.cursor.com: rules, AGENTS.md, MCP (2026-11). */
export default {
  id: 'cursor',
  name: 'Cursor',
  model: 'claude-sonnet-5-5',
  namedIn: [],
  aliases: {},
  files: ['.cursorrules'],
  shared: ['AGENTS.md'],
  folders: [
    { folder: '.cursor/rules', ending: '.mdc' },
    { folder: '.cursor/skills', ending: '/SKILL.md' },
  ],
  servers: [{ file: '.cursor/mcp.json', keys: ['mcpServers'] }],
} satisfies Agent;
