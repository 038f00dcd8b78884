import { type Declared, type Format, type PromptFact, promptsOnly } from './format';
import { at, countOf, type DataNode, itemsOf, textOf } from './helpers/data';
import { promptOf } from './helpers/prompts';
import { JINJA } from './helpers/templates';
import { readYaml } from './helpers/yaml';

/** Configurations of promptfoo: prompts and the rubrics of graders that stand in the file, and the first provider. JSON is YAML, too. */
export default {
  id: 'promptfoo',
  editorIds: [],
  globs: ['**/promptfooconfig*.{yaml,yml,json}', '**/*.promptfoo.{yaml,yml}'],
  read(text) {
    const [root] = readYaml(text);
    const declared = itemsOf(at(root, 'providers') ?? at(root, 'targets')).flatMap((item) => provider(item) ?? []);
    const tests = [at(root, 'defaultTest'), ...itemsOf(at(root, 'tests'))].flatMap((test) => test ?? []);
    return { ...promptsOnly([...itemsOf(at(root, 'prompts')).flatMap(prompt), ...tests.flatMap(rubrics)]), declared: declared[0] ?? null };
  },
} satisfies Format;

const MARKER = /^(file:\/\/|https?:\/\/|exec:|package:|langfuse:\/\/|portkey:\/\/|helicone:\/\/)/;
/** A path or a glob of a prompt file. */
const isReference = (text: string) => MARKER.test(text) || /^[^\s{}]+\.(txt|md|json|jsonl|ya?ml|py|js|cjs|mjs|ts|csv|j2)(:\w+)?$/.test(text.trim());

function prompt(item: DataNode): PromptFact[] {
  const inner = item.kind === 'map' ? (at(item, 'raw') ?? at(item, 'content')) : item;
  if (inner?.kind !== 'string' || !inner.decoded.text.trim() || isReference(inner.decoded.text)) return [];
  const name = textOf(at(item, 'label')) ?? textOf(at(item, 'id')) ?? null;
  return [promptOf(inner.decoded, inner.span, 'user', JINJA, name, inner.editable)];
}

/** Checks that a model makes. */
const GRADED = /^(not-)?(llm-rubric|g-eval|factuality|model-graded-\w+|answer-relevance|conversation-relevance|select-best)$/;

/** What a grading model is asked of the answers of one test. */
function rubrics(test: DataNode): PromptFact[] {
  const template = at(test, 'options', 'rubricPrompt');
  const checks = itemsOf(at(test, 'assert')).flatMap((check) => {
    const type = textOf(at(check, 'type')) ?? '';
    return GRADED.test(type) ? itemsOf(at(check, 'value')).map((value) => ({ value, name: type })) : [];
  });
  const texts = [...itemsOf(template).map((value) => ({ value, name: 'rubricPrompt' })), ...checks];
  return texts.flatMap(({ value, name }) =>
    value.kind === 'string' && value.decoded.text.trim() && !isReference(value.decoded.text)
      ? [promptOf(value.decoded, value.span, 'user', JINJA, name, value.editable)]
      : [],
  );
}

/** `openai:gpt-4o`, `{ id: openai:chat:gpt-4o, config: … }`, `{ openai:gpt-4o: { config: … } }`. */
function provider(item: DataNode): Declared | null {
  const keyed = item.kind === 'map' && !at(item, 'id') && item.entries.length === 1 ? item.entries[0] : undefined;
  const named = item.kind === 'map' ? at(item, 'id') : item;
  const id = keyed?.key ?? textOf(named);
  if (id === undefined || isReference(id)) return null;
  const config = at(keyed?.value ?? item, 'config');
  const limits = ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxOutputTokens'];
  const [outputLimit = null] = limits.flatMap((key) => countOf(at(config, key)) ?? []);
  const model = id.replace(/^([\w-]+):(chat|completion|responses|messages|embedding|embeddings):/, '$1:');
  return { model, modelSpan: named?.span ?? null, outputLimit };
}
