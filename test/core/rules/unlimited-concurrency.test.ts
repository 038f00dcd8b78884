import { javascript, testRule } from '../../helpers/rules';

testRule('unlimited-concurrency', {
  valid: [
    {
      name: 'a semaphore',
      code: `from openai import AsyncOpenAI
import asyncio
client = AsyncOpenAI()
slots = asyncio.Semaphore(8)
async def ask(q):
    async with slots:
        return await client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])
async def main(qs):
    return await asyncio.gather(*[ask(q) for q in qs])`,
    },
    {
      name: 'two calls at once',
      code: `from openai import AsyncOpenAI
import asyncio
client = AsyncOpenAI()
async def main():
    return await asyncio.gather(client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}]), client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}]))`,
    },
    {
      name: 'one call after the other',
      code: `from openai import AsyncOpenAI
import asyncio
client = AsyncOpenAI()
async def main(qs):
    return [await client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}]) for q in qs]`,
    },
  ],
  invalid: [
    {
      name: 'a gathering of one call per item',
      code: `from openai import AsyncOpenAI
import asyncio
client = AsyncOpenAI()
async def main(qs):
    return await asyncio.gather(*[client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}]) for q in qs])`,
      severity: 'hint',
      messages: [/Let 8 run at a time/],
    },
    {
      name: 'a gathering through a function',
      code: `from openai import AsyncOpenAI
import asyncio
client = AsyncOpenAI()
async def ask(q):
    return await client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])
async def main(qs):
    return await asyncio.gather(*[ask(q) for q in qs])`,
    },
    {
      name: 'Promise.all over a map',
      path: 'a.ts',
      code: `${javascript}export const all = (items) => Promise.all(items.map((item) => client.chat.completions.⟦create⟧({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }] })));`,
    },
    {
      name: 'Promise.all over the name of a function',
      path: 'a.ts',
      code: `${javascript}async function ask(item) {
  return client.chat.completions.⟦create⟧({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }] });
}
export const all = (items) => Promise.all(items.map(ask));`,
    },
  ],
});
