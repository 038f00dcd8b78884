import type { Role } from '../types';
import { type Format, type PromptFact, promptsOnly } from './format';
import { at, type DataNode, itemsOf, textOf } from './helpers/data';
import { readJson } from './helpers/json';
import { promptOf, roleNamed } from './helpers/prompts';
import { FORMAT_STRING, JINJA } from './helpers/templates';
import { readYaml } from './helpers/yaml';

/** LangChain's saved prompts: `_type: prompt` or `few_shot`, and the serialised templates of its hub. */
export default {
  id: 'langchain-prompt',
  editorIds: [],
  globs: ['**/*prompt*.{yaml,yml,json}', '**/{prompts,Prompts,prompt_templates}/**/*.{yaml,yml,json}'],
  recognizes: (head) => /["']?\b_type["']?\s*:\s*["']?(prompt|few_shot|chat)/.test(head) || /"lc"\s*:\s*1\b/.test(head),
  read(text, path) {
    const root = path.endsWith('.json') ? readJson(text) : readYaml(text)[0];
    return promptsOnly(root ? collect(root, null) : []);
  },
} satisfies Format;

const KEYS = ['prefix', 'template', 'suffix'];

function collect(node: DataNode, around: Role | null): PromptFact[] {
  if (node.kind === 'list') return node.items.flatMap((item) => collect(item, around));
  if (node.kind !== 'map') return [];
  const role = ownRole(node) ?? around;
  const template = (textOf(at(node, 'template_format')) ?? 'f-string') === 'f-string' ? FORMAT_STRING : JINJA;
  return node.entries.flatMap(({ key, value }) =>
    KEYS.includes(key) && value.kind === 'string' ? [promptOf(value.decoded, value.span, role, template, key, value.editable)] : collect(value, role),
  );
}

/** `"id": ["langchain", …, "SystemMessagePromptTemplate"]`. */
function ownRole(node: DataNode): Role | null {
  const name = itemsOf(at(node, 'id')).map(textOf).at(-1) ?? '';
  return roleNamed(/^(System|Human|AI)Message/.exec(name)?.[1] ?? '');
}
