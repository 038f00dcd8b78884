import { type Format, promptsOnly } from './format';
import { declaredIn, splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { VERBATIM } from './helpers/templates';

/** Definitions of agents: Claude Code's and Copilot's. The body is the agent's system prompt. */
export default {
  id: 'agent',
  editorIds: ['chatagent'],
  globs: ['**/.claude/agents/**/*.md', '**/.github/agents/**/*.md', '**/*.agent.md'],
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return { ...promptsOnly(promptIn(text, body, 'system', VERBATIM)), declared: declaredIn(matter, ['model']) };
  },
} satisfies Format;
