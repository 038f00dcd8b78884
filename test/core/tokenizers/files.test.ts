import assert from 'node:assert/strict';
import { getEncoding } from 'js-tiktoken';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import p50k from 'js-tiktoken/ranks/p50k_base';
import r50k from 'js-tiktoken/ranks/r50k_base';
import { describe, it } from 'mocha';
import { readTokenizerFile } from '../../../src/core/tokenizers/files';
import { byteChars, byteTokens } from '../../../src/core/tokenizers/files/byteChars';
import { createFileTokenizers } from '../../../src/core/tokenizers/files/store';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const idsOf = (tokens: readonly string[]) => Object.fromEntries(tokens.map((token, id) => [token, id]));

function counterOf(file: object | string, pattern: string | null = null): (text: string) => number {
  const read = readTokenizerFile(bytesOf(typeof file === 'string' ? file : JSON.stringify(file)), pattern);
  if (read.kind === 'refused') throw new Error(read.message);
  return read.count;
}

function refusalOf(file: object | string | Uint8Array): string {
  const read = readTokenizerFile(file instanceof Uint8Array ? file : bytesOf(typeof file === 'string' ? file : JSON.stringify(file)));
  return read.kind === 'refused' ? read.message : 'read';
}

const llamaPattern = String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
const merges = ['h e', 'l l', 'he ll', 'hell o', 'Ġ hello', "' S", '1 2', '12 3', '3 4'];

/** A byte-level BPE: all bytes and a few merges. */
const byteLevel = (change: object = {}, model: object = {}) => ({
  added_tokens: [{ id: 900, content: '<|endoftext|>', special: true }],
  normalizer: { type: 'NFC' },
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [
      { type: 'Split', pattern: { Regex: llamaPattern }, behavior: 'Isolated', invert: false },
      { type: 'ByteLevel', add_prefix_space: false, use_regex: false },
    ],
  },
  model: { type: 'BPE', vocab: idsOf([...byteChars(), ...merges.map((pair) => pair.replace(' ', ''))]), merges, ...model },
  ...change,
});

/** A SentencePiece BPE, whose spaces are marks and whose other characters fall back to bytes. */
const spaceMarks = (change: object = {}) => ({
  normalizer: {
    type: 'Sequence',
    normalizers: [
      { type: 'Prepend', prepend: '▁' },
      { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
    ],
  },
  pre_tokenizer: null,
  model: {
    type: 'BPE',
    unk_token: '<unk>',
    fuse_unk: true,
    byte_fallback: true,
    vocab: idsOf(['<unk>', ...byteTokens(), '▁', 'a', 'b', '▁a', 'ab', '▁ab']),
    merges: ['▁ a', 'a b', '▁a b'],
  },
  ...change,
});

const unigram = (change: object = {}) => ({
  pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' },
  model: {
    type: 'Unigram',
    unk_id: 0,
    vocab: [
      ['<unk>', 0],
      ['▁', -3],
      ['a', -3],
      ['b', -3],
      ['ab', -4],
      ['▁a', -3.5],
      ['bab', -4],
    ],
    ...change,
  },
});

const rankFile = (tokens: readonly string[]) => {
  const all = [...Array.from({ length: 256 }, (_, byte) => Buffer.from([byte])), ...tokens.map((token) => Buffer.from(token))];
  return all.map((token, rank) => `${token.toString('base64')} ${rank}\n`).join('');
};

describe('a tokenizer.json with bytes as characters', () => {
  const count = counterOf(byteLevel());
  for (const [text, tokens] of [
    ['', 0],
    ['hello', 1],
    ['hello hello', 2],
    ['hell', 1],
    ["x'S", 2],
    ['1234', 2],
    ['é', 2],
    ['e\u0301', 2],
    ['\ud800', 3],
    ['<|endoftext|>', 13],
  ] as const) {
    it(`counts ${tokens} in ${JSON.stringify(text)}`, () => assert.equal(count(text), tokens));
  }

  it('merges nothing in a word that is a token where the file says so', () => {
    const vocab = idsOf([...byteChars(), 'xyz']);
    assert.equal(counterOf(byteLevel({}, { vocab, merges: [] }))('xyz'), 3);
    assert.equal(counterOf(byteLevel({}, { vocab, merges: [], ignore_merges: true }))('xyz'), 1);
  });

  it('takes an added token that is not special for one token, the longest that fits', () => {
    const added_tokens = ['<tool', '<tool_call>'].map((content, id) => ({ id, content, special: false }));
    assert.equal(counterOf(byteLevel({ added_tokens }))('hello<tool_call>hello<tool>'), 5);
  });

  it('looks for an added token that is normalized in the normalized text, and for others in the text as it is written', () => {
    const added_tokens = [{ id: 1, content: 'HI', special: false, normalized: true }];
    const count = counterOf(byteLevel({ added_tokens, normalizer: { type: 'Lowercase' } }));
    assert.deepEqual([count('HI'), count('hi'), count('ho')], [1, 1, 2]);
    const raw = counterOf(byteLevel({ added_tokens: [{ ...added_tokens[0], normalized: false }], normalizer: { type: 'Lowercase' } }));
    assert.deepEqual([raw('HI'), raw('hi')], [1, 2]);
  });

  it('counts pieces of any length, across the windows of its pattern', () => {
    assert.equal(count('x'.repeat(300_000)), 300_000);
    assert.equal(count(`${' hello'.repeat(50_000)}${' '.repeat(10_000)}`), 60_000);
  });
});

describe('a tokenizer.json with marks for spaces', () => {
  const count = counterOf(spaceMarks());
  for (const [text, tokens] of [
    ['', 0],
    ['ab', 1],
    ['ab ab', 2],
    ['b', 2],
    ['a  b', 4],
    ['é', 3],
  ] as const) {
    it(`counts ${tokens} in ${JSON.stringify(text)}`, () => assert.equal(count(text), tokens));
  }
});

describe('a Unigram model', () => {
  const count = counterOf(unigram());
  for (const [text, tokens] of [
    ['', 0],
    ['a', 1],
    ['abab', 2],
    ['a a', 2],
    ['xyz', 2],
    ['😀', 2],
  ] as const) {
    it(`counts ${tokens} in ${JSON.stringify(text)}`, () => assert.equal(count(text), tokens));
  }

  it('counts bytes of what it does not know where they have tokens', () => {
    const vocab = [['▁', -3], ['a', -3], ...byteTokens().map((token) => [token, 0])];
    assert.equal(counterOf(unigram({ vocab, byte_fallback: true }))('é😀'), 7);
  });
});

describe('a rank file', () => {
  it('is counted by its ranks', () => {
    const count = counterOf(rankFile(['he', 'll', 'hell', 'hello', ' hello']), 'cl100k_base');
    assert.equal(count('hello hello'), 2);
    assert.equal(count('<|endoftext|>'), 13);
  });

  it('is cut by the pattern that is stated', () => {
    const file = rankFile(['aB', "a'", "a's", '12', '123']);
    const counts = (text: string) => ['cl100k_base', 'o200k_base', String.raw`\p{N}|[^\p{N}]+`].map((pattern) => counterOf(file, pattern)(text));
    assert.deepEqual(counts('aB'), [1, 2, 1]);
    assert.deepEqual(counts("a's"), [3, 1, 1]);
    assert.deepEqual(counts('123'), [1, 1, 3]);
  });

  it('needs no pattern where all tokens are single bytes', () => assert.equal(counterOf(rankFile([]))('é1'), 3));

  it('of OpenAI is told by its size, and counts as their own encoder does', () => {
    for (const [table, name] of [
      [r50k, 'r50k_base'],
      [p50k, 'p50k_base'],
      [cl100k, 'cl100k_base'],
    ] as const) {
      const count = counterOf(publishedFile(table));
      const reference = getEncoding(name);
      for (const text of ["You're 12345 km  away:\n\n\t- Grüße, 世界!\r\n", 'def f(x):\n    return x  # 1\n', '  \n \n x'])
        assert.equal(count(text), reference.encode(text, [], []).length, `${name}: ${text}`);
    }
  });
});

/** A rank table of js-tiktoken as the file of which it was made. */
function publishedFile({ bpe_ranks }: { bpe_ranks: string }): string {
  const lines = bpe_ranks.split('\n').flatMap((line) => {
    const [, first, ...tokens] = line.split(' ');
    return tokens.map((token, index) => `${token} ${Number(first) + index}`);
  });
  return lines.join('\n');
}

describe('a tokenizer file that is not understood is refused with the place', () => {
  const withPattern = (Regex: string) => byteLevel({ pre_tokenizer: { type: 'Split', pattern: { Regex }, behavior: 'Isolated' } });
  for (const [name, file, message] of [
    ['no JSON', '{ "model": ', /^the file: is no JSON/],
    ['no model', '{}', /^model: must be an object/],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff]), /^the file: is not UTF-8/],
    ['another model', byteLevel({}, { type: 'WordPiece' }), /^model\.type: WordPiece is not known/],
    ['a merge without its token', byteLevel({}, { merges: ['h e', 'q q'] }), /^model\.merges\[1\]: has a part/],
    ['another normalizer', byteLevel({ normalizer: { type: 'Precompiled' } }), /^normalizer\.type: Precompiled is not known/],
    [
      'another splitter',
      byteLevel({ pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'Whitespace' }] } }),
      /^pre_tokenizer\.pretokenizers\[0\]\.type/,
    ],
    ['a group that repeats', withPattern('(?:a+)+b'), /Regex: a group that repeats/],
    ['quantifiers that give back to each other', withPattern('a*a*b'), /Regex: could take too long/],
    ['a look backwards', withPattern('(?<!a)b'), /Regex: \(\?<! is not known/],
    ['another escape', withPattern('\\bx'), /Regex: \\b is not known/],
    ['a score that is missing', unigram({ vocab: [['a']] }), /^model\.vocab\[0\]: has no score/],
    [
      'ranks that say nothing of how texts are cut',
      rankFile(['ab']),
      /^the file: its 257 tokens are no published table, so how it cuts texts must be stated/,
    ],
    ['a line that is none', `${rankFile([])}what is this`, /^line 257: is no token and rank/],
    ['ranks without all bytes', 'YQ== 0\n', /^the file: does not have each single byte/],
    ['the same rank twice', 'YQ== 0\nYg== 0\n', /^line 2: has the rank of another line/],
  ] as const) {
    it(name, () => assert.match(refusalOf(file), message));
  }

  it('a pattern that is stated for a file with one of its own, or is none', () => {
    const refused = (file: string, pattern: string) => {
      const read = readTokenizerFile(bytesOf(file), pattern);
      return read.kind === 'refused' ? read.message : 'read';
    };
    assert.match(refused(JSON.stringify(byteLevel()), 'cl100k_base'), /^pattern: is for rank tables/);
    assert.match(refused(rankFile(['ab']), '(a+)+'), /^pattern: a group that repeats/);
  });

  it('nested without end', () => {
    let normalizer: object = { type: 'NFC' };
    for (let depth = 0; depth < 2000; depth++) normalizer = { type: 'Sequence', normalizers: [normalizer] };
    assert.match(refusalOf(byteLevel({ normalizer })), /nested too deep/);
  });
});

describe('tokenizers of the project', () => {
  it('are read once for each version and content; one that is bad is told of once', async () => {
    const present = { version: '1', text: rankFile(['ab']) };
    let reads = 0;
    const told: string[] = [];
    const open = async (file: string) => {
      if (file === '/p/none') return 'the file: cannot be read';
      const { version, text } = present;
      return {
        version,
        bytes: async () => {
          reads++;
          return bytesOf(text);
        },
      };
    };
    const ranks = { file: '/p/q/ranks', pattern: 'cl100k_base' };
    const none = { file: '/p/none', pattern: null };
    const files = createFileTokenizers(open, (file, why) => told.push(`${file} ${why}`));
    await Promise.all([files.load(ranks), files.load(ranks), files.load(none), files.load(none)]);
    const first = files.get(ranks);
    assert.match(first?.id ?? '', /^q\/ranks@[\da-f]{8}$/);
    assert.equal(first?.count('ab'), 1);
    assert.equal(reads, 1);
    present.version = '2';
    await files.load(ranks);
    assert.equal(files.get(ranks), first);
    Object.assign(present, { version: '3', text: 'what is this' });
    await files.load(ranks);
    await files.load(ranks);
    assert.equal(files.get(ranks), null);
    await files.load({ ...ranks, pattern: null });
    assert.equal(files.get({ ...ranks, pattern: null }), null);
    assert.deepEqual(told, [
      '/p/none the file: cannot be read',
      '/p/q/ranks line 1: is no token and rank',
      '/p/q/ranks line 1: is no token and rank',
    ]);
  });
});
