import type { Role } from '../types';
import { type Format, promptsOnly } from './format';
import { at } from './helpers/data';
import { declaredIn, splitFrontMatter } from './helpers/frontMatter';
import { promptSections } from './helpers/prompts';
import { guessTemplate } from './helpers/templates';

/** Text files in a folder of prompts: one prompt each, or several behind role markers. One with a name and a description defines an agent. */
export default {
  id: 'prompt-text',
  editorIds: [],
  globs: ['**/{prompts,prompt_templates,system_prompts,system-prompts}/**/*.{txt,md,j2,jinja,jinja2,prompt,tmpl,hbs,mustache}', '**/skprompt.txt'],
  broad: true,
  read(text, path) {
    const { matter, body } = splitFrontMatter(text);
    const isAgent = at(matter, 'name') !== undefined && at(matter, 'description') !== undefined;
    const declared = declaredIn(matter, ['model'], ['max_tokens']);
    return { ...promptsOnly(promptSections(text, body, isAgent ? 'system' : roleOf(path), guessTemplate(text))), declared };
  },
} satisfies Format;

/** `review.system.md`, `user_prompt.txt`: the file's name may say whose message it is. */
function roleOf(path: string): Role | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, role] = /(?:^|[-_. ])(system|user|assistant)(?=[-_. ]|$)/i.exec(name) ?? [];
  return role === undefined ? null : (role.toLowerCase() as Role);
}
