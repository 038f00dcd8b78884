import { defaultSettings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';

/** What is expected of one call; a flag that is absent is false. */
export interface ExpectedCall {
  api: string;
  model: string | null;
  limit: number | 'dynamic' | null;
  stream?: true;
  loop?: true;
}

/** A small piece of code that calls one SDK in one language. Without calls: a look-alike that must stay unseen. */
export interface Fixture {
  sdk: string;
  /** Its ending says the language. */
  path: string;
  code: string;
  calls: ExpectedCall[];
  /** `role: text`, holes as `<name>`; in the order of the source. */
  prompts?: string[];
}

const engine = createTestEngine();

/** What the engine sees in a fixture, in the fixture's own form. */
export async function readFixture({
  code,
  path: file,
}: Pick<Fixture, 'code' | 'path'>): Promise<{ sdks: string[]; calls: ExpectedCall[]; prompts: string[] }> {
  const { calls, prompts } = await (await engine).analyze({ text: code, path: file }, defaultSettings());
  return {
    sdks: calls.map((call) => call.sdk),
    calls: calls.map(({ api, model, outputLimit, stream, inLoop }) => ({
      api,
      model,
      limit: outputLimit.kind === 'value' ? outputLimit.tokens : outputLimit.kind === 'dynamic' ? 'dynamic' : null,
      ...(stream ? { stream } : {}),
      ...(inLoop ? { loop: inLoop } : {}),
    })),
    prompts: [...prompts]
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ role, segments }) => `${role}: ${segments.map((part) => (part.kind === 'text' ? part.text : `<${part.name}>`)).join('')}`),
  };
}
