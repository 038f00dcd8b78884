import { dataBlocks, noticeTables, proposeJson } from './data/json';
import { findDuplicates, noticeDuplicates } from './duplicates';
import { savedTokens } from './gate';
import { guessLanguage, type LanguageGuess } from './language';
import { proposeLayout } from './layout';
import { outlineRule, proposeOutline } from './layout/outline';
import { phraseIndex } from './phrases';
import { composeEdits, moveSpans } from './pieces';
import { givenRegions, protect } from './protect';
import { unpacked } from './protect/code';
import { segment } from './segment';
import { shortenSentences } from './sentence';
import { applyEdits } from './spans';
import { type Compression, type CompressOptions, type Count, type Level, levels, type PromptLanguage, type Proposal } from './types';
import { compareItems } from './verify';

/** Rounds after which a text is taken as it is; two are the rule, the second to see that nothing is left. */
const roundLimit = 4;
/** Rules that write data anew, which the check of numbers and literals can't follow. */
const rewritesData = /^(?:json|records-\w+|table-padding)$/;

/**
 * Shortens a prompt without a model: layout and data first, then sentence by sentence, until nothing more is found. Time grows with the text.
 * Counts are as exact as `count`. A second run over the result proposes nothing.
 */
export function compressText(text: string, level: Level, count: Count, options: CompressOptions = {}): Compression {
  const holes = options.placeholders ?? [];
  const language = guessLanguage(text);
  const shields = protect(text, holes).all;
  const blocks = dataBlocks(text, holes);
  const duplicates = findDuplicates(text, segment(text).sentences, shields);
  const notices = [...(options.records ? [] : noticeTables(text, blocks)), ...noticeDuplicates(text, duplicates)];
  const tokensBefore = count(text);

  const unchanged: Compression = { tokensBefore, tokensAfter: tokensBefore, text, edits: [], duplicates, notices };
  if (!text.trim()) return unchanged;

  let edits = options.inCode ? [] : proposeOutline(text, count);
  for (let round = 0; round < roundLimit; round++) {
    const next = compressOnce(text, edits, level, count, language, options);
    if (!next) break;
    edits = next;
  }
  const result = applyEdits(text, edits);
  const tokensAfter = count(result);
  const worded = applyEdits(
    text,
    edits.filter(({ rule }) => !rewritesData.test(rule) && rule !== outlineRule),
  );
  const sound = tokensAfter < tokensBefore && compareItems(unpacked(text), unpacked(worded)).length === 0;
  if (!sound) return unchanged;
  const counted = edits.map((edit) => ({ ...edit, tokensSaved: savedTokens(text, edit, count) }));
  return { tokensBefore, tokensAfter, text: result, edits: counted, duplicates, notices };
}

/** One round over the text that the edits make; null where it finds nothing. */
function compressOnce(
  text: string,
  edits: readonly Proposal[],
  level: Level,
  count: Count,
  language: LanguageGuess,
  { placeholders = [], canEdit, records }: CompressOptions,
): Proposal[] | null {
  const current = applyEdits(text, edits);
  const holes = moveSpans(placeholders, edits);
  const shields = protect(current, holes);
  const json = level === 'safe' && !records ? [] : proposeJson(current, dataBlocks(current, holes), holes, records);
  const layout = proposeLayout(current, level, shields, givenRegions(current));
  const formed = settle(edits, current, worthwhile(current, [...json, ...layout], count), canEdit);

  const laidOut = applyEdits(text, formed);
  const table = tableOf(language);
  const steps = levels.slice(0, levels.indexOf(level) + 1);
  const worded = table
    ? shortenSentences(
        laidOut,
        moveSpans(placeholders, formed),
        steps.map((step) => phraseIndex(table, step)),
        count,
        language,
      )
    : [];
  const result = settle(formed, laidOut, worded, canEdit);
  return result.length === edits.length && applyEdits(text, result) === current ? null : result;
}

/** Edits of layout and data that save tokens, apart from each other; of a group all or none. */
function worthwhile(text: string, proposals: readonly Proposal[], count: Count): Proposal[] {
  const kept: Proposal[] = [];
  for (const edit of [...proposals].sort((a, b) => a.start - b.start || b.end - a.end)) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  const sums = new Map<string, number>();
  const saved = kept.map((edit) => savedTokens(text, edit, count));
  const groupOf = (edit: Proposal) => edit.group ?? `${edit.start}`;
  for (const [index, edit] of kept.entries()) sums.set(groupOf(edit), (sums.get(groupOf(edit)) ?? 0) + saved[index]!);
  const whole = complete(proposals, kept);
  return kept.filter((edit) => sums.get(groupOf(edit))! > 0 && whole(edit));
}

/** Tells whether all edits of an edit's group are among those that are left. */
function complete(all: readonly Proposal[], left: readonly Proposal[]): (edit: Proposal) => boolean {
  const tally = (edits: readonly Proposal[]) => {
    const sizes = new Map<string, number>();
    for (const { group } of edits) if (group) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    return sizes;
  };
  const [before, after] = [tally(all), tally(left)];
  return ({ group }) => !group || before.get(group) === after.get(group);
}

/** The edits of the original with a further round put on them, where they can be made and save a token still. */
function settle(edits: readonly Proposal[], current: string, next: readonly Proposal[], canEdit: CompressOptions['canEdit']): Proposal[] {
  if (!next.length) return [...edits];
  const composed = composeEdits(edits, current, next);
  const possible = composed.filter((edit) => !canEdit || canEdit(edit, edit.text));
  const whole = complete(composed, possible);
  return possible.filter(whole);
}

/** Is a saving worth a diagnostic: 3 tokens and 1 % at least. */
export function noticeable(before: number, after: number): boolean {
  return before - after >= 3 && before - after >= before * 0.01;
}

/** A text of a few words without function words counts as English: the rows tell by themselves. */
function tableOf(guess: LanguageGuess): PromptLanguage | null {
  if (guess === 'none') return 'en';
  return guess === 'other' || guess === 'it' ? null : guess;
}
