import { type ModelName, rowOf, type TokenRange, type ToolFormula, vendorOf } from '../providers';
import type { CountTokens } from './tokenizer';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
type JsonObject = { [key: string]: JsonValue };

/** For vendors that say nothing of their tools: the compact text, with room for any other form. */
const unknownTools: ToolFormula = { form: { kind: 'json' }, prompt: { auto: 0, any: 0 }, band: { low: 0.6, high: 1.6 } };
const unknownSchemaFrame: TokenRange = { low: 0, likely: 10, high: 60 };

const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

/** A function as every vendor describes it. */
interface Definition {
  name: string;
  description: string;
  parameters: JsonValue;
}

/** The functions of an entry of `tools`, under the keys of OpenAI's two APIs, Anthropic, Google and Amazon; none for a vendor's own tools. */
function definitionsIn(tool: JsonValue): Definition[] {
  if (!isObject(tool)) return [];
  const declared = tool.functionDeclarations ?? tool.function_declarations;
  if (Array.isArray(declared)) return declared.flatMap(definitionsIn);
  const body = tool.function ?? tool.toolSpec;
  if (isObject(body)) return definitionsIn(body);
  if (typeof tool.name !== 'string') return [];
  const given = tool.parameters ?? tool.input_schema ?? tool.inputSchema ?? tool.parametersJsonSchema;
  if (given === undefined && typeof tool.type === 'string' && !['function', 'custom'].includes(tool.type)) return [];
  const parameters = isObject(given) ? (given.json ?? given) : (given ?? {});
  return [{ name: tool.name, description: textOf(tool.description), parameters }];
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** One line for each property, at any depth, with the cookbook's frames: 3 for a list of properties, 3 for each, and 3 for each value but the first. */
function propertyTokens(schema: JsonValue | undefined, count: CountTokens): number {
  if (!isObject(schema)) return 0;
  if (isObject(schema.items)) return propertyTokens(schema.items, count);
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  let tokens = properties.length > 0 ? 3 : 0;
  for (const [key, property] of properties) {
    const { type, description, enum: values } = isObject(property) ? property : {};
    const types = Array.isArray(type) ? type.join('|') : textOf(type);
    tokens += 3 + count(`${key}:${types}:${withoutStop(textOf(description))}`) + propertyTokens(property, count);
    if (Array.isArray(values)) tokens += values.reduce<number>((sum, value) => sum + 3 + count(String(value)), -3);
  }
  return tokens;
}

function definitionTokens(tools: readonly JsonValue[], form: ToolFormula['form'], count: CountTokens): number {
  if (form.kind === 'json') return tools.reduce<number>((sum, tool) => sum + count(JSON.stringify(tool)), 0);
  const definitions = tools.flatMap(definitionsIn);
  let tokens = definitions.length > 0 ? form.end : 0;
  for (const { name, description, parameters } of definitions)
    tokens += form.function + count(`${name}:${withoutStop(description)}`) + propertyTokens(parameters, count);
  return tokens;
}

/**
 * Tokens of the definitions of tools, with the prompt that the vendor puts before them. `choice` is `any` where the request forces a tool,
 * null where it does not say or can't be read. Always an estimate; the band holds the vendor's figures where there are some.
 */
export function toolTokens(model: ModelName, tools: readonly JsonValue[], count: CountTokens, choice: 'auto' | 'any' | null = null): TokenRange {
  if (tools.length === 0) return { low: 0, likely: 0, high: 0 };
  const vendor = vendorOf(model);
  const { form, prompt, band } = (vendor && rowOf(vendor.tools, model)) ?? unknownTools;
  const tokens = definitionTokens(tools, form, count);
  const prompts = choice === null ? [prompt.auto, prompt.any] : [prompt[choice]];
  const [least, most] = prompt.bounds ?? [Math.min(...prompts), Math.max(...prompts)];
  return { low: Math.floor(tokens * band.low) + least, likely: tokens + prompts[0]!, high: Math.ceil(tokens * band.high) + most };
}

/** The schema itself, out of `response_format`, `text.format` or the like. */
function bareSchema(schema: JsonValue): JsonValue {
  if (!isObject(schema)) return schema;
  const inner = schema.json_schema ?? schema.schema ?? schema.format;
  return isObject(inner) ? bareSchema(inner) : schema;
}

/**
 * Tokens of a JSON schema for the answer: its compact text and the vendor's frame. Vendors say that the schema is part of the prompt,
 * not in which form, so the band reaches from four fifths to six fifths of the text.
 */
export function schemaTokens(model: ModelName, schema: JsonValue, count: CountTokens): TokenRange {
  const frame = vendorOf(model)?.schemaFrame ?? unknownSchemaFrame;
  const tokens = count(JSON.stringify(bareSchema(schema)));
  return { low: Math.floor(tokens * 0.8) + frame.low, likely: tokens + frame.likely, high: Math.ceil(tokens * 1.2) + frame.high };
}
