import type { RewriteCheck, RewriteTask } from '../protocol';

/** One turn of a talk with a language model. */
export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

type Accepted = Extract<RewriteCheck, { kind: 'accepted' }>;

/**
 * Asks a model for a shorter prompt, and once more with the faults named where the first answer can't be taken. `rejected` after two such
 * answers, `gone` where the document has changed meanwhile.
 */
export async function askForRewrite(
  { instruction, text }: RewriteTask,
  send: (turns: readonly Turn[]) => Promise<string>,
  check: (answer: string) => Promise<RewriteCheck | null>,
): Promise<Accepted | 'rejected' | 'gone'> {
  const turns: Turn[] = [{ role: 'user', text: `${instruction}\n\n${text}` }];
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await send(turns);
    const checked = await check(answer);
    if (!checked) return 'gone';
    if (checked.kind === 'accepted') return checked;
    turns.push({ role: 'assistant', text: answer }, { role: 'user', text: checked.retry });
  }
  return 'rejected';
}
