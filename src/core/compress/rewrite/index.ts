import type { Segment, TextEdit } from '../../types';
import { type Finding, judgePair } from '../judge';
import type { Count } from '../types';
import { type Proposal, readAnswer } from './answer';
import { writeRequest, writeRetry } from './instruction';
import { markPattern, markPlaceholders, restorePlaceholders } from './marks';
import { placeParts } from './place';
import { type RewriteUnit, unitsOf } from './units';

/** What a model is asked, and how many units of the prompt it gets. */
export interface RewriteTask {
  request: string;
  units: number;
}

/** New words for a unit that say the same. */
export interface RewriteOffer {
  /** The units that it replaces. */
  units: number[];
  before: string;
  after: string;
  /** Offsets in the source; apart from those of all other offers, and valid alone. */
  edits: TextEdit[];
  /** Of the static text, at least 1. */
  tokensSaved: number;
}

/** A model's answer, judged pair by pair. */
export interface RewriteVerdict {
  offers: RewriteOffer[];
  refused: { units: number[]; before: string; after: string; findings: Finding[]; why: string }[];
  /** What to ask once more, in words for the model; null where nothing was refused. */
  retry: string | null;
}

/** Makes the task of rewriting a prompt. Protected units are not sent; no units means that there is nothing to ask. */
export function rewriteTask(segments: readonly Segment[]): RewriteTask {
  const units = unitsOf(markPlaceholders(segments).text);
  return { request: writeRequest(units), units: units.length };
}

/**
 * Judges a model's answer: each pair alone, by what is bound together in it; taken where it keeps the meaning, saves a token and can be written where the
 * prompt stands. `source` is the text that the segments' spans count in.
 */
export function judgeRewrite(segments: readonly Segment[], answer: string, source: string, count: Count): RewriteVerdict {
  const { text, marks } = markPlaceholders(segments);
  const units = unitsOf(text);
  const proposals = readAnswer(answer);
  const verdict: RewriteVerdict = { offers: [], refused: [], retry: proposals === null ? writeRetry([]) : null };
  const fixed = new Set(marks.filter(({ text: written }) => written === null).map(({ mark }) => mark));
  const taken = new Set<number>();
  for (const proposal of proposals ?? []) {
    const place = placeOf(proposal, units, text);
    if (!place || proposal.units.some((id) => taken.has(id))) continue;
    const before = text.slice(place.start, place.end);
    const after = proposal.text.replace(/\s+/g, ' ').trim();
    if (after === before.trim()) continue;
    const findings = judgePair(before, after);
    const shown = { before: restorePlaceholders(before, marks), after: restorePlaceholders(after, marks) };
    const refuse = (why: string) => verdict.refused.push({ units: proposal.units, ...shown, findings, why });
    const edits = () =>
      placeParts(segments, restorePlaceholders(text.slice(0, place.start) + after + text.slice(place.end), marks).split(markPattern), source);
    const tokensSaved = staticTokens(shown.before, count) - staticTokens(shown.after, count);
    if (proposal.old !== null && !isQuoted(proposal.old, before)) refuse('"old" is not what stands there');
    else if (findings.length > 0) refuse(findings.map(({ message }) => message).join('; '));
    else if (marksIn(before, fixed) !== marksIn(after, fixed)) refuse('the marks ⟦P…⟧ are not the same, in the same order');
    else if (tokensSaved < 1) continue;
    else {
      const placed = edits();
      if (typeof placed === 'string') refuse(`this can't be written here: ${placed.trim() || 'a line break'}`);
      else {
        for (const id of proposal.units) taken.add(id);
        verdict.offers.push({ units: proposal.units, ...shown, edits: placed, tokensSaved });
      }
    }
  }
  if (verdict.refused.length > 0) verdict.retry = writeRetry(verdict.refused);
  return verdict;
}

/** Where the units of a proposal stand; null for those that nobody asked about, or between which something else stands. */
function placeOf(proposal: Proposal, units: readonly RewriteUnit[], text: string): { start: number; end: number } | null {
  const [first, last] = [units[proposal.units[0]! - 1], units[proposal.units.at(-1)! - 1]];
  if (!first || !last) return null;
  const gaps = proposal.units.slice(1).map((id) => text.slice(units[id - 2]!.end, units[id - 1]!.start));
  return gaps.every((gap) => /^[ \t]*\n?[ \t]*$/.test(gap)) ? { start: first.start, end: last.end } : null;
}

/** Models leave out white space and the middle of what they quote. */
function isQuoted(old: string, before: string): boolean {
  const plain = (text: string) => text.replace(/[\s*_]+/g, '').toLowerCase();
  const [head, tail] = old.split(/…|\.{3}/).map(plain) as [string, string | undefined];
  const whole = plain(before);
  return tail === undefined ? head === whole : whole.startsWith(head) && whole.endsWith(tail);
}

const marksIn = (text: string, fixed: ReadonlySet<string>): string => (text.match(markPattern) ?? []).filter((mark) => fixed.has(mark)).join('');

const staticTokens = (text: string, count: Count): number => text.split(markPattern).reduce((sum, part) => sum + count(part), 0);
