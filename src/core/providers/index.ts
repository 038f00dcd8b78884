import anthropic from './anthropic';
import deepseek from './deepseek';
import google from './google';
import openai from './openai';
import type { ByModel, Provider } from './provider';
import xAi from './xAi';

export type * from './provider';

/** All vendors of whose input something is known beside the text, by id. */
export const providers: readonly Provider[] = [anthropic, deepseek, google, openai, xAi];

/** A model as the catalogue has it, or as the code names it. */
export interface ModelName {
  /** Who sells it: an id of the catalogue's providers. */
  provider: string;
  name: string;
}

/** The vendor that made a model, whoever sells it; null for one of whose input nothing is known. */
export function vendorOf({ provider, name }: ModelName): Provider | null {
  return providers.find(({ models }) => models.test(name)) ?? providers.find(({ hosts }) => hosts.includes(provider)) ?? null;
}

/** The row of a model; null where none fits. */
export function rowOf<T>(rows: ByModel<T>, { name }: ModelName): T | null {
  return rows.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
