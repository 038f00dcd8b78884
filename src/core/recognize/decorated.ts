import type { CallFact, Scope } from '../facts';
import type { SdkCall } from '../sdks/sdk';
import { matchArguments } from './callers';
import { createTools, type Tools } from './fileTools';
import type { Match } from './match';
import { readParameters } from './parameters';
import type { RequestDraft } from './readRequest';
import { readRequests } from './readRequest';

/** The decorator that makes a function a request, and the row that knows it. */
function decoratorOf(scope: Scope, tools: Tools): { call: CallFact; match: Match<SdkCall> } | null {
  for (const { call } of scope.decoratorFacts) {
    const match = call && tools.matchCall(call);
    if (call && match?.row.decorates) return { call, match };
  }
  return null;
}

/** The requests of a call of a function that an SDK decorates: `@llm.call(…) def recommend(genre)` is asked by `recommend("fantasy")`. */
export function requestsOfDecorated(call: CallFact, tools: Tools): RequestDraft[] {
  const scope = tools.resolver.functionOf(call);
  const decorator = scope?.decoratorFacts.length ? decoratorOf(scope, tools) : null;
  if (!scope || !decorator) return [];
  const within = createTools(tools.file, tools.budget, { args: matchArguments(scope, call), outer: tools.resolver });
  const { match } = decorator;
  const parameters = readParameters({ call: decorator.call, chain: decorator.call, receivers: match.receivers }, tools.resolver, tools.callers);
  return readRequests(decorator.call, decorator.call, match, parameters, [], within).map((draft) => {
    const { reading } = draft;
    reading.parts = reading.parts.filter(({ kind }) => kind !== 'history');
    if (scope.doc && !match.row.user && !match.row.messages) within.prompts.readText(scope.doc, 'system', reading, call);
    const asked = match.row.user || match.row.messages ? [] : scope.returns;
    for (const returned of asked) within.prompts.readMessages(returned, 'user', reading, call);
    const definition = { of: 'model' as const, path: null, span: decorator.call.span, line: null };
    return {
      ...draft,
      fact: call,
      chain: call,
      asked: [...draft.asked, decorator.call],
      site: {
        ...draft.site,
        site: 'request',
        fact: call,
        span: call.span,
        nameSpan: call.callee.kind === 'member' ? call.callee.propertySpan : call.callee.span,
        loops: call.loops,
        inLoop: call.loops.length > 0,
        definitions: [definition, ...draft.site.definitions],
      },
    };
  });
}
