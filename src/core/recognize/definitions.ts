import type { CallFact, Expr, MemberExpr, NameExpr, Scope } from '../facts';
import { literalText } from '../languages/strings';
import { rootOf } from '../resolve/links';
import { lastName } from '../resolve/names';
import type { Value } from '../resolve/resolve';
import { enclosingClass } from '../resolve/scopes';
import type { SdkCall, SdkPrompt, Source } from '../sdks/sdk';
import { matchArguments } from './callers';
import { functionElsewhere, importedName } from './elsewhere';
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
  /^(tools?|callbacks?|checkpointer|(\w+_?)?store|(chat_?)?memory(_?provider)?|(content_?)?retriever|retrieval_?augmentor|(default_?)?advisors|handoffs|sub_?agents|mcp_?servers|embeddings?|output_?parser|config)$/i;
/** How deep makers may be nested; real code has a few. */
const DEEPEST = 60;
/** The first step of a builder's chain. */
const BUILDER = /^builder$/i;

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
    if (expr.kind !== 'name' && expr.kind !== 'member') return;
    this.enterAdded(expr, tools, depth);
    if (values.length) return;
    const methods = gathered(expr, tools);
    for (const made of methods) this.follow(made, tools, depth + 1);
    if (!methods.length) this.followImport(expr, tools, depth);
  }

  /** What calls on a variable add to it: `kernel.add_service(…)`. */
  private enterAdded(expr: NameExpr | MemberExpr, tools: Tools, depth: number): void {
    const root = expr.kind === 'name' ? expr : expr.object;
    if (root.kind !== 'name' || (expr.kind === 'member' && root.name !== 'this')) return;
    const home = tools.resolver.declaration(root)?.scope;
    for (const call of tools.file.addingTo(root.name)) {
      const on = rootOf(call);
      if (!on || tools.resolver.declaration(on)?.scope !== home || !isOn(call.callee, expr)) continue;
      const match = tools.matchCall(call);
      if (match?.row.makes && match.row.binds) this.enterMade(call, call, match, tools, depth);
    }
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

  /** `chain` is the end of the builder's chain that the call begins. */
  private enterCall(call: CallFact, tools: Tools, depth: number, chain: CallFact = call): void {
    if (depth > DEEPEST) return;
    const made = this.matchMade(call, tools);
    if (made) {
      this.enterMade(call, BUILDER.test(lastStep(call)) ? chain : call, made, tools, depth);
      if (!made.row.binds) return;
    }
    const own = tools.resolver.functionOf(call);
    if (own) {
      this.enterFunction(own, call, tools, tools, depth);
      return;
    }
    const { callee } = call;
    const elsewhere = functionElsewhere(call, tools);
    if (elsewhere) {
      this.enterFunction(elsewhere.scope, call, elsewhere.tools, tools, depth);
      return;
    }
    if (callee.kind === 'member' && callee.object.kind === 'call') this.enterCall(callee.object.call, tools, depth + 1, chain);
    else if (callee.kind === 'member') this.follow(callee.object, tools, depth + 1);
    if (callee.kind === 'member' && BESIDE.test(callee.property)) return;
    for (const { name, value } of call.args)
      if (name === null || !BESIDE.test(name)) this.follow(value.kind === 'spread' ? value.value : value, tools, depth + 1);
  }

  private enterMade(call: CallFact, chain: CallFact, match: Match<SdkCall | SdkPrompt>, tools: Tools, depth: number): void {
    if (this.reached.some(({ fact }) => fact === call)) return;
    const parameters = readParameters({ call, chain, receivers: match.receivers }, tools.resolver, tools.callers);
    this.reached.push({ tools, fact: call, match, parameters });
    const uses = isCallRow(match.row) ? match.row.uses : undefined;
    for (const expr of exprsAt(uses, parameters, call)) for (const used of named(expr, call, tools)) this.follow(used, tools, depth + 1);
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
}

/** `self.tasks` of a class in which methods bear `@task`: what they make. */
export function gathered(expr: Expr, tools: Tools): Expr[] {
  if (expr.kind !== 'member' || expr.object.kind !== 'name' || expr.object.name !== 'this') return [];
  const decorators = [...tools.identifier.imported].flatMap(({ gathers }) => gathers?.[expr.property] ?? []);
  const methods = decorators.length ? (enclosingClass(expr.object.scope)?.children ?? []) : [];
  return methods.filter((method) => method.decorators.some((name) => decorators.includes(name))).flatMap(({ returns }) => returns);
}

/** `agent: writer` in a data file: what the method `writer` of the class makes. */
function named(expr: Expr, { scope }: CallFact, tools: Tools): Expr[] {
  const [value] = tools.resolver.valuesOf(expr).values;
  const name = value?.kind === 'string' ? literalText(value) : null;
  const method = name === null ? null : enclosingClass(scope)?.children.find((child) => child.name === name && child.kind === 'function');
  return method?.returns ?? [expr];
}

/** Is the callee a method of the object, or of a member of it? */
function isOn(callee: Expr, object: NameExpr | MemberExpr): boolean {
  if (object.kind === 'name') return true;
  for (let at: Expr = callee; at.kind === 'member'; at = at.object)
    if (at.property === object.property && at !== callee && at.object.kind === 'name' && at.object.name === 'this') return true;
  return false;
}

/** All that stands at any of the sources; `receiver` is the object that the call is made on. */
export function exprsAt(sources: readonly Source[] | undefined, parameters: Parameters, call?: CallFact): Expr[] {
  return (sources ?? []).flatMap((source) => {
    if (source === 'receiver') return call?.callee.kind === 'member' ? [call.callee.object] : [];
    return parameters.find([source])?.exprs ?? [];
  });
}

const lastStep = (call: CallFact): string => lastName(call.callee) ?? '';
