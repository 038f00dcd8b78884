import * as v from 'valibot';
import { amount, count, type Schema } from './parts';
import { ruleLevel, settings } from './settings';
import { statements } from './statements';

/** What the schema must know of a rule: its id, its words, and the JSON schema of each option. */
export interface RuleNames {
  id: string;
  description: string;
  options: Record<string, { schema: Record<string, unknown>; description: string }>;
}

/** One key of a project file. */
export interface ConfigKey {
  /** The field of `Settings`. */
  name: string;
  /** As it is written; a dot stands for an object within. */
  key: string;
  schema: Schema;
  description: string;
  /** False for what stands in project files alone. */
  inEditor: boolean;
  movedTo: string | null;
}

/** Every key of a project file, those of the editor's settings first. Without the rules, any id and option passes. */
export function configKeys(rules: readonly RuleNames[] | null): ConfigKey[] {
  const byRule: Record<string, Schema> = rules ? { rules: rulesSchema(rules), ruleOptions: optionsSchema(rules) } : {};
  return [
    ...Object.entries(settings).map(([name, { key, schema, description, movedTo = null }]) => ({
      name,
      key,
      schema: byRule[name] ?? schema,
      description,
      inEditor: true,
      movedTo,
    })),
    ...Object.entries(statements).map(([name, statement]) => ({
      name,
      key: name,
      schema: statement.schema,
      description: statement.description,
      inEditor: false,
      movedTo: null,
    })),
  ];
}

function rulesSchema(rules: readonly RuleNames[]): Schema {
  return v.strictObject(Object.fromEntries(rules.map(({ id, description }) => [id, v.optional(v.pipe(ruleLevel, v.description(description)))])));
}

function optionsSchema(rules: readonly RuleNames[]): Schema {
  const entries = rules.map(({ id, description, options }) => {
    const own = Object.entries(options).map(([name, option]) => [
      name,
      v.optional(v.pipe(optionSchema(option.schema), v.description(option.description))),
    ]);
    return [id, v.optional(v.pipe(v.strictObject(Object.fromEntries(own)), v.description(description)))];
  });
  return v.strictObject(Object.fromEntries(entries));
}

/** The JSON schema of a rule's option: a number with bounds, a text, or a truth value. */
function optionSchema({ type, minimum = 0, maximum }: { type?: unknown; minimum?: number; maximum?: number }): Schema {
  switch (type) {
    case 'integer':
      return count(minimum, maximum);
    case 'number':
      return amount(minimum, maximum);
    case 'boolean':
      return v.boolean();
    case 'string':
      return v.string();
    default:
      return v.unknown();
  }
}
