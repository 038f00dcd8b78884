import { type Format, promptsOnly } from './format';
import { declaredIn, splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { COPILOT } from './helpers/templates';

/** Copilot's prompt files and chat modes. */
export default {
  id: 'copilot-prompt',
  editorIds: ['prompt', 'chatmode'],
  globs: ['**/*.prompt.md', '**/*.chatmode.md'],
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return { ...promptsOnly(promptIn(text, body, 'user', COPILOT)), declared: declaredIn(matter, ['model']) };
  },
} satisfies Format;
