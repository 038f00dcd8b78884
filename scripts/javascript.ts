/** src/core/snippets/javascript.json: the TypeScript helpers without their types, for plain JavaScript. */
import ts from 'typescript';
import type { Settings } from '../src/core';
import { snippets } from '../src/core/snippets';
import { toJson } from './manifest';

/** Stands for a setting's value in generated code: `$cacheTtlSeconds$`. */
const placeholders = new Proxy({}, { get: (_target, name) => `$${String(name)}$` }) as Settings;

/** The generated file, by its path. */
export function renderJavascript(): Record<string, string> {
  const entries = snippets
    .filter(({ language }) => language === 'typescript')
    .map(({ id, imports, code }) => {
      const stripped = stripTypes(code(placeholders));
      return [id, { imports: imports.filter((line) => isUsed(line, stripped)), code: stripped.split('\n') }] as const;
    });
  return { 'src/core/snippets/javascript.json': toJson(Object.fromEntries(entries)) };
}

/** Does the code use the one name that an import line brings? Types are gone by now. */
function isUsed(line: string, code: string): boolean {
  const [, name = ''] = /^import (?:\{ (\w+) \}|(?:\w+)) from/.exec(line) ?? [];
  const local = name || (/^import (\w+)/.exec(line)?.[1] ?? '');
  return new RegExp(`\\b${local}\\b`).test(code.replace(/'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
}

interface Cut {
  start: number;
  end: number;
}
interface Lists {
  typeParameters?: ts.NodeArray<ts.Node>;
  typeArguments?: ts.NodeArray<ts.Node>;
}

/** TypeScript as JavaScript: types are cut out, all else stays as it is, comments and layout too. Throws on syntax that is more than types. */
export function stripTypes(code: string): string {
  const file = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest, true);
  const cuts: Cut[] = [];
  const cut = (start: number, end: number) => cuts.push({ start, end });
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return void cut(node.getFullStart(), node.end);
    if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node) || ts.isClassDeclaration(node)) {
      throw new Error(`no JavaScript is made of ${node.getText().slice(0, 40)}`);
    }
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isParameter(node) && node.name.getText() === 'this') {
      const next = node.parent.parameters[1];
      return void cut(node.getStart(), next ? next.getStart() : node.end);
    }
    const { type, typeParameters, typeArguments } = node as { type?: ts.TypeNode } & Lists;
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) cut(node.expression.end, node.end);
    else if (type) cut(ts.isParameter(node) ? node.name.end : type.pos - 1, type.end);
    else if (ts.isNonNullExpression(node)) cut(node.end - 1, node.end);
    for (const list of [typeParameters, typeArguments]) if (list) cut(list.pos - 1, list.end + 1);
    if (ts.isParenthesizedExpression(node) && isBareWithout(node)) {
      cut(node.getStart(), node.getStart() + 1);
      cut(node.end - 1, node.end);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code)
    .replace(/\(\n((?: +[\w =]+,\n)+)\)/g, (_whole, names: string) => `(${names.trim().slice(0, -1).replace(/\n */g, ' ')})`)
    .trim();
}

/** Are the brackets only there for an `as`, inside of them or behind them? */
function isBareWithout(node: ts.ParenthesizedExpression): boolean {
  const inner = ts.isAsExpression(node.expression) ? node.expression.expression : null;
  if (inner)
    return ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner) || ts.isCallExpression(inner) || ts.isElementAccessExpression(inner);
  const outer = node.parent;
  return ts.isAsExpression(outer) && (ts.isVariableDeclaration(outer.parent) || ts.isCallExpression(outer.parent));
}
