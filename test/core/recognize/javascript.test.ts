import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read } from './read';

const AI = "import { generateText, streamText } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n";

/** Name, code, calls, prompts. */
const CODE: [string, string, string[], string[]][] = [
  [
    'reads the model of a provider, of a gateway and of a chosen name',
    `${AI}const m = fast ? 'gpt-4o' : 'gpt-4o';\nawait generateText({ model: openai('gpt-4o'), prompt: 'Hi there' });\nstreamText({ model: 'openai/gpt-4o-mini', prompt: 'Hi you', maxOutputTokens: 5 });\nawait generateText({ model: openai(m), prompt: 'Hi all' });`,
    ['ai-sdk.generateText gpt-4o none', 'ai-sdk.streamText openai/gpt-4o-mini 5 stream', 'ai-sdk.generateText gpt-4o none'],
    ['user: Hi there', 'user: Hi you', 'user: Hi all'],
  ],
  [
    'sees callbacks as loops, and a list that is written out as none',
    `${AI}const one = openai('m');\nawait Promise.all(items.map((item) => generateText({ model: one, prompt: item })));\nawait Promise.all([generateText({ model: one, prompt: x })]);`,
    ['ai-sdk.generateText m none loop', 'ai-sdk.generateText m none'],
    [],
  ],
  [
    'leaves the limit open where unread settings are spread',
    `${AI}export const run = (settings) => generateText({ model: openai('m'), prompt: 'Hi there', ...settings });`,
    ['ai-sdk.generateText ? unknown'],
    ['user: Hi there'],
  ],
  [
    'takes a text through a function that passes it on',
    `${AI}await generateText({ model: openai('m'), prompt: trimPrompt(\`Write a short report about \${topic} in plain words\`) });`.replace(
      'trimPrompt',
      'shorten',
    ),
    ['ai-sdk.generateText m none'],
    ['user: Write a short report about <topic> in plain words'],
  ],
  [
    'finds the agents of Mastra',
    "import { Agent } from '@mastra/core/agent';\nimport { openai } from '@ai-sdk/openai';\nexport const cook = new Agent({ name: 'cook', instructions: 'You are a cook.', model: openai('gpt-4o') });",
    ['mastra.Agent gpt-4o none'],
    ['system: You are a cook.'],
  ],
  ['finds no call in a wrapper of the same name', "import { streamText } from '~/lib/stream-text';\nawait streamText(messages, env);", [], []],
  [
    'finds no call in a database',
    "import { prisma } from './db';\nawait prisma.message.create({ data: { content: 'You are here now' } });\nawait prisma.chat.create({ data });",
    [],
    [],
  ],
  [
    'finds no call in Twilio',
    "import twilio from 'twilio';\nconst client = twilio(a, b);\nawait client.messages.create({ body: 'Hi', to });",
    [],
    [],
  ],
];

describe('recognition in JavaScript and TypeScript', () => {
  for (const [name, code, calls, prompts] of CODE) {
    for (const path of ['a.ts', 'a.tsx', 'a.js']) {
      it(`${name} (${path})`, async () => {
        assert.deepEqual(await read(path, code), { calls, prompts });
      });
    }
  }
});
