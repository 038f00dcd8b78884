import OpenAI from 'openai';

const openai = new OpenAI();

const CHAT_SYSTEM_PROMPT = `You are a very helpful and really friendly assistant in the web shop of Northwind Outdoor.
Please make sure that you only answer questions about our products, deliveries and returns.
In the event that the customer asks for something else, please politely decline and name the help page.
It is important to note that you must never give medical or legal advice under any circumstances.
At this point in time we deliver to the EU, Norway and Switzerland.
Please make sure that you only answer questions about our products, deliveries and returns.`;

interface Turn {
  role: 'user' | 'assistant';
  content: string;
}

/** Streams the assistant's answer to the browser. */
export async function POST(request: Request): Promise<Response> {
  const { turns, cart } = (await request.json()) as { turns: Turn[]; cart: string[] };

  const stream = await openai.chat.completions.create({
    model: process.env.CHAT_MODEL ?? 'gpt-4o',
    messages: [
      { role: 'system', content: CHAT_SYSTEM_PROMPT },
      { role: 'system', content: `The customer's cart: ${cart.join(', ')}` },
      ...turns,
    ],
    stream: true,
  });

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const encoder = new TextEncoder();
      for await (const chunk of stream) {
        controller.enqueue(encoder.encode(chunk.choices[0]?.delta?.content ?? ''));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
