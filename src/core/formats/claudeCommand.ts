import { type Format, promptsOnly } from './format';
import { at } from './helpers/data';
import { declaredIn, type Split, splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { CLAUDE_COMMAND } from './helpers/templates';

/** Claude Code's slash commands: sent as the user's message, with the arguments filled in. */
export default {
  id: 'claude-command',
  editorIds: [],
  globs: ['**/commands/**/*.md'],
  recognizes: (head, path) => /(^|\/)\.claude\/commands\//.test(path) || isCard(splitFrontMatter(head).matter),
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return { ...promptsOnly(promptIn(text, body, 'user', CLAUDE_COMMAND)), declared: declaredIn(matter, ['model']) };
  },
} satisfies Format;

/** What a plugin says of a command, unlike pages about commands. */
function isCard(matter: Split['matter']): boolean {
  return at(matter, 'description') !== undefined && ['allowed-tools', 'argument-hint'].some((key) => at(matter, key) !== undefined);
}
