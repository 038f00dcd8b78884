import type { Item } from './readItems';
import type { Clause, Modal, Token } from './types';

const modals: Record<string, Modal> = { MUST: 'must', MUSTDE: 'must', SHOULD: 'should', MAY: 'may', OPTIONAL: 'optional', TRY: 'try' };
const frequencies = new Set(['ALWAYS', 'USUALLY', 'SOMETIMES', 'OFTEN', 'RARELY']);
const quantifiers = new Set(['ALL', 'SOME', 'MANY', 'MOST', 'HALF', 'BOTH', 'EITHER', 'ONLY']);
const comparisons = new Set(['MAX', 'MIN', 'MORE', 'LESS', 'EXACT', 'ABOUT']);
const roles = new Set([
  'FROM',
  'TO',
  'OF',
  'WITH',
  'IN',
  'ON',
  'AS',
  'BY',
  'FOR',
  'AT',
  'AGAINST',
  'LIKE',
  'BEFORE',
  'AFTER',
  'UNTIL',
  'WHILE',
  'DAT',
]);
/** Roles that say when: they may not come, go or change. */
export const strictRoles = new Set(['BEFORE', 'AFTER', 'UNTIL', 'AGAINST']);

interface Pending {
  role: string;
  roleTokens: number;
  quantifier: string[];
  comparison: string;
  joint: string;
  without: boolean;
}

const nothing = (): Pending => ({ role: '', roleTokens: 0, quantifier: [], comparison: '', joint: '', without: false });

/** What a clause takes over from the line that leads its list. */
const newClause = (lead: Clause | null): Clause => ({
  negated: lead?.negated ?? false,
  modal: lead?.modal ?? 'plain',
  frequency: '',
  opens: '',
  condition: lead?.opens ? lead : (lead?.condition ?? null),
  sequence: '',
  chained: false,
  tokens: [],
});

/** Reads items into clauses whose tokens carry what binds them. `lead`: the last clause of the line that leads this list item. */
export function readClauses(items: readonly Item[], language: string, lead: Clause | null): Clause[] {
  return new Reader(items, language, lead).read();
}

class Reader {
  private readonly clauses: Clause[] = [];
  private clause: Clause;
  private pending = nothing();
  private german = false;
  private unresolved = false;
  /** Clauses before this one have nothing to do with what comes. */
  private cut = 0;
  private readonly lastToken: number;
  private isReason = false;

  constructor(
    private readonly items: readonly Item[],
    private readonly language: string,
    private readonly lead: Clause | null,
  ) {
    this.clause = newClause(lead);
    this.lastToken = items.findLastIndex(({ kind }) => kind !== 'mark' && kind !== 'stop');
  }

  read(): Clause[] {
    this.items.forEach((item, at) => {
      if (item.kind === 'mark') this.mark(item, at);
      else if (item.kind === 'stop') this.stop(item, at);
      else this.token(item, at);
    });
    this.close();
    return this.clauses;
  }

  /** Ends the clause; the next one depends on the same condition unless it is cut off. */
  private close(opens = '', cutOff = false): void {
    const { clause } = this;
    if (clause.modal === 'must' && this.german && clause.negated) [clause.modal, clause.negated] = ['optional', false];
    if (clause.modal === 'may' && clause.negated) clause.modal = 'must';
    for (const token of clause.tokens)
      if (clause.negated && /^(?:MORE|LESS)$/.test(token.quantifier) && token.kind === 'number') this.turnComparison(token);
    const used = clause.tokens.length > 0 || (clause.opens !== '' && (clause.negated || clause.modal !== 'plain'));
    if (used) this.clauses.push(clause);
    if (used && clause.opens && this.unresolved) this.dependOn(clause);
    const next = newClause(this.lead);
    if (!cutOff) next.condition = clause.opens && used ? clause : clause.condition;
    next.opens = opens;
    if (opens) next.condition = this.lead?.condition ?? null;
    if (cutOff) this.cut = this.clauses.length;
    if (opens) this.unresolved = this.clauses.length > this.cut;
    this.clause = next;
    this.german = false;
    this.isReason = false;
    this.pending = { ...nothing(), quantifier: opens ? this.pending.quantifier.filter((one) => one === 'ONLY') : [] };
  }

  /** *Do A if B*: the clauses before it depend on a condition that nothing follows. Whether anything does shows only at the next stop. */
  private dependOn(condition: Clause): void {
    for (let index = this.clauses.length - 2; index >= this.cut; index--) {
      const before = this.clauses[index]!;
      if (before.opens || before.condition) break;
      before.condition = condition;
    }
    this.unresolved = false;
  }

  /** *not more than 5* is at most 5, and what stands around it is not denied. */
  private turnComparison(token: Token): void {
    token.quantifier = token.quantifier === 'MORE' ? 'MAX' : 'MIN';
    this.clause.negated = false;
  }

  private mark(item: Item, at: number): void {
    const { clause, pending } = this;
    const name = item.name;
    if (name in modals) this.modal(name, at);
    else if (name === 'NOT') this.deny(at);
    else if (name === 'WITHOUT') Object.assign(pending, { without: true, role: 'WITHOUT', roleTokens: 0 });
    else if (frequencies.has(name)) clause.frequency = name;
    else if (quantifiers.has(name)) pending.quantifier.push(name);
    else if (comparisons.has(name)) this.compare(name, at);
    else if (name === 'BACKMAX' || name === 'BACKMIN') this.compareBack(name.slice(4));
    else if (name === 'IF' || name === 'EVENIF') this.close(name);
    else if (name === 'ELSE') this.otherwise();
    else if (name === 'BUT' || name === 'REL' || name === 'SOTHAT') this.close('', name === 'BUT');
    else if (name === 'BECAUSE') this.reason();
    else if (name === 'FIRST' || name === 'LAST' || name === 'THEN') this.sequence(name, at);
    else if (name === 'AND' || name === 'OR') this.join(name, at);
    else if (name === 'DAT' && pending.role !== '' && pending.roleTokens === 0) return;
    else if (roles.has(name)) Object.assign(pending, { role: name, roleTokens: 0, without: false });
    else if (name === 'YOU' && this.isObject(at)) this.add({ ...item, kind: 'word', name: 'you' }, 'you', at);
  }

  private reason(): void {
    this.close();
    this.isReason = true;
  }

  /** English tells the object *you* only by its place: behind a verb or preposition, and not before a verb. */
  private isObject(at: number): boolean {
    if (this.language !== 'en') return true;
    const [previous, next] = [this.items[at - 1], this.items[at + 1]];
    const behind = previous?.verb || (previous?.kind === 'mark' && /^(?:TO|FOR|WITH|FROM)$/.test(previous.name));
    return behind === true && !next?.verb && !(next?.kind === 'mark' && (next.name in modals || /^(?:BE|NOT)$/.test(next.name)));
  }

  private modal(name: string, at: number): void {
    const modal = modals[name]!;
    if (this.clause.modal !== 'plain' && this.clause.tokens.length > 0 && !this.lead) {
      const previous = this.items[at - 1];
      if (previous?.kind !== 'mark') this.close();
    }
    this.german = name === 'MUSTDE';
    this.clause.modal = modal;
  }

  private deny(at: number): void {
    const previous = this.items[at - 1];
    const follows = previous !== undefined && (previous.kind === 'stop' || (previous.kind === 'mark' && /^(?:AND|OR|BUT)$/.test(previous.name)));
    const afterNoun =
      this.language === 'en' && this.items[at]!.word === 'not' && previous !== undefined && previous.kind !== 'mark' && previous.kind !== 'stop';
    const speaks = this.clause.tokens.some(({ verb }) => verb);
    if (this.clause.tokens.length > 0 && ((follows && speaks) || afterNoun) && !this.clause.opens) this.close();
    this.clause.negated = true;
    if (!/^(?:nicht|kein)/.test(this.items[at]!.word)) this.german = false;
  }

  /** Words such as *about*, *over* and *under* compare only before a number. */
  private compare(name: string, at: number): void {
    const next = this.items[at + 1];
    if (next?.kind === 'number' || !/^(?:ABOUT|MORE|LESS)$/.test(name)) this.pending.comparison = name;
    else if (/^(?:MORE|LESS)$/.test(name) && /[ ]|^(?:exce|super|über(?:steig|schreit))/.test(this.items[at]!.word)) this.pending.comparison = name;
    else Object.assign(this.pending, { role: 'ON', roleTokens: 0 });
  }

  private compareBack(name: string): void {
    const number = this.clause.tokens.findLast(({ kind }) => kind === 'number');
    if (number) number.quantifier = name;
  }

  private otherwise(): void {
    const condition = this.clauses.findLast(({ opens }) => opens) ?? null;
    this.close('', true);
    this.clause.condition = { ...newClause(null), opens: 'ELSE', tokens: condition?.tokens ?? [] };
  }

  private sequence(name: string, at: number): void {
    const after = this.clause.tokens.length === 0 && this.clauses.at(-1)?.opens;
    if (name === 'THEN' && after) return;
    const last = at >= this.lastToken;
    if (name === 'THEN' && this.clause.tokens.length > 1 && !last) this.close();
    else if (name === 'LAST' && this.clause.sequence && this.clause.tokens.length > 1 && !last) this.close();
    if (!this.clause.sequence) this.clause.sequence = name;
  }

  private join(name: string, at: number): void {
    this.pending.joint = name.toLowerCase();
    if (this.clause.opens) return;
    const ahead = this.items.slice(at + 1, at + 4);
    const stop = ahead.findIndex(({ kind, name: mark }) => kind === 'stop' || (kind === 'mark' && (mark === 'AND' || mark === 'OR')));
    const near = stop < 0 ? ahead : ahead.slice(0, stop);
    if (this.clause.tokens.length > 0 && near.some(({ kind, name: mark }) => kind === 'mark' && /^(?:THEN|LAST)$/.test(mark))) this.close();
    else if (this.clause.negated && name === 'AND' && near[0]?.verb && !near[0].articled) this.close();
  }

  private stop({ name }: Item, at: number): void {
    const next = this.items[at + 1];
    if (name === ';' || name === '.') this.close('', true);
    else if (name === ':') this.close();
    else if (this.clause.opens && this.clause.tokens.length > 0) {
      // A list inside of the condition goes on: `if A, B or C happens`.
      this.unresolved = false;
      this.close();
    } else if (this.isReason || (next?.kind === 'mark' && next.name === 'THEN' && this.clause.tokens.length > 0)) this.close();
    else if (next?.verb && !next.articled && this.clause.negated) this.close();
    else Object.assign(this.pending, { joint: ',', role: this.pending.roleTokens > 0 ? '' : this.pending.role });
  }

  private token(item: Item, at: number): void {
    const kind = item.kind as Token['kind'];
    this.add(item, kind, at, this.isImperative(item, at));
  }

  /** The first word of a clause, without article or modal behind it, that is no subject of a verb. */
  private isImperative(item: Item, at: number): boolean {
    if (item.kind !== 'word' || item.articled) return false;
    const [previous, next] = [this.items[at - 1], this.items[at + 1]];
    const joined = previous?.kind === 'mark' && /^(?:AND|OR)$/.test(previous.name);
    const first =
      previous === undefined ||
      (previous.kind === 'stop' && previous.name !== ',') ||
      joined ||
      (previous.kind === 'mark' && /^(?:THEN|FIRST|NOT|BUT|ALWAYS|LAST)$/.test(previous.name));
    if (!first || this.clause.opens || (previous !== undefined && !next) || (joined && !next?.articled)) return false;
    return (
      !(next?.kind === 'mark' && (next.name in modals || next.name === 'BE' || next.name === 'AND' || next.name === 'OR')) &&
      !next?.verb &&
      next?.kind !== 'stop'
    );
  }

  private numberFollows(at: number): boolean {
    for (const { kind, name } of this.items.slice(at + 1, at + 8)) {
      if (kind === 'number') return true;
      if (kind === 'stop' || (kind === 'mark' && /^(?:IF|REL|BUT|AND|OR)$/.test(name))) return false;
    }
    return false;
  }

  private add(item: Item, kind: Token['kind'], at: number, imperative = false): void {
    const { clause, pending } = this;
    if (pending.roleTokens > 0 && item.articled && pending.role !== 'OF') pending.role = '';
    const quantifier = [...pending.quantifier];
    if (pending.comparison && (kind === 'number' || !this.numberFollows(at))) {
      quantifier.push(pending.comparison);
      pending.comparison = '';
    }
    const token: Token = {
      kind,
      at: clause.tokens.length,
      concept: item.name,
      weak: item.weak,
      inherited: false,
      verb: item.verb || imperative,
      clause,
      unit: item.unit,
      articled: item.articled,
      quantifier: quantifier.sort().join(' '),
      role: strictRoles.has(pending.role) && pending.roleTokens > 0 ? '' : pending.role,
      without: pending.without,
      joint: pending.joint || (pending.role === 'OF' && pending.roleTokens === 0 ? 'of' : ''),
      start: item.start,
      end: item.end,
    };
    clause.tokens.push(token);
    if (!item.weak || kind === 'number') pending.quantifier = [];
    pending.joint = '';
    pending.roleTokens++;
  }
}
