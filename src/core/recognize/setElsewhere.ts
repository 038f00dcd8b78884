import type { CallFact, Expr, Scope } from '../facts';
import type { Sdk, SdkCall } from '../sdks/sdk';
import { exprsAt, isCallRow, type Reached, reachDefinitions } from './definitions';
import { createTools, type Tools } from './fileTools';
import type { Match } from './match';
import { readParameters } from './parameters';

/** What a file, or one that it imports, sets for every request of an SDK, where the request itself leads to no model. */
export function settingsFor({ row, sdk }: Match<SdkCall>, asked: readonly Reached[], tools: Tools): Reached[] {
  if (!row.asks || asked.some(namesModel)) return [];
  return [...setByCalls(sdk, tools), ...setByAssignment(sdk, tools)];
}

/** `dspy.configure(lm=…)` */
function setByCalls(sdk: Sdk, tools: Tools): Reached[] {
  if (!sdk.calls.some(({ sets }) => sets)) return [];
  const { facts, index } = tools.file;
  const calls = facts.statements.flatMap((statement) => index.digester.digest(statement).calls);
  return calls.flatMap((call) => {
    const match = tools.matchCall(call);
    if (!match?.row.sets || match.sdk !== sdk) return [];
    const parameters = readParameters({ call, chain: call, receivers: match.receivers }, tools.resolver, tools.callers);
    return reachDefinitions(exprsAt(match.row.uses, parameters, call), tools);
  });
}

/** `Settings.llm = OpenAI(…)`, in this file or one that it imports. */
function setByAssignment({ settings = [] }: Sdk, tools: Tools): Reached[] {
  const setIn = (within: Tools): Reached[] => {
    const values = scopesIn(within.file.facts.file)
      .flatMap(({ bindings }) => bindings)
      .flatMap(({ kind, name, key, value }) =>
        kind === 'set' && value && settings.some(({ object, member }) => object === name && member === key) ? [value] : [],
      );
    return reachDefinitions(values, within);
  };
  if (!settings.length) return [];
  const own = setIn(tools);
  if (own.length) return own;
  return tools.file.facts.imports.flatMap((fact) => {
    const other = tools.file.fileOf(fact);
    return other ? setIn(createTools(other.tools, tools.budget)) : [];
  });
}

const scopesIn = (scope: Scope): Scope[] => [scope, ...scope.children.flatMap(scopesIn)];

const namesModel = ({ match: { row }, parameters }: Reached): boolean =>
  isCallRow(row) && (row.makes === 'model' || parameters.find(row.model) !== null);

/** What annotations say of the method that is called: `@SystemMessage("…") String chat(String message);` of an interface. */
export function annotationsOf(fact: CallFact, tools: Tools): Reached[] {
  const { callee } = fact;
  if (callee.kind !== 'member') return [];
  const methods = typesOf(callee.object, tools).flatMap((name) => {
    const type: Expr = { kind: 'name', name, scope: fact.scope, span: callee.span };
    const classes = tools.resolver.valuesOf(type).values.flatMap((value) => (value.kind === 'class' ? value.scope : []));
    return classes.flatMap(({ children }) => children.filter((child) => child.kind === 'function' && child.name === callee.property));
  });
  return methods.flatMap(({ decoratorFacts }) =>
    decoratorFacts.flatMap(({ call }) => {
      const match = call && tools.matchPrompt(call);
      if (!call || !match) return [];
      return [{ tools, fact: call, match, parameters: readParameters({ call, chain: call, receivers: [] }, tools.resolver, tools.callers) }];
    }),
  );
}

/** The types that a variable or a field is declared with. */
function typesOf(object: Expr, { resolver }: Tools): string[] {
  if (object.kind === 'name') {
    const declared = resolver.declaration(object);
    return [...(declared?.param?.type ?? []), ...(declared?.bindings ?? []).flatMap(({ type }) => type)];
  }
  if (object.kind !== 'member' || object.object.kind !== 'name' || object.object.name !== 'this') return [];
  const [self] = resolver.valuesOf(object.object).values;
  return self?.kind === 'class' ? resolver.fields(self.scope, object.property).flatMap(({ type }) => type) : [];
}

/** Do functions of its file add tools or instructions to an agent, by decorators on the variable that holds it? */
export function isEnriched({ fact, match: { sdk }, tools: { file } }: Reached): boolean {
  const { enrichedBy } = sdk as Sdk;
  if (!enrichedBy) return false;
  const scopes = scopesIn(file.facts.file);
  const names = new Set(
    scopes.flatMap(({ bindings }) => bindings.flatMap(({ name, value }) => (value?.kind === 'call' && value.call === fact ? name : []))),
  );
  return scopes.some(({ decorators }) =>
    decorators.some((decorator) => enrichedBy.some((step) => names.has(decorator.replace(`.${step}`, '')) && decorator.endsWith(`.${step}`))),
  );
}
