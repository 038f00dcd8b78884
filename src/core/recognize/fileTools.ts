import type { CallFact, Facts, Import, Scope, StringExpr } from '../facts';
import type { Ecosystem } from '../languages/language';
import { type Budget, createBudget } from '../resolve/budget';
import type { OtherFiles } from '../resolve/otherFiles';
import { push } from '../resolve/places';
import { createResolver, type DataFields, type Given, type Resolver, type ResolverBase, resolverBase } from '../resolve/resolve';
import type { SdkCall, SdkPrompt } from '../sdks/sdk';
import { type CallerIndex, type Callers, createCallers } from './callers';
import type { Digester } from './digest';
import { createIdentifier, type Identifier } from './identify';
import { askingRows, createMatcher, hasUnnamed, type Match, mayAdd, type RowIndex } from './match';
import type { Packages } from './packages';
import { PromptReader } from './prompts';
import type { ModelFacts } from './site';

/** The SDK tables, indexed for one package world. */
export interface SdkIndex {
  packages: Packages;
  calls: RowIndex<SdkCall>;
  prompts: RowIndex<SdkPrompt>;
  digester: Digester;
}

/** What reading any statement of a file takes. Made once for each pass. */
export interface FileTools {
  /** null for the file that is analysed. */
  path: string | null;
  text: string;
  facts: Facts;
  base: ResolverBase;
  index: SdkIndex;
  models: ModelFacts;
  callers: CallerIndex;
  /** Names under which the file keeps functions of SDKs. */
  renamed: ReadonlySet<string>;
  /** Names of the functions that bear a decorator with arguments. */
  decorated: ReadonlySet<string>;
  /** The calls on variables of a name that may add a definition to them. */
  addingTo(name: string): readonly CallFact[];
  /** Calls of any name may be requests: of an agent that is called itself, of an interface that an SDK fulfils. */
  anyCall: boolean;
  /** Is a string written in this file? */
  owns(string: StringExpr): boolean;
  /** The tools of the file that an import names, and the name as that file calls it; null where it is not read. */
  fileOf(fact: Import): { tools: FileTools; name: string | null } | null;
}

/** Languages that hand copies of lists and records to functions. */
const COPIES: ReadonlySet<Ecosystem> = new Set(['go', 'php', 'rust']);

export function createFileTools(
  path: string | null,
  facts: Facts,
  text: string,
  index: SdkIndex,
  models: ModelFacts,
  others: OtherFiles | null,
  read: DataFields['read'] | null = others && ((name, at) => others.dataAt(name, at)),
): FileTools {
  const { digester } = index;
  const paths = Object.assign({}, ...[...index.packages.importedBy(facts)].map(({ dataFields }) => dataFields));
  const data = read && Object.keys(paths).length ? { paths, read } : null;
  const digests = facts.statements.map((statement) => digester.digest(statement));
  const candidates = new Set(digests.flatMap(({ calls }) => calls));
  const callsOn = byName(() => digests.map(({ rooted }) => rooted));
  const base = resolverBase(
    facts,
    others,
    callsOn,
    {
      callsWith: byName(() => digests.map(({ handed }) => handed)),
      maySend: (call) => candidates.has(call),
      copies: COPIES.has(index.packages.ecosystem),
    },
    data,
  );
  const opened = new Map<string, FileTools>();
  const adding = new Map<string, CallFact[]>();
  let strings: Set<StringExpr> | null = null;
  return {
    path,
    text,
    facts,
    base,
    index,
    models,
    // callers are asked across the file, so that no statement's own budget may cut them
    callers: createCallers(facts, createResolver(base, createBudget(2_000_000)), digester),
    renamed: new Set(facts.statements.flatMap((statement) => digester.digest(statement).otherNames)),
    decorated: decoratedFunctions(facts.file),
    addingTo(name) {
      const calls = adding.get(name) ?? callsOn(name).filter((call) => mayAdd(call, index.calls));
      adding.set(name, calls);
      return calls;
    },
    anyCall: hasUnnamed(index.calls, index.packages.importedBy(facts)),
    owns(string) {
      strings ??= new Set(facts.strings);
      return strings.has(string);
    },
    fileOf(fact) {
      const module = others?.moduleOf(fact);
      if (!module) return null;
      const tools =
        opened.get(module.path) ??
        createFileTools(module.path, module.facts, module.text, index, models, null, (name, at) => others?.dataAt(name, at, module.path) ?? null);
      opened.set(module.path, tools);
      return { tools, name: module.name };
    },
  };
}

/** The calls of all statements by name, put together when the first is asked for. */
function byName(maps: () => readonly ReadonlyMap<string, readonly CallFact[]>[]): (name: string) => readonly CallFact[] {
  let all: Map<string, CallFact[]> | null = null;
  return (name) => {
    if (!all) {
      all = new Map();
      for (const map of maps()) for (const [key, calls] of map) for (const call of calls) push(all, key, call);
    }
    return all.get(name) ?? [];
  };
}

function decoratedFunctions({ children }: Scope, names = new Set<string>()): ReadonlySet<string> {
  for (const child of children) {
    if (child.name && child.kind === 'function' && child.decoratorFacts.some(({ call }) => call)) names.add(child.name);
    decoratedFunctions(child, names);
  }
  return names;
}

/** All that reading one statement takes, or one call of a function with what its caller gives. */
export interface Tools {
  file: FileTools;
  budget: Budget;
  given: Given | null;
  resolver: Resolver;
  identifier: Identifier;
  callers: Callers;
  digester: Digester;
  prompts: PromptReader;
  matchCall(call: CallFact): Match<SdkCall> | null;
  matchPrompt(call: CallFact): Match<SdkPrompt> | null;
  /** The rows by whose name the call may ask something that was defined before. */
  asking(call: CallFact): Match<SdkCall>[];
}

export function createTools(file: FileTools, budget: Budget = createBudget(), given: Given | null = null): Tools {
  const { base, index } = file;
  const resolver = createResolver(base, budget, given);
  const identifier = createIdentifier(resolver, index.packages, base.others);
  const callers = given ? () => [] : file.callers.passed;
  return {
    file,
    budget,
    given,
    resolver,
    identifier,
    callers,
    digester: index.digester,
    prompts: new PromptReader(resolver, index.digester, callers),
    matchCall: createMatcher(index.calls, identifier, resolver, callers),
    matchPrompt: createMatcher(index.prompts, identifier, resolver, callers),
    asking: (call) => askingRows(call, index.calls, identifier, base.others !== null),
  };
}
