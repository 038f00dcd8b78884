import { type Format, promptsOnly } from './format';
import { declaredIn, isCard, splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { VERBATIM } from './helpers/templates';

/** Definitions of agents: Claude Code's, Copilot's and opencode's. The body is the agent's system prompt. */
export default {
  id: 'agent',
  editorIds: ['chatagent'],
  globs: ['**/{.claude,.github,.opencode}/agents/**/*.md', '**/.opencode/agent/**/*.md', '**/*.agent.md', '**/agents/**/*.md'],
  recognizes: (head, path) => OWN_PLACE.test(path) || isCard(splitFrontMatter(head).matter, ['name', 'description'], ['tools', 'model', 'color']),
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return { ...promptsOnly(promptIn(text, body, 'system', VERBATIM)), declared: declaredIn(matter, ['model']) };
  },
} satisfies Format;

const OWN_PLACE = /(^|\/)\.((claude|github)\/agents|opencode\/agents?)\/|\.agent\.md$/;
