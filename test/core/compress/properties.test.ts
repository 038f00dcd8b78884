import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compressSegments, compressText } from '../../../src/core/compress';
import { applyEdits } from '../../../src/core/compress/spans';
import { levels } from '../../../src/core/compress/types';
import type { Segment } from '../../../src/core/types';
import { count } from './count';

/** What prompts are made of, apart and glued together at random places. */
const pieces = [
  'You are an expert clerk of {shop}. Your task is to answer the question of the guest.\n',
  'Please make sure to read the file in order to help, and please note that the user is a child.\n',
  'Never say please to the user. You must not guess, unless all of the rows are there.\n',
  '- **Tone**: be **kind** and clear.\n  - Example: please note that it rains\n',
  '    Could you please list each of the 12 items?\n',
  'Here is the text: {{ text }} and see https://a.example/in-order-to.\n',
  '```\nplease  make sure to\n```\n',
  'Use `in order to` or "please" in   the the answer.  Carefully read it.   \n\n\n\n',
  'Q: Can you read it in bright sunlight?\nA: You will be rewarded.\n',
  'Products:\n[\n  {"a": 1},\n  {"a": 2}\n]\n',
  'Reply with: Sorry. Please try again. Thank you!\n',
  'Eres un agente. Por favor, resume la carta con el fin de ayudar, sin adivinar.\n',
  '| a | the b |\n\t\r\n*',
];

/** A generator of numbers from 0 to `below`, the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomPrompt(seed: number): string {
  const random = numbers(seed);
  let text = '';
  for (let left = 1 + random(6); left > 0; left--) {
    const piece = pieces[random(pieces.length)]!;
    text += random(3) === 0 ? piece.slice(random(piece.length)) : random(3) === 0 ? piece.slice(0, random(piece.length)) : piece;
  }
  return text;
}

const kept: readonly RegExp[] = [
  /\b(?:must|should|may|can|only|all|any|each|at least|unless|except|[Nn]ever|not|sin)\b/g,
  /\{\{?[ \w]*\}\}?|https?:\/\/[^\s.]+|`[^`\n]+`|"[^"\n]*"|\d+/g,
  /\bNever say please to\b|\bmust not guess, unless all of the rows are there/g,
];
const tally = (text: string, pattern: RegExp): string[] => Array.from(text.matchAll(pattern), ([found]) => found.trim()).sort();
const prompts = Array.from({ length: 120 }, (_, seed) => randomPrompt(seed + 1));

describe('compressText on random prompts', () => {
  for (const level of levels) {
    it(`${level}: edits make the text, are recounted, keep what is protected, and leave nothing for a second run`, () => {
      let shortened = 0;
      for (const prompt of prompts) {
        const { text, edits, tokensBefore, tokensAfter } = compressText(prompt, level, count);
        assert.equal(applyEdits(prompt, edits), text);
        assert.ok(edits.every(({ start, end }, index) => start < end && (index === 0 || edits[index - 1]!.end <= start)));
        assert.deepEqual([tokensBefore, tokensAfter], [count(prompt), count(text)]);
        for (const pattern of kept) assert.deepEqual(tally(text, pattern), tally(prompt, pattern), JSON.stringify(prompt));
        assert.equal(compressText(text, level, count).text, text, JSON.stringify(prompt));
        if (edits.length) shortened++;
      }
      assert.ok(shortened > prompts.length / 4);
    });
  }

  it('edits of a literal stay within its texts and touch no placeholder', () => {
    for (const prompt of prompts) {
      const segments = literal(prompt);
      const { edits } = compressSegments(segments, 'aggressive', count);
      for (const { start, end } of edits) assert.ok(segments.some(({ kind, span }) => kind === 'text' && span!.start <= start && end <= span!.end));
    }
  });
});

/** The prompt as a literal in which `{name}` is a placeholder, without escapes. */
function literal(prompt: string): Segment[] {
  return Array.from(prompt.matchAll(/\{\w+\}|[^{]+|\{/g), (match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return /^\{\w+\}$/.test(match[0])
      ? { kind: 'placeholder', name: match[0].slice(1, -1), span }
      : { kind: 'text', text: match[0], span, escapes: [] };
  });
}
