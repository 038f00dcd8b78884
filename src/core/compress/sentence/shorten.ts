import type { Span } from '../../types';
import { passes, savedTokens } from '../gate';
import type { PhraseIndex, SearchedPhrase } from '../phrases';
import type { Place } from '../phrases/phrase';
import { composeEdits, moveSpans } from '../pieces';
import { applyEdits, intersects } from '../spans';
import type { Count, Proposal } from '../types';

/** A sentence with what surrounds it, in offsets of `text`, which is a cut of the whole text. */
export interface Sentence {
  text: string;
  /** Where the sentence itself stands. */
  span: Span;
  /** Where it, or what stands behind a label in it, begins to speak. */
  starts: readonly number[];
  /** Ranges that no edit may touch, ordered and apart. */
  shields: readonly Span[];
  /** Forbids or limits something. */
  frozen: boolean;
  label: string | null;
}

const passLimit = 6;
const wordPattern = /[\p{L}\d]+(?:['’]\p{L}+)*|,/gu;

/**
 * The edits that shorten one sentence by the rows of each index in turn, until no more is found; in offsets of the sentence's text. Each saves
 * a token by itself.
 */
export function shortenSentence(sentence: Sentence, indexes: readonly PhraseIndex[], count: Count): Proposal[] {
  let edits: Proposal[] = [];
  let current = sentence;
  for (const index of indexes) {
    for (let pass = 0; pass < passLimit; pass++) {
      const found = accepted(current, index, count);
      if (!found.length) break;
      edits = composeEdits(edits, current.text, found);
      current = edited(current, found);
    }
  }
  return edits.length ? edits.filter((edit) => savedTokens(sentence.text, edit, count) > 0) : edits;
}

function edited(sentence: Sentence, edits: readonly Proposal[]): Sentence {
  const text = applyEdits(sentence.text, edits);
  const moved = moveSpans(
    sentence.starts.map((start) => ({ start, end: start })),
    edits,
  );
  return {
    ...sentence,
    text,
    span: { start: sentence.span.start, end: sentence.span.end + text.length - sentence.text.length },
    starts: moved.map(({ start }) => start),
    shields: moveSpans(sentence.shields, edits),
  };
}

/** What the rows propose and the gate lets through, from the front, apart from each other. */
function accepted(sentence: Sentence, index: PhraseIndex, count: Count): Proposal[] {
  const lowered = lowerStarts(sentence.text, sentence.starts);
  const found: Proposal[] = [];
  let free = sentence.span.start;
  wordPattern.lastIndex = 0;
  for (const word of lowered.slice(0, sentence.span.end).matchAll(wordPattern)) {
    const at = word.index;
    if (at < free || lowered[at - 1] === '-') continue;
    for (const row of rowsAt(index, word[0])) {
      const proposal = propose(sentence, lowered, row, at);
      if (!proposal || intersects(sentence.shields, proposal) || !passes(sentence.text, proposal, count)) continue;
      found.push(proposal);
      // Not right behind: two edits that touch are one for the next pass to find.
      free = proposal.end + 1;
      break;
    }
  }
  return found;
}

/** Rows that begin with a word, or with its part before an apostrophe: `i'm`, `s'il`. */
function rowsAt(index: PhraseIndex, word: string): readonly SearchedPhrase[] {
  const rows = index.get(word) ?? [];
  const apostrophe = word.search(/['’]/);
  return apostrophe < 0 ? rows : [...rows, ...(index.get(word.slice(0, apostrophe)) ?? [])];
}

function propose(sentence: Sentence, lowered: string, row: SearchedPhrase, at: number): Proposal | null {
  const { text, span, starts } = sentence;
  if ((sentence.frozen && !row.inFrozen) || (row.at !== 'any' && !starts.includes(at))) return null;
  row.pattern.lastIndex = at;
  const match = row.pattern.exec(lowered);
  if (!match) return null;
  const end = at + match[0].length;
  if (end > span.end || (row.at === 'whole' && (end !== span.end || at !== starts[0]))) return null;
  const groups = match.slice(1);
  const place: Place = {
    before: text.slice(Math.max(span.start, at - 240), at),
    after: lowered.slice(end, Math.min(span.end, end + 400)),
    groups,
    label: sentence.label,
  };
  if (row.unless?.(place)) return null;
  const replacement =
    typeof row.to === 'string' ? row.to.replace(/\$(\d)/g, (_, number: string) => groups[Number(number) - 1] ?? '') : row.to(groups);
  return withCase(text, { start: at, end, text: replacement, rule: row.id, reason: row.reason });
}

/** The text with the first letter of every sentence in lower case, so that rows match case-sensitively. Same offsets. */
function lowerStarts(text: string, starts: readonly number[]): string {
  let result = text;
  for (const at of starts) {
    const lower = text[at]?.toLowerCase();
    if (lower?.length === 1 && !/^\p{Lu}{2}/u.test(text.slice(at, at + 2))) result = result.slice(0, at) + lower + result.slice(at + 1);
  }
  return result;
}

/** Hands the capital of a sentence's first word on to the word that follows. */
function withCase(text: string, proposal: Proposal): Proposal | null {
  const first = text[proposal.start]!;
  if (!/\p{Lu}/u.test(first)) return proposal;
  if (proposal.text) return { ...proposal, text: capitalize(proposal.text) };
  const next = text[proposal.end];
  return next && /\p{L}/u.test(next) ? { ...proposal, end: proposal.end + 1, text: next.toUpperCase() } : null;
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
