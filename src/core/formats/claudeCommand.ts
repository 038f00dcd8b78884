import { type Format, promptsOnly } from './format';
import { declaredIn, isCard, splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { CLAUDE_COMMAND } from './helpers/templates';

/** Slash commands and workflows of Claude Code and other agents: sent as the user's message, with the arguments filled in. */
export default {
  id: 'claude-command',
  editorIds: [],
  globs: ['**/commands/**/*.md', '**/.opencode/command/**/*.md', '**/{.windsurf,.clinerules,.agent,.agents}/workflows/**/*.md'],
  recognizes: (head, path) => OWN_PLACE.test(path) || isCard(splitFrontMatter(head).matter, ['description'], ['allowed-tools', 'argument-hint']),
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return { ...promptsOnly(promptIn(text, body, 'user', CLAUDE_COMMAND)), declared: declaredIn(matter, ['model']) };
  },
} satisfies Format;

const OWN_PLACE = /(^|\/)\.((claude|cursor|opencode|roo)\/commands?|(windsurf|clinerules|agents?)\/workflows)\//;
