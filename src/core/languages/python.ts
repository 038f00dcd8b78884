import type { Node } from 'web-tree-sitter';
import type { CallFact, DecoratorFact, StringExpr } from '../facts';
import type { Language } from './language';
import type { Lowering } from './lowering';
import { pythonModulePaths } from './modulePaths';
import { bindTarget, fullType, lowerParams, typeNames } from './pythonBindings';
import { lowerExpression } from './pythonExpressions';
import { lowerString } from './pythonStrings';

function named(node: Node | null): Node[] {
  return (node?.namedChildren ?? []).filter((child): child is Node => child !== null);
}

/** A comment between a header and its block belongs to neither of them in the tree. */
function addHeadComments(node: Node, lw: Lowering): void {
  for (const child of named(node)) if (child.type === 'comment') lw.addComment(child);
}

function lowerStatement(node: Node, lw: Lowering): void {
  if (/^(for|while|with)_statement$|^class_definition$/.test(node.type)) addHeadComments(node, lw);
  switch (node.type) {
    case 'comment':
      lw.addComment(node);
      return;
    case 'import_statement':
    case 'import_from_statement':
      lowerImport(node, lw);
      return;
    case 'expression_statement':
      lowerExpressionStatement(node, lw);
      return;
    case 'function_definition':
      lowerFunction(node, lw, []);
      return;
    case 'class_definition':
      lowerClass(node, lw, []);
      return;
    case 'decorated_definition': {
      const decorators = named(node)
        .filter((child) => child.type === 'decorator')
        .map((decorator): DecoratorFact => {
          const value = lowerExpression(named(decorator)[0] ?? null, lw);
          const name = /^[\w.]+/.exec(lw.text(decorator).slice(1).trim())?.[0] ?? '';
          const call = value.kind === 'call' ? value.call : null;
          return { name, args: call?.args ?? [], span: lw.span(decorator), call };
        });
      const definition = node.childForFieldName('definition');
      if (definition?.type === 'function_definition') lowerFunction(definition, lw, decorators);
      else if (definition?.type === 'class_definition') lw.statement(definition, () => lowerClass(definition, lw, decorators));
      else if (definition) lw.statement(definition);
      return;
    }
    case 'return_statement': {
      const value = named(node)[0];
      if (value) lw.addReturn(lowerExpression(value, lw));
      lw.exit('return', node);
      return;
    }
    case 'for_statement': {
      const right = node.childForFieldName('right');
      const over = lowerExpression(right, lw);
      lw.inLoop('for', node, false, (loop) => {
        loop.over = over;
        bindTarget(node.childForFieldName('left'), over, 'item', lw);
        lowerBlock(node.childForFieldName('body'), lw);
      });
      lowerBlock(node.childForFieldName('alternative'), lw);
      return;
    }
    case 'while_statement': {
      const condition = node.childForFieldName('condition');
      lw.inLoop('while', node, condition !== null && /^(True|1)$/.test(lw.text(condition)), (loop) => {
        loop.condition = lowerExpression(condition, lw);
        lowerBlock(node.childForFieldName('body'), lw);
      });
      return;
    }
    case 'with_statement':
      for (const item of named(named(node).find((child) => child.type === 'with_clause') ?? null)) lowerWithItem(item, lw);
      lw.statements(named(node.childForFieldName('body')));
      return;
    case 'break_statement':
      lw.exit('break', node);
      return;
    case 'continue_statement':
      lw.flow.skip();
      return;
    case 'try_statement':
      lowerTry(node, lw);
      return;
    case 'if_statement':
    case 'match_statement':
    case 'elif_clause':
    case 'else_clause':
    case 'except_clause':
    case 'except_group_clause':
    case 'finally_clause':
    case 'case_clause':
      for (const child of named(node)) lowerBlockChild(child, lw);
      return;
    case 'block':
    case 'module':
      lw.statements(named(node));
      return;
    case 'ERROR':
      for (const child of named(node)) lw.statement(child);
      return;
    default:
      // raise, assert, del, print, type aliases and bare expressions inside an ERROR
      if (node.type.endsWith('_statement')) for (const child of named(node)) lowerExpression(child, lw);
      else lowerExpression(node, lw);
      if (node.type === 'raise_statement') lw.exit('raise', node);
  }
}

function lowerTry(node: Node, lw: Lowering): void {
  const parts = named(node);
  const caught = parts.some((part) => part.type.startsWith('except'));
  for (const part of parts) {
    const lower = (): void => lowerBlockChild(part, lw);
    if (part.type.startsWith('except')) lw.flow.inHandler(part, lower);
    else if (caught && (part.type === 'block' || part.type === 'else_clause')) lw.flow.inTry(part, lower);
    else lower();
  }
}

function lowerBlockChild(child: Node, lw: Lowering): void {
  switch (child.type) {
    case 'block':
      lowerBlock(child, lw);
      return;
    case 'elif_clause':
    case 'else_clause':
    case 'except_clause':
    case 'except_group_clause':
    case 'finally_clause':
    case 'case_clause':
      lw.statement(child);
      return;
    case 'comment':
      lw.addComment(child);
      return;
    default:
      lowerExpression(child, lw);
  }
}

function lowerBlock(node: Node | null, lw: Lowering): void {
  if (!node) return;
  const body = node.type === 'else_clause' ? node.childForFieldName('body') : node;
  if (body) lw.inBlock(body, () => lw.statements(named(body)));
}

function lowerWithItem(item: Node, lw: Lowering): void {
  const value = item.childForFieldName('value');
  if (value?.type !== 'as_pattern') {
    lowerExpression(value, lw);
    return;
  }
  const expr = lowerExpression(named(value)[0] ?? null, lw);
  bindTarget(named(value.childForFieldName('alias'))[0] ?? null, expr, 'assign', lw);
}

function lowerExpressionStatement(node: Node, lw: Lowering): void {
  const inner = named(node)[0];
  if (!inner) return;
  if (inner.type === 'assignment') lowerAssignment(inner, lw);
  else if (inner.type === 'augmented_assignment') {
    const value = lowerExpression(inner.childForFieldName('right'), lw);
    bindTarget(inner.childForFieldName('left'), value, 'add', lw);
  } else if (inner.type !== 'string') lowerExpression(inner, lw); // a lone string is a docstring
}

function lowerAssignment(node: Node, lw: Lowering): void {
  const targets = [node.childForFieldName('left')];
  let right = node.childForFieldName('right');
  while (right?.type === 'assignment') {
    targets.push(right.childForFieldName('left'));
    right = right.childForFieldName('right');
  }
  const value = right ? lowerExpression(right, lw) : null;
  const typeNode = node.childForFieldName('type');
  const type = typeNames(typeNode, lw);
  const annotation = fullType(typeNode, lw);
  const field = value?.kind === 'call' && isField(value.call) ? value.call : null;
  const member = lw.scope.kind === 'class';
  for (const target of targets) {
    if (member && target?.type === 'identifier') {
      lw.bind('assign', `this.${lw.text(target)}`, fieldDefault(value), { span: lw.span(target), type, annotation, field });
    } else bindTarget(target, value, 'assign', lw, { type, annotation });
  }
}

/** `Field(…)`, `dataclasses.field(…)`. */
function isField({ callee }: CallFact): boolean {
  return /^(Field|field)$/.test(
    callee.kind === 'name' ? callee.name : callee.kind === 'member' && callee.object.kind === 'name' ? callee.property : '',
  );
}

/** The docstring that a body begins with. */
function docOf(body: readonly Node[], lw: Lowering): StringExpr | null {
  const statement = body.find((child) => child.type !== 'comment');
  const text = statement?.type === 'expression_statement' ? named(statement)[0] : undefined;
  return text?.type === 'string' || text?.type === 'concatenated_string' ? lowerString(text, lw, 0) : null;
}

/** `x: str = Field(default="v")` has the value "v". */
function fieldDefault(value: ReturnType<typeof lowerExpression> | null): ReturnType<typeof lowerExpression> | null {
  if (value?.kind !== 'call' || !isField(value.call)) return value;
  const args = value.call.args;
  return (args.find((arg) => arg.name === 'default') ?? args.find((arg) => !arg.name && !arg.spread))?.value ?? null;
}

function lowerFunction(node: Node, lw: Lowering, decorators: DecoratorFact[]): void {
  addHeadComments(node, lw);
  const name = node.childForFieldName('name');
  const params = lowerParams(node.childForFieldName('parameters'), lw);
  const type = typeNames(node.childForFieldName('return_type'), lw);
  const annotation = fullType(node.childForFieldName('return_type'), lw);
  const body = named(node.childForFieldName('body'));
  const head = { type, annotation, decorators, doc: docOf(body, lw) };
  lw.inFunction(node, name ? lw.text(name) : null, params, () => lw.statements(body), head);
}

function lowerClass(node: Node, lw: Lowering, decorators: DecoratorFact[]): void {
  const name = node.childForFieldName('name');
  const bases = named(node.childForFieldName('superclasses'))
    .filter((base) => base.type !== 'keyword_argument')
    .map((base) => lw.text(base));
  const body = named(node.childForFieldName('body'));
  lw.inClass(node, name ? lw.text(name) : null, bases, body, { decorators, doc: docOf(body, lw) });
}

function lowerImport(node: Node, lw: Lowering): void {
  const span = () => lw.span(node);
  if (node.type === 'import_statement') {
    for (const item of named(node)) {
      const alias = item.childForFieldName('alias');
      const module = lw.text(item.type === 'aliased_import' ? (item.childForFieldName('name') as Node) : item);
      lw.addImport({
        local: alias ? lw.text(alias) : (module.split('.')[0] as string),
        module: alias ? module : (module.split('.')[0] as string),
        name: null,
        span: span(),
      });
    }
    return;
  }
  const module = node.childForFieldName('module_name');
  if (!module) return;
  const from = lw.text(module);
  for (const item of node.childrenForFieldName('name')) {
    if (!item) continue;
    const alias = item.childForFieldName('alias');
    const name = lw.text(item.type === 'aliased_import' ? (item.childForFieldName('name') as Node) : item);
    lw.addImport({ local: alias ? lw.text(alias) : name, module: from, name, span: span() });
  }
  if (named(node).some((child) => child.type === 'wildcard_import')) lw.addImport({ local: '*', module: from, name: null, span: span() });
}

/** Python 3. Notebook cells and stub files are read the same way. */
export default {
  id: 'python',
  editorIds: ['python'],
  extensions: ['.py', '.pyi', '.pyw'],
  grammar: 'python',
  ecosystem: 'python',
  syntax: {
    lineComment: '#',
    case: 'asIs',
    item: (style, name, value) => (style === 'keyword' ? `${name}=${value}` : style === 'stringKey' ? `"${name}": ${value}` : null),
  },
  lower: lowerStatement,
  modulePaths: pythonModulePaths,
} satisfies Language;
