import type { Agent } from './agent';

/** developers.openai.com/codex: AGENTS.md, skills (2026-11). AGENTS.md is everyone's, but nobody else's alone. */
export default {
  id: 'codex',
  name: 'Codex and others that read AGENTS.md',
  model: 'gpt-6-sol',
  namedIn: [],
  aliases: {},
  files: ['AGENTS.md', 'AGENTS.override.md'],
  shared: [],
  folders: [{ folder: '.agents/skills', ending: '/SKILL.md' }],
  servers: [],
} satisfies Agent;
