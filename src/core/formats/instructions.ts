import type { Format } from './format';
import { at, textOf } from './helpers/data';
import { type Split, splitFrontMatter } from './helpers/frontMatter';
import { importsIn } from './helpers/imports';
import { promptIn } from './helpers/prompts';
import { VERBATIM } from './helpers/templates';

/** Standing instructions of coding agents: sent in every session, unless the file binds itself to some files or to a request. */
export default {
  id: 'instructions',
  editorIds: ['instructions'],
  globs: [
    '**/*{AGENTS,AGENT,CLAUDE,CLAUDE.local,GEMINI,AGENTS.override}.md',
    '**/copilot-instructions.md',
    '**/*.instructions.md',
    '**/{.cursorrules,.windsurfrules,.clinerules,.goosehints}',
    '**/rules/**/*.mdc',
    '**/{.windsurf/rules,.clinerules,.claude/rules,.agent/rules,.roo/rules*,.kiro/steering,.amazonq/rules,.continue/rules,.trae/rules}/**/*.md',
    '**/.junie/guidelines.md',
  ],
  read(text, path) {
    const { matter, body } = splitFrontMatter(text);
    const prompts = promptIn(text, body, 'system', VERBATIM);
    const facts = { prompts, declared: null, dataset: null };
    if (!loadedAlways(matter, path)) return { ...facts, perSession: loadedInstead(matter) };
    return { ...facts, perSession: bodies(text, prompts), ...(IMPORTS.test(path) && { importsIn }) };
  },
} satisfies Format;

/** Claude Code and Gemini load what their files import. */
const IMPORTS = /(^|\/)(CLAUDE(\.local)?|GEMINI)\.md$|\.claude\/rules\//;

const bodies = (text: string, prompts: { span: { start: number; end: number } }[]) => prompts.map(({ span }) => text.slice(span.start, span.end));

/** By the front matter of Cursor (`alwaysApply`), Copilot (`applyTo`), Windsurf (`trigger`), Kiro (`inclusion`) and Claude Code (`paths`); Roo has rules per mode. */
function loadedAlways(matter: Split['matter'], path: string): boolean {
  if (path.endsWith('.mdc')) {
    const always = at(matter, 'alwaysApply');
    return always?.kind === 'scalar' && always.value === true;
  }
  if (path.endsWith('.instructions.md')) return /^(\*\*|\*\*\/\*|\*)$/.test(textOf(at(matter, 'applyTo'))?.trim() ?? '');
  const trigger = textOf(at(matter, 'trigger') ?? at(matter, 'inclusion'));
  if (trigger !== undefined && trigger !== 'always_on' && trigger !== 'always') return false;
  const always = at(matter, 'alwaysApply');
  return !(always?.kind === 'scalar' && always.value === false) && at(matter, 'paths') === undefined && !path.includes('.roo/rules-');
}

/** Of a rule that the agent fetches when it needs it, every session gets the description. */
function loadedInstead(matter: Split['matter']): string[] | null {
  const description = textOf(at(matter, 'description'));
  return description ? [description] : null;
}
