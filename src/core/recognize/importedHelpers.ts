import type { CallFact, Scope, Span } from '../facts';
import { matchArguments } from './callers';
import { functionElsewhere } from './elsewhere';
import { createTools, type FileTools, type Tools } from './fileTools';
import { handsOn, isWithin } from './helpers';
import { placeless } from './mergeReadings';
import { readParameters } from './parameters';
import type { PromptReading } from './reading';
import { lineAt, type RequestDraft, readRequests } from './readRequest';

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
