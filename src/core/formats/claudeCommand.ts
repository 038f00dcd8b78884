import { type Format, promptsOnly } from './format';
import { declaredIn, splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { CLAUDE_COMMAND } from './helpers/templates';

/** Claude Code's slash commands: sent as the user's message, with the arguments filled in. */
export default {
  id: 'claude-command',
  editorIds: [],
  globs: ['**/.claude/commands/**/*.md'],
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return { ...promptsOnly(promptIn(text, body, 'user', CLAUDE_COMMAND)), declared: declaredIn(matter, ['model']) };
  },
} satisfies Format;
