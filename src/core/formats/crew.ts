import type { Role } from '../types';
import { type Format, type PromptFact, promptsOnly } from './format';
import { type DataNode, textOf } from './helpers/data';
import { promptOf } from './helpers/prompts';
import { FORMAT_STRING } from './helpers/templates';
import { readYaml } from './helpers/yaml';

/** CrewAI's agents and tasks, by name. An agent's goal and backstory go into its system prompt, a task is what the user asks. */
export default {
  id: 'crew',
  editorIds: [],
  globs: ['**/*{agents,tasks}.{yaml,yml}'],
  recognizes: (head) => /^[ \t]+(backstory|expected_output)[ \t]*:/m.test(head),
  read: (text) => promptsOnly(readYaml(text).flatMap((root) => (root.kind === 'map' ? root.entries.flatMap(({ value }) => promptsOf(value)) : []))),
} satisfies Format;

const ROLES: Record<string, Role> = { goal: 'system', backstory: 'system', description: 'user', expected_output: 'user' };

function promptsOf(one: DataNode): PromptFact[] {
  if (one.kind !== 'map') return [];
  return one.entries.flatMap(({ key, value }) => {
    const role = ROLES[key];
    return role && value.kind === 'string' && textOf(value)?.trim()
      ? [promptOf(value.decoded, value.span, role, FORMAT_STRING, key, value.editable)]
      : [];
  });
}
