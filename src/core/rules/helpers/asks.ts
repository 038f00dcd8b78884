import type { Expr, Scope } from '../../facts';
import type { Prompt, Request, TextEdit } from '../../types';
import type { RuleContext } from '../rule';
import { findArgument, pathOf, resolve } from './facts';
import { textOf } from './placeholders';

const count = '(?:\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|a few|a couple of)';
const unit = '(?:words?|sentences?|paragraphs?|lines?|bullets?|bullet points|points?|items?|tokens?|characters?|pages?)';
const length = new RegExp(
  [
    `\\b${count}[\\s-]+(?:[\\w-]+\\s+){0,3}[a-z]+s?\\b`,
    `\\b(?:an?|one|a single|single)[\\s-]+(?:\\w+\\s+)?${unit}\\b`,
    '\\b(?:brief|briefly|short|concise|concisely|terse|succinct|succinctly|maximum|max|length|yes or no|true or false)\\b',
    '\\b(?:at most|no more than|not exceed|under \\d|less than|fewer than|up to \\d|top \\d|first \\d|only the)\\b',
  ].join('|'),
  'i',
);
const prose =
  /\b(?:summari[sz]e|explain|describe|draft|compose|(?:write|generate|create|produce)\s+(?:me\s+)?(?:an?|the)\s+(?:\w+\s+){0,3}(?:summary|story|article|essay|e-?mail|description|report|text|post|letter|review|overview|answer|response|reply|explanation|biography|poem|page|documentation))\b/i;
const list =
  /\b(?:list (?:all|the|some|possible|every)|(?:return|respond with|output|give|provide|generate|produce|create|write|make|answer with|as) (?:me )?(?:only )?(?:an? )?(?:valid )?(?:json|bullet(?:ed)?|numbered|list|array|table|csv|yaml))\b/i;
/** One record has an end by itself, many have not. */
const many =
  /\b(?:all|every|each|lists?|arrays?|items|entries|records|multiple|several|names of|objects|examples)\b|\b(?:the|these|those) (?:\w+ )?\w{3,}s\b/i;
const shaped = /["']?\w+["']?\s*:\s*["'<[{…]|\b(?:keys?|fields?|schema|properties)\b/i;

/** The texts of a call's own prompts, the model's earlier answers left out. */
export function askedText(call: Request, prompts: readonly Prompt[]): string {
  const own = call.prompts.map((index) => prompts[index]).filter((prompt) => prompt && prompt.role !== 'assistant' && prompt.role !== 'tool');
  return own.map((prompt) => textOf(prompt!)).join('\n');
}

/** Does a text, or the name of a placeholder in it, say how long the answer shall be? English. */
export function namesLength(call: Request, prompts: readonly Prompt[]): boolean {
  if (length.test(askedText(call, prompts))) return true;
  const segments = call.prompts.flatMap((index) => prompts[index]?.segments ?? []);
  return segments.some((segment) => segment.kind === 'placeholder' && /length|limit|words|max|count|num|size/i.test(segment.name));
}

export const asksForProse = (text: string): boolean => prose.test(text);
/** A list, table or JSON whose shape the text does not fix. */
export function asksForList(text: string): boolean {
  const found = list.exec(text)?.[0];
  if (!found || shaped.test(text)) return false;
  return !/json|csv|yaml/i.test(found) || many.test(text);
}

/** Is the shape of the answer given beside the prompt? */
export function isStructured(text: string, call: Request): boolean {
  const shapes = [
    'response_format',
    'response_model',
    'text_format',
    'schema',
    'output_type',
    'config.response_schema',
    'config.response_json_schema',
  ];
  return (
    shapes.some((name) => findArgument(text, call, name) !== null) ||
    /\.entity\(/.test(text.slice(call.fact.statement.start, call.fact.statement.end))
  );
}

/** Are all texts of the call in view? A part that can't be read may name the length. */
export function isWhollyRead(text: string, call: Request, prompts: readonly Prompt[]): boolean {
  if (!call.prompts.length || call.openParameters) return false;
  const own = call.prompts.map((index) => prompts[index]);
  if (!own.every((prompt) => prompt?.editable && prompt.segments.some(({ kind }) => kind === 'text'))) return false;
  return ['messages', 'system', 'instructions', 'input', 'contents', 'prompt'].every((name) => {
    const argument = findArgument(text, call, name);
    return !argument || isText(argument.value, call.fact.scope);
  });
}

/** Is this a text, or a list of messages whose texts are all here? */
function isText(expr: Expr, scope: Scope): boolean {
  const value = resolve(expr, scope);
  if (value.kind === 'array') return value.items.every((item) => isText(item, scope));
  if (value.kind === 'object')
    return value.entries.every(({ key, value: entry }) => (key !== 'content' && key !== 'text' ? key !== null : isText(entry, scope)));
  return value.kind === 'string' || (value.kind === 'call' && pathOf(value.call.callee).endsWith('dedent'));
}

/** Adds a sentence to the end of the call's last own prompt; null where it does not end in text of this file. */
export function appendSentence(call: Request, { text, prompts }: RuleContext, sentence: string): TextEdit | null {
  const last = call.prompts.map((index) => prompts[index]).findLast((prompt) => prompt?.role !== 'assistant' && prompt?.role !== 'tool');
  const segment = last?.segments.at(-1);
  if (segment?.kind !== 'text' || !segment.span) return null;
  const source = text.slice(segment.span.start, segment.span.end);
  const at = segment.span.start + source.trimEnd().length;
  const before = /\s$/.test(segment.text) && at === segment.span.end ? '' : ' ';
  return { start: at, end: at, text: `${before}${sentence}` };
}

/** Where a finding on what a call asks for is shown: its last own prompt. */
export function lastPrompt(call: Request, prompts: readonly Prompt[]): Prompt | null {
  return call.prompts.map((index) => prompts[index]).findLast((prompt) => prompt?.role !== 'assistant' && prompt?.role !== 'tool') ?? null;
}
