/** Alphabets and syllabaries by their code points, most of all Unicode blocks. Latin comes first; what is in no row is `other`, above the BMP `rare`. */
const ranges: readonly (readonly [name: string, ...ranges: (readonly [number, number])[]])[] = [
  ['latin', [0x41, 0x2af], [0x1d00, 0x1dbf], [0x1e00, 0x1eff], [0x2c60, 0x2c7f], [0xa720, 0xa7ff], [0x300, 0x36f]],
  ['greek', [0x370, 0x3ff], [0x1f00, 0x1fff]],
  ['cyrillic', [0x400, 0x52f], [0x1c80, 0x1c8f], [0x2de0, 0x2dff], [0xa640, 0xa69f]],
  ['armenian', [0x530, 0x58f]],
  ['hebrew', [0x590, 0x5ff]],
  ['arabic', [0x600, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfeff]],
  ['devanagari', [0x900, 0x97f], [0xa8e0, 0xa8ff]],
  ['bengali', [0x980, 0x9ff]],
  ['gurmukhi', [0xa00, 0xa7f]],
  ['gujarati', [0xa80, 0xaff]],
  ['odia', [0xb00, 0xb7f]],
  ['tamil', [0xb80, 0xbff]],
  ['telugu', [0xc00, 0xc7f]],
  ['kannada', [0xc80, 0xcff]],
  ['malayalam', [0xd00, 0xd7f]],
  ['sinhala', [0xd80, 0xdff]],
  ['thai', [0xe00, 0xe7f]],
  ['lao', [0xe80, 0xeff]],
  ['tibetan', [0xf00, 0xfff]],
  ['myanmar', [0x1000, 0x109f], [0xaa60, 0xaa7f], [0xa9e0, 0xa9ff]],
  ['georgian', [0x10a0, 0x10ff], [0x1c90, 0x1cbf], [0x2d00, 0x2d2f]],
  ['ethiopic', [0x1200, 0x139f], [0x2d80, 0x2ddf], [0xab00, 0xab2f]],
  ['khmer', [0x1780, 0x17ff]],
  ['hangul', [0x1100, 0x11ff], [0x3130, 0x318f], [0xac00, 0xd7af]],
  ['kana', [0x3040, 0x30ff], [0x31f0, 0x31ff], [0xff66, 0xff9f]],
  ['han', [0x3005, 0x3007], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff]],
];

/** Names of the scripts; their place is their number. */
export const scriptNames: readonly string[] = [...ranges.map(([name]) => name), 'other', 'rare'];

export const LATIN = 0;
const OTHER = ranges.length;
const RARE = OTHER + 1;
const HAN = OTHER - 1;

const alphabets = new Set(['greek', 'cyrillic', 'armenian', 'hebrew', 'arabic', 'georgian'].map((name) => scriptNames.indexOf(name)));
const firstIndic = scriptNames.indexOf('devanagari');
const lastIndic = scriptNames.indexOf('myanmar');

/** 0 for alphabets, 1 for the scripts of India and its neighbours, 2 for all others. */
export const familyOf = (script: number): 0 | 1 | 2 => (alphabets.has(script) ? 0 : script >= firstIndic && script <= lastIndic ? 1 : 2);

/** The number of the script of a letter. */
export type ScriptOf = (codePoint: number) => number;

/** Makes the look-up; it holds 64 KB. */
export function createScriptOf(): ScriptOf {
  const table = new Uint8Array(0x1_0000).fill(OTHER);
  ranges.forEach(([, ...parts], script) => {
    for (const [first, last] of parts) table.fill(script, first, last + 1);
  });
  return (codePoint) => (codePoint < 0x1_0000 ? table[codePoint]! : codePoint >= 0x2_0000 && codePoint < 0x4_0000 ? HAN : RARE);
}
