import type { CallFact, Expr, Facts, Import, NameExpr, Span, StringPart } from '../facts';
import type { Language } from '../languages/language';
import { ancestors, folderOf, join } from '../languages/modulePaths';
import { literalText } from '../languages/strings';
import { lastName } from './match';
import { createResolver, type Resolver, type Values } from './resolve';

/** Reads a file of the workspace; null where there is none, or where the host does not read files. */
export type ReadFile = (path: string) => Promise<string | null>;

/** What other files of the workspace say of this file's names. */
export interface OtherFiles {
  /** The values of an imported name, or of a member of an imported module; null where its file is not known. */
  valuesOf(fact: Import, members: readonly string[], at: Span): Values | null;
  /** An expression in the other file that the import names, with that file's facts; for telling where clients come from. */
  nameOf(fact: Import): { facts: Facts; resolver: Resolver; expr: NameExpr } | null;
  /** The text that a call reads from a file whose path is written in the call. */
  textOf(call: CallFact): string | null;
}

interface Module {
  facts: Facts;
  resolver: Resolver;
  /** The import brings the module itself, not a name of it. */
  whole: boolean;
}

/** Modules and texts that one file may bring in, at most; more is generated code. */
const MOST = 60;
/** Callees that read a text file. */
const READERS = /^(open|path|readfilesync|readfile|read|filegetcontents|includestr|readtext|readalltext|readstring)$/;
const TEXT_FILE = /\.(txt|md|prompt|j2|jinja2?|tmpl|tpl|xml|mustache|hbs)$/i;

/**
 * Loads the project's own modules that a file imports, one level deep, and the text files that it reads by a literal path.
 * `factsOf` parses a module's text, null where it is no source code. Nothing is loaded for imports of packages.
 */
export async function loadOtherFiles(
  facts: Facts,
  path: string,
  language: Language,
  readFile: ReadFile,
  factsOf: (path: string, text: string) => Promise<Facts | null>,
): Promise<OtherFiles> {
  const modules = new Map<Import, Module>();
  for (const fact of facts.imports.slice(0, MOST)) {
    for (const candidate of language.modulePaths?.(fact, path) ?? []) {
      if (candidate === path) continue;
      const text = await readFile(candidate);
      if (text === null) continue;
      const other = await factsOf(candidate, text);
      if (!other) break;
      const whole = fact.name === null || (fact.name !== 'default' && new RegExp(`(^|/)${fact.name}\\.py$`).test(candidate));
      if (!whole && !declares(other, fact.name as string)) continue;
      modules.set(fact, { facts: other, resolver: createResolver(other), whole });
      break;
    }
  }
  const texts = new Map<CallFact, string>();
  for (const call of facts.calls) {
    const name = readPath(call);
    if (name === null || texts.size >= MOST) continue;
    for (const folder of ancestors(folderOf(path))) {
      const text = await readFile(join(folder, name));
      if (text === null) continue;
      texts.set(call, text);
      break;
    }
  }

  return {
    nameOf(fact) {
      const module = modules.get(fact);
      if (!module || module.whole || fact.name === null) return null;
      return { facts: module.facts, resolver: module.resolver, expr: nameIn(module.facts, fact.name) };
    },
    valuesOf(fact, members, at) {
      const module = modules.get(fact);
      if (!module) return null;
      const [first, ...rest] = module.whole ? members : [fact.name as string, ...members];
      if (first === undefined) return null;
      const expr = rest.reduce<Expr>(
        (object, property) => ({ kind: 'member', span: object.span, object, property, propertySpan: object.span }),
        nameIn(module.facts, first),
      );
      const found = module.resolver.valuesOf(expr);
      const values = found.values.flatMap((value) => (value.kind === 'class' ? [] : (transplant(value, module.resolver, at) ?? [])));
      return { values, open: found.open || values.length !== found.values.length, byDefault: found.byDefault };
    },
    textOf: (call) => texts.get(call) ?? null,
  };
}

function declares(facts: Facts, name: string): boolean {
  return facts.file.bindings.some((binding) => binding.name === name) || facts.file.children.some((child) => child.name === name);
}

/** The name as if it stood at the end of the file. */
function nameIn(facts: Facts, name: string): NameExpr {
  return { kind: 'name', name, scope: facts.file, span: { start: facts.file.span.end, end: facts.file.span.end } };
}

/** A literal of another file, as if it stood here: its texts have no place in this file, so that no edit can touch them. */
function transplant(expr: Expr, resolver: Resolver, at: Span, depth = 0): Expr | null {
  const span = { ...at };
  const inner = (part: Expr): Expr => {
    const value = depth < 6 ? resolver.valueOf(part) : null;
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
    default:
      return null;
  }
}

/** The literal path of a text file that a call opens; joined where it is given in parts. */
function readPath(call: CallFact): string | null {
  const name = lastName(call.callee)?.replaceAll('_', '').toLowerCase();
  if (!name || !READERS.test(name)) return null;
  const texts = call.args.flatMap((arg): string[] => {
    if (arg.value.kind === 'call') return arg.value.call.args.flatMap((inner) => [literalText(inner.value) ?? []].flat());
    return [literalText(arg.value) ?? []].flat();
  });
  const last = texts.findIndex((text) => TEXT_FILE.test(text));
  return last < 0 ? null : texts.slice(0, last + 1).join('/');
}
