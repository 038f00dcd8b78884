import type { Expr, HolePart, Span, StringExpr } from '../facts';
import type { Resolver } from '../resolve/resolve';
import type { Role, Segment } from '../types';
import { type Digester, wordsOf } from './digest';
import { hasWords, runsOf, splitText } from './segments';

/** A prompt before it is counted. */
export interface PromptDraft {
  span: Span;
  role: Role | null;
  segments: Segment[];
  /** The static text, a run on each side of every placeholder. The same array as long as the text stays, wherever it moves. */
  runs: readonly string[];
  /** The requests that send it, or may. */
  calls: number[];
  call: number | null;
  name: string | null;
  editable: boolean;
}

/** Makes drafts of the texts of one statement: each text once, its holes filled with what is known. */
export class Drafts {
  private readonly known = new Map<StringExpr, PromptDraft>();

  constructor(
    private readonly resolver: Resolver,
    private readonly digester: Digester,
  ) {}

  /** `RULES + " " + page` has no words of its own: the prompt is the one text in it that is written in this file. */
  onlyPiece(string: StringExpr): StringExpr | null {
    const holes = string.parts.flatMap((part) => (part.kind === 'hole' ? (part.value ?? []) : []));
    if (!holes.length || string.parts.some((part) => part.kind === 'text' && hasWords(part.text))) return null;
    const pieces = holes.map((hole) => this.resolver.valueOf(hole)).filter((value) => value?.kind === 'string' && hasWords(wordsOf(value)));
    const [only] = pieces;
    return pieces.length === 1 && only?.kind === 'string' && only.span.end > only.span.start ? only : null;
  }

  /** A piece as a draft, with what stands around it where it is sent. */
  around(piece: StringExpr, whole: StringExpr): PromptDraft {
    const own = this.of(piece);
    const segments = whole.parts.flatMap((part) => {
      if (part.kind === 'hole' && part.value && this.resolver.valueOf(part.value) === piece)
        return this.isAddedTo(part.value) ? [...own.segments, placeholderIn(part)] : own.segments;
      return (part.kind === 'text' ? splitText(part) : this.fillHole(part, [whole])).map((segment) => ({ ...segment, span: null }));
    });
    return { ...own, segments, runs: runsOf(segments) };
  }

  of(string: StringExpr): PromptDraft {
    const known = this.known.get(string);
    if (known) return known;
    const name = this.digester.nameOf(string)?.replace(/^this\./, '') ?? null;
    const segments = this.segmentsOf(string);
    const editable = segments.some((segment) => segment.kind === 'text' && segment.span !== null);
    const draft: PromptDraft = { span: { ...string.span }, role: null, segments, runs: runsOf(segments), calls: [], call: null, name, editable };
    this.known.set(string, draft);
    return draft;
  }

  private segmentsOf(string: StringExpr, within: readonly StringExpr[] = []): Segment[] {
    return string.parts.flatMap((part) => (part.kind === 'text' ? splitText(part) : this.fillHole(part, [...within, string])));
  }

  /** A hole that holds one known text is that text; any other is a placeholder, and so is what a loop or a branch adds to the text. */
  private fillHole(hole: HolePart, within: readonly StringExpr[]): Segment[] {
    const placeholder = placeholderIn(hole);
    if (!hole.value || !this.resolver.enter()) return [placeholder];
    const filled = this.filled(hole.value, placeholder, within);
    this.resolver.leave();
    return filled;
  }

  private filled(expr: Expr, placeholder: Segment, within: readonly StringExpr[]): Segment[] {
    const { values, open, byDefault, grows } = this.resolver.valuesOf(expr);
    const [value] = values;
    // an empty text is filled later
    if (values.length !== 1 || (open && !grows) || byDefault || value?.kind !== 'string' || !value.parts.length || within.includes(value))
      return [placeholder];
    const added = grows || this.isAddedTo(expr);
    const filled = this.segmentsOf(value, within).map((segment) => ({ ...segment, span: null }));
    return added ? [...filled, placeholder] : filled;
  }

  private isAddedTo(expr: Expr): boolean {
    return this.resolver.changes(expr).some(({ kind }) => kind === 'add' || kind === 'append');
  }
}

const placeholderIn = ({ name, span }: HolePart): Segment => ({ kind: 'placeholder', name, span: { ...span } });
