import { tellActively } from './activeVoice';
import { cutUnits, type Piece } from './cutUnits';
import type { Lexicon } from './lexicon';
import { readClauses } from './readClauses';
import { type Item, readItems } from './readItems';
import type { Clause, Token, Unit } from './types';

/** A line that leads a list, and how deep it stands. */
interface Lead {
  depth: number;
  key: string;
  clauses: Clause[];
}

/** Reads a prompt into units whose tokens carry what binds them. */
export function readUnits(text: string, language: string, lexicon: Lexicon): Unit[] {
  const units: Unit[] = [];
  let lead: Lead | null = null;
  let previous: Clause[] = [];
  for (const piece of cutUnits(text)) {
    if (piece.kind === 'code') {
      units.push(codeUnit(text, piece));
      lead = null;
      continue;
    }
    if (piece.kind !== 'item') lead = null;
    const items = readItems(text, { start: piece.bodyStart, end: piece.end }, lexicon, language);
    const announces = items.some(({ name }) => name === 'FOLLOWING') && /:[*_]*\s*$/.test(text.slice(piece.start, piece.end));
    const clauses = readClauses(tellActively(conditionOf(items, language), language), language, lead?.clauses.at(-1) ?? null);
    const own = clauses.flatMap(({ tokens }) => tokens);
    if (piece.kind === 'heading') for (const item of items) item.weak ||= item.title;
    const polite = items[0]?.name === 'POLITE' && items.filter(({ kind, weak }) => kind === 'word' && !weak).length < 4;
    const empty = (announces || polite) && !items.some(({ kind, name }) => kind === 'number' || name === 'NOT');
    const unit = unitOf(text, piece, empty ? [] : own, items, lead);
    chain(clauses, previous);
    previous = clauses;
    units.push(unit);
    if (unit.leads) lead = announces || piece.kind === 'heading' ? null : { depth: piece.depth, key: keyOf(text, piece), clauses };
  }
  return units;
}

function unitOf(text: string, piece: Piece, own: Token[], items: readonly Item[], lead: Lead | null): Unit {
  const inherited =
    lead?.clauses.flatMap(({ tokens }) => tokens.map((token): Token => ({ ...token, inherited: true, clause: own[0]?.clause ?? token.clause }))) ??
    [];
  return {
    start: piece.start,
    end: piece.end,
    kind: piece.kind === 'code' ? 'sentence' : piece.kind,
    text: text.slice(piece.start, piece.end),
    tokens: [...inherited, ...own],
    numbered: piece.numbered,
    leads: /:[*_]*\s*$/.test(text.slice(piece.start, piece.end)),
    pronoun: items.some(({ kind, name }) => kind === 'mark' && name === 'PRON'),
    key: `${lead?.key ?? ''}\n${keyOf(text, piece)}`,
  };
}

/** Tells clauses with *first*, *then*, *last* in a unit and the one before that they belong together. */
function chain(clauses: readonly Clause[], previous: readonly Clause[]): void {
  const near = [...previous.slice(-1), ...clauses].filter(({ sequence }) => sequence);
  if (near.length > 1) for (const clause of near) clause.chained = true;
}

/** What a unit says, without marks of emphasis. */
const keyOf = (text: string, { bodyStart, end }: Piece): string => text.slice(bodyStart, end).replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim();

/** Code stays as it is, to the letter. */
function codeUnit(text: string, piece: Piece): Unit {
  const clause: Clause = { negated: false, modal: 'plain', frequency: '', opens: '', condition: null, sequence: '', chained: false, tokens: [] };
  const concept = text.slice(piece.start, piece.end).replace(/\s+/g, ' ');
  const token: Token = {
    ...{
      kind: 'literal',
      at: 0,
      concept,
      weak: false,
      inherited: false,
      verb: false,
      articled: false,
      clause,
      unit: '',
      quantifier: '',
      role: '',
      without: false,
      joint: '',
    },
    ...{ start: piece.start, end: piece.end },
  };
  clause.tokens.push(token);
  return {
    start: piece.start,
    end: piece.end,
    kind: 'sentence',
    text: concept,
    tokens: [token],
    numbered: false,
    pronoun: false,
    leads: false,
    key: concept,
  };
}

/** German puts the verb first instead of `wenn`: *Schreibt der Benutzer …, antworte*. */
function conditionOf(items: Item[], language: string): Item[] {
  const [first, second] = items;
  if (language !== 'de' || first?.kind !== 'word' || !/t$/.test(first.word) || !(second?.articled || second?.name === 'PRON')) return items;
  if (!items.some(({ kind, name }) => kind === 'stop' && name === ',')) return items;
  return [{ ...first, kind: 'mark', name: 'IF' }, ...items];
}
