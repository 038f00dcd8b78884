import type { Binding, CallFact, Expr, NameExpr, Scope } from '../facts';
import type { Ecosystem } from '../languages/language';
import { literalText } from '../languages/strings';
import { preparedFunction } from '../resolve/names';
import type { OtherFiles } from '../resolve/otherFiles';
import { type Declaration, isLoaded, isProperty, plainName, type Resolver } from '../resolve/resolve';
import { enclosingClass } from '../resolve/scopes';
import type { Sdk } from '../sdks/sdk';
import { wrappersAround } from '../snippets/helperNames';
import { isIn } from './loops';
import { looksLocal } from './packageNames';
import type { Packages } from './packages';

/** Where the thing that a call hangs on comes from. */
export type Identity =
  /** A name of an SDK's package: `openai.OpenAI`, `litellm.completion`. */
  | { kind: 'package'; sdk: Sdk; path: string[]; module: string }
  /** What a class or function of an SDK made, or what is typed as one; `made` are the calls that made it, the last first; `path` are the members taken of it. */
  | { kind: 'instance'; sdk: Sdk; of: string[]; made: CallFact[]; path: string[] }
  /** Something else: another package, a class of this file, a literal. */
  | { kind: 'foreign' }
  /**
   * Not to be seen in this file; `names` is what the code calls it, outermost first, and the modules it is imported from.
   * `module` is set for a whole module and for what is made from another package's name (`made`); `own`: its type is a class of the project.
   */
  | { kind: 'unknown'; names: string[]; path: string[]; module?: string; made?: boolean; own?: boolean };

const DEEPEST = 14;
const FOREIGN: Identity = { kind: 'foreign' };
/** Methods of a client that give the client back. */
const SAME_CLIENT =
  /^(withoptions|withrawresponse|withstreamingresponse|copy|clone|connect|build|unwrap|expect|beta|async|withconfig|getinstance|aio|aenter|asreadonly)$/;
/** Wrappers of other packages that give their client argument back. */
const WRAPS_CLIENT = /(wrap|trace|observe|patch|instrument|from|instructor|monitor|with|proxy|helicone|langfuse)/i;

/** Worlds in which a package's name is at hand without an import of this file: notebooks, autoload, global usings. */
const BARE: ReadonlySet<Ecosystem> = new Set(['python', 'ruby', 'php', 'dotnet', 'rust']);

export interface Identifier {
  identify(expr: Expr): Identity;
  /** SDKs whose package this file imports. */
  imported: ReadonlySet<Sdk>;
  /** Identity of a class by its name as written (a base class). */
  identifyPath(path: string): Identity;
}

/** `instructor.patch(create=client.chat.completions.create)` is called as what it is given. */
export function patchedFunction({ args }: CallFact): Expr | null {
  return args.find(({ name, value }) => name === 'create' && value.kind === 'member')?.value ?? null;
}

/** Tells of expressions which SDK they come from. */
export function createIdentifier(resolver: Resolver, packages: Packages, others: OtherFiles | null = null): Identifier {
  const { sdks, ecosystem, sdkOfModule } = packages;
  const memo = new Map<Expr, Identity>();
  const imported = packages.importedBy(resolver.facts);

  function identifyImport(name: string): Identity | null {
    const fact = resolver.importOf(name);
    if (!fact) return null;
    // Names matter more than depth: `openai/resources/chat` and `langchain_openai.chat_models` export the same classes.
    const taken = fact.name && fact.name !== 'default' ? [fact.name] : [];
    const found = sdkOfModule(fact.name && ecosystem === 'python' ? `${fact.module}.${fact.name}` : fact.module);
    if (found && !(found.sdk.commonName && others?.owns(fact.module))) {
      const sub = ecosystem === 'python' && fact.name ? found.rest.slice(0, -1) : found.rest;
      const whole = fact.name === null || fact.name === 'default';
      const own = ecosystem === 'python' && fact.name && found.rest.at(-1) !== fact.name ? [] : taken;
      return { kind: 'package', sdk: found.sdk, module: fact.module, path: whole ? found.rest : own.length ? own : sub };
    }
    const elsewhere = others?.nameOf(fact);
    if (elsewhere) {
      const there = createIdentifier(elsewhere.resolver, packages).identify(elsewhere.expr);
      // What made it stands in the other file: nothing of it may be edited from here
      if (there.kind === 'instance') return { ...there, made: [] };
      if (there.kind === 'package') return there;
    }
    return { kind: 'unknown', names: [fact.local, ...(fact.name ? [fact.name] : []), fact.module], path: [], module: fact.module };
  }

  function identifyWildcard(name: string): Identity | null {
    if (!/^[A-Z]/.test(name)) return null;
    for (const fact of resolver.facts.imports) {
      if (fact.local !== '*') continue;
      const found = sdkOfModule(fact.module);
      if (found && declares(found.sdk, name)) return { kind: 'package', sdk: found.sdk, module: fact.module, path: [name] };
    }
    return identifyHandedOn(name);
  }

  /** `from helpers import *` may hand on a model's class; the name has to be one that says so. */
  function identifyHandedOn(name: string): Identity | null {
    const fact =
      ecosystem === 'python' && /^Chat[A-Z]|.Embeddings$/.test(name) ? resolver.facts.imports.find(({ local }) => local === '*') : undefined;
    const owners = fact ? sdks.filter((sdk) => sdk.packages[ecosystem] && sdk.calls.some((call) => call.on === 'class' && call.path === name)) : [];
    const [owner] = owners.sort((a, b) => Number(imported.has(b)) - Number(imported.has(a)) || b.calls.length - a.calls.length);
    return fact && owner ? { kind: 'package', sdk: owner, module: fact.module, path: [name] } : null;
  }

  function declares(sdk: Sdk, name: string): boolean {
    return (
      (sdk.clients ?? []).some((client) => client.name === name) ||
      sdk.calls.some((call) => call.on !== 'client' && [call.path].flat().some((path) => path.split('.')[0] === name))
    );
  }

  function identifyPath(path: string): Identity {
    const [first, ...rest] = path.split(/\.|::/).filter(Boolean);
    const root = first ? (identifyImport(first) ?? identifyWildcard(first) ?? identifyBare(first)) : null;
    if (root?.kind === 'package') return { ...root, path: [...root.path, ...rest] };
    return root ?? { kind: 'unknown', names: [path], path: [] };
  }

  function identifyType(type: string[]): Identity | null {
    const name = type.at(-1);
    if (!name) return null;
    for (const candidate of [type.join('.'), ...type]) {
      const found = identifyPath(candidate);
      if (found.kind === 'package' && found.path.length) return { kind: 'instance', sdk: found.sdk, of: found.path, made: [], path: [] };
    }
    return null;
  }

  const isLocal = (module: string) => looksLocal(module) || (others?.owns(module) ?? false);

  /** Is a type imported from a file of the project? */
  function isOwnType(type: string[]): boolean {
    const module = resolver.importOf(type.at(-1) ?? '')?.module;
    if (module === undefined) return false;
    return ecosystem === 'php' || ecosystem === 'jvm' ? !sdkOfModule(module) : isLocal(module) && !/(^|\/)deps(\.\w+)?$/.test(module);
  }

  function identify(expr: Expr, depth = 0): Identity {
    const known = memo.get(expr);
    if (known) return known;
    if (depth > DEEPEST) return { kind: 'unknown', names: [], path: [] };
    memo.set(expr, { kind: 'unknown', names: [], path: [] });
    const result = identifyFresh(expr, depth);
    memo.set(expr, result);
    return result;
  }

  function identifyFresh(expr: Expr, depth: number): Identity {
    switch (expr.kind) {
      case 'name':
        return identifyName(expr, depth);
      case 'member':
        return identifyMember(expr, depth);
      case 'call':
        return identifyCall(expr.call, depth);
      case 'choice': {
        const options = expr.options.map((option) => identify(option, depth + 1));
        return options.find((option) => option.kind === 'instance') ?? options.find((option) => option.kind === 'unknown') ?? FOREIGN;
      }
      case 'unknown':
        return { kind: 'unknown', names: [], path: [] };
      default:
        return FOREIGN;
    }
  }

  function identifyBindings(bindings: Binding[], names: string[], depth: number): Identity | null {
    let found: Identity | null = null;
    for (const binding of [...bindings].reverse()) {
      if (binding.kind !== 'assign') continue;
      const typed = identifyType(binding.type);
      const identity = binding.value && binding.value.kind !== 'null' ? identify(binding.value, depth + 1) : null;
      if (identity?.kind === 'instance' || identity?.kind === 'package') return identity;
      if (typed) return typed;
      if (identity && (!found || found.kind === 'foreign')) found = identity;
    }
    if (found?.kind === 'unknown') return { ...found, names: [...names, ...found.names] };
    return found;
  }

  function identifyName(name: NameExpr, depth: number): Identity {
    const found = resolver.declaration(name);
    if (found) {
      const declared = identifyDeclared(name, found, depth);
      if (ecosystem !== 'python' || declared.kind === 'package' || declared.kind === 'instance') return declared;
      if (declared.kind === 'unknown' && isLoaded(declared.names, found)) return identifyBare(name.name) ?? declared;
      if (found.scope.parent) return declared;
      // `except ImportError: Groq = None`
      const imported = identifyImport(name.name);
      return imported?.kind === 'package' ? imported : declared;
    }
    return identifyImport(name.name) ?? identifyWildcard(name.name) ?? identifyBare(name.name) ?? { kind: 'unknown', names: [name.name], path: [] };
  }

  function identifyDeclared(name: NameExpr, found: Declaration, depth: number): Identity {
    const before = found.scope === name.scope ? holding(found.bindings, name.span.start) : found.bindings;
    const bound = identifyBindings(before.length ? before : found.bindings, [name.name], depth);
    // `IChatClient client = new AnthropicClient().Messages`: its methods are those of the interface
    const seenAs = bound?.kind === 'instance' ? found.bindings.map(({ type }) => identifyType(type)).find(Boolean) : null;
    if (bound?.kind === 'instance' && seenAs?.kind === 'instance' && seenAs.sdk !== bound.sdk) return { ...seenAs, made: bound.made };
    if (bound) return bound;
    if (found.param) {
      const typed = identifyType(found.param.type);
      if (typed) return typed;
      const value = found.param.default;
      const given = value && value.kind !== 'null' ? identify(value, depth + 1) : null;
      if (given?.kind === 'instance') return given;
      return { kind: 'unknown', names: [name.name, ...found.param.type], path: [], own: isOwnType(found.param.type) };
    }
    const typed = found.bindings.map((binding) => identifyType(binding.type)).find(Boolean);
    if (typed) return typed;
    // a class that is called like the one which a method of it imports
    const within =
      found.child?.kind === 'class' && isIn(name.scope, new Set([found.child])) ? (identifyImport(name.name) ?? identifyBare(name.name)) : null;
    if (within?.kind === 'package') return within;
    if (found.child) return identifyLocal(found.child, depth);
    const types = found.bindings.flatMap((binding) => binding.type);
    return { kind: 'unknown', names: [name.name, ...types], path: [], own: isOwnType(types) };
  }

  /** A module that is used without an import in sight: notebooks, injected globals, fragments. */
  function identifyBare(name: string): Identity | null {
    const sdk = BARE.has(ecosystem) ? packages.named(name) : null;
    return sdk ? { kind: 'package', sdk, module: name, path: [] } : null;
  }

  /** A class of this file is what its base is; a function is what it returns. */
  function identifyLocal(scope: Scope, depth: number): Identity {
    if (scope.kind === 'class') {
      for (const base of scope.bases) {
        const identity = identifyPath(base);
        if (identity.kind === 'package') return identity;
      }
      // Ruby opens a module again for what is added to it: `module RubyLLM` around a class that asks `RubyLLM.chat`
      const opened = ecosystem === 'ruby' && scope.children.every((child) => child.kind === 'class') ? identifyBare(scope.name ?? '') : null;
      return opened ?? FOREIGN;
    }
    const read = isProperty(scope) ? identifyReturn(scope, depth) : null;
    return read ?? { kind: 'unknown', names: [scope.name ?? '', `depth${depth}`], path: [] };
  }

  function identifyMember(expr: Extract<Expr, { kind: 'member' }>, depth: number): Identity {
    if (expr.object.kind === 'name' && expr.object.name === 'this') {
      const scope = enclosingClass(expr.object.scope);
      const bindings = scope ? resolver.fields(scope, expr.property) : [];
      const bound = identifyBindings(bindings, [expr.property], depth);
      if (bound) return bound;
      const typed = bindings.map((binding) => identifyType(binding.type)).find(Boolean);
      if (typed) return typed;
      const method = scope?.children.find((child) => child.name === expr.property);
      if (method) return (isProperty(method) ? identifyReturn(method, depth) : null) ?? { kind: 'unknown', names: [expr.property], path: [] };
      for (const base of scope?.bases ?? []) {
        const identity = identifyPath(base);
        if (identity.kind === 'package') return { kind: 'instance', sdk: identity.sdk, of: identity.path, made: [], path: [expr.property] };
      }
      const types = bindings.flatMap((binding) => binding.type);
      return { kind: 'unknown', names: [expr.property, ...types], path: [], own: isOwnType(types) };
    }
    const object = identify(expr.object, depth + 1);
    if (object.kind === 'package') return { ...object, path: [...object.path, expr.property] };
    if (object.kind === 'unknown' && object.module && ecosystem === 'python') {
      const path = [...object.path, expr.property];
      const found = sdkOfModule([object.module, ...path].join('.'));
      if (found) return { kind: 'package', sdk: found.sdk, module: object.module, path: found.rest };
    }
    if (object.kind === 'instance' || object.kind === 'unknown') {
      const value = resolver.valueOf(expr);
      if (value && value.kind !== 'class' && value !== expr && (value.kind === 'call' || value.kind === 'name')) {
        const inner = identify(value, depth + 1);
        if (inner.kind === 'instance') return inner;
      }
      return { ...object, path: SAME_CLIENT.test(plainName(expr.property)) || isBuilderStep(expr) ? object.path : [...object.path, expr.property] };
    }
    const value = resolver.valueOf(expr);
    if (value && value.kind !== 'class' && value !== expr) return identify(value, depth + 1);
    return FOREIGN;
  }

  function identifyReturn(scope: Scope, depth: number): Identity | null {
    const typed = identifyType(scope.type);
    for (const value of scope.returns) {
      const identity = identify(value, depth + 1);
      if (identity.kind === 'instance' || (identity.kind === 'package' && !typed)) return identity;
    }
    return typed;
  }

  function identifyCall(call: CallFact, depth: number): Identity {
    const { callee } = call;
    const [helper] = wrappersAround({ kind: 'call', span: call.span, call });
    if (helper && call.args[0]) return identify(call.args[0].value, depth + 1);
    const local = localFunction(call);
    if (local?.kind === 'function') {
      return identifyReturn(local, depth) ?? identifyGivenClass(call, depth) ?? { kind: 'unknown', names: [local.name ?? ''], path: [] };
    }
    const prepared = preparedFunction(call);
    if (prepared) return identify(prepared, depth + 1);
    const named = identifyNamedModule(call);
    if (named) return named;
    const on = identify(callee, depth + 1);
    if (on.kind === 'package' && !call.args.length && !call.constructs && isStep([on.module.split(/[.\\/:]/).at(-1) ?? '', ...on.path])) {
      // `OpenAI::chat()->create(…)`: a static method that is one step of the path
      return { kind: 'instance', sdk: on.sdk, of: on.path.slice(0, -1), made: [call], path: on.path.slice(-1) };
    }
    if (on.kind === 'package') {
      const patched = patchedFunction(call);
      if (patched) return identify(patched, depth + 1);
      return { kind: 'instance', sdk: on.sdk, of: on.path, made: [call], path: [] };
    }
    if (on.kind === 'instance') {
      if (isBuilderStep(callee)) return on;
      // `client.chat().completions()` and `model.start_chat()` are steps of a path, `client.chats.create(model=…)` makes something new
      if (!call.args.length || !on.path.length) return on;
      return { ...on, of: [...on.of, ...on.path], made: [call, ...on.made], path: [] };
    }
    if (on.kind === 'unknown' && call.args.length && WRAPS_CLIENT.test(on.names.concat(on.path).join(' '))) {
      for (const arg of call.args) {
        const inner = identify(arg.value, depth + 1);
        // `wrapAISDK(ai)` gives the whole module back
        if (inner.kind === 'instance' || (inner.kind === 'package' && !inner.path.length)) return inner;
      }
    }
    if (on.kind === 'unknown') {
      const names = [...on.names, ...on.path];
      // getOpenAI(), createClient() of another file: the name is all there is
      if (!call.args.length && on.path.length) return on;
      const local = on.module !== undefined && isLocal(on.module);
      return { kind: 'unknown', names, path: [], made: call.constructs && on.module !== undefined && !local, own: call.constructs && local };
    }
    return FOREIGN;
  }

  /** `client.chat().query(…)?.create(request)`: a step that only adds to the request. */
  function isBuilderStep(callee: Expr): boolean {
    return ecosystem === 'rust' && callee.kind === 'member' && /^(query|headers?|path)$/.test(callee.property);
  }

  /** `self.build(ollama.Client)`: a function that is given a client's class makes one. */
  function identifyGivenClass(call: CallFact, depth: number): Identity | null {
    for (const { value } of call.args) {
      if (value.kind !== 'name' && value.kind !== 'member') continue;
      const given = identify(value, depth + 1);
      if (given.kind === 'package' && given.sdk.clients?.some(({ name }) => name === given.path.at(-1))) {
        return { kind: 'instance', sdk: given.sdk, of: given.path, made: [], path: [] };
      }
    }
    return null;
  }

  /** `importlib.import_module("voyageai")` and helpers of such a name. */
  function identifyNamedModule({ callee, args }: CallFact): Identity | null {
    const maker = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
    const module = /import|require|lazy/i.test(maker) && args[0] ? literalText(args[0].value) : null;
    const found = module === null ? null : sdkOfModule(module);
    return found && module !== null ? { kind: 'package', sdk: found.sdk, module, path: found.rest } : null;
  }

  function localFunction(call: CallFact): Scope | null {
    const { callee } = call;
    if (callee.kind === 'name') return resolver.declaration(callee)?.child ?? null;
    if (callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'this') {
      return enclosingClass(callee.object.scope)?.children.find((child) => child.name === callee.property) ?? null;
    }
    return resolver.functionOf(call);
  }

  return { identify: (expr) => identify(expr), imported, identifyPath };
}

/** The assignments before an offset that may hold there: the last one that is certain to be passed, and what follows it. */
function holding(bindings: Binding[], at: number): Binding[] {
  const before = bindings.filter((binding) => binding.span.start < at);
  const certain = before.findLastIndex(
    ({ kind, value, depth, block }) => kind === 'assign' && value !== null && (depth === 0 || (block.start <= at && at <= block.end)),
  );
  return certain < 0 ? before : before.slice(certain);
}

/** A class and a method of it, by their spelling. */
function isStep(path: string[]): boolean {
  return path.length > 1 && /^[A-Z]/.test(path.at(-2) as string) && /^[a-z]/.test(path.at(-1) as string);
}
