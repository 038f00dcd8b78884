import type { CallSite, Prompt, TextEdit } from '../../types';
import type { RuleContext } from '../rule';
import { textOf } from './placeholders';

const unit =
  '(?:words?|sentences?|paragraphs?|lines?|bullets?|bullet points|points?|items?|tokens?|char(?:acter)?s?|pages?|ideas?|examples?|steps?|questions?|entries|options?|names?|titles?)';
const number = '(?:\\d[\\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a few|a single|single)';
const length = new RegExp(
  `\\b${number}(?:\\s*(?:-|–|to|or)\\s*${number})?[\\s-]+(?:\\w+\\s+)?${unit}\\b|\\b(?:brief|briefly|short|concise|concisely|terse|succinct|succinctly|at most|no more than|not exceed|under \\d|less than|fewer than|up to \\d|maximum|max|length|top \\d|first \\d|only the|yes or no|true or false)\\b`,
  'i',
);
const prose =
  /\b(?:summari[sz]e|explain|describe|draft|compose|(?:write|generate|create|produce)\s+(?:me\s+)?(?:an?|the)\s+(?:\w+\s+){0,3}(?:summary|story|article|essay|e-?mail|description|report|text|post|letter|review|overview|answer|response|reply|explanation|biography|poem|page|documentation))\b/i;
const list =
  /\b(?:list (?:all|the|some|possible|every)|(?:return|respond with|output|give|provide|generate|produce|create|write|make|answer with|as) (?:me )?(?:only )?(?:an? )?(?:valid )?(?:json|bullet(?:ed)?|numbered|list|array|table|csv|yaml))\b/i;
const shaped = /["']?\w+["']?\s*:\s*["'<[{…]|\b(?:keys?|fields?|schema|properties)\b/i;

/** The texts of a call's own prompts, the model's earlier answers left out. */
export function askedText(call: CallSite, prompts: readonly Prompt[]): string {
  const own = call.prompts.map((index) => prompts[index]).filter((prompt) => prompt && prompt.role !== 'assistant' && prompt.role !== 'tool');
  return own.map((prompt) => textOf(prompt!)).join('\n');
}

/** Does a text, or the name of a placeholder in it, say how long the answer shall be? English. */
export function namesLength(call: CallSite, prompts: readonly Prompt[]): boolean {
  if (length.test(askedText(call, prompts))) return true;
  const segments = call.prompts.flatMap((index) => prompts[index]?.segments ?? []);
  return segments.some((segment) => segment.kind === 'placeholder' && /length|limit|words|max|count|num|size/i.test(segment.name));
}

export const asksForProse = (text: string): boolean => prose.test(text);
/** A list, table or JSON whose shape the text does not fix. */
export const asksForList = (text: string): boolean => list.test(text) && !shaped.test(text);

/** Are all texts of the call in view? An unread part may name the length. */
export function isWhollyRead(call: CallSite, prompts: readonly Prompt[]): boolean {
  return (
    call.prompts.length > 0 && call.prompts.every((index) => prompts[index]?.editable && prompts[index]?.segments.some(({ kind }) => kind === 'text'))
  );
}

/** Adds a sentence to the end of the call's last own prompt; null where it does not end in text of this file. */
export function appendSentence(call: CallSite, { text, prompts }: RuleContext, sentence: string): TextEdit | null {
  const last = call.prompts.map((index) => prompts[index]).findLast((prompt) => prompt?.role !== 'assistant' && prompt?.role !== 'tool');
  const segment = last?.segments.at(-1);
  if (segment?.kind !== 'text' || !segment.span) return null;
  const source = text.slice(segment.span.start, segment.span.end);
  const at = segment.span.start + source.trimEnd().length;
  const before = /\s$/.test(segment.text) && at === segment.span.end ? '' : ' ';
  return { start: at, end: at, text: `${before}${sentence}` };
}

/** Where a finding on what a call asks for is shown: its last own prompt. */
export function lastPrompt(call: CallSite, prompts: readonly Prompt[]): Prompt | null {
  return call.prompts.map((index) => prompts[index]).findLast((prompt) => prompt?.role !== 'assistant' && prompt?.role !== 'tool') ?? null;
}
