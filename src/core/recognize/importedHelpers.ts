import type { CallFact, Expr, Scope, Span } from '../facts';
import { enclosingClass } from '../resolve/scopes';
import { matchArguments } from './callers';
import { importedName } from './definitions';
import { createTools, type FileTools, type Tools } from './fileTools';
import { handsOn, isWithin } from './helpers';
import { placeless } from './mergeReadings';
import { readParameters } from './parameters';
import type { PromptReading } from './reading';
import { lineAt, type RequestDraft, readRequests } from './readRequest';

/** A function of another file of the project. */
interface Elsewhere {
  tools: Tools;
  scope: Scope;
}

/**
 * The requests that a call makes by way of a helper of another file: each with what this call gives. Only where the helper hands a prompt, a
 * model or a limit on; else the request is its own.
 */
export function requestsThrough(call: CallFact, tools: Tools): RequestDraft[] {
  const helper = functionElsewhere(call, tools);
  if (!helper) return [];
  const { scope } = helper;
  const given = { args: matchArguments(scope, call), outer: tools.resolver };
  const within = createTools(helper.tools.file, tools.budget, given);
  return callsIn(scope, helper.tools.file).flatMap((fact) => {
    const match = helper.tools.matchCall(fact);
    if (!match || match.row.makes || match.row.url !== undefined || !handsOn(fact, match, helper.tools).includes(scope)) return [];
    const parameters = readParameters({ call: fact, chain: fact, receivers: match.receivers }, within.resolver, within.callers);
    return readRequests(fact, fact, match, parameters, [], within).map((draft) => atCaller(draft, call, scope, helper.tools.file, tools.file));
  });
}

/** A request of another file as one of this: it stands where the helper is called, and nothing of the other file can be edited from here. */
function atCaller(draft: RequestDraft, call: CallFact, scope: Scope, there: FileTools, here: FileTools): RequestDraft {
  const { site, fact } = draft;
  const path = there.path ?? '';
  const { outputLimit: limit } = site;
  const line = lineAt(there.text, fact.span.start);
  return {
    ...draft,
    fact: call,
    chain: call,
    caller: call,
    asked: [],
    prepared: null,
    askedElsewhere: [...draft.askedElsewhere, { path, span: fact.span }],
    reading: withOwnTexts(draft.reading, call.span, here),
    site: {
      ...site,
      fact: call,
      elsewhere: true,
      helper: scope.name,
      modelSpan: null,
      outputLimit: 'span' in limit ? { ...limit, span: call.span } : limit,
      definitions: [...site.definitions.filter((one) => one.path !== null), { of: 'model', path, span: fact.span, line }],
    },
  };
}

/** Texts of this file keep their place; those of the helper's have none here. */
function withOwnTexts(reading: PromptReading, at: Span, here: FileTools): PromptReading {
  return { ...reading, uses: reading.uses.map((use) => (here.owns(use.string) ? use : placeless(use, at))) };
}

function callsIn(scope: Scope, file: FileTools): CallFact[] {
  return file.facts.statements.flatMap((statement) => file.index.digester.digest(statement).calls).filter((call) => isWithin(call.scope, scope));
}

/** The function of another file that a call calls: an imported one, one of an imported module, a method of an imported class. */
function functionElsewhere(call: CallFact, tools: Tools): Elsewhere | null {
  const { callee } = call;
  if (callee.kind !== 'name' && callee.kind !== 'member') return null;
  const direct = importedName(callee, tools);
  if (direct) return scopeOf(direct.expr, direct.tools, (scope) => scope.kind === 'function');
  if (callee.kind !== 'member') return null;
  const found = classElsewhere(callee.object, tools);
  const method = found?.scope.children.find((child) => child.kind === 'function' && child.name === callee.property);
  return found && method ? { tools: found.tools, scope: method } : null;
}

/** The class of another file whose instance an expression is, by what made it or by its declared type. */
function classElsewhere(object: Expr, tools: Tools): Elsewhere | null {
  const isClass = (scope: Scope) => scope.kind === 'class';
  for (const value of tools.resolver.valuesOf(object).values) {
    const made = value.kind === 'call' ? importedName(value.call.callee, tools) : null;
    const found = made && scopeOf(made.expr, made.tools, isClass);
    if (found) return found;
  }
  for (const name of declaredTypes(object, tools)) {
    const typed = importedName({ kind: 'name', name, scope: tools.file.facts.file, span: object.span }, tools);
    const found = typed && scopeOf(typed.expr, typed.tools, isClass);
    if (found) return found;
  }
  return null;
}

/** The names of the types that a variable, a parameter or a field is declared with. */
function declaredTypes(object: Expr, tools: Tools): string[] {
  const own = object.kind === 'member' && object.object.kind === 'name' && object.object.name === 'this' ? enclosingClass(object.object.scope) : null;
  if (own && object.kind === 'member')
    return tools.resolver
      .fields(own, object.property)
      .flatMap(({ type, value }) => [...type, ...(value?.kind === 'name' ? declaredTypes(value, tools) : [])]);
  const declared = object.kind === 'name' ? tools.resolver.declaration(object) : null;
  return [...(declared?.param?.type ?? []), ...(declared?.bindings ?? []).flatMap(({ type }) => type)];
}

function scopeOf(expr: Expr, tools: Tools, fits: (scope: Scope) => boolean): Elsewhere | null {
  for (const value of tools.resolver.valuesOf(expr).values)
    if ((value.kind === 'function' || value.kind === 'class') && fits(value.scope)) return { tools, scope: value.scope };
  return null;
}
