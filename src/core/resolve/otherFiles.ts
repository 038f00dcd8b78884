import type { CallFact, Expr, Facts, Import, NameExpr, Span, Statement, StringPart } from '../facts';
import type { Language } from '../languages/language';
import { ancestors, folderOf, handedOn, join } from '../languages/modulePaths';
import { createBudget } from './budget';
import { lastName } from './names';
import { createResolver, type Resolver, resolverBase, type Values } from './resolve';

/** Reads a file of the workspace; null where there is none, or where the host does not read files. */
export type ReadFile = (path: string) => Promise<string | null>;

/**
 * What other files of the workspace say of this file's names. Only what was asked for is loaded: an answer that is not there is noted, and
 * null until the files are loaded anew.
 */
export interface OtherFiles {
  /** The values of an imported name, or of a member of an imported module; null where its file is not known. */
  valuesOf(fact: Import, members: readonly string[], at: Span): Values | null;
  /** An expression in the other file that the import names, with that file's facts; for telling where clients come from. */
  nameOf(fact: Import): { facts: Facts; resolver: Resolver; expr: NameExpr } | null;
  /** The file that an import names, and the name as that file declares it; null for a whole module. */
  moduleOf(fact: Import): { path: string; text: string; facts: Facts; name: string | null } | null;
  /** The major version of a package that the project's manifest asks for; null where it says none. */
  majorOf(name: string): number | null;
  /** Is a module of that name, which this file imports, a file of the project? */
  owns(module: string): boolean;
  /** The text that a call reads from a file whose path is written in the call. */
  textOf(call: CallFact): string | null;
  /** What a data file beside `from`, or beside the file itself, holds; null where there is none. */
  dataAt(path: string, at: Span, from?: string): Expr | null;
  /** Was something asked for that is not loaded? */
  isMissing(): boolean;
  /** Was a file looked for that the earlier did not look for, or that has another text, or has come or gone? */
  differsFrom(earlier: OtherFiles): boolean;
  /** The texts of all files that were looked for; null for those that there are not. */
  sources: ReadonlyMap<string, string | null>;
}

interface Module {
  path: string;
  text: string;
  facts: Facts;
  resolver: Resolver;
  /** The name of it that the import brings, as the module itself calls it; null for the module as a whole. */
  name: string | null;
}

/** Modules and texts that one file may bring in, at most; more is generated code. */
const MOST = 60;
/** How many files may hand a name on to the next: `index.ts` of a folder, and that of the folder above. */
const HANDED_ON = 3;
/** Callees that read a text file. */
const READERS = /^(open|path|readfilesync|readfile|read|filegetcontents|includestr|readtext|readalltext|readstring)$/;
const TEXT_FILE = /\.(txt|md|prompt|j2|jinja2?|tmpl|tpl|xml|mustache|hbs)$/i;

/** Where other files come from. */
export interface Library {
  readFile: ReadFile;
  /** Parses a module's text; null where it is no source code. */
  factsOf(path: string, text: string): Promise<Facts | null>;
  /** What the text of a data file holds, as if it stood at `at`; null where that can't be read. */
  dataOf(text: string, at: Span): Expr | null;
  /** Does a module's text name an SDK's package? */
  namesSdk(text: string): boolean;
  /** See the function of that name; the answers are remembered. */
  readersIn(statement: Statement): readonly CallFact[];
}

/** What was asked of other files, by import: where a name comes from, or its value. */
export type Asked = Set<string>;

const originAsked = ({ module, name, local }: Import) => `origin ${module} ${name} ${local}`;
const dataAsked = (path: string) => `data ${path}`;
const valueAsked = ({ module, name, local }: Import) => `value ${module} ${name} ${local}`;

/**
 * Loads the project's own modules that a file imports and that were asked for, also through files that only hand names on, and the text
 * files that it reads by a path that is written in it. Nothing is loaded for imports of packages. `asked` grows with what is asked.
 */
export async function loadOtherFiles(facts: Facts, path: string, language: Language, library: Library, asked: Asked): Promise<OtherFiles> {
  const loaded = new Set(asked);
  const sources = new Map<string, string | null>();
  async function read(file: string): Promise<string | null> {
    const text = await library.readFile(file);
    sources.set(file, text);
    return text;
  }
  let loads = 0;
  const owned = new Set<string>();
  /** `needsValue`: else a file tells nothing that declares the name and uses no SDK. */
  async function find(fact: Import, from: string, needsValue: boolean, depth = 0): Promise<Module | null> {
    for (const candidate of language.modulePaths?.(fact, from) ?? []) {
      if (candidate === path || candidate === from || loads > MOST) continue;
      const text = await read(candidate);
      if (text === null) continue;
      if (depth === 0) owned.add(fact.module);
      if (!needsValue && fact.name !== null && seemsToDeclare(text, fact.name) && !library.namesSdk(text)) break;
      loads++;
      const other = await library.factsOf(candidate, text);
      if (!other) break;
      const { name } = fact;
      const whole = name === null || (name !== 'default' && isSubmodule(candidate, fact.module, name));
      if (whole) return { path: candidate, text, facts: other, resolver: resolverFor(other), name: null };
      if (declares(other, name)) return { path: candidate, text, facts: other, resolver: resolverFor(other), name };
      for (const passed of depth < HANDED_ON ? passedOn(other, name) : []) {
        const module = await find(passed, candidate, needsValue, depth + 1);
        if (module) return module;
      }
    }
    return null;
  }
  const modules = new Map<Import, Module>();
  for (const fact of facts.imports.slice(0, MOST)) {
    const needsValue = loaded.has(valueAsked(fact));
    const module = needsValue || loaded.has(originAsked(fact)) ? await find(fact, path, needsValue) : null;
    if (module) modules.set(fact, module);
  }
  const data = new Map<string, string>();
  for (const name of [...loaded].filter((one) => one.startsWith(dataAsked(''))).slice(0, MOST)) {
    const file = name.slice(dataAsked('').length);
    const text = await read(file);
    if (text !== null) data.set(file, text);
  }
  const texts = new Map<CallFact, string>();
  const resolver = resolverFor(facts);
  for (const call of facts.statements.flatMap((statement) => library.readersIn(statement))) {
    const name = readPath(call, resolver);
    if (name === null || texts.size >= MOST) continue;
    for (const folder of ancestors(folderOf(path))) {
      const text = await read(join(folder, name));
      if (text === null) continue;
      texts.set(call, text);
      break;
    }
  }

  const majors = language.ecosystem === 'javascript' ? await readMajors(path, read) : new Map<string, number>();
  return {
    majorOf: (name) => majors.get(name) ?? null,
    nameOf(fact) {
      asked.add(originAsked(fact));
      const module = modules.get(fact);
      if (!module || module.name === null) return null;
      return { facts: module.facts, resolver: module.resolver, expr: nameIn(module.facts, module.name) };
    },
    valuesOf(fact, members, at) {
      asked.add(valueAsked(fact));
      const module = modules.get(fact);
      if (!module) return null;
      const [first, ...rest] = module.name === null ? members : [module.name, ...members];
      if (first === undefined) return null;
      const expr = rest.reduce<Expr>(
        (object, property) => ({ kind: 'member', span: object.span, object, property, propertySpan: object.span }),
        nameIn(module.facts, first),
      );
      const found = module.resolver.valuesOf(expr);
      const values = found.values.flatMap((value) => (value.kind === 'class' ? [] : (transplant(value, module.resolver, at) ?? [])));
      const changed = module.resolver.changes(expr).length > 0;
      const open = found.open || changed || values.length !== found.values.length;
      return { values, open, byDefault: found.byDefault, ...((changed || found.grows) && { grows: true as const }) };
    },
    moduleOf(fact) {
      asked.add(originAsked(fact));
      return modules.get(fact) ?? null;
    },
    owns(module) {
      for (const fact of facts.imports) if (fact.module === module) asked.add(originAsked(fact));
      return owned.has(module);
    },
    dataAt(name, at, from = path) {
      const file = join(folderOf(from), name);
      asked.add(dataAsked(file));
      const text = data.get(file);
      return text === undefined ? null : library.dataOf(text, at);
    },
    textOf: (call) => texts.get(call) ?? null,
    sources,
    isMissing: () => asked.size > loaded.size,
    differsFrom: (earlier) => [...sources].some(([file, text]) => !earlier.sources.has(file) || earlier.sources.get(file) !== text),
  };
}

/** `from app.llm import llm` names a file `llm.py` in the folder `app/llm`, not the file `app/llm.py` itself. */
function isSubmodule(path: string, module: string, name: string): boolean {
  const folder = module.replace(/^\.+/, '').replaceAll('.', '/');
  return path.endsWith('.py') && `/${path}`.endsWith(`${folder && `/${folder}`}/${name}.py`);
}

/** What a module of the project says of its names is asked by many statements, so none's own budget cuts it. */
const resolverFor = (facts: Facts): Resolver => createResolver(resolverBase(facts), createBudget(2_000_000));

/** The major versions of dependencies in the nearest `package.json`. */
async function readMajors(path: string, read: (file: string) => Promise<string | null>): Promise<Map<string, number>> {
  const majors = new Map<string, number>();
  for (const folder of ancestors(folderOf(path))) {
    const text = await read(join(folder, 'package.json'));
    if (text === null) continue;
    // a version as a range says it: `^5.0.9`, `~4.1`, `>=5`, `npm:ai@5.0.0`
    for (const [, name = '', major = ''] of text.matchAll(/"((?:@[\w.-]+\/)?[\w.-]+)"\s*:\s*"(?:npm:[^"]*@)?[\^~>=v ]*(\d+)(?:\.[^"]*)?"/g))
      majors.set(name, Number(major));
    break;
  }
  return majors;
}

/** As far as its text tells: `class A`, `def a`, `const a`, `A = …`, `type A`. */
function seemsToDeclare(text: string, name: string): boolean {
  return (
    /^[\w$]+$/.test(name) &&
    new RegExp(
      `(?:^|\\b(?:class|def|function|const|let|var|interface|type|enum|func|struct)\\s+)${name.replaceAll('$', '\\$')}\\b(?!\\s*,)`,
      'm',
    ).test(text)
  );
}

function declares(facts: Facts, name: string): boolean {
  return facts.file.bindings.some((binding) => binding.name === name) || facts.file.children.some((child) => child.name === name);
}

/** The imports by which a file may hand a name on that it does not declare: under its own name, then all that a module has. */
function passedOn(facts: Facts, name: string): Import[] {
  const named = facts.imports.filter(({ local }) => local === name || local === handedOn(name));
  return named.length ? named : facts.imports.flatMap((fact) => (fact.local === '*' ? [{ ...fact, name }] : []));
}

/** The name as if it stood behind the file's last statement, which may end where the file does. */
export function nameIn({ file }: Facts, name: string): NameExpr {
  const at = file.span.end + 1;
  return { kind: 'name', name, scope: file, span: { start: at, end: at } };
}

/** A literal of another file, as if it stood here: its texts have no place in this file, so that no edit can touch them. */
function transplant(expr: Expr, resolver: Resolver, at: Span, depth = 0): Expr | null {
  const span = at;
  const inner = (part: Expr): Expr => {
    // what is changed after it was written is not that text or list any more
    const value = depth < 6 && !resolver.changes(part).length ? resolver.valueOf(part) : null;
    return (value && value.kind !== 'class' && transplant(value, resolver, at, depth + 1)) || { kind: 'unknown', span };
  };
  switch (expr.kind) {
    case 'string': {
      const nowhere = { start: at.start, end: at.start };
      const parts = expr.parts.flatMap((part): StringPart[] => {
        if (part.kind === 'text') return [{ kind: 'text', text: part.text, span: nowhere, escapes: [] }];
        const filled = part.value ? inner(part.value) : null;
        return filled?.kind === 'string' ? filled.parts : [{ kind: 'hole', value: null, name: part.name, span: nowhere }];
      });
      return { kind: 'string', span, parts };
    }
    case 'number':
    case 'boolean':
    case 'null':
      return { ...expr, span };
    case 'array':
      return { ...expr, span, items: expr.items.map(inner) };
    case 'object':
      return { ...expr, span, type: null, entries: expr.entries.map((entry) => ({ ...entry, span, value: inner(entry.value) })) };
    case 'function': {
      // one that gives back a text that it makes
      const returned = depth < 2 ? expr.scope.returns.map((value) => resolver.valuesOf(value)) : [];
      const values = returned.flatMap((one) => one.values);
      const returns = values.flatMap((value) => (value.kind === 'class' ? [] : (transplant(value, resolver, at, depth + 1) ?? [])));
      if (!returns.length) return null;
      const open = returned.some((one) => one.open) || returns.length < values.length;
      return { kind: 'function', span, scope: { ...expr.scope, returns: open ? [...returns, { kind: 'unknown', span }] : returns } };
    }
    default:
      return null;
  }
}

/** The calls of a statement that may open a text file, as far as their name tells. */
export function readersIn({ calls }: Statement): CallFact[] {
  return calls.filter(({ callee }) => READERS.test(lastName(callee)?.replaceAll('_', '').toLowerCase() ?? ''));
}

/** The path of a text file that a call opens, as far as it is written in the file; joined where it is given in parts. */
function readPath(call: CallFact, resolver: Resolver): string | null {
  const name = lastName(call.callee)?.replaceAll('_', '').toLowerCase();
  if (!name || !READERS.test(name)) return null;
  const texts = call.args.flatMap((arg) => pathParts(arg.value, resolver));
  const last = texts.findIndex((text) => TEXT_FILE.test(text));
  return last < 0 ? null : texts.slice(0, last + 1).join('/');
}

/** `"a/b.txt"`, `path.join(__dirname, "a", "b.txt")`, `new URL("./b.txt", import.meta.url)`, `${DIR}/b.txt`, and names of such. */
function pathParts(expr: Expr, resolver: Resolver, depth = 0): string[] {
  if (depth > 5) return [];
  return resolver.valuesOf(expr).values.flatMap((value): string[] => {
    if (value.kind === 'call') return value.call.args.flatMap((arg) => pathParts(arg.value, resolver, depth + 1));
    if (value.kind !== 'string') return [];
    const parts = value.parts.map((part) =>
      part.kind === 'text' ? part.text : part.value ? pathParts(part.value, resolver, depth + 1).join('/') : '',
    );
    return [parts.join('').replace(/^\/(?=.*\/)/, '')].filter(Boolean);
  });
}
