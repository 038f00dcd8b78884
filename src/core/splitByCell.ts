import type { JoinedCells } from './notebook';
import type { Analysis, Definition, Fix, Problem, Prompt, Request, Segment, Span } from './types';

type CellPlace = JoinedCells['cells'][number];

/** Stands for a place in another cell; touches nothing. */
const ELSEWHERE: Span = { start: -1, end: -1 };

/**
 * Brings an analysis of joined cells back to the cells: every span that is shown counts within its cell, and `cell` says which. What only
 * rules read (loops, parameters, facts other than the statement) still counts in the joined text. Fixes whose edits leave the problem's
 * cell are dropped. Problems are found when they are first asked for, as in the analysis that is given.
 */
export function splitByCell(analysis: Analysis, joined: JoinedCells): Analysis {
  const locate = (span: Span) => joined.cells.findLast((cell) => cell.start <= span.start) ?? joined.cells[0];
  const place =
    <T extends { span: Span }>(move: (item: T, cell: CellPlace) => T) =>
    (item: T): T => {
      const cell = locate(item.span);
      return cell ? move(item, cell) : item;
    };
  let problems: Problem[] | null = null;
  return {
    ...withoutRefactorings(analysis),
    calls: analysis.calls.map(place(placeCall)).map((call) => ({ ...call, definitions: call.definitions.map(place(placeDefinition)) })),
    prompts: analysis.prompts.map(place(placePrompt)),
    findProblems: () => {
      problems ??= analysis.findProblems().map(place(placeProblem));
      return problems;
    },
  };
}

/**
 * What one cell shows of an analysis that was split: its calls, prompts and problems, and sums over them. Prompts of other cells that its
 * calls use come last, with a place that touches nothing, so that calls can still be compared and explained.
 */
export function analysisOfCell(analysis: Analysis, cell: number): Analysis {
  const calls = indices(analysis.calls, (call) => call.cell === cell);
  const own = indices(analysis.prompts, (prompt) => prompt.cell === cell);
  const used = calls.flatMap((index) => analysis.calls[index]!.prompts).filter((index) => !own.includes(index));
  const prompts = [...own, ...new Set(used)];
  const estimates = calls.map((index) => analysis.estimates[index]!);
  return {
    ...withoutRefactorings(analysis),
    calls: calls.map((index) => {
      const call = analysis.calls[index]!;
      return { ...call, prompts: call.prompts.map((prompt) => prompts.indexOf(prompt)) };
    }),
    prompts: prompts.map((index) => {
      const prompt = analysis.prompts[index]!;
      const call = prompt.call === null ? -1 : calls.indexOf(prompt.call);
      return { ...(prompt.cell === cell ? prompt : elsewhere(prompt)), call: call < 0 ? null : call };
    }),
    estimates,
    findProblems: () => analysis.findProblems().filter((problem) => problem.cell === cell),
    totals: {
      calls: calls.length,
      prompts: own.length,
      promptTokens: own.reduce((sum, index) => sum + analysis.prompts[index]!.count.tokens, 0),
      perCall: estimates.reduce((sum, { cost }) => sum + (cost?.perCall ?? 0), 0),
      unpriced: estimates.filter(({ cost }) => cost === null || (cost.atLeast && cost.perCall === 0)).length,
    },
  };
}

/** The spans that refactorings are asked for count in the joined text. */
function withoutRefactorings({ refactorings, ...analysis }: Analysis): Analysis {
  return analysis;
}

function placeCall(call: Request, cell: CellPlace): Request {
  const span = shift(call.span, cell);
  const { outputLimit: limit, fact } = call;
  return {
    ...call,
    span,
    nameSpan: inside(call.nameSpan, cell) ?? span,
    modelSpan: call.modelSpan && inside(call.modelSpan, cell),
    outputLimit: 'span' in limit ? { ...limit, span: inside(limit.span, cell) ?? ELSEWHERE } : limit,
    fact: { ...fact, statement: inside(fact.statement, cell) ?? span },
    cell: cell.index,
  };
}

/** A definition may stand in another cell than its request. */
function placeDefinition(definition: Definition, cell: CellPlace): Definition {
  return definition.path === null ? { ...definition, span: shift(definition.span, cell), cell: cell.index } : definition;
}

function placePrompt(prompt: Prompt, cell: CellPlace): Prompt {
  const segments = prompt.segments.map((segment): Segment => ({ ...segment, span: segment.span && inside(segment.span, cell) }));
  return { ...prompt, span: shift(prompt.span, cell), segments, cell: cell.index };
}

function placeProblem(problem: Problem, cell: CellPlace): Problem {
  const fixes = problem.fixes
    .filter((fix) => fix.edits.every((edit) => inside(edit, cell)))
    .map((fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...shift(edit, cell) })) }));
  const related = problem.related.flatMap(({ span, message }) => {
    const there = inside(span, cell);
    return there ? [{ span: there, message }] : [];
  });
  return { ...problem, span: shift(problem.span, cell), related, fixes, cell: cell.index };
}

function elsewhere(prompt: Prompt): Prompt {
  return { ...prompt, span: ELSEWHERE, editable: false, segments: prompt.segments.map((segment): Segment => ({ ...segment, span: null })) };
}

function indices<T>(items: readonly T[], fits: (item: T) => boolean): number[] {
  return items.flatMap((item, index) => (fits(item) ? [index] : []));
}

function inside(span: Span, cell: CellPlace): Span | null {
  return span.start >= cell.start && span.end <= cell.end ? shift(span, cell) : null;
}

function shift({ start, end }: Span, cell: CellPlace): Span {
  return { start: start - cell.start, end: end - cell.start };
}
