import type { Node } from 'web-tree-sitter';
import { bindPattern, lowerDeclaration } from './ecmascriptBindings';
import { lowerExpression, lowerValue } from './ecmascriptExpressions';
import { lowerClass, lowerEnum, lowerField, lowerFunction, lowerMethod } from './ecmascriptFunctions';
import { lowerImport, lowerReexport } from './ecmascriptImports';
import { noteComment, unknown, values } from './ecmascriptNodes';
import { lowerType } from './ecmascriptTypes';
import type { Syntax } from './language';
import type { Lowering } from './lowering';

/** How fixes write code in JavaScript and TypeScript. */
export const ecmascriptSyntax: Syntax = {
  lineComment: '//',
  case: 'asIs',
  item: (style, name, value) => (style === 'keyword' ? null : `${style === 'stringKey' ? JSON.stringify(name) : name}: ${value}`),
};

/** Lowers one statement or class member of JavaScript, TypeScript, JSX or TSX. */
export function lowerEcmascript(node: Node, lw: Lowering): void {
  lw.nest(() => lowerStatement(node, lw));
}

function lowerStatement(node: Node, lw: Lowering): void {
  switch (node.type) {
    case 'comment':
    case 'html_comment':
      noteComment(node, lw);
      return;
    case 'import_statement':
      lowerImport(node, lw);
      return;
    case 'lexical_declaration':
    case 'variable_declaration':
      lowerDeclaration(node, lw);
      return;
    case 'expression_statement':
      for (const inner of values(node, lw)) lowerExpressionStatement(inner, lw);
      return;
    case 'export_statement':
      lowerExport(node, lw);
      return;
    case 'function_declaration':
    case 'generator_function_declaration':
      lowerFunction(node, declaredName(node, lw), lw);
      return;
    case 'class_declaration':
    case 'abstract_class_declaration':
      lowerClass(node, declaredName(node, lw), lw);
      return;
    case 'method_definition':
      lowerMethod(node, lw);
      return;
    case 'public_field_definition':
      lowerField(node, lw);
      return;
    case 'enum_declaration':
      lowerEnum(node, lw);
      return;
    case 'return_statement':
      for (const value of values(node, lw)) lw.addReturn(lowerValue(value, lw));
      lw.exit('return', node);
      return;
    case 'throw_statement':
      for (const value of values(node, lw)) lowerValue(value, lw);
      lw.exit('raise', node);
      return;
    case 'break_statement':
      lw.exit('break', node, node.namedChildren[0] ? lw.text(node.namedChildren[0]) : null);
      return;
    case 'continue_statement':
      lw.flow.skip();
      return;
    case 'if_statement':
      lowerIf(node, lw);
      return;
    case 'for_statement':
    case 'for_in_statement':
    case 'while_statement':
    case 'do_statement':
      lowerLoop(node, lw);
      return;
    case 'try_statement':
    case 'catch_clause':
    case 'finally_clause':
      lowerTry(node, lw);
      return;
    case 'switch_statement':
      lowerSwitch(node, lw);
      return;
    case 'labeled_statement':
      lw.flow.labelled(declaredText(node, 'label', lw) ?? '', () => lowerBody(node.childForFieldName('body'), lw));
      return;
    case 'class_static_block':
    case 'internal_module':
    case 'module':
      lowerBody(node.childForFieldName('body'), lw);
      return;
    case 'ambient_declaration':
    case 'statement_block':
    case 'program':
    case 'ERROR':
      lw.statements(node.namedChildren);
      return;
    case 'interface_declaration':
    case 'type_alias_declaration':
      lowerType(node, lw);
      return;
    case 'function_signature':
    case 'method_signature':
    case 'abstract_method_signature':
    case 'index_signature':
    case 'import_alias':
    case 'hash_bang_line':
      return;
    default:
      // debugger, and bare pieces of a broken statement
      lowerValue(node, lw);
  }
}

const CLASSES = new Set(['class_declaration', 'abstract_class_declaration', 'class']);

function declaredText(node: Node, field: string, lw: Lowering): string | null {
  const name = node.childForFieldName(field);
  return name && lw.text(name);
}

const declaredName = (node: Node, lw: Lowering): string | null => declaredText(node, 'name', lw);

function lowerExpressionStatement(inner: Node, lw: Lowering): void {
  if (inner.type === 'string') return; // 'use strict'
  if (inner.type === 'internal_module' || inner.type === 'module') lowerStatement(inner, lw);
  else lowerValue(inner, lw);
}

/** What is exported stands in this file too; a re-export brings nothing. */
function lowerExport(node: Node, lw: Lowering): void {
  if (node.childForFieldName('source')) {
    lowerReexport(node, lw);
    return;
  }
  const decorators: Node[] = [];
  for (const child of values(node, lw)) {
    if (child.type === 'export_clause' || child.type === 'namespace_export') continue;
    if (child.type === 'decorator') decorators.push(child);
    else if (CLASSES.has(child.type)) lowerClass(child, declaredName(child, lw), lw, decorators);
    // not as a statement of its own: the statement is the whole export
    else lowerEcmascript(child, lw);
  }
}

/** The statements of a block, or a single statement, in the block where the walk stands. */
function lowerBody(body: Node | null, lw: Lowering): void {
  if (!body) return;
  if (body.type === 'statement_block') lw.statements(body.namedChildren);
  else lw.statement(body);
}

/** A body that may or may not be run. */
function lowerBranch(body: Node | null, lw: Lowering): void {
  if (body) lw.inBlock(body, () => lowerBody(body, lw));
}

function lowerIf(node: Node, lw: Lowering): void {
  let at: Node | null = node;
  while (at?.type === 'if_statement') {
    let next: Node | null = null;
    const condition: Node | null = at.childForFieldName('condition');
    if (condition) lowerExpression(condition, lw);
    lowerBranch(at.childForFieldName('consequence'), lw);
    const alternative: Node | null = at.childForFieldName('alternative');
    if (alternative) next = values(alternative, lw)[0] ?? null;
    at = next;
  }
  lowerBranch(at, lw);
}

const ENDLESS = /^\(?\s*(?:true|1)\s*\)?$/;

function lowerLoop(node: Node, lw: Lowering): void {
  const body = node.childForFieldName('body');
  if (node.type === 'for_in_statement') {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const over = right ? lowerValue(right, lw) : unknown(node, lw);
    lw.inLoop('for', node, false, (loop) => {
      loop.over = over;
      const items = node.childForFieldName('operator')?.type === 'of';
      if (left) bindPattern(items ? 'item' : 'assign', left, items ? over : unknown(left, lw), lw);
      if (left && !items) loop.names.push(lw.text(left));
      lowerBody(body, lw);
    });
    return;
  }
  const condition = node.childForFieldName('condition');
  const initializer = node.childForFieldName('initializer');
  const increment = node.childForFieldName('increment');
  const bare = condition === null || condition.type === 'empty_statement';
  if (initializer) lowerStatement(initializer, lw);
  const endless = bare ? node.type === 'for_statement' : ENDLESS.test(lw.text(condition));
  lw.inLoop(node.type === 'for_statement' ? 'for' : 'while', node, endless, (loop) => {
    if (condition && !bare) loop.condition = lowerExpression(condition, lw);
    lowerBody(body, lw);
    if (increment) lowerExpression(increment, lw);
  });
}

function lowerTry(node: Node, lw: Lowering): void {
  const parameter = node.childForFieldName('parameter');
  const body = node.childForFieldName('body');
  const lower = (block: Node): void =>
    lw.inBlock(block, () => {
      if (parameter) bindPattern('assign', parameter, unknown(parameter, lw), lw);
      lowerBody(block, lw);
    });
  if (body && node.type === 'catch_clause') lw.flow.inHandler(node, () => lower(body));
  else if (body && node.childForFieldName('handler')) lw.flow.inTry(node, () => lower(body));
  else if (body) lower(body);
  for (const field of ['handler', 'finalizer']) {
    const clause = node.childForFieldName(field);
    if (clause) lowerTry(clause, lw);
  }
}

function lowerSwitch(node: Node, lw: Lowering): void {
  const value = node.childForFieldName('value');
  const body = node.childForFieldName('body');
  if (value) lowerExpression(value, lw);
  if (!body) return;
  lw.flow.inSwitch(() => {
    for (const clause of values(body, lw)) {
      const test = clause.childForFieldName('value');
      if (test) lowerExpression(test, lw);
      lw.inBlock(clause, () => {
        for (const child of clause.namedChildren) if (!test || child.id !== test.id) lw.statement(child);
      });
    }
  });
}
