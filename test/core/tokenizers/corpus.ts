/** Texts that differ in what tokenizers trip over, and a seeded source of more. */

/** White space where JavaScript's `\s` and Unicode's White_Space differ, or that is easily taken for a blank. */
export const whiteSpaceCases = [
  '\ufeffHello',
  'a\ufeff\ufeff b',
  'x \ufeff\n y',
  'line\u0085next',
  'a\u0085\u0085 b',
  ' \u0085 \n\u0085x',
  'a\u00a0b',
  '\u00a0\u00a0\u00a0word',
  '1\u00a0000\u00a0km',
  '漢字\u3000漢字',
  '\u3000\u3000段落',
  'a\u2028b\u2029c',
  'thin\u2009space \u202f narrow',
  'zero\u200bwidth \u200d joiner',
  '\u180e mongolian',
  'tab\there\t\tand\vthere\fend',
  '\u1680ogham',
  '\u0085',
  '\ufeff',
  ...[
    '\u0085!',
    ' \u0085a',
    '"\u0085a',
    '\u0085 a',
    '\ufeff\ufeff!',
    ' \ufeffa',
    '  \ufeff\n',
    '\n\ufeff"a',
    '\ufeff !',
    'a\u0085"',
    '\ufeff\ufeffa',
  ],
];

export const specialCases = [
  '<|endoftext|>',
  'a <|endoftext|> b',
  '<|im_start|>user\nhi<|im_end|>',
  '<|fim_prefix|><|fim_suffix|>',
  '<|endofprompt|>x',
];

export const surrogateCases = ['\ud83d', 'a\ud83db', '\ude00\ud83d', 'x \udc00 y', '\ud83d\ud83d\ude00', 'end \ud83d', 'é\udfff\n'];

export const textCases = [
  '',
  ' ',
  'a',
  'The quick brown fox jumps over the lazy dog.',
  "I'm sure they'll say it's what we've DON'T'd; SHE'S O'Neill'LL'rE 'tis ''s 'S",
  "'ſ and don'ſ",
  'HTTPServer XMLHttpRequest iPhone McDonald camelCaseWord SCREAMING_SNAKE ÀÉÎ Ǆungla ǅ',
  '1234567890 3.14159 1,000,000 ½ ² Ⅷ ٣٤٥ ०१२',
  'Line one\r\nLine two\r\n\r\n   indented\r\n\t\ttabs  \r\n',
  '   leading\n\n\n   blank lines   \n \n \t \nend   ',
  'path/to/file //comment\n/// doc\n//\n/ x /* y */',
  'wait!!!\n\n/next?!\r\n//x ...\n\n...',
  '👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇪🇸🇫🇷 ❤️ 1️⃣ 😀😃😄',
  'e\u0301a\u0308 n\u0303ABC \u0301ABC !\u0301x !!\u0301 \u0301\u0301 Z\u0337\u0322A\u0321LGO ABC\u0301DEF',
  'El veloz murciélago hindú comía feliz cardillo y kiwi. ¿Qué tal? ¡Ñandú!',
  'Größe Straße Übermut — „Zitat“ … l’été à Noël',
  'Съешь же ещё этих мягких французских булок. ЁЖИК',
  'مرحبا بالعالم! كيف حالك؟ اللُّغَةُ العَرَبِيَّة ١٢٣',
  'สวัสดีชาวโลก ภาษาไทยไม่มีช่องว่าง กำลังทดสอบ',
  'नमस्ते दुनिया! हिन्दी में लिखना क्षत्रिय ज्ञान',
  'שלום עולם, עִבְרִית',
  '你好，世界！这是一个测试。中文没有空格，所以整段都是一个词。',
  'これはテストです。カタカナとひらがな、漢字も。ｶﾀｶﾅ ー',
  '안녕하세요 세계! 한국어 테스트입니다. 각 ᄒᆞᆫ글',
  '𝕌𝕟𝕚𝕔𝕠𝕕𝕖 𐐀𐐁𐐨 𠀀𠀁 𝟙𝟚𝟛𝟜 𐐀𐐁A',
  'def f(x: int) -> str:\n    """Doc."""\n    if x >= 10:\n        return f"{x!r:>10}"\n\n\nclass A(B):\n    pass\n',
  'const f = async (x?: number): Promise<void> => { await g(x ?? `0`); };\n// done\n',
  '#include <stdio.h>\nint main(void) { printf("%d\\n", 42); return 0; }\n',
  "SELECT a.id, COUNT(*) AS n FROM t a WHERE a.x <> 'y' GROUP BY 1;\n",
  '<div class="a" id=\'b\'>text &amp; more</div>\n<!-- c -->\n',
  '{"name":"x","list":[1,2.5,-3e10,null,true],"nested":{"k\\u00e9y":"v\\n"}}',
  '{\n  "a": [\n    1,\n    2\n  ],\n  "b": {}\n}\n',
  '| a | b |\n|---|:-:|\n| 1 | 2 |\n\n# Title\n\n* item\n- [ ] todo\n\n```js\nx\n```\n',
  '\0\x01\x7f control \x1b[31mred\x1b[0m',
  'https://example.com/a/b?c=d&e=%20f#g user@example.org C:\\Users\\x ../../y',
];

/** Runs that need more than one token and no or many merges. */
export const runCases = [
  'a',
  'A',
  ' ',
  '\n',
  '\t',
  '\r\n',
  '=',
  '-',
  '中',
  '0',
  '\u00a0',
  '\u0301',
  '😀',
  'ab',
  ' a',
  'é',
  ' \n',
  '/\n',
  "'s",
  'aB',
].flatMap((unit) => [2, 3, 7, 31, 32, 33, 95, 96, 97, 130, 700].map((times) => unit.repeat(times)));

/** A generator of numbers in [0, 1) that gives the same row for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const fragments = [
  ...[' ', '  ', '\n', '\n\n', '\r\n', '\r', '\t', '/', '//', '\u00a0', '\u0085', '\ufeff', '\u3000', '\u2028', '    '],
  ...[
    "'",
    "'s",
    "'LL",
    "'re",
    '"',
    '.',
    '!?',
    '...',
    '=',
    '{',
    '}',
    '(',
    ');',
    '_',
    '-',
    '<|endoftext|>',
    '\u0301',
    '\u200d',
    '😀',
    '🏽',
    '\ud83d',
    '\ude00',
  ],
  ...[
    'a',
    'B',
    'the',
    'The',
    'THE',
    ' and',
    'word',
    'Übung',
    'ß',
    'ǅ',
    '1',
    '42',
    '1234',
    '½',
    '中',
    '漢字',
    'の',
    'カ',
    '한',
    'ب',
    'ا',
    'ไ',
    'ก',
    'न',
    'ि',
    'ж',
    'Ж',
    '𝕌',
    '𐐨',
  ],
];

/** A text of random fragments. */
export function randomText(random: () => number, most: number): string {
  const pick = () => fragments[Math.floor(random() * fragments.length)]!;
  return Array.from({ length: Math.floor(random() * most) + 1 }, () => (random() < 0.1 ? pick().repeat(1 + Math.floor(random() * 40)) : pick())).join(
    '',
  );
}
