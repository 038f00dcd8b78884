import type { Facts, Statement } from '../facts';
import type { Ecosystem } from '../languages/language';
import type { Sdk, SdkCall, SdkPrompt } from '../sdks/sdk';
import { createAffected } from './affected';
import { assemble, type Recognized } from './assemble';
import { createCallers } from './callers';
import { createDigester, type Digest, type Digester } from './digest';
import { createIdentifier } from './identify';
import { createLoopFinder } from './loops';
import { createMatcher, indexRows, mayFit, otherNames, type RowIndex } from './match';
import type { OtherFiles } from '../resolve/otherFiles';
import { holdsTranslations } from './promptShape';
import { PromptReader } from './prompts';
import { createResolver } from '../resolve/resolve';
import type { ModelFacts } from './site';
import { readStatement, type StatementFinds, type Tools } from './statement';

export type { Recognized } from './assemble';
export { rowsIn } from './match';
export { type Asked, loadOtherFiles, type OtherFiles, type ReadFile, readersIn } from '../resolve/otherFiles';
export { mayHoldPrompt } from './promptShape';
export type { PromptDraft } from './prompts';
export { runsOf } from './segments';
export type { ModelFacts } from './site';

/** The SDK tables, indexed for one package world. */
export interface SdkIndex {
  sdks: readonly Sdk[];
  ecosystem: Ecosystem;
  calls: RowIndex<SdkCall>;
  prompts: RowIndex<SdkPrompt>;
  digester: Digester;
}

export function indexSdks(sdks: readonly Sdk[], ecosystem: Ecosystem): SdkIndex {
  const calls = indexRows(sdks, ecosystem, (sdk) => sdk.calls);
  const prompts = indexRows(sdks, ecosystem, (sdk) => sdk.prompts ?? []);
  const digester = createDigester({
    mayFit: (call) => mayFit(call, [calls, prompts]),
    otherNames: (bindings, imports) => otherNames(bindings, imports, calls),
  });
  return { sdks, ecosystem, calls, prompts, digester };
}

/** Recognises one document from pass to pass. */
export interface Recognizer {
  /** Is there anything in the file that other files could tell more of? */
  asksOthers(facts: Facts): boolean;
  /** The call sites and prompts among a file's facts. What no change can have touched since the pass before is not looked at again. */
  recognize(facts: Facts, text: string, others?: OtherFiles | null): Recognized;
}

/** The path tells only whether the file holds translations. */
export function createRecognizer({ sdks, ecosystem, calls, prompts, digester }: SdkIndex, models: ModelFacts, path: string): Recognizer {
  const named = !holdsTranslations(path);
  const findAffected = createAffected(digester);
  const functionsCalledInLoops = createLoopFinder(digester);
  const finds = new WeakMap<Statement, StatementFinds>();
  let known: OtherFiles | null = null;

  function toolsFor(facts: Facts, text: string, others: OtherFiles | null): Tools {
    const callsOn = (name: string) => facts.statements.flatMap((statement) => digester.digest(statement).rooted.get(name) ?? []);
    const resolver = createResolver(facts, others, callsOn);
    const identifier = createIdentifier(resolver, sdks, ecosystem, others);
    const callers = createCallers(facts, resolver, digester);
    return {
      text,
      resolver,
      callers,
      digester,
      models,
      prompts: new PromptReader(resolver, digester, callers),
      named,
      renamed: new Set(facts.statements.flatMap((statement) => digester.digest(statement).otherNames)),
      matchCall: createMatcher(calls, identifier, resolver, callers),
      matchPrompt: createMatcher(prompts, identifier, resolver, callers),
    };
  }

  return {
    asksOthers: ({ statements }) => statements.some((statement) => isCandidate(digester.digest(statement))),
    recognize(facts, text, others = null) {
      const anew = others !== null && known !== null && others.differsFrom(known);
      known = others;
      const affected = findAffected(facts, text);
      const tools = toolsFor(facts, text, others);
      const present = facts.statements.map((statement) => {
        const last = anew || affected.has(statement) ? undefined : finds.get(statement);
        const found = last ?? readStatement(statement, tools);
        if (!last) finds.set(statement, found);
        return found;
      });
      return assemble(present, functionsCalledInLoops(facts, tools.resolver));
    },
  };
}

function isCandidate({ calls, roleObjects, promptLike, otherNames: names }: Digest): boolean {
  return calls.length + roleObjects.length + promptLike.length + names.length > 0;
}
