import { looksLikePrompt } from '../recognize/promptShape';
import { type Format, promptsOnly } from './format';
import { promptSections } from './helpers/prompts';
import { JINJA } from './helpers/templates';

/** Jinja templates outside of folders of prompts, where they read like prompts: most templates make pages and configuration. */
export default {
  id: 'jinja-prompt',
  editorIds: [],
  globs: ['**/*.{j2,jinja,jinja2}'],
  recognizes(head) {
    const text = head.replace(/\{[{%#][^{}]*[}%#]\}/g, ' ').trim();
    return /^[ \t]*#?[ \t]*(system|user|developer)[ \t]*:[ \t]*\r?$/im.test(head) || looksLikePrompt(text, null);
  },
  broad: true,
  read(text) {
    return promptsOnly(promptSections(text, { start: 0, end: text.length }, null, JINJA));
  },
} satisfies Format;
