import { isProse, looksLikePrompt, snakeName, TRANSLATIONS } from '../recognize/promptShape';
import type { Role } from '../types';
import { type Format, type PromptFact, promptsOnly } from './format';
import { at, type DataNode, type StringNode, textOf } from './helpers/data';
import { declaredIn } from './helpers/frontMatter';
import { readJson } from './helpers/json';
import { promptOf, roleNamed } from './helpers/prompts';
import { guessTemplate } from './helpers/templates';
import { readToml } from './helpers/toml';
import { readYaml } from './helpers/yaml';

/** YAML, JSON and TOML that are called prompts or lie in a folder of them: the strings in it that are prompts, by their key, the role beside them, or how they begin. */
export default {
  id: 'prompt-data',
  editorIds: [],
  globs: ['**/{prompts,Prompts,prompt_templates}/**/*.{yaml,yml,json,toml}', '**/*{prompt,Prompt,prompts,Prompts}.{yaml,yml,json,toml}'],
  broad: true,
  recognizes: (head, path) => AMONG_PROMPTS.test(path) || !(TRANSLATIONS.test(path) || RECORDED.test(head)),
  read(text, path) {
    const roots = path.endsWith('.json') ? [readJson(text)] : path.endsWith('.toml') ? [readToml(text)] : readYaml(text);
    const declared = roots.map((root) =>
      root
        ? declaredIn(root, ['model.name', 'model.id', 'model', 'config.model'], ['max_tokens', 'parameters.max_tokens', 'modelParameters.max_tokens'])
        : null,
    );
    return { ...promptsOnly(roots.flatMap((root) => (root ? collect(root, null) : []))), declared: declared.find((one) => one !== null) ?? null };
  },
} satisfies Format;

const AMONG_PROMPTS = /(^|\/)([Pp]rompts|prompt_templates)\//;
/** What was sent and answered, kept for a test. */
const RECORDED = /^interactions:|"(?:choices|candidates)"\s*:\s*\[/m;

/** Keys whose text is a prompt, and those that say whose message it is. */
const PROMPT_KEY = /^(system|user|assistant|human|developer|prompt|template|instructions?|messages?)$|_(prompt|template|instructions?|message)$/;

/** What is only tried on the prompts, or judges the answers. */
const ASIDE =
  /^(test_?data|test_?cases|tests|testing|evaluators|assert|inputs?|outputs?|variables|vars|examples?|samples?|expected|description|metadata)$/;

function collect(node: DataNode, around: string | null): PromptFact[] {
  if (node.kind === 'list') return node.items.flatMap((item) => (item.kind === 'string' ? read(item, around, null) : collect(item, around)));
  if (node.kind !== 'map') return [];
  const role = roleNamed(textOf(at(node, 'role')) ?? '');
  const entries = node.entries.filter(({ key }) => !ASIDE.test(snakeName(key)));
  return entries.flatMap(({ key, value }) => (value.kind === 'string' ? read(value, key, role) : collect(value, key)));
}

function read(value: StringNode, key: string | null, role: Role | null): PromptFact[] {
  const { text } = value.decoded;
  const words = snakeName(key ?? '');
  const wanted = ((PROMPT_KEY.test(words) || (role && /^(content|text)$/.test(words))) && isProse(text, 3)) || looksLikePrompt(text, key);
  if (!wanted) return [];
  const named = role ?? roleNamed(/^(system|user|human|assistant|developer)(?=_|$)/.exec(words)?.[1] ?? '');
  return [promptOf(value.decoded, value.span, named, guessTemplate(text), key, value.editable)];
}
