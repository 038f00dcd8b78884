import type { Agent } from './agent';

/** code.claude.com/docs: memory, skills, mcp, model-config (2026-11). */
export default {
  id: 'claude-code',
  name: 'Claude Code',
  model: 'claude-sonnet-5-5',
  namedIn: [
    { file: '.claude/settings.local.json', keys: ['model'] },
    { file: '.claude/settings.json', keys: ['model'] },
  ],
  aliases: {
    default: 'claude-sonnet-5-5',
    sonnet: 'claude-sonnet-5-5',
    'sonnet[1m]': 'claude-sonnet-5-5',
    opus: 'claude-opus-5-5',
    opusplan: 'claude-opus-5-5',
    haiku: 'claude-haiku-5-5',
  },
  files: ['CLAUDE.md', 'CLAUDE.local.md', '.claude/CLAUDE.md'],
  shared: [],
  folders: [
    { folder: '.claude/rules', ending: '.md' },
    { folder: '.claude/skills', ending: '/SKILL.md' },
  ],
  servers: [{ file: '.mcp.json', keys: ['mcpServers'] }],
} satisfies Agent;
