import type { Severity } from './types';

/** One setting: schema, default and doc line in one place. package.json, README and the readers are made from it. */
export interface Setting<T> {
  default: T;
  /** English; the manifest generator makes the l10n key from the setting's name. */
  description: string;
  /** JSON schema of the value. */
  schema: Record<string, unknown>;
  /** True where the value says what is written, so that it may not come from a workspace that is not trusted. */
  restricted?: true;
}

export type RuleLevel = Severity | 'off';

export interface ModelOverride {
  /** USD per million tokens. */
  input: number;
  output: number;
  cachedInput?: number;
  contextWindow?: number;
  maxOutput?: number;
  /** Name of a tokenizer: o200k_base, cl100k_base, claude, claude-4-7, gemini, llama, mistral, qwen, deepseek, generic. */
  tokenizer?: string;
}

export interface SelfHostedModel {
  /** USD per hour of the server. */
  costPerHour: number;
  /** Tokens per second. */
  prefillTokensPerSecond: number;
  decodeTokensPerSecond: number;
  /** Share of the time in use, in (0, 1]. */
  utilization: number;
  tokenizer?: string;
}

export interface Settings {
  enable: boolean;
  defaultModel: string;
  compareModels: string[];
  placeholderTokens: number;
  assumedOutputTokens: number;
  defaultOutputLimit: number;
  costCeiling: number | null;
  callsPerDay: number;
  sessionsPerDay: number;
  budgetTokens: number | null;
  budgetUsd: number | null;
  inlayHintsCalls: boolean;
  inlayHintsPrompts: boolean;
  compressLevel: 'safe' | 'balanced' | 'aggressive';
  rules: Record<string, RuleLevel>;
  ruleOptions: Record<string, Record<string, unknown>>;
  models: Record<string, ModelOverride>;
  selfHosted: Record<string, SelfHostedModel>;
  exclude: string[];
  maxFileSize: number;
  helperFileName: string;
  helperPlacement: 'module' | 'inline';
  cacheTtlSeconds: number;
  concurrency: number;
  dailyBudgetUsd: number | null;
}

const count = (minimum: number) => ({ type: 'integer', minimum });
const optionalUsd = { type: ['number', 'null'], exclusiveMinimum: 0 };
const names = { type: 'array', items: { type: 'string' } };
/** A module of the project, perhaps in a folder: `lib/helpers.ts`. Neither absolute nor above. */
const modulePath = String.raw`^$|^(?:\.[\\/])?(?:[\p{L}_$][\p{L}\p{N}_$-]*[\\/])*[\p{L}_$][\p{L}\p{N}_$-]*(?:\.[\p{L}\p{N}_$-]+)*$`;

/** Every setting, in the order in which people read them. Keys are `promptCost.<name>`, dots written here as camel humps are not. */
export const settings: { [K in keyof Settings]: Setting<Settings[K]> & { key: string } } = {
  enable: { key: 'enable', default: true, description: 'Show token counts, costs and problems.', schema: { type: 'boolean' } },
  defaultModel: {
    key: 'defaultModel',
    default: 'gpt-4o',
    description: 'The model that prices prompts which no call in the file uses.',
    schema: { type: 'string' },
  },
  compareModels: {
    key: 'compareModels',
    default: ['gpt-4o-mini', 'claude-haiku-4-5', 'gemini-2.5-flash'],
    description: "Models that the hover compares with the call's own.",
    schema: names,
  },
  placeholderTokens: {
    key: 'placeholderTokens',
    default: 50,
    description: 'Tokens assumed for each placeholder of a prompt. Always shown apart from what was counted.',
    schema: count(0),
  },
  assumedOutputTokens: {
    key: 'assumedOutputTokens',
    default: 500,
    description: 'Output tokens assumed for a call without an output limit. Shown as assumed.',
    schema: count(0),
  },
  defaultOutputLimit: {
    key: 'defaultOutputLimit',
    default: 1000,
    description: 'Output limit that the quick fix inserts where no cost ceiling is set.',
    schema: count(1),
  },
  costCeiling: {
    key: 'costCeiling',
    default: null,
    description: 'Most that one call may cost, in USD. The output-limit fix then computes its value from it.',
    schema: optionalUsd,
  },
  callsPerDay: { key: 'callsPerDay', default: 1000, description: 'Calls a day, for monthly figures.', schema: count(1) },
  sessionsPerDay: { key: 'sessionsPerDay', default: 20, description: 'Agent sessions a day, for files that every session loads.', schema: count(1) },
  budgetTokens: {
    key: 'budget.tokens',
    default: null,
    description: 'Most tokens that one prompt may have.',
    schema: { type: ['integer', 'null'], minimum: 1 },
  },
  budgetUsd: {
    key: 'budget.usd',
    default: null,
    description: 'Most that the calls of one file may cost together, in USD, each called once.',
    schema: optionalUsd,
  },
  inlayHintsCalls: { key: 'inlayHints.calls', default: true, description: 'Show tokens and cost at each call.', schema: { type: 'boolean' } },
  inlayHintsPrompts: { key: 'inlayHints.prompts', default: true, description: 'Show tokens at each prompt.', schema: { type: 'boolean' } },
  compressLevel: {
    key: 'compress.level',
    default: 'balanced',
    description: 'How far "Compress prompt" goes.',
    schema: { type: 'string', enum: ['safe', 'balanced', 'aggressive'] },
  },
  rules: {
    key: 'rules',
    default: {},
    description: 'Severity of each rule, or off.',
    schema: { type: 'object', additionalProperties: { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] } },
  },
  ruleOptions: {
    key: 'ruleOptions',
    default: {},
    description: 'Options of the rules, by rule.',
    schema: { type: 'object', additionalProperties: { type: 'object' } },
  },
  models: {
    key: 'models',
    default: {},
    description: 'Your own prices by model id, in USD per million tokens. They win over the catalogue.',
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['input', 'output'],
        additionalProperties: false,
        properties: {
          input: { type: 'number', minimum: 0 },
          output: { type: 'number', minimum: 0 },
          cachedInput: { type: 'number', minimum: 0 },
          contextWindow: count(1),
          maxOutput: count(1),
          tokenizer: { type: 'string' },
        },
      },
    },
  },
  selfHosted: {
    key: 'selfHosted',
    default: {},
    description: 'Self-hosted models by id: USD per hour, speeds in tokens per second, utilization above 0 up to 1.',
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['costPerHour', 'prefillTokensPerSecond', 'decodeTokensPerSecond', 'utilization'],
        additionalProperties: false,
        properties: {
          costPerHour: { type: 'number', minimum: 0 },
          prefillTokensPerSecond: { type: 'number', exclusiveMinimum: 0 },
          decodeTokensPerSecond: { type: 'number', exclusiveMinimum: 0 },
          utilization: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
          tokenizer: { type: 'string' },
        },
      },
    },
  },
  exclude: {
    key: 'exclude',
    default: ['**/node_modules/**', '**/dist/**', '**/.venv/**', '**/vendor/**', '**/*.min.js'],
    description: 'Files that are left alone, as globs.',
    schema: names,
  },
  maxFileSize: { key: 'maxFileSize', default: 1_000_000, description: 'Characters above which a file is only estimated.', schema: count(1000) },
  helperFileName: {
    key: 'helpers.fileName',
    default: '',
    description: 'Module that inserted helpers go to; empty for prompt_cost_helpers.py and promptCostHelpers.ts or .js.',
    schema: { type: 'string', pattern: modulePath },
    restricted: true,
  },
  helperPlacement: {
    key: 'helpers.placement',
    default: 'module',
    description: 'Put helpers into one module of the project, or into the file itself.',
    schema: { type: 'string', enum: ['module', 'inline'] },
    restricted: true,
  },
  cacheTtlSeconds: {
    key: 'cache.ttlSeconds',
    default: 86400,
    description: 'How long the inserted response cache keeps an answer, in seconds.',
    schema: count(1),
  },
  concurrency: { key: 'concurrency', default: 8, description: 'Calls at once in the inserted limiter.', schema: count(1) },
  dailyBudgetUsd: { key: 'dailyBudgetUsd', default: null, description: 'Daily budget of the inserted cost tracker, in USD.', schema: optionalUsd },
};

/** The defaults alone. */
export function defaultSettings(): Settings {
  return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, structuredClone(setting.default)])) as unknown as Settings;
}

/** What can be wrong with a value, as it is read behind the setting's key; `{0}` is a number, a name or a list of names. */
export const settingComplaints = {
  array: 'must be a list',
  boolean: 'must be true or false',
  integer: 'must be a whole number',
  'integer or null': 'must be a whole number or null',
  number: 'must be a number',
  'number or null': 'must be a number or null',
  object: 'must be an object',
  string: 'must be a text',
  enum: 'must be one of {0}',
  pattern: 'must be the name of a module, such as lib/helpers',
  minimum: 'must be at least {0}',
  above: 'must be above {0}',
  maximum: 'must be at most {0}',
  lacks: 'needs {0}',
  unknown: 'does not know {0}',
} as const;

export interface SettingWarning {
  /** `promptCost.…`, down to the wrong part. */
  key: string;
  /** The English text with `{0}` filled in. */
  message: string;
  /** For l10n: the text before filling, one of `settingComplaints`, and what fills it. */
  template: string;
  values: (string | number)[];
}

/**
 * Reads settings from a plain object as an editor or a file gives it: nested (`{ inlayHints: { calls: true } }`) or flat
 * (`{ 'inlayHints.calls': true }`). A wrong value falls back to its default, or a wrong entry of a map is dropped, with one warning each.
 */
export function readSettings(raw: unknown): { settings: Settings; warnings: SettingWarning[] } {
  const result = defaultSettings() as unknown as Record<string, unknown>;
  const warnings: SettingWarning[] = [];
  if (raw !== undefined && raw !== null && typeof raw !== 'object') warnings.push(warningOf('promptCost', { complaint: 'object' }));
  for (const [name, setting] of Object.entries(settings)) {
    const value = lookUp(raw, setting.key);
    if (value === undefined) continue;
    result[name] = validate(value, setting.schema, `promptCost.${setting.key}`, setting.default, warnings);
  }
  return { settings: result as unknown as Settings, warnings };
}

function lookUp(raw: unknown, key: string): unknown {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const record = raw as Record<string, unknown>;
  if (key in record) return record[key];
  const dot = key.indexOf('.');
  return dot < 0 ? undefined : lookUp(record[key.slice(0, dot)], key.slice(dot + 1));
}

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
}

function validate(value: unknown, schema: Schema, key: string, fallback: unknown, warnings: SettingWarning[]): unknown {
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object' && isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).filter(([name, entry]) => {
        const wrong = complain(entry, schema.additionalProperties as Schema);
        if (wrong) warnings.push(warningOf(`${key}.${name}`, wrong));
        return !wrong;
      }),
    );
  }
  const wrong = complain(value, schema);
  if (!wrong) return value;
  warnings.push(warningOf(key, wrong));
  return structuredClone(fallback);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

interface Complaint {
  complaint: keyof typeof settingComplaints;
  value?: string | number;
  /** The part of the value that is wrong, where it is not the whole. */
  part?: string;
}

function warningOf(key: string, { complaint, value, part }: Complaint): SettingWarning {
  const template = settingComplaints[complaint];
  const values = value === undefined ? [] : [value];
  return { key: part === undefined ? key : `${key}.${part}`, message: template.replace('{0}', String(value)), template, values };
}

function complain(value: unknown, schema: Schema): Complaint | null {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length && !types.some((type) => isType(value, type))) return { complaint: types.join(' or ') as Complaint['complaint'] };
  if (schema.enum && !schema.enum.includes(value)) return { complaint: 'enum', value: schema.enum.join(', ') };
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) return { complaint: 'pattern' };
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum) return { complaint: 'minimum', value: schema.minimum };
    if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum) return { complaint: 'above', value: schema.exclusiveMinimum };
    if (schema.maximum !== undefined && value > schema.maximum) return { complaint: 'maximum', value: schema.maximum };
  }
  if (Array.isArray(value) && schema.items) return value.map((item) => complain(item, schema.items as Schema)).find(Boolean) ?? null;
  if (isRecord(value)) {
    for (const name of schema.required ?? []) if (!(name in value)) return { complaint: 'lacks', value: name };
    for (const [name, entry] of Object.entries(value)) {
      const inner = schema.properties?.[name];
      if (!inner && schema.additionalProperties === false) return { complaint: 'unknown', value: name };
      const wrong = inner && complain(entry, inner);
      if (wrong) return { ...wrong, part: wrong.part === undefined ? name : `${name}.${wrong.part}` };
    }
  }
  return null;
}

function isType(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    default:
      return typeof value === type;
  }
}
