import * as v from 'valibot';
import { settingComplaints } from './complaints';

/** Any schema of valibot. */
export type Schema = v.GenericSchema<unknown, unknown>;

/** No figure that anybody states is larger; a larger one is a slip, and sums with it would no longer be exact. */
const MOST = 1e9;
const LONGEST_TEXT = 500;

/** A whole number. */
export const count = (least: number, most = MOST) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const amount = (least: number, most = MOST) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
export const positive = (most = MOST) => v.pipe(v.number(), v.gtValue(0), v.maxValue(most));
export const share = () => amount(0, 1);
export const text = () => v.pipe(v.string(), v.maxLength(LONGEST_TEXT));

const LONGEST_GLOB = 1000;

export const glob = () => v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_GLOB));

/** The id of a model. The reader holds it against the catalogue. */
export const modelId = () => v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_TEXT), v.metadata({ names: 'model' }));
/** A glob of model ids; one without a wildcard is held against the catalogue. */
export const modelGlob = () => v.pipe(glob(), v.metadata({ names: 'modelGlob' }));
/** The name of a tokenizer that the engine has. */
export const tokenizerName = () => v.pipe(text(), v.metadata({ names: 'tokenizer' }));

/** A path that stays in the project, whoever wrote it; `/` between its parts. */
export const projectPath = () => v.pipe(text(), v.nonEmpty(), v.check(staysInside, settingComplaints.inside));
/** The same, or empty. */
/** A module of the project, perhaps in a folder: `lib/helpers.ts`. */
const MODULE = /^(?:\.\/)?(?:[\p{L}_$][\p{L}\p{N}_$-]*\/)*[\p{L}_$][\p{L}\p{N}_$-]*(?:\.[\p{L}\p{N}_$-]+)*$/u;

export const optionalModulePath = () =>
  v.pipe(
    text(),
    v.check((path) => path === '' || (staysInside(path) && MODULE.test(path)), settingComplaints.module),
  );

function staysInside(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  return !/^(?:\/|~|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|[\\\x00-\x1f\x7f]/i.test(path);
}
