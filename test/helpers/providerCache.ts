import assert from 'node:assert/strict';
import { defaultSettings } from '../../src/core/config';
import type { Fix } from '../../src/core/types';
import { createTestEngine } from './engine';
import { applyFix } from './rules';

export const engine = createTestEngine();
export const policy = Array.from({ length: 260 }, (_, index) => `Rule ${index}: refund order ${index} in full.`).join(' ');
export const short = 'Answer in German.';

export type Body = Record<string, unknown>;
export interface Block {
  text: string;
  cache_control?: unknown;
}

export async function offersIn(text: string, file: string, name: string): Promise<Fix[]> {
  const analysis = await (await engine).analyze({ text, path: file }, defaultSettings());
  assert.equal(analysis.syntaxErrors ?? 0, 0, text);
  const start = text.indexOf(name);
  const end = text.indexOf('\n\n', start);
  const found = analysis.refactorings?.({ start, end: end < 0 ? text.length : end }) ?? [];
  return found.filter(({ title }) => /^(?:Cache the static|Name OpenAI)/.test(title));
}

/** The file with the action applied to one function; offered there once, and not again. */
export async function applyTo(text: string, file: string, name: string): Promise<string> {
  const [fix, ...others] = await offersIn(text, file, name);
  assert.ok(fix && !fix.refused, `${name}: ${fix?.refused ?? 'not offered'}`);
  assert.equal(others.length, 0);
  const changed = applyFix(text, fix.edits);
  assert.deepEqual(await offersIn(changed, file, name), [], changed);
  return changed;
}

/** A request with its texts as they reach the model: blocks put together, breakpoints taken out. */
export function plain(body: Body): Body {
  const joined = (content: unknown) => (Array.isArray(content) ? (content as Block[]).map(({ text }) => text).join('') : content);
  const messages = (body.messages as { content: unknown }[]).map((message) => ({ ...message, content: joined(message.content) }));
  return { ...body, messages, ...('system' in body ? { system: joined(body.system) } : {}) };
}

/** What the provider keeps: all texts up to and with the block that has the breakpoint. */
export function keptPart({ system, messages }: Body): string {
  const contents = [system, ...(messages as { content: unknown }[]).map(({ content }) => content)];
  const blocks = contents.flatMap((content) => (Array.isArray(content) ? (content as Block[]) : [{ text: String(content ?? '') }])) as Block[];
  const marked = blocks.filter((block) => block.cache_control);
  assert.deepEqual(
    marked.map((block) => block.cache_control),
    [{ type: 'ephemeral' }],
  );
  return blocks
    .slice(0, blocks.indexOf(marked[0]!) + 1)
    .map(({ text }) => text)
    .join('|');
}
