import { testRule } from '../../helpers/rules';

testRule('stacked-retries', {
  valid: [
    {
      name: 'a client that does not retry',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(max_retries=0)

@retry(stop=stop_after_attempt(3))
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'retries around something else',
      path: 'test.ts',
      code: `import pRetry from 'p-retry';
import OpenAI from 'openai';
const client = new OpenAI();
await pRetry(() => fetch('https://example.org'), { retries: 3 });
export const ask = () => client.responses.create({ model: 'gpt-4o', input: 'Hi' });`,
    },
    {
      name: 'a call that turns its own retries off',
      path: 'test.ts',
      code: `import retry from 'async-retry';
import OpenAI from 'openai';
import { client } from './client';
await retry(() => client.chat.completions.create({ model: 'gpt-4o', messages: [] }, { maxRetries: 0 }), { retries: 3 });`,
    },
    {
      name: 'a retry function of an unknown package',
      path: 'test.ts',
      code: `import { backOff } from './own';
import OpenAI from 'openai';
const client = new OpenAI();
await backOff(() => client.responses.create({ model: 'gpt-4o', input: 'Hi' }));`,
    },
    {
      name: 'no retries around',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI()

@wraps
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'tenacity around a client that retries',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI()

@retry(stop=stop_after_attempt(3))
def ask(q):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'information',
      fixes: {
        "Turn off the client's own retries": `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(max_retries=0)

@retry(stop=stop_after_attempt(3))
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      },
    },
    {
      name: 'backoff around a client that retries',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(timeout=9)

@backoff.on_exception(backoff.expo, Exception)
def ask(q):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      fixes: {
        "Turn off the client's own retries": `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(timeout=9, max_retries=0)

@backoff.on_exception(backoff.expo, Exception)
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      },
    },
    {
      name: 'p-retry around a client that nothing else uses',
      path: 'test.ts',
      code: `import pRetry from 'p-retry';
import OpenAI from 'openai';
const client = new OpenAI();
await pRetry(() => client.responses.⟦create⟧({ model: 'gpt-4o', input: 'Hi' }), { retries: 3 });`,
      messages: ['Retries around a call that tries again by itself: each failure is tried 3 times as often. Retry in one layer.'],
      fixes: {
        "Turn off the client's own retries": `import pRetry from 'p-retry';
import OpenAI from 'openai';
const client = new OpenAI({ maxRetries: 0 });
await pRetry(() => client.responses.create({ model: 'gpt-4o', input: 'Hi' }), { retries: 3 });`,
      },
    },
    {
      name: 'p-retry around one of two calls of a client, by the name of a function',
      path: 'test.ts',
      code: `import pRetry from 'p-retry';
import OpenAI from 'openai';
const client = new OpenAI();
async function run() {
  return client.responses.⟦create⟧({ model: 'gpt-4o', input: 'Hi' });
}
await pRetry(run, { retries: 3 });
await client.responses.create({ model: 'gpt-4o', input: 'Bye' });`,
      fixes: {
        "Turn off the SDK's own retries": `import pRetry from 'p-retry';
import OpenAI from 'openai';
const client = new OpenAI();
async function run() {
  return client.responses.create({ model: 'gpt-4o', input: 'Hi' }, { maxRetries: 0 });
}
await pRetry(run, { retries: 3 });
await client.responses.create({ model: 'gpt-4o', input: 'Bye' });`,
      },
    },
    {
      name: 'backOff around a client that tries more often than usual',
      path: 'test.js',
      code: `const { backOff } = require('exponential-backoff');
const Anthropic = require('@anthropic-ai/sdk');
const client = new Anthropic({ maxRetries: 5 });
const ask = () => client.messages.⟦create⟧({ model: 'claude-opus-5-5', max_tokens: 9, messages: [] });
backOff(ask, { numOfAttempts: 4 });`,
      messages: [/is tried 6 times as often/],
      fixes: {
        "Turn off the SDK's own retries": `const { backOff } = require('exponential-backoff');
const Anthropic = require('@anthropic-ai/sdk');
const client = new Anthropic({ maxRetries: 0 });
const ask = () => client.messages.create({ model: 'claude-opus-5-5', max_tokens: 9, messages: [] });
backOff(ask, { numOfAttempts: 4 });`,
      },
    },
    {
      name: 'async-retry around the AI SDK, which tries again in each call',
      path: 'test.ts',
      code: `import retry from 'async-retry';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
await retry(async () => {
  const { text } = await ⟦generateText⟧({ model: openai('gpt-4o'), prompt: 'Hi' });
  return text;
});`,
      fixes: {
        "Turn off the SDK's own retries": `import retry from 'async-retry';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
await retry(async () => {
  const { text } = await generateText({ model: openai('gpt-4o'), prompt: 'Hi', maxRetries: 0 });
  return text;
});`,
      },
    },
    {
      name: 'two calls of a client of another file',
      code: `from tenacity import retry
import openai
from .clients import openai_client

@retry
def ask(q):
    openai_client.chat.completions.⟦create⟧(model="gpt-4o", messages=[])
    return openai_client.responses.⟦create⟧(model="gpt-4o", input=q)`,
      fixes: {
        "Turn off the SDK's own retries": `from tenacity import retry
import openai
from .clients import openai_client

@retry
def ask(q):
    openai_client.with_options(max_retries=0).chat.completions.create(model="gpt-4o", messages=[])
    return openai_client.responses.create(model="gpt-4o", input=q)`,
      },
    },
  ],
});
