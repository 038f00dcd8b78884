import type { Node } from 'web-tree-sitter';
import type { Expr, ObjectEntry } from '../facts';
import { lowerAssignment, lowerAugmented, lowerUpdate } from './ecmascriptBindings';
import { lowerCall } from './ecmascriptCalls';
import { FUNCTIONS, lowerClass, lowerFunction } from './ecmascriptFunctions';
import { keyText, listSite, nameOf, noteComment, unknown, values } from './ecmascriptNodes';
import { lowerBinary, lowerUnary } from './ecmascriptOperators';
import { lowerString } from './ecmascriptStrings';
import type { Lowering } from './lowering';

/** Lowers an expression that stands as a value of its own; a string is noted as one. */
export function lowerValue(node: Node, lw: Lowering, name: string | null = null): Expr {
  const value = lowerExpression(node, lw, name);
  if (value.kind === 'string') lw.addString(value);
  return value;
}

/** Lowers an expression. A string that is only part of a larger one is not noted. `name`: what a function or class is assigned to. */
export function lowerExpression(node: Node, lw: Lowering, name: string | null = null): Expr {
  return lw.nest(() => lowerKind(node, lw, name)) ?? unknown(node, lw);
}

function lowerKind(node: Node, lw: Lowering, name: string | null): Expr {
  const { type } = node;
  switch (type) {
    case 'identifier':
    case 'shorthand_property_identifier':
    case 'this':
    case 'super':
      return nameOf(lw.text(node), node, lw);
    case 'string':
    case 'template_string':
      return lowerString(node, lw);
    case 'number':
      return { kind: 'number', span: lw.span(node), value: Number(lw.text(node).replace(/_|n$/g, '')) };
    case 'true':
    case 'false':
      return { kind: 'boolean', span: lw.span(node), value: type === 'true' };
    case 'null':
    case 'undefined':
      return { kind: 'null', span: lw.span(node) };
    case 'member_expression':
      return lowerMember(node, lw);
    case 'subscript_expression':
      return lowerSubscript(node, lw);
    case 'call_expression':
    case 'new_expression':
      return lowerCall(node, lw);
    case 'object':
      return lowerObject(node, lw);
    case 'array':
      return { kind: 'array', span: lw.span(node), items: lowerItems(node, lw, lowerValue), tuple: false };
    case 'await_expression':
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'instantiation_expression': {
      const inner = values(node, lw)[0];
      const value = inner ? lowerExpression(inner, lw, name) : unknown(node, lw);
      if (type === 'await_expression' && value.kind === 'call') value.call.awaited = true;
      return value;
    }
    case 'type_assertion': {
      const inner = values(node, lw).at(-1);
      return inner ? lowerExpression(inner, lw, name) : unknown(node, lw);
    }
    case 'sequence_expression': {
      let last = unknown(node, lw);
      for (const part of values(node, lw)) last = lowerExpression(part, lw);
      return last;
    }
    case 'ternary_expression':
      return lowerTernary(node, lw);
    case 'binary_expression':
      return lowerBinary(node, lw);
    case 'unary_expression':
      return lowerUnary(node, lw);
    case 'assignment_expression':
      return lowerAssignment(node, lw);
    case 'augmented_assignment_expression':
      return lowerAugmented(node, lw);
    case 'update_expression':
      return lowerUpdate(node, lw);
    case 'class':
      lowerClass(node, name, lw);
      return unknown(node, lw);
    case 'comment':
      noteComment(node, lw);
      return unknown(node, lw);
    case 'jsx_attribute': {
      const value = values(node, lw)[1];
      if (value && value.type !== 'string') lowerExpression(value, lw);
      return unknown(node, lw);
    }
    case 'jsx_text':
    case 'regex':
    case 'type_arguments':
    case 'type_annotation':
    case 'formal_parameters':
    case 'property_identifier':
      return unknown(node, lw);
    default:
      if (FUNCTIONS.has(type)) return { kind: 'function', span: lw.span(node), scope: lowerFunction(node, name, lw) };
      return lowerRest(node, type, lw);
  }
}

/** JSX, yield, decorators and what a broken file leaves over: whatever stands inside is read. */
function lowerRest(node: Node, type: string, lw: Lowering): Expr {
  if (type === 'ERROR') lw.addError(node);
  for (const child of values(node, lw)) {
    if (type === 'ERROR' && child.type.endsWith('_statement')) lw.statement(child);
    else lowerValue(child, lw);
  }
  return unknown(node, lw);
}

/** `a.b`, `a?.b`, `a.#b`. */
export function lowerMember(node: Node, lw: Lowering): Expr {
  const object = node.childForFieldName('object');
  const property = node.childForFieldName('property');
  const value = object ? lowerExpression(object, lw) : unknown(node, lw);
  // `{…} as OpenAI.Chat.Params`: the grammar takes the type's last names for members of the value
  if (!property || object?.type === 'as_expression' || object?.type === 'satisfies_expression') return value;
  const name = lw.text(property);
  const propertySpan = lw.span(property);
  lw.addRead(name, propertySpan);
  return { kind: 'member', span: lw.span(node), object: value, property: name, propertySpan };
}

function lowerSubscript(node: Node, lw: Lowering): Expr {
  const object = node.childForFieldName('object');
  const index = node.childForFieldName('index');
  const value = object ? lowerExpression(object, lw) : unknown(node, lw);
  if (index?.type === 'string') {
    const property = keyText(index, lw) ?? '';
    const propertySpan = lw.range(index.startIndex + 1, index.endIndex - 1);
    lw.addRead(property, propertySpan);
    return { kind: 'member', span: lw.span(node), object: value, property, propertySpan, byKey: true };
  }
  const key = index ? lowerExpression(index, lw) : unknown(node, lw);
  return { kind: 'unknown', span: lw.span(node), operator: '[]', operands: [value, key] };
}

/** Items of an array literal; `read` says whether its strings stand alone. */
export function lowerItems(node: Node, lw: Lowering, read: (item: Node, lw: Lowering) => Expr): Expr[] {
  return values(node, lw).map((item): Expr => {
    if (item.type !== 'spread_element') return read(item, lw);
    const inner = values(item, lw)[0];
    return inner ? { kind: 'spread', span: lw.span(item), value: lowerExpression(inner, lw) } : unknown(item, lw);
  });
}

function lowerObject(node: Node, lw: Lowering): Expr {
  const items = values(node, lw);
  const entries = items.map((item) => lowerEntry(item, lw));
  return { kind: 'object', span: lw.span(node), type: null, entries, list: listSite(node, items, 'property', lw) };
}

function lowerEntry(item: Node, lw: Lowering): ObjectEntry {
  const entry = (key: string | null, value: Expr, spread = false): ObjectEntry => ({ key, value, spread, span: lw.span(item) });
  switch (item.type) {
    case 'pair': {
      const key = item.childForFieldName('key');
      const value = item.childForFieldName('value');
      if (key?.type === 'computed_property_name') for (const part of values(key, lw)) lowerExpression(part, lw);
      return entry(keyText(key, lw), value ? lowerValue(value, lw) : unknown(item, lw));
    }
    case 'shorthand_property_identifier':
      return entry(lw.text(item), lowerExpression(item, lw));
    case 'spread_element': {
      const inner = values(item, lw)[0];
      return entry(null, inner ? lowerValue(inner, lw) : unknown(item, lw), true);
    }
    case 'method_definition': {
      const key = keyText(item.childForFieldName('name'), lw);
      return entry(key, { kind: 'function', span: lw.span(item), scope: lowerFunction(item, null, lw) });
    }
    default:
      return entry(null, lowerExpression(item, lw));
  }
}

function lowerTernary(node: Node, lw: Lowering): Expr {
  const condition = node.childForFieldName('condition');
  if (condition) lowerExpression(condition, lw);
  const options: Expr[] = [];
  for (const field of ['consequence', 'alternative']) {
    const option = node.childForFieldName(field);
    if (option) options.push(lowerValue(option, lw));
  }
  return { kind: 'choice', span: lw.span(node), options, fallback: false };
}
