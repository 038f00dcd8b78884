import { type Format, promptsOnly } from './format';
import { at } from './helpers/data';
import { declaredIn, type Split, splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { CLAUDE_COMMAND } from './helpers/templates';

/** Slash commands and workflows of Claude Code and other agents: sent as the user's message, with the arguments filled in. */
export default {
  id: 'claude-command',
  editorIds: [],
  globs: ['**/commands/**/*.md', '**/.opencode/command/**/*.md', '**/{.windsurf,.clinerules,.agent,.agents}/workflows/**/*.md'],
  recognizes: (head, path) => OWN_PLACE.test(path) || isCard(splitFrontMatter(head).matter),
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return { ...promptsOnly(promptIn(text, body, 'user', CLAUDE_COMMAND)), declared: declaredIn(matter, ['model']) };
  },
} satisfies Format;

const OWN_PLACE = /(^|\/)\.((claude|cursor|opencode|roo)\/commands?|(windsurf|clinerules|agents?)\/workflows)\//;

/** What a plugin says of a command, unlike pages about commands. */
function isCard(matter: Split['matter']): boolean {
  return at(matter, 'description') !== undefined && ['allowed-tools', 'argument-hint'].some((key) => at(matter, key) !== undefined);
}
