import type { LogFormat, LogFormatId, LogValue } from '../types';
import anthropic from './anthropic';
import grouped from './grouped';
import helicone from './helicone';
import langfuse from './langfuse';
import litellm from './litellm';
import openai from './openai';
import otel from './otel';
import tracker from './tracker';

/** The logs that are read. A value is of the first format that it fits. */
export const logFormats: readonly LogFormat[] = [anthropic, grouped, helicone, langfuse, litellm, openai, otel, tracker];

/** The format of a value; null for one that is none of them. */
export const formatOf = (value: LogValue): LogFormat | null => logFormats.find(({ fits }) => fits(value)) ?? null;

export const formatNamed = (id: LogFormatId): LogFormat => logFormats.find((format) => format.id === id)!;
