import type { Facts, Statement } from '../facts';
import type { Ecosystem } from '../languages/language';
import { createBudget } from '../resolve/budget';
import type { OtherFiles } from '../resolve/otherFiles';
import { createResolver } from '../resolve/resolve';
import type { Sdk } from '../sdks/sdk';
import { type StopSignal, throwIfStopped } from '../stop';
import { createAffected } from './affected';
import { type Recognized as Assembled, assemble } from './assemble';
import { createDigester, type Digest } from './digest';
import { createFileTools, type SdkIndex } from './fileTools';
import { createLoopFinder } from './loops';
import { indexRows, mayFit, otherNames } from './match';
import { indexPackages } from './packages';
import { holdsTranslations } from './promptShape';
import type { ModelFacts } from './site';
import { NO_FINDS, readStatement, type StatementFinds } from './statement';

export { type Asked, loadOtherFiles, type OtherFiles, type ReadFile, readersIn } from '../resolve/otherFiles';
export type { PromptDraft } from './drafts';
export type { SdkIndex } from './fileTools';
export { rowsIn } from './match';
export { mayHoldPrompt } from './promptShape';
export { runsOf } from './segments';
export type { ModelFacts } from './site';

export function indexSdks(sdks: readonly Sdk[], ecosystem: Ecosystem): SdkIndex {
  const calls = indexRows(sdks, ecosystem, (sdk) => sdk.calls);
  const prompts = indexRows(sdks, ecosystem, (sdk) => sdk.prompts ?? []);
  const digester = createDigester({
    mayFit: (call) => mayFit(call, [calls, prompts]),
    otherNames: (bindings, imports) => otherNames(bindings, imports, calls),
  });
  return { packages: indexPackages(sdks, ecosystem), calls, prompts, digester };
}

/** What a file holds; `cut` where it was too much to read it all. */
export interface Recognized extends Assembled {
  cut: boolean;
}

/** Recognises one document from pass to pass. */
export interface Recognizer {
  /** Is there anything in the file that other files could tell more of? */
  asksOthers(facts: Facts): boolean;
  /** The call sites and prompts among a file's facts. What no change can have touched since the pass before is not looked at again. */
  recognize(facts: Facts, text: string, others?: OtherFiles | null, signal?: StopSignal): Recognized;
}

/** The path tells only whether the file holds translations. */
export function createRecognizer(index: SdkIndex, models: ModelFacts, path: string): Recognizer {
  const { digester } = index;
  const named = !holdsTranslations(path);
  const findAffected = createAffected(digester);
  const functionsCalledInLoops = createLoopFinder(digester);
  const finds = new WeakMap<Statement, StatementFinds>();
  let known: OtherFiles | null = null;

  return {
    asksOthers: ({ statements }) => statements.some((statement) => isCandidate(digester.digest(statement))),
    recognize(facts, text, others = null, signal) {
      const anew = others !== null && known !== null && others.differsFrom(known);
      known = others;
      const affected = findAffected(facts, text);
      const file = createFileTools(null, facts, text, index, models, others);
      let steps = 0;
      const present = facts.statements.map((statement) => {
        throwIfStopped(signal);
        const last = anew || affected.has(statement) ? undefined : finds.get(statement);
        const found = last ?? (steps > MOST_STEPS ? NO_FINDS : readStatement(statement, file, named));
        if (!last && steps <= MOST_STEPS) finds.set(statement, found);
        // what a full budget cuts is the same whatever was kept from the pass before
        if (steps > MOST_STEPS) return NO_FINDS;
        steps += found.steps;
        return found;
      });
      const passResolver = createResolver(file.base, createBudget(MOST_STEPS));
      return { ...assemble(present, functionsCalledInLoops(facts, passResolver)), cut: steps > MOST_STEPS };
    },
  };
}

/** The steps that reading one file may take, worth about two seconds. What stands behind them is not read, and a notice says so. */
const MOST_STEPS = 3_000_000;

function isCandidate({ calls, roleObjects, promptLike, asking, otherNames: names }: Digest): boolean {
  return calls.length + roleObjects.length + promptLike.length + asking.length + names.length > 0;
}
