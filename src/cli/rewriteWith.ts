import type { CompressionResult, Engine, RewriteOffer, RewritePrompt, Settings } from '../core';

/** A prompt shortened by a model, in the form of the compressor's results. */
export interface Rewritten extends CompressionResult {
  /** Units that were sent. */
  units: number;
}

/**
 * Has a model shorten a prompt unit by unit, and once more those whose new words can't be taken. Every pair that keeps the meaning is applied.
 * Throws what `ask` throws.
 */
export async function rewriteWith(engine: Engine, text: string, settings: Settings, ask: (request: string) => Promise<string>): Promise<Rewritten> {
  const prompt: RewritePrompt = { segments: [{ kind: 'text', text, span: { start: 0, end: text.length }, escapes: [] }] };
  const { request, units } = engine.rewriteTask(prompt);
  const offers: RewriteOffer[] = [];
  const notices: CompressionResult['notices'] = [];
  let next: string | null = units > 0 ? request : null;
  for (let attempt = 0; next !== null && attempt < 2; attempt++) {
    const verdict = await engine.judgeRewrite(prompt, await ask(next), text);
    const taken = new Set(offers.flatMap((offer) => offer.units));
    offers.push(...verdict.offers.filter((offer) => !offer.units.some((unit) => taken.has(unit))));
    notices.length = 0;
    if (verdict.retry !== null && verdict.refused.length === 0) notices.push({ line: 1, message: 'The answer holds no pairs of old and new words.' });
    for (const { before, why } of verdict.refused)
      notices.push({ line: lineOf(text, text.indexOf(before)), message: `Left as it is, for the new words change it: ${why}` });
    next = verdict.retry === null ? null : `${request}\n\n${verdict.retry}`;
  }
  const edits = offers.flatMap((offer) =>
    offer.edits.map((edit, index) => ({ ...edit, rule: 'rewrite', reason: offer.after, tokensSaved: index === 0 ? offer.tokensSaved : 0 })),
  );
  edits.sort((a, b) => a.start - b.start);
  const after = edits.reduceRight((rest, { start, end, text: words }) => rest.slice(0, start) + words + rest.slice(end), text);
  const { before, after: now } = await engine.comparePrompts(text, after, settings);
  return { level: settings.compressLevel, units, before, after: { tokens: now.tokens, text: after }, edits, notices };
}

const lineOf = (text: string, offset: number): number => text.slice(0, Math.max(0, offset)).split('\n').length;
