import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const openai = new OpenAI();
const anthropic = new Anthropic();

/** Taken over from the chat calls; the Responses API knows no such name. */
const YES_OR_NO = { temperature: 0, max_completion_tokens: 16 };

/** Decides whether a person has to look at the ticket now. */
export async function mustEscalate(ticket: string): Promise<boolean> {
  const response = await openai.responses.create({
    model: 'gpt-4.1-mini',
    instructions: 'Answer yes if the ticket speaks of an injury, a lawyer, the press or a deadline within two days, else no.',
    input: ticket,
    ...YES_OR_NO,
  });
  return response.output_text.trim().toLowerCase() === 'yes';
}

/** Writes the note that the person finds on top of the ticket. */
export async function writeHandover(ticket: string, history: string[]): Promise<string> {
  const message = await anthropic.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 400,
    system: 'Write a handover note of at most 80 words: what happened, what the customer wants, what was tried.',
    messages: [{ role: 'user', content: `${ticket}\n\nHistory:\n${history.join('\n')}` }],
  });
  const [block] = message.content;
  return block?.type === 'text' ? block.text : '';
}
