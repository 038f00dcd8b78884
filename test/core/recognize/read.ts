import { defaultSettings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';

const engine = createTestEngine();

/** Calls as `api model limit flags`, and prompts as `role: text`, of one piece of code. */
export async function read(path: string, code: string): Promise<{ calls: string[]; prompts: string[] }> {
  const { calls, prompts } = await (await engine).analyze({ path, text: code }, defaultSettings());
  return {
    calls: calls.map(({ api, model, outputLimit, stream, inLoop, inIndirectLoop }) =>
      [
        api,
        model ?? '?',
        outputLimit.kind === 'value' ? outputLimit.tokens : outputLimit.kind,
        ...(stream ? ['stream'] : []),
        ...(inLoop ? ['loop'] : inIndirectLoop ? ['looped'] : []),
      ].join(' '),
    ),
    prompts: [...prompts]
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ role, segments }) => `${role}: ${segments.map((part) => (part.kind === 'text' ? part.text : `<${part.name}>`)).join('')}`.trim()),
  };
}
