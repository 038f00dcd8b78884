import type { Format } from './format';
import { at, textOf } from './helpers/data';
import { splitFrontMatter } from './helpers/frontMatter';
import { promptIn } from './helpers/prompts';
import { VERBATIM } from './helpers/templates';

/** Skills of coding agents. Every session loads the name and the description; the body only when the skill is used. */
export default {
  id: 'skill',
  editorIds: ['skill'],
  globs: ['**/SKILL.md'],
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    const card = ['name', 'description'].flatMap((key) => textOf(at(matter, key)) ?? []);
    return { prompts: promptIn(text, body, 'system', VERBATIM), declared: null, perSession: card.length ? card : null, dataset: null };
  },
} satisfies Format;
