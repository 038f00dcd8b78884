import type { Agent } from './agent';

/** geminicli.com/docs: GEMINI.md, settings, skills (2026-11). */
export default {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  model: 'gemini-3.1-pro-preview',
  namedIn: [{ file: '.gemini/settings.json', keys: ['model', 'name'] }],
  aliases: {},
  files: ['GEMINI.md'],
  shared: [],
  folders: [{ folder: '.gemini/skills', ending: '/SKILL.md' }],
  servers: [{ file: '.gemini/settings.json', keys: ['mcpServers'] }],
} satisfies Agent;
