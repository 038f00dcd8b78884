import type { Node } from 'web-tree-sitter';
import type { CallFact, DecoratorFact, Expr, StringExpr } from '../facts';
import { bindIn, placeOf } from './changes';
import { type Handler, type Handlers, lowerWith } from './handlers';
import type { Language } from './language';
import { pythonModulePaths } from './modulePaths';
import { bindTarget, fullType, lowerParams, typeNames } from './pythonBindings';
import { lowerCall } from './pythonCalls';
import { expressions } from './pythonExpressions';
import { lowerString } from './pythonStrings';
import type { Walker } from './walker';

const CLAUSE = /_clause$/;

/** A statement's blocks may or may not be run; its clauses are statements of their own. */
const branches: Handler = (node, walker) => {
  for (const child of walker.items(node)) {
    if (CLAUSE.test(child.type)) walker.lowering.statement(child);
    else walker.visit(child);
  }
};

function lowerFor(node: Node, walker: Walker): void {
  const over = walker.visitField(node, 'right');
  walker.items(node); // a comment between head and block
  walker.lowering.inLoop('for', node, false, (loop) => {
    loop.over = over;
    bindTarget(node.childForFieldName('left'), over, 'item', walker);
    walker.visitField(node, 'body');
  });
  walker.visitField(node, 'alternative');
}

function lowerWhile(node: Node, walker: Walker): void {
  const condition = node.childForFieldName('condition');
  walker.items(node);
  walker.lowering.inLoop('while', node, /^(True|1)$/.test(walker.text(condition)), (loop) => {
    if (condition) walker.condition(loop, condition);
    walker.visitField(node, 'body');
  });
  walker.visitField(node, 'alternative');
}

function lowerWithStatement(node: Node, walker: Walker): void {
  const body = node.childForFieldName('body');
  for (const child of walker.items(node)) if (child.id !== body?.id) walker.visit(child);
  if (body) walker.lowering.statements(body.namedChildren);
}

function lowerWithItem(node: Node, walker: Walker): void {
  const value = node.childForFieldName('value');
  const [inner] = value?.type === 'as_pattern' ? walker.items(value) : [value];
  const expr = inner ? walker.visit(inner) : null;
  if (value?.type === 'as_pattern') bindTarget(walker.items(value.childForFieldName('alias'))[0] ?? null, expr, 'assign', walker);
}

function lowerAssignment(node: Node, walker: Walker): Expr | undefined {
  const { lowering } = walker;
  const targets = [node.childForFieldName('left')];
  let right = node.childForFieldName('right');
  while (right?.type === 'assignment') {
    targets.push(right.childForFieldName('left'));
    right = right.childForFieldName('right');
  }
  const value = right && walker.visit(right);
  const declaration = node.childForFieldName('type');
  const declared = { type: typeNames(declaration, walker), annotation: fullType(declaration, walker) };
  const field = value?.kind === 'call' && isField(value.call) ? value.call : null;
  for (const target of targets) {
    if (lowering.scope.kind === 'class' && target?.type === 'identifier') {
      const initial = field ? fieldDefault(field) : value;
      lowering.bind('assign', `this.${walker.text(target)}`, initial, { span: lowering.span(target), ...declared, field });
    } else bindTarget(target, value, 'assign', walker, declared);
  }
  return undefined;
}

/** `Field(…)`, `dataclasses.field(…)`. */
function isField({ callee }: CallFact): boolean {
  return /^(Field|field)$/.test(
    callee.kind === 'name' ? callee.name : callee.kind === 'member' && callee.object.kind === 'name' ? callee.property : '',
  );
}

/** `x: str = Field(default="v")` has the value "v". */
function fieldDefault({ args }: CallFact): Expr | null {
  return (args.find((arg) => arg.name === 'default') ?? args.find((arg) => !arg.name && !arg.spread))?.value ?? null;
}

/** The docstring that a body begins with. */
function docOf(body: readonly Node[], walker: Walker): StringExpr | null {
  const statement = body.find((child) => child.type !== 'comment');
  const text = statement?.type === 'expression_statement' ? statement.namedChild(0) : null;
  return text?.type === 'string' || text?.type === 'concatenated_string' ? lowerString(text, walker) : null;
}

function lowerFunction(node: Node, walker: Walker, decorators: DecoratorFact[] = []): void {
  walker.items(node);
  const name = node.childForFieldName('name');
  const params = lowerParams(node.childForFieldName('parameters'), walker);
  const returns = node.childForFieldName('return_type');
  const body = node.childForFieldName('body')?.namedChildren ?? [];
  walker.lowering.inFunction(node, name && walker.text(name), params, () => walker.lowering.statements(body), {
    type: typeNames(returns, walker),
    annotation: fullType(returns, walker),
    decorators,
    doc: docOf(body, walker),
  });
}

function lowerClass(node: Node, walker: Walker, decorators: DecoratorFact[] = []): void {
  walker.items(node);
  const name = node.childForFieldName('name');
  const bases = walker.items(node.childForFieldName('superclasses')).filter((base) => base.type !== 'keyword_argument');
  const body = node.childForFieldName('body')?.namedChildren ?? [];
  walker.lowering.inClass(
    node,
    name && walker.text(name),
    bases.map((base) => walker.text(base)),
    body,
    { decorators, doc: docOf(body, walker) },
  );
}

function lowerDecorated(node: Node, walker: Walker): void {
  const decorators = walker.items(node).flatMap((child) => {
    if (child.type !== 'decorator') return [];
    const [inner] = walker.items(child);
    const name = /^[\w.]+/.exec(walker.text(child).slice(1).trim())?.[0] ?? '';
    return walker.decorator(child, name, [], inner ? walker.visit(inner) : null);
  });
  const definition = node.childForFieldName('definition');
  if (definition?.type === 'function_definition') lowerFunction(definition, walker, decorators);
  else if (definition) walker.lowering.statement(definition, () => lowerClass(definition, walker, decorators));
}

function lowerImport(node: Node, walker: Walker): void {
  for (const item of walker.items(node)) {
    const alias = item.childForFieldName('alias');
    const path = walker.text(item.type === 'aliased_import' ? item.childForFieldName('name') : item);
    const module = alias ? path : (path.split('.')[0] as string);
    walker.lowering.addImport({ local: alias ? walker.text(alias) : module, module, name: null, span: walker.lowering.span(node) });
  }
}

function lowerImportFrom(node: Node, walker: Walker): void {
  const { lowering } = walker;
  const from = node.childForFieldName('module_name');
  if (!from) return;
  const module = walker.text(from);
  for (const item of node.childrenForFieldName('name')) {
    const alias = item.childForFieldName('alias');
    const name = walker.text(item.type === 'aliased_import' ? item.childForFieldName('name') : item);
    lowering.addImport({ local: alias ? walker.text(alias) : name, module, name, span: lowering.span(node) });
  }
  const all = walker.items(node).some((child) => child.type === 'wildcard_import');
  if (all) lowering.addImport({ local: '*', module, name: null, span: lowering.span(node) });
}

/** `global x`, `nonlocal x`. */
function declareOuter(node: Node, { lowering }: Walker): void {
  lowering.scope.outerNames = [...(lowering.scope.outerNames ?? []), ...node.namedChildren.flatMap((name) => (name ? lowering.text(name) : []))];
}

/** `del x[0]`, `del x.a, y["b"]`. */
function lowerDelete(node: Node, walker: Walker): void {
  const items = walker.items(node).flatMap((item) => (item.type === 'expression_list' ? walker.items(item) : [item]));
  for (const item of items) {
    const place = placeOf(walker.visit(item));
    if (place?.keys.length) bindIn(walker.lowering, place, 'change', null, { span: walker.lowering.span(item) });
  }
}

const skip: Handler = () => {};

const handlers: Handlers = {
  ...expressions,
  call: lowerCall,
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  future_import_statement: skip,
  expression_statement(node, walker) {
    // a lone string is a docstring
    for (const inner of walker.items(node)) if (!/string$/.test(inner.type)) walker.visit(inner);
  },
  assignment: lowerAssignment,
  augmented_assignment(node, walker) {
    const value = walker.visitField(node, 'right');
    bindTarget(node.childForFieldName('left'), value, 'add', walker);
  },
  function_definition: (node, walker) => lowerFunction(node, walker),
  class_definition: (node, walker) => lowerClass(node, walker),
  decorated_definition: lowerDecorated,
  return_statement(node, walker) {
    const [value] = walker.items(node);
    if (value) walker.lowering.addReturn(walker.visit(value));
  },
  for_statement: lowerFor,
  while_statement: lowerWhile,
  global_statement: declareOuter,
  nonlocal_statement: declareOuter,
  delete_statement: lowerDelete,
  with_statement: lowerWithStatement,
  with_item: lowerWithItem,
  if_statement: branches,
  elif_clause: branches,
  else_clause: branches,
  match_statement: branches,
  case_clause: branches,
  block: (node, walker) => walker.block(node),
  case_pattern: skip,
  type: skip,
  type_alias_statement: skip,
};

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
  lower: lowerWith(handlers),
  modulePaths: pythonModulePaths,
} satisfies Language;
