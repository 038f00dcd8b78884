import type { Span } from '../types';
import { compose } from './compose';
import { findDuplicates } from './duplicates';
import { passes, savedTokens } from './gate';
import { dataBlocks, noticeTables, proposeJson } from './jsonData';
import { guessLanguage, type LanguageGuess } from './language';
import { proposeLayout } from './layout';
import { outlineRule, proposeOutline } from './outline';
import { proposePhrases } from './propose';
import { freeze, protect } from './protect';
import { segment } from './segment';
import { applyEdits, intersects } from './spans';
import { type Compression, type CompressOptions, type Count, type Level, levels, type PromptLanguage, type Proposal } from './types';
import { compareItems } from './verify';

const passLimit = 8;

/**
 * Shortens a prompt without a model: segment → protect → propose → gate → verify, until nothing more is found.
 * Counts are as exact as `count`. A second run over the result proposes nothing.
 */
export function compressText(text: string, level: Level, count: Count, options: CompressOptions = {}): Compression {
  const holes = options.placeholders ?? [];
  const { sentences } = segment(text);
  const guess = guessLanguage(text);
  const blocks = dataBlocks(text, holes);
  const shielded = protect(text, holes);
  const duplicates = findDuplicates(text, sentences, shielded);
  const notices = noticeTables(text, blocks);
  const tokensBefore = count(text);

  const accepts = (current: string, edits: readonly Proposal[], proposal: Proposal) => {
    if (!passes(current, proposal, count)) return null;
    const composed = compose(text, edits, proposal);
    if (edits.length > 0 && savedTokens(text, composed.added, count) < 1) return null;
    return options.canEdit?.(composed.added, composed.added.text) === false ? null : composed.edits;
  };
  let edits: Proposal[] = options.inCode ? [] : proposeOutline(text, count);
  // Level by level, so that a further level keeps what the ones before it found.
  const steps = levels.slice(0, levels.indexOf(level) + 1).flatMap((step) => Array<Level>(passLimit).fill(step));
  let settled: Level | null = null;
  for (const step of steps) {
    if (step === settled) continue;
    const current = applyEdits(text, edits);
    // From the back, so that accepted edits don't move the places of those still to come.
    let start = Number.POSITIVE_INFINITY;
    for (const proposal of propose(current, step, guess, moveSpans(holes, edits))) {
      if (proposal.end >= start) continue;
      const next = accepts(applyEdits(text, edits), edits, proposal);
      if (!next) continue;
      edits = next;
      start = proposal.start;
    }
    if (start === Number.POSITIVE_INFINITY) settled = step;
  }

  const result = applyEdits(text, edits);
  const tokensAfter = count(result);
  const worded = applyEdits(
    text,
    edits.filter(({ rule }) => rule !== 'json' && rule !== outlineRule),
  );
  const sound = tokensAfter < tokensBefore && compareItems(text, worded).length === 0;
  if (!sound) return { tokensBefore, tokensAfter: tokensBefore, text, edits: [], duplicates, notices };
  return {
    tokensBefore,
    tokensAfter,
    text: result,
    edits: edits.map((edit) => ({ ...edit, tokensSaved: savedTokens(text, edit, count) })),
    duplicates,
    notices,
  };
}

/** Is a saving worth a diagnostic: 3 tokens and 1 % at least. */
export function noticeable(before: number, after: number): boolean {
  return before - after >= 3 && before - after >= before * 0.01;
}

/** Proposals that touch nothing protected, from the back to the front, longer ones first where they begin together. */
function propose(text: string, level: Level, guess: LanguageGuess, holes: readonly Span[]): Proposal[] {
  const segmentation = segment(text);
  const shielded = protect(text, holes);
  const frozen = freeze(text, segmentation.sentences);
  const language = tableOf(guess);
  const phrases = language ? proposePhrases(text, segmentation, language, level) : [];
  const json = level === 'safe' ? [] : proposeJson(text, dataBlocks(text, holes));
  return [
    ...phrases.filter((edit) => !intersects(shielded, edit) && !intersects(frozen, edit)),
    ...proposeLayout(text, level).filter((edit) => !intersects(shielded, edit) && !(edit.rule === 'markdown-emphasis' && intersects(frozen, edit))),
    ...json,
  ].sort((a, b) => b.end - a.end || a.start - b.start);
}

/** A text of a few words without function words counts as English: the rows tell by themselves. */
function tableOf(guess: LanguageGuess): PromptLanguage | null {
  if (guess === 'none') return 'en';
  return guess === 'en' || guess === 'es' ? guess : null;
}

/** Ranges of the original where they stand in the edited text; no edit touches them. */
function moveSpans(spans: readonly Span[], edits: readonly Proposal[]): Span[] {
  return spans.map((span) => {
    const shift = edits.filter((edit) => edit.end <= span.start).reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
    return { start: span.start + shift, end: span.end + shift };
  });
}
