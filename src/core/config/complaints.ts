import { closest, distance } from 'fastest-levenshtein';

/** What can be wrong with a value, as it is read behind its key. `{0}` and `{1}` are values, names, or lists of names. */
export const settingComplaints = {
  array: 'must be a list',
  boolean: 'must be true or false',
  integer: 'must be a whole number',
  'integer or null': 'must be a whole number or null',
  number: 'must be a number',
  'number or null': 'must be a number or null',
  object: 'must be an object',
  string: 'must be a text',
  'string or null': 'must be a text or null',
  enum: 'must be one of {0}',
  empty: 'must not be empty',
  long: 'must have at most {0} characters',
  entries: 'must have at most {0} entries',
  rest: 'is wrong in {0} more places, which are not named',
  minimum: 'must be at least {0}',
  above: 'must be above {0}',
  maximum: 'must be at most {0}',
  lacks: 'needs {0}',
  unknown: 'is unknown',
  unknownNear: 'is unknown; did you mean {0}?',
  name: 'names {0}, which is unknown',
  nameNear: 'names {0}, which is unknown; did you mean {1}?',
  projectOnly: 'belongs in {0}',
  moved: 'is still read; .prompt-cost.json states such figures under {0}',
  module: 'must be the name of a module, such as lib/helpers',
  inside: 'must be a path inside the project, with / between its parts',
  percentiles: 'must have a p95 that is not below its p50',
  currency: 'must be three capital letters, such as EUR',
} as const;

export type ComplaintId = keyof typeof settingComplaints;

/** The English text with its values filled in. */
export function fillIn(template: string, values: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

/** Names longer than this are no slip of a known one. */
const LONGEST_NAME = 100;

/** The known name that a mistyped one is likely to mean; null where none is near. Case does not matter. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > LONGEST_NAME || !known.length) return null;
  const lower = new Map(known.map((one) => [one.toLowerCase(), one]));
  const wanted = name.toLowerCase();
  const found = closest(wanted, [...lower.keys()]);
  const most = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  if (distance(wanted, found) <= most) return lower.get(found)!;
  const longer = wanted.length < 3 ? [] : [...lower.keys()].filter((one) => one.startsWith(wanted));
  return longer.length === 1 ? lower.get(longer[0]!)! : null;
}
