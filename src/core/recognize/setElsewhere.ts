import type { CallFact, Expr } from '../facts';
import type { SdkCall } from '../sdks/sdk';
import { exprsAt, isCallRow, type Reached, reachDefinitions } from './definitions';
import type { Tools } from './fileTools';
import type { Match } from './match';
import { readParameters } from './parameters';

/** What a file sets for every request of an SDK, where the request itself leads to no model: `dspy.configure(lm=…)`. */
export function settingsFor({ row, sdk }: Match<SdkCall>, asked: readonly Reached[], tools: Tools): Reached[] {
  if (!row.asks || !sdk.calls.some(({ sets }) => sets) || asked.some(namesModel)) return [];
  const { facts, index } = tools.file;
  const calls = facts.statements.flatMap((statement) => index.digester.digest(statement).calls);
  return calls.flatMap((call) => {
    const match = tools.matchCall(call);
    if (!match?.row.sets || match.sdk !== sdk) return [];
    const parameters = readParameters({ call, chain: call, receivers: match.receivers }, tools.resolver, tools.callers);
    return reachDefinitions(exprsAt(match.row.uses, parameters, call), tools);
  });
}

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
