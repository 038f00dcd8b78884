import type { Node } from 'web-tree-sitter';
import { keyText, values } from './ecmascriptNodes';
import type { Lowering } from './lowering';
import { handedOn } from './modulePaths';

/** `require("m")` and `await import("m")`, with the member taken from it, if any. */
const MODULE = /^\(*\s*(?:await\s+import|require)\s*\(\s*(["'`])([^"'`$]+)\1\s*,?\s*\)\s*\)*(?:\s*\.\s*([\w$]+))?$/;
const LONGEST_MODULE = 300;
/** Where Deno and browsers take a package from: `npm:openai@4`, `https://esm.sh/openai`, `https://cdn.jsdelivr.net/npm/openai/+esm`. */
const REMOTE = /^(?:npm:|jsr:|https:\/\/(?:esm\.sh|esm\.run|deno\.land\/x|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/)\/?(.+)$/;

/** The package that a module's name means, without the place and the version that Deno and browsers write with it. */
function packageOf(module: string): string {
  const remote = REMOTE.exec(module)?.[1];
  if (remote === undefined) return module;
  const bare = remote.replace(/^v\d+\//, '').replace(/[?#].*$/, '');
  return bare.replace(/^(@[^/]+\/)?([^/@]+)@[^/]*/, '$1$2').replace(/\/(?:\+esm|mod\.[jt]s)$/, '');
}

/** `import … from`, `import x = require()`. Type imports count as imports. */
export function lowerImport(node: Node, lw: Lowering): void {
  const parts = values(node, lw);
  const clause = parts.find((part) => part.type === 'import_clause' || part.type === 'import_require_clause');
  if (!clause) return;
  const inner = values(clause, lw);
  const path = parts.find((part) => part.type === 'string') ?? inner.find((part) => part.type === 'string');
  if (!path) return;
  const module = packageOf(lw.text(path).slice(1, -1));
  const add = (local: Node | null | undefined, name: string | null) => {
    if (local) lw.addImport({ local: lw.text(local), module, name, span: lw.span(node) });
  };
  for (const part of inner) {
    if (part.type === 'identifier') add(part, clause.type === 'import_require_clause' ? null : 'default');
    else if (part.type === 'namespace_import') add(values(part, lw)[0], null);
    else if (part.type === 'named_imports') {
      for (const item of values(part, lw)) {
        const name = item.childForFieldName('name');
        add(item.childForFieldName('alias') ?? name, keyText(name, lw));
      }
    }
  }
}

/** `export { a as b } from`, `export * from`, `export * as c from`: what other files may take from here without a name in this one. */
export function lowerReexport(node: Node, lw: Lowering): void {
  const source = node.childForFieldName('source');
  if (!source) return;
  const module = packageOf(lw.text(source).slice(1, -1));
  const add = (local: string, name: string | null) => lw.addImport({ local, module, name, span: lw.span(node) });
  const [what] = values(node, lw).filter((part) => part.type === 'export_clause' || part.type === 'namespace_export');
  if (!what) add('*', null);
  else if (what.type === 'namespace_export') add(handedOn(lw.text(values(what, lw)[0] ?? what)), null);
  else {
    for (const item of values(what, lw)) {
      const name = keyText(item.childForFieldName('name'), lw);
      const local = keyText(item.childForFieldName('alias'), lw) ?? name;
      if (local) add(handedOn(local), name);
    }
  }
}

/** Reads `const x = require("m")`, `const { A: B } = await import("m")`; false where the declarator is something else. */
export function lowerRequire(declaration: Node, target: Node, value: Node, lw: Lowering): boolean {
  const found = readModule(value, lw);
  if (!found) return false;
  const add = (local: string, name: string | null) => lw.addImport({ local, module: found.module, name, span: lw.span(declaration) });
  if (target.type === 'identifier') {
    add(lw.text(target), found.member);
    return true;
  }
  if (target.type !== 'object_pattern' || found.member) return false;
  for (const item of values(target, lw)) {
    if (item.type === 'shorthand_property_identifier_pattern') add(lw.text(item), lw.text(item));
    else if (item.type === 'pair_pattern') {
      const local = item.childForFieldName('value');
      if (local?.type === 'identifier') add(lw.text(local), keyText(item.childForFieldName('key'), lw));
    }
  }
  return true;
}

function readModule(node: Node, lw: Lowering): { module: string; member: string | null } | null {
  const length = node.endIndex - node.startIndex;
  if (length > LONGEST_MODULE || !'ra('.includes(lw.source[node.startIndex] ?? '')) return null;
  const match = MODULE.exec(lw.text(node));
  return match ? { module: packageOf(match[2] as string), member: match[3] ?? null } : null;
}

/**
 * A module that is loaded inside an expression, `new (require("m").Client)()`: noted as an import under a name that
 * no identifier can have, which is returned.
 */
export function lowerInlineModule(node: Node, lw: Lowering): string | null {
  const path = /^(?:require|import)\s*\(\s*(["'`])([^"'`$]+)\1\s*,?\s*\)$/.exec(lw.text(node));
  if (!path) return null;
  const local = `import("${path[2]}")`;
  lw.addImport({ local, module: packageOf(path[2] as string), name: null, span: lw.span(node) });
  return local;
}
