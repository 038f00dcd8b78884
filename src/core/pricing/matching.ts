import type { Confidence } from '../types';
import type { MatchRule } from './rows';

/** A day at the end of an id or behind a family's name: `-20250929`, `-2025-08-07`, `@20250929`, `-0613`, `-2512`, and revisions such as `-002`. */
const stamp = /^[-@](20\d\d-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])([0-2]\d|3[01])|2[2-9](0[1-9]|1[0-2])|00\d)(?!\d)/;

/** What a rule leaves of an id behind the part that it names: '' for all of it, null where the rule does not fit. */
export function restOf(rule: MatchRule, id: string): string | null {
  const text = id.toLowerCase();
  if ('equals' in rule) return text === rule.equals.toLowerCase() ? '' : null;
  if ('starts_with' in rule) return restBehind(text, rule.starts_with.toLowerCase(), 0);
  if ('contains' in rule) return restBehind(text, rule.contains.toLowerCase(), text.indexOf(rule.contains.toLowerCase()));
  if ('ends_with' in rule) return text.endsWith(rule.ends_with.toLowerCase()) ? '' : null;
  if ('regex' in rule) return new RegExp(rule.regex).test(id) ? '' : null;
  if ('or' in rule) return rule.or.map((part) => restOf(part, id)).find((rest) => rest !== null) ?? null;
  const rests = rule.and.map((part) => restOf(part, id));
  return rests.includes(null) ? null : (rests.find((rest) => rest !== '') ?? '');
}

/** The rest with the digits that the family's name itself ends in, where the id goes on with more of them. */
function restBehind(text: string, name: string, at: number): string | null {
  if (at < 0 || !text.startsWith(name, at)) return null;
  const rest = text.slice(at + name.length);
  if (!/^\d/.test(rest)) return rest;
  return (/[-@.]?(?:\d{4}-(?:\d\d?-?)?)?\d*$/.exec(name)?.[0] ?? '') + rest;
}

/** Bedrock's version behind a model's name. */
const version = /^-v\d+(:\d+)?$/;

/** Words that name another model of the family, at another price. */
const sibling = /^-?(v\d|fast|mini|nano|micro|lite|pro|plus|max|ultra|turbo|flash|highspeed|distill|coder|vision|vl|image|audio|tts|live|embed)/;

/**
 * How sure a fit is from what is left of the id: nothing, a date or a version is an alias; another word is a pattern. A number that is
 * no date (`-5` in `claude-sonnet-5-5` behind `claude-sonnet-5`) means a model that the catalogue does not have yet, and a tag
 * (`:8b`, `:free`) another offer of it: null, as for the words above, and for `-latest`, which moves.
 */
export function confidenceOf(rest: string): Confidence | null {
  if (rest === '' || stamp.test(rest) || version.test(rest)) return 'alias';
  return /^([-@.]?\d|:)/.test(rest) || rest.endsWith('-latest') || sibling.test(rest) ? null : 'pattern';
}

const fullDate = /[-@]20\d\d-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])$/;

/**
 * Other spellings under which the catalogue may know an id, likeliest first: without date, `4.5` as `4-5`. `-latest` stays: vendors move it to models
 * of another price, so without a row or alias nobody knows what it is.
 */
export function spellings(id: string): string[] {
  const bare = id.replace(/@(latest|default)$/, '').replace(fullDate, '');
  const dashed = (text: string) => (text.startsWith('claude') ? text.replace(/(\d)\.(\d)/g, '$1-$2') : text);
  return [...new Set([bare, dashed(id), dashed(bare)])].filter((text) => text !== id);
}
