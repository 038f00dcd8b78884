import type { CallFact, Expr, Scope } from '../facts';
import { lastName } from '../resolve/names';
import type { Value } from '../resolve/resolve';
import type { SdkCall, SdkPrompt, Source } from '../sdks/sdk';
import { matchArguments } from './callers';
import { createTools, type Tools } from './fileTools';
import type { Match } from './match';
import { type Parameters, readParameters } from './parameters';

/** A call that makes a model, an agent, a task or a prompt, and that an expression leads to. */
export interface Reached {
  tools: Tools;
  fact: CallFact;
  match: Match<SdkCall | SdkPrompt>;
  parameters: Parameters;
}

/** What is given to a maker beside what it makes: what tools, callbacks and stores hold is not asked by the request. */
const BESIDE =
  /^(tools?|callbacks?|checkpointer|store|memory|retriever|vector_?store|handoffs|sub_?agents|mcp_?servers|embeddings?|output_?parser|config)$/i;
/** How deep makers may be nested; real code has a few. */
const DEEPEST = 60;

/**
 * The definitions that the values of expressions are put together from, the outermost first: the steps of a chain, the model of an agent,
 * what a function of the project returns, also of another file that is read.
 */
export function reachDefinitions(exprs: readonly Expr[], tools: Tools): Reached[] {
  const walk = new Walk();
  for (const expr of exprs) walk.follow(expr, tools, 0);
  return walk.reached;
}

export const isCallRow = (row: SdkCall | SdkPrompt): row is SdkCall => 'kind' in row;

class Walk {
  readonly reached: Reached[] = [];
  private readonly seen = new Map<Tools, Set<Value>>();

  follow(expr: Expr, tools: Tools, depth: number): void {
    if (depth > DEEPEST) return;
    const { values } = tools.resolver.valuesOf(expr);
    for (const value of values) this.enter(value, tools, depth);
    if (!values.length && (expr.kind === 'name' || expr.kind === 'member')) this.followImport(expr, tools, depth);
  }

  private enter(value: Value, tools: Tools, depth: number): void {
    const seen = this.seen.get(tools) ?? new Set<Value>();
    if (seen.has(value) || !tools.budget.spend()) return;
    this.seen.set(tools, seen.add(value));
    const next = (expr: Expr) => this.follow(expr, tools, depth + 1);
    switch (value.kind) {
      case 'call':
        this.enterCall(value.call, tools, depth);
        return;
      case 'class':
        if (value.made) this.enterCall(value.made, tools, depth);
        return;
      case 'pipe':
        for (const step of value.steps) next(step);
        return;
      case 'array':
        for (const item of value.items) next(item.kind === 'spread' ? item.value : item);
        return;
      case 'object':
        for (const entry of value.entries) if (entry.key === null || !BESIDE.test(entry.key)) next(entry.value);
        return;
      case 'comprehension':
        next(value.item);
        return;
    }
  }

  private enterCall(call: CallFact, tools: Tools, depth: number): void {
    const made = this.matchMade(call, tools);
    if (made) {
      const parameters = readParameters({ call, chain: call, receivers: made.receivers }, tools.resolver, tools.callers);
      this.reached.push({ tools, fact: call, match: made, parameters });
      const { row } = made;
      const uses = isCallRow(row) ? row.uses : undefined;
      for (const expr of exprsAt(uses, parameters)) this.follow(expr, tools, depth + 1);
      if (isCallRow(row) || !row.binds) return;
    }
    const own = tools.resolver.functionOf(call);
    if (own) {
      this.enterFunction(own, call, tools, tools, depth);
      return;
    }
    const { callee } = call;
    if (callee.kind === 'name' && this.followImportedCall(call, tools, depth)) return;
    if (callee.kind === 'member') this.follow(callee.object, tools, depth + 1);
    for (const { name, value } of call.args)
      if (name === null || !BESIDE.test(name)) this.follow(value.kind === 'spread' ? value.value : value, tools, depth + 1);
  }

  /** The definition that a call makes; requests on the way are no part of it. */
  private matchMade(call: CallFact, tools: Tools): Match<SdkCall | SdkPrompt> | null {
    const match = tools.matchCall(call);
    if (match?.row.makes) return match;
    return match ? null : tools.matchPrompt(call);
  }

  /** What a function returns, with what this call gives it. */
  private enterFunction(scope: Scope, call: CallFact, tools: Tools, from: Tools, depth: number): void {
    if (!scope.returns.length || depth > DEEPEST) return;
    const within = createTools(tools.file, tools.budget, { args: matchArguments(scope, call), outer: from.resolver });
    for (const returned of scope.returns) this.follow(returned, within, depth + 2);
  }

  private followImport(expr: Extract<Expr, { kind: 'name' | 'member' }>, tools: Tools, depth: number): void {
    const elsewhere = importedName(expr, tools);
    if (elsewhere) this.follow(elsewhere.expr, elsewhere.tools, depth + 1);
  }

  private followImportedCall(call: CallFact, tools: Tools, depth: number): boolean {
    const elsewhere = importedName(call.callee, tools);
    const [target] = elsewhere ? elsewhere.tools.resolver.valuesOf(elsewhere.expr).values : [];
    if (!elsewhere || target?.kind !== 'function') return false;
    this.enterFunction(target.scope, call, elsewhere.tools, tools, depth);
    return true;
  }
}

/** The name that an import brings, as an expression of the file that declares it. */
export function importedName(expr: Expr, tools: Tools): { tools: Tools; expr: Expr } | null {
  const root = expr.kind === 'member' ? expr.object : expr;
  if (root.kind !== 'name' || tools.resolver.declaration(root)) return null;
  const fact = tools.resolver.importOf(root.name);
  const found = fact ? tools.file.fileOf(fact) : null;
  if (!found) return null;
  const name = found.name ?? (expr.kind === 'member' ? expr.property : null);
  if (name === null || (found.name !== null && expr.kind === 'member')) return null;
  const { file } = found.tools.facts;
  const at = { start: file.span.end, end: file.span.end };
  return { tools: createTools(found.tools, tools.budget), expr: { kind: 'name', name, scope: file, span: at } };
}

/** All that stands at any of the sources. */
export function exprsAt(sources: readonly Source[] | undefined, parameters: Parameters): Expr[] {
  return (sources ?? []).flatMap((source) => parameters.find([source])?.exprs ?? []);
}

export const lastStep = (call: CallFact): string => lastName(call.callee) ?? '';
