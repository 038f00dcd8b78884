/** Why a tokenizer file is not used; the message says where in it. Thrown and caught within this folder. */
export class Refusal extends Error {
  constructor(where: string, why: string) {
    super(`${where}: ${why}`);
  }
}

export type JsonObject = { readonly [key: string]: unknown };

export function asObject(value: unknown, where: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(where, 'must be an object');
  return value as JsonObject;
}

export function asArray(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(where, 'must be a list');
  return value;
}

export function asText(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new Refusal(where, 'must be a string');
  return value;
}
