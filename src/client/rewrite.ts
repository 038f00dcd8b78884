import type { RewriteCheck, RewriteOffer, RewriteTask } from '../protocol';

/** One turn of a talk with a language model. */
export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

/** What came of asking: the pairs that can be taken, and how many were refused at the end. */
export interface Rewrite {
  offers: RewriteOffer[];
  refused: number;
}

/**
 * Asks a model for a shorter prompt, and once more for the units whose new words can't be taken. `gone` where the document has changed meanwhile.
 */
export async function askForRewrite(
  { request }: RewriteTask,
  send: (turns: readonly Turn[]) => Promise<string>,
  check: (answer: string) => Promise<RewriteCheck | null>,
): Promise<Rewrite | 'gone'> {
  const turns: Turn[] = [{ role: 'user', text: request }];
  const offers: RewriteOffer[] = [];
  for (let attempt = 0; ; attempt++) {
    const answer = await send(turns);
    const checked = await check(answer);
    if (!checked) return 'gone';
    const taken = new Set(offers.flatMap(({ units }) => units));
    offers.push(...checked.offers.filter(({ units }) => !units.some((unit) => taken.has(unit))));
    if (checked.retry === null || attempt > 0) return { offers, refused: checked.refused };
    turns.push({ role: 'assistant', text: answer }, { role: 'user', text: checked.retry });
  }
}
