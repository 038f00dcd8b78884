import * as v from 'valibot';
import { settingComplaints } from './complaints';
import { amount, count, glob, modelGlob, modelId, positive, projectPath, type Schema, share } from './parts';

/** Something that a project file can state, besides the settings of the editor. */
export interface Statement<S extends Schema> {
  schema: S;
  description: string;
}

const described = <S extends Schema>(schema: S, description: string) => v.optional(v.pipe(schema, v.description(description)));
const match = () => v.pipe(glob(), v.description('A glob of paths, relative to this file, or `glob#function`.'));

const volume = v.strictObject({
  match: match(),
  callsPerDay: described(amount(0), 'Calls a day; sessions a day for a file that each session of an agent loads.'),
  gapSeconds: described(positive(), 'Seconds between one call and the next that could read the same cache.'),
  cacheHitRate: described(share(), 'Share of the calls, 0 to 1, that find their prefix in the cache of the provider.'),
  outputTokens: described(count(0), 'Tokens of a usual answer.'),
  turns: described(count(1, 1e6), 'Turns of a usual conversation or run of an agent.'),
});

const budget = v.strictObject({
  match: match(),
  usdPerMonth: described(positive(), 'Most that all these calls may cost together in a month, in USD.'),
  usdPerCall: described(positive(), 'Most that one call may cost, in USD.'),
  tokens: described(count(1), 'Most input tokens that one call may have.'),
});

const size = v.union([
  count(0),
  v.pipe(
    v.strictObject({ p50: count(0), p95: count(0) }),
    v.check(({ p50, p95 }) => p50 <= p95, settingComplaints.percentiles),
  ),
]);

const discount = v.strictObject({
  match: v.pipe(modelGlob(), v.description('A glob of model ids.')),
  factor: v.pipe(amount(0, 10), v.description('What the list price is multiplied by: 0.8 for 20 % off.')),
});

const tokenizerFile = v.union([
  projectPath(),
  v.strictObject({
    file: v.pipe(projectPath(), v.description('The path of a rank table, relative to this file.')),
    pattern: v.pipe(
      v.string(),
      v.nonEmpty(),
      v.description(
        'How texts are cut before tokens are looked for: `cl100k_base`, `o200k_base`, or the regular expression that came with the ranks.',
      ),
    ),
  }),
]);

/** Everything that a project file can state, in the order in which people read it. */
export const statements = {
  volumes: {
    schema: v.array(volume),
    description: 'How often calls are made, how long their answers are, how many find a warm cache. The narrowest entry that states a key wins.',
  },
  placeholders: {
    schema: v.record(v.string(), size),
    description: 'Tokens of what is filled into prompts, by the name of the placeholder: a number, or `p50` and `p95`.',
  },
  budgets: { schema: v.array(budget), description: 'Most that calls may cost or hold, discounts taken off.' },
  aliases: {
    schema: v.record(glob(), modelId()),
    description: 'Which model is meant by an id, or by a glob of ids: names of deployments, of gateways.',
  },
  assumeModel: { schema: v.nullable(modelId()), description: 'The model of calls whose own is not known.' },
  discounts: { schema: v.array(discount), description: 'Prices below or above the list, by glob of model ids. JSON stays at list price.' },
  tokenizers: {
    schema: v.record(glob(), tokenizerFile),
    description:
      'Files that tokens are counted with, by glob of model ids: the path of a tokenizer.json or rank table, relative to this file; for a rank table that does not say how it cuts texts, `file` and `pattern`.',
  },
  prompts: { schema: v.array(glob()), description: 'Globs of files that are prompts, relative to this file. Code stays code.' },
  currency: {
    schema: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, settingComplaints.currency)),
    description: 'Currency in which figures are shown, by its three letters; needs `rate`. JSON, problems and budgets stay in USD.',
  },
  rate: { schema: v.nullable(positive()), description: 'Units of `currency` per USD.' },
} satisfies Record<string, Statement<Schema>>;

/** What the project states of some calls; a key that is absent is not stated. */
export type Volume = v.InferOutput<typeof volume>;
/** What some calls may cost or hold at most. */
export type Budget = v.InferOutput<typeof budget>;
/** What a model's list price is multiplied by. */
export type Discount = v.InferOutput<typeof discount>;
export type StatementValues = { [K in keyof typeof statements]: v.InferOutput<(typeof statements)[K]['schema']> };
