import type { Analysis, CostLine, Definition, Estimate, OutputLimit, Prompt, Request } from '../core';
import { describeFacts, type FactsReport } from './factsReport';
import type { Locate, Range } from './position';

/** One file of `analyze --format json`: what the engine sees, nothing judged. */
export interface FileReport {
  path: string;
  language: string;
  parsed: boolean;
  /** Why the file was skipped or only estimated. */
  notice?: string;
  calls: CallReport[];
  prompts: PromptReport[];
  /** Prompt and data files that say or cost something by themselves. */
  file?: FactsReport;
}

export interface CallReport extends Range {
  /** 0-based notebook cell; lines count within it. */
  cell?: number;
  provider: string;
  api: string;
  sdk: string;
  kind: Request['kind'];
  /** As written, constants resolved; null when it cannot be known. */
  model: string | null;
  /** Every value that it may take where it is one of several. */
  models: string[];
  modelBasis: Request['modelBasis'];
  resolvedModel: string | null;
  outputLimit: number | 'dynamic' | null;
  stream: boolean;
  inLoop: boolean;
  cached: boolean;
  promptCache: boolean;
  site: Request['site'];
  /** Where the model, the limit or the instructions were set, if elsewhere: the first of `definitions`. */
  definition: Omit<DefinitionReport, 'of'> | null;
  definitions: DefinitionReport[];
  /** `tokens` and `accuracy` speak of what was counted; placeholders come apart, with their size only in the cost. */
  input: Pick<Estimate['input'], 'tokens' | 'accuracy' | 'placeholders' | 'low' | 'high'>;
  output: Estimate['output'];
  cost: CostReport | null;
}

export interface DefinitionReport {
  of: Definition['of'];
  path: string;
  /** As in `CallReport`. */
  cell?: number;
  line: number;
}

/** USD for one request, at list price. */
export interface CostReport extends NonNullable<Estimate['cost']> {
  currency: 'USD';
  /** null without a stated or measured volume. */
  perMonth: Estimate['perMonth'];
  volume: Estimate['volume'];
  lines: CostLine[];
}

export interface PromptReport {
  cell?: number;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  role: Prompt['role'];
  templated: boolean;
  tokens: number;
  placeholders: string[];
  call: number | null;
  /** The requests that send it, or may send it. */
  calls: number[];
}

/** The notice of a file that holds no word of an SDK or a prompt, so that it was not even parsed. Not worth a line to people. */
export const nothingToRead = 'Names no SDK and no prompt';

/** The report of a file that was not parsed because there is nothing in it to find. */
export function describeIdleFile(path: string, language: string): FileReport {
  return { path, language, parsed: false, notice: nothingToRead, calls: [], prompts: [] };
}

/** Where a span of the analysis stands, given the notebook cell that holds it. */
export type LocateInCell = (cell: number | null) => Locate;

/** Turns an analysis into plain data with lines and columns. */
export function describeFile(path: string, analysis: Analysis, locate: LocateInCell): FileReport {
  const { language, parsed, notice, calls, prompts, estimates } = analysis;
  const file = analysis.file && describeFacts(analysis.file);
  return {
    path,
    language,
    parsed,
    ...(notice && { notice: notice.message }),
    calls: calls.map((call, index) => describeCall(path, call, estimates[index]!, locate)),
    prompts: prompts.map((prompt) => describePrompt(prompt, locate(prompt.cell))),
    ...(file && { file }),
  };
}

function describeCall(path: string, call: Request, estimate: Estimate, locate: LocateInCell): CallReport {
  const { model, input, output } = estimate;
  const definitions = call.definitions.map((one) => describeDefinition(path, one, locate));
  const [first] = definitions;
  return {
    ...locate(call.cell)(call.span),
    ...inCell(call.cell),
    provider: call.provider,
    api: call.api,
    sdk: call.sdk,
    kind: call.kind,
    model: call.model,
    models: call.models,
    modelBasis: call.modelBasis,
    resolvedModel: model?.kind === 'found' ? model.model.id : null,
    outputLimit: describeLimit(call.outputLimit),
    stream: call.stream,
    inLoop: call.inLoop,
    cached: call.cached,
    promptCache: call.promptCache,
    site: call.site,
    definition: first ? withoutKind(first) : null,
    definitions,
    input: { tokens: input.tokens, accuracy: input.accuracy, placeholders: input.placeholders, low: input.low, high: input.high },
    output: { low: output.low, tokens: output.tokens, high: output.high, basis: output.basis },
    cost: describeCost(estimate),
  };
}

function describeDefinition(path: string, { of, path: other, span, line, cell }: Definition, locate: LocateInCell): DefinitionReport {
  return { of, path: other ?? path, ...(cell !== undefined && { cell }), line: line ?? locate(cell ?? null)(span).line };
}

function withoutKind({ of, ...place }: DefinitionReport): Omit<DefinitionReport, 'of'> {
  return place;
}

function describeCost({ cost, lines, perMonth, volume }: Estimate): CostReport | null {
  if (!cost) return null;
  const { perCall, low, high, atLeast, first, later, basis } = cost;
  return { currency: 'USD', perCall, low, high, atLeast, first, later, basis, perMonth, volume, lines };
}

function describeLimit(limit: OutputLimit): number | 'dynamic' | null {
  if (limit.kind === 'value') return limit.tokens;
  return limit.kind === 'dynamic' ? 'dynamic' : null;
}

function describePrompt(prompt: Prompt, locate: Locate): PromptReport {
  const { line, column, endLine, endColumn } = locate(prompt.span);
  const names = prompt.segments.flatMap((segment) => (segment.kind === 'placeholder' ? [segment.name] : []));
  return {
    ...inCell(prompt.cell),
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    role: prompt.role,
    templated: names.length > 0,
    tokens: prompt.count.tokens,
    placeholders: [...new Set(names)],
    call: prompt.call,
    calls: prompt.calls,
  };
}

function inCell(cell: number | null): { cell?: number } {
  return cell === null ? {} : { cell };
}
