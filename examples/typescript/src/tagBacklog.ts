import OpenAI from 'openai';

const openai = new OpenAI();

const TAGS = ['broken-zip', 'leaking-tent', 'late-parcel', 'wrong-size', 'refund', 'praise'];

export interface Tagged {
  id: string;
  tags: string[];
}

/** Tags the whole backlog, every ticket in a call of its own. */
export async function tagBacklog(tickets: { id: string; text: string }[]): Promise<Tagged[]> {
  return Promise.all(
    tickets.map(async ({ id, text }) => {
      const completion = await openai.chat.completions.create({
        model: 'gpt-4',
        max_tokens: 8192,
        temperature: 0,
        messages: [
          {
            role: 'system',
            content: `Choose the tags that fit the ticket from this list: ${TAGS.join(', ')}. Answer with the tags, separated by commas.`,
          },
          { role: 'user', content: text },
        ],
      });
      const answer = completion.choices[0]?.message.content ?? '';
      return { id, tags: answer.split(',').map((tag) => tag.trim()) };
    }),
  );
}
