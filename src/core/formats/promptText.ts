import { instructs, looksLikePrompt } from '../recognize/promptShape';
import type { Role } from '../types';
import { type Format, promptsOnly } from './format';
import { at } from './helpers/data';
import { declaredIn, splitFrontMatter } from './helpers/frontMatter';
import { promptSections } from './helpers/prompts';
import { guessTemplate } from './helpers/templates';

/**
 * Text files in a folder of prompts: one prompt each, or several behind role markers. One with a name and a description defines an agent.
 * Elsewhere, files that are called a prompt and templates of Spring AI, where they read like one: others tell people about prompts.
 */
export default {
  id: 'prompt-text',
  editorIds: [],
  globs: [
    '**/{prompts,Prompts,.prompts,*_prompts,prompt_templates,system-prompts}/**/*.{txt,md,st,j2,jinja,jinja2,prompt,tmpl,tpl,tera,liquid,hbs,mustache}',
    '**/skprompt.txt',
    '**/*{prompt,Prompt,PROMPT}*.{txt,md,tmpl,tpl}',
    '**/{system,System,instructions}.{txt,md}',
    '**/{prompt,Prompt}/**/*.{txt,md,tmpl,tpl}',
    '**/*.st',
  ],
  broad: true,
  recognizes: (head, path) => AMONG_PROMPTS.test(path) || readsLikePrompt(head, path),
  read(text, path) {
    const { matter, body } = splitFrontMatter(text);
    const isAgent = at(matter, 'name') !== undefined && at(matter, 'description') !== undefined;
    const declared = declaredIn(matter, ['model'], ['max_tokens']);
    return { ...promptsOnly(promptSections(text, body, isAgent ? 'system' : roleOf(path), guessTemplate(text))), declared };
  },
} satisfies Format;

const AMONG_PROMPTS = /(^|\/)((\.?[Pp]rompts|[^/]*_prompts|prompt_templates|system-prompts)\/|skprompt\.txt$)/;

/** "You control a browser …", unlike "You can change …". */
const TELLS_AGENT = /^you (?!can|could|may|might|will|would|should|need|have|want|do)[a-z]+ /i;

/** Markdown that doesn't begin like a prompt is as often a page about prompts. */
function readsLikePrompt(head: string, path: string): boolean {
  const { body } = splitFrontMatter(head);
  const text = head.slice(body.start).replace(/^(\s*#+ [^\n]*\n)+\s*/, '');
  return looksLikePrompt(text, null) || (((/prompt/i.test(path) && !path.endsWith('.md')) || TELLS_AGENT.test(text)) && instructs(text));
}

/** `review.system.md`, `user_prompt.txt`, `instructions.md`: the file's name may say whose message it is. */
function roleOf(path: string): Role | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, role] = /(?:^|[-_. ])(system|user|assistant)(?=[-_. ]|$)/i.exec(name) ?? [];
  if (/^instructions\./.test(name)) return 'system';
  return role === undefined ? null : (role.toLowerCase() as Role);
}
