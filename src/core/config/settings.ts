import * as v from 'valibot';
import type { Severity } from '../types';
import { amount, count, glob, modelId, optionalModulePath, positive, type Schema, tokenizerName } from './parts';
import { noStatements, type ProjectStatements } from './project';

/** One setting of the editor and of project files: its schema, default and description. All that speaks of settings is made from it. */
export interface Setting<S extends Schema> {
  /** Behind `promptCost.`; a dot makes a group of settings. */
  key: string;
  schema: S;
  default: v.InferOutput<S>;
  /** English; the manifest makes the l10n key from the setting's key. */
  description: string;
  /** The key of a project file that states the same better. The setting goes on working, with one notice. */
  movedTo?: string;
}

const setting = <S extends Schema>(key: string, schema: S, fallback: v.InferOutput<S>, description: string, movedTo?: string): Setting<S> => ({
  key,
  schema,
  default: fallback,
  description,
  ...(movedTo && { movedTo }),
});

export type RuleLevel = Severity | 'off';
const ruleLevels: readonly RuleLevel[] = ['error', 'warning', 'information', 'hint', 'off'];
export const ruleLevel = v.picklist(ruleLevels);

const modelOverride = v.strictObject({
  input: amount(0),
  output: amount(0),
  cachedInput: v.optional(amount(0)),
  contextWindow: v.optional(count(1)),
  maxOutput: v.optional(count(1)),
  tokenizer: v.optional(tokenizerName()),
});
/** A price of the user's own, in USD per million tokens, and what else is known of the model. */
export type ModelOverride = v.InferOutput<typeof modelOverride>;

const selfHostedModel = v.strictObject({
  costPerHour: amount(0),
  prefillTokensPerSecond: positive(),
  decodeTokensPerSecond: positive(),
  utilization: positive(1),
  tokenizer: v.optional(tokenizerName()),
});
/** A model on a server of one's own: USD per hour, tokens per second, and the share of the time in use, in (0, 1]. */
export type SelfHostedModel = v.InferOutput<typeof selfHostedModel>;

/** Every setting, in the order in which people read them. */
export const settings = {
  enable: setting('enable', v.boolean(), true, 'Show token counts, costs and problems.'),
  defaultModel: setting('defaultModel', modelId(), 'gpt-6-sol', 'The model that prices prompts which no call in the file uses.'),
  compareModels: setting(
    'compareModels',
    v.array(modelId()),
    ['gpt-6-luna', 'claude-haiku-5-5', 'gemini-3.8-flash'],
    "Models that the hover compares with the call's own.",
  ),
  placeholderTokens: setting(
    'placeholderTokens',
    count(0),
    50,
    'Tokens assumed for each placeholder of a prompt. Always shown apart from what was counted.',
  ),
  assumedOutputTokens: setting(
    'assumedOutputTokens',
    v.nullable(count(0)),
    null,
    'Output tokens assumed for a call without an output limit. Shown as assumed.',
    'volumes.outputTokens',
  ),
  defaultOutputLimit: setting('defaultOutputLimit', count(1), 1000, 'Output limit that the quick fix inserts where no cost ceiling is set.'),
  costCeiling: setting(
    'costCeiling',
    v.nullable(positive()),
    null,
    'Most that one call may cost, in USD. The output-limit fix then computes its value from it.',
  ),
  callsPerDay: setting('callsPerDay', v.nullable(amount(0)), null, 'Calls a day of every call, for monthly figures.', 'volumes.callsPerDay'),
  sessionsPerDay: setting(
    'sessionsPerDay',
    v.nullable(amount(0)),
    null,
    'Agent sessions a day, for files that every session loads.',
    'volumes.callsPerDay',
  ),
  budgetTokens: setting('budget.tokens', v.nullable(count(1)), null, 'Most tokens that one prompt may have.', 'budgets.tokens'),
  budgetUsd: setting(
    'budget.usd',
    v.nullable(positive()),
    null,
    'Most that the calls of one file may cost together, in USD, each called once.',
    'budgets.usdPerCall',
  ),
  inlayHintsCalls: setting('inlayHints.calls', v.boolean(), true, 'Show tokens and cost at each call.'),
  inlayHintsPrompts: setting('inlayHints.prompts', v.boolean(), true, 'Show tokens at each prompt.'),
  compressLevel: setting('compress.level', v.picklist(['safe', 'balanced', 'aggressive']), 'balanced', 'How far "Compress prompt" goes.'),
  rules: setting('rules', v.record(v.string(), ruleLevel), {}, 'Severity of each rule, or off.'),
  ruleOptions: setting('ruleOptions', v.record(v.string(), v.record(v.string(), v.unknown())), {}, 'Options of the rules, by rule.'),
  models: setting(
    'models',
    v.record(v.string(), modelOverride),
    {},
    'Your own prices by model id, in USD per million tokens. They win over the catalogue.',
  ),
  selfHosted: setting(
    'selfHosted',
    v.record(v.string(), selfHostedModel),
    {},
    'Self-hosted models by id: USD per hour, speeds in tokens per second, utilization above 0 up to 1.',
  ),
  exclude: setting(
    'exclude',
    v.array(glob()),
    ['**/node_modules/**', '**/dist/**', '**/.venv/**', '**/vendor/**', '**/*.min.js'],
    'Files that are left alone, as globs.',
  ),
  maxFileSize: setting('maxFileSize', count(1000), 1_000_000, 'Characters above which a file is only estimated.'),
  helperFileName: setting(
    'helpers.fileName',
    optionalModulePath(),
    '',
    'Module that inserted helpers go to; empty for prompt_cost_helpers.py and promptCostHelpers.ts or .js.',
  ),
  helperPlacement: setting(
    'helpers.placement',
    v.picklist(['module', 'inline']),
    'module',
    'Put helpers into one module of the project, or into the file itself.',
  ),
  cacheTtlSeconds: setting('cache.ttlSeconds', count(1), 86400, 'How long the inserted response cache keeps an answer, in seconds.'),
  concurrency: setting('concurrency', count(1, 10_000), 8, 'Calls at once in the inserted limiter.'),
  dailyBudgetUsd: setting('dailyBudgetUsd', v.nullable(positive()), null, 'Daily budget of the inserted cost tracker, in USD.'),
};

/** What VS Code's settings and the project files can set alike. */
export type EditorSettings = { [K in keyof typeof settings]: v.InferOutput<(typeof settings)[K]['schema']> };

/** All that a run is told, for the files of one folder. */
export interface Settings extends EditorSettings, ProjectStatements {}

/** The defaults alone. */
export function defaultSettings(): Settings {
  const defaults = Object.entries(settings).map(([name, row]) => [name, structuredClone(row.default)]);
  return { ...noStatements(), ...(Object.fromEntries(defaults) as EditorSettings) };
}
