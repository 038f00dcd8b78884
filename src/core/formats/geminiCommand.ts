import { type Format, promptsOnly } from './format';
import { at } from './helpers/data';
import { promptOf } from './helpers/prompts';
import { GEMINI_COMMAND } from './helpers/templates';
import { readToml } from './helpers/toml';

/** Commands of Gemini CLI: sent as the user's message, with arguments, files and the output of shell commands filled in. */
export default {
  id: 'gemini-command',
  editorIds: [],
  globs: ['**/.gemini/commands/**/*.toml'],
  read(text) {
    const prompt = at(readToml(text) ?? undefined, 'prompt');
    return promptsOnly(
      prompt?.kind === 'string' && prompt.decoded.text.trim()
        ? [promptOf(prompt.decoded, prompt.span, 'user', GEMINI_COMMAND, 'prompt', prompt.editable)]
        : [],
    );
  },
} satisfies Format;
