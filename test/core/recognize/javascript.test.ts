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
    'reads the model behind a name of a custom provider, and behind a provider under another name',
    `${AI}import { customProvider } from 'ai';\nimport { google as gemini } from '@ai-sdk/google';\nimport { mine } from './mine';\nconst own = customProvider({ languageModels: { 'chat-model': openai('gpt-4o') } });\nawait generateText({ model: own.languageModel('chat-model'), prompt: 'Hi there' });\nawait generateText({ model: own.languageModel('other'), prompt: 'Hi you' });\nawait generateText({ model: mine.languageModel('chat-model'), prompt: 'Hi all' });\nawait generateText({ model: gemini('gemini-2.5-pro'), prompt: 'Hi two' });`,
    ['ai-sdk.generateText gpt-4o none', 'ai-sdk.generateText ? none', 'ai-sdk.generateText ? none', 'ai-sdk.generateText gemini-2.5-pro none'],
    ['user: Hi there', 'user: Hi you', 'user: Hi all', 'user: Hi two'],
  ],
  [
    'reads a model that a provider of another file is given, not the key of a setting',
    `${AI}import { together, setting } from './providers';\nawait generateText({ model: together('openai/gpt-oss-20b'), prompt: 'Hi there' });\nawait generateText({ model: setting('chat-model'), prompt: 'Hi you' });`,
    ['ai-sdk.generateText openai/gpt-oss-20b none', 'ai-sdk.generateText ? none'],
    ['user: Hi there', 'user: Hi you'],
  ],
  [
    'knows packages by the addresses that Deno and browsers take them from',
    "import OpenAI from 'https://esm.sh/openai@4.20.1?target=deno';\nimport Anthropic from 'npm:@anthropic-ai/sdk@0.20';\nimport { OpenAI as Other } from 'https://deno.land/x/openai@v4.24.0/mod.ts';\nawait new OpenAI().chat.completions.create({ model: 'a', messages });\nawait new Anthropic().messages.create({ model: 'b', max_tokens: 5, messages });\nawait new Other().chat.completions.create({ model: 'c', messages });",
    ['openai.chat.completions a none', 'anthropic.messages b 5', 'openai.chat.completions c none'],
    [],
  ],
  [
    'knows a client by the member that holds it, and a step of its path by the name that it is kept under',
    "import type { ChatResponse } from 'ollama';\nimport { azure } from './azure';\nexport const run = (deps: Deps) => deps.ollama.chat({ model: deps.model, messages: deps.history, stream: true });\nexport const ask = async (openai: Service) => {\n  const openAiChat = await openai.getChat();\n  return openAiChat.completions.create({ model: 'gpt-4o', max_tokens: 9, messages });\n};",
    ['ollama.chat ? none stream', 'openai.chat.completions gpt-4o 9'],
    [],
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
    'leaves what people read or answer: dialogs, notices, kept greetings, pictures',
    `import OpenAI from 'openai';\nvscode.window.showInputBox({ prompt: 'Enter the name of your new project' });\nconst forbidden = 'You are not in the workspace that owns this chat';\nconst messageTemplate = 'The request was throttled, please try it again later';\nconst [messages, set] = useState([{ role: 'assistant', content: 'Hello! How can I help?' }]);\nconst shown = { role: 'user', content: 'data:image/png;base64,iVBORw0KGgo' };`,
    [],
    [],
  ],
  [
    'keeps the answers of an assistant beside their questions, and leaves places of other messages',
    "import { ChatPromptTemplate } from '@langchain/core/prompts';\nconst shots = [{ role: 'user', content: 'Name a tree.' }, { role: 'assistant', content: 'Oak.' }];\nChatPromptTemplate.fromMessages([['system', 'Be brief.'], ['placeholder', '{history}'], ['human', '{input} please']]);",
    [],
    ['user: Name a tree.', 'assistant: Oak.', 'system: Be brief.', 'user: <input> please'],
  ],
  [
    'reads the lines that a list joins, and what each turn of a map writes',
    "import OpenAI from 'openai';\nconst openai = new OpenAI();\nconst lines = ['Tell me of boats.', `And of ${topic}.`];\nawait openai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: lines.join('\\n') }] });\nconst scenes = things.map((thing) => `A sketch of ${thing} in ink`);\nawait openai.images.generate({ model: 'i', prompt: scenes.join(', ') });",
    ['openai.chat.completions m none', 'openai.images i none'],
    ['user: Tell me of boats.', 'user: And of <topic>.', 'user: A sketch of <thing> in ink'],
  ],
  [
    'reads a request that a command of Bedrock is given by name',
    "import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst client = new BedrockRuntimeClient({});\nconst input = { modelId: 'anthropic.claude-3', inferenceConfig: { maxTokens: 70 }, messages: [{ role: 'user', content: [{ text: 'Name a sea.' }] }] };\nconst command = new ConverseCommand(input);\nawait client.send(command);",
    ['bedrock.converse anthropic.claude-3 70'],
    ['user: Name a sea.'],
  ],
  [
    'takes no name of a task for a model where a helper chooses the model',
    `${AI}import { getModel } from './config';\nconst NAME = 'reducer';\nawait generateText({ model: getModel(NAME), prompt: 'Hi there' });\nawait generateText({ model: getModel('gpt-4o'), prompt: 'Hi you' });`,
    ['ai-sdk.generateText ? none', 'ai-sdk.generateText gpt-4o none'],
    ['user: Hi there', 'user: Hi you'],
  ],
  [
    'finds prompts under their keys in a table of prompts, without their labels',
    "const PAGE_PROMPTS = { home: 'Help the visitor find the right page.', title: 'Prompts of the pages of this shop', about: { description: 'What the shop says about itself today' } };\nconst greeting = 'You are the Shop\\'s guide, an expert in all that it sells.';",
    [],
    ['user: Help the visitor find the right page.', "system: You are the Shop's guide, an expert in all that it sells."],
  ],
  [
    'sees a short instruction that is put into a prompt',
    `${AI}const brief = byText ? 'You reply within 100 letters.' : '';\nawait generateText({ model: openai('m'), prompt: \`Talk with \${name}. \${brief}\` });`,
    ['ai-sdk.generateText m none'],
    ['user: You reply within 100 letters.', 'user: Talk with <name>. <brief>'],
  ],
  [
    'knows the models of LangChain that a project hands on, in files that use LangChain',
    "import { ChatGroq } from '@langchain/groq';\nimport { ChatOpenAI, Widget } from '~/models';\nnew ChatOpenAI({ model: 'gpt-4o' });\nnew Widget({ model: 'gpt-4o' });",
    ['langchain.ChatOpenAI gpt-4o none'],
    [],
  ],
  [
    'finds no call where a helper is given a list, nor where a provider makes a model',
    "import { createOllama } from 'ollama-ai-provider-v2';\nconst messages = [{ role: 'user', content: 'Name a tree.' }];\nawait helper.createChatCompletion(messages, { model: 'gpt-4o' });\nconst provider = createOllama();\nconst model = provider.chat(id);",
    [],
    ['user: Name a tree.'],
  ],
  [
    'sees what is spliced into a list, and no prompt in a stopgap',
    "import OpenAI from 'openai';\nconst openai = new OpenAI();\nconst lines = ['Write one line.', 'No quotes.'];\nlines.splice(1, 0, `Use ${words}.`);\nawait openai.responses.create({ model: 'm', input: [{ role: 'user', content: lines.join(' ') }, { role: 'assistant', content: answer || '(none)' }] });",
    ['openai.responses m none'],
    ['user: Write one line.', 'user: No quotes.', 'user: Use <words>.'],
  ],
  [
    'takes a given name for the beginning of a prompt',
    "const first = 'Your name is Ada, you are a teacher of old songs.';\nconst notice = 'Your name is missing, so enter it below.';",
    [],
    ['user: Your name is Ada, you are a teacher of old songs.'],
  ],
  [
    'finds no call in services of the project that are made here, but in a client that one of its objects carries',
    "import { OllamaService } from './ollama-service.mjs';\nconst service = new OllamaService();\nawait service.chat({ messages });\nawait this.runner.invokeModel(request);\nawait state.openai.createChatCompletion({ model: 'm', messages });",
    ['openai.chat.completions m none'],
    [],
  ],
  [
    'sees the functions of the AI SDK behind a wrapper of all of it',
    "import * as ai from 'ai';\nimport { wrapAISDK } from 'tracing';\nconst { generateText } = wrapAISDK(ai);\nawait generateText({ model: 'openai/gpt-4o', prompt: 'Hi there' });",
    ['ai-sdk.generateText openai/gpt-4o none'],
    ['user: Hi there'],
  ],
  [
    'takes no question to a person and no list of steps for prompts',
    "const promptResult = window.prompt('Why should this change be undone?');\nconst trainingTemplate = [{ key: 'a', detail: 'Read the text of all chosen files' }];\nconst notice = '您是否確認退出登錄並且刪除所有設定？';\nprompt.textContent = 'Did this answer help you at all?';\nconst refusal = `You are not on the list of people who may use this bot, please write to its owner with the id ${id}`;",
    [],
    [],
  ],
  [
    'takes texts that tell a model who it is in other languages, and no code that is put together',
    "export const chef = 'Você é um cozinheiro que conhece todos os pratos.';\nexport const guide = 'あなたは京都を案内するガイドです。';\nexport const helper = '당신은 여행 일정을 짜 주는 친절한 AI 안내원입니다.';\nconst makerTemplate = `const ${name} = makeIt<${request}, ${answer}>(of the kind) that is given`;",
    [],
    [
      'system: Você é um cozinheiro que conhece todos os pratos.',
      'system: あなたは京都を案内するガイドです。',
      'system: 당신은 여행 일정을 짜 주는 친절한 AI 안내원입니다.',
    ],
  ],
  [
    'takes the name of an option that is looked up for no prompt',
    "import Groq from 'groq-sdk';\nconst message = interaction.options.getString('message');\nawait new Groq().chat.completions.create({ model: 'm', messages: [{ role: 'user', content: message }] });",
    ['groq.chat.completions m none'],
    [],
  ],
  [
    'takes a text for a prompt by the name of the property that it is set to',
    "agent.instructions = 'Cook with the season and waste nothing';\nsystemMessage.content = 'Speak of food and of nothing else';",
    [],
    ['system: Cook with the season and waste nothing', 'system: Speak of food and of nothing else'],
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

  it('finds no call in a service of the project, but in a client whose class it does not import and in one that an object holds', async () => {
    const code = (type: string, call: string) =>
      `import { OpenAIService } from '../openai';\nexport class Bot {\n  constructor(private openai: ${type}) {}\n  answer(text: string) {\n    return this.${call};\n  }\n}`;
    assert.deepEqual((await read('a.ts', code('OpenAIService', 'openai.createChatCompletion(text)'))).calls, []);
    assert.deepEqual((await read('a.ts', code('OpenAIApi', 'openai.createChatCompletion(text)'))).calls, ['openai.chat.completions ? unknown']);
    assert.deepEqual((await read('a.ts', code('OpenAIService', "openai.gptApi.createChatCompletion({ model: 'm' })"))).calls, [
      'openai.chat.completions m none',
    ]);
  });

  it('takes no name for a prompt among translations, but what begins like one', async () => {
    const code =
      "export const texts = { instructions: 'Drop your files here to start', help: 'You are a helpful assistant that answers in French.' };";
    assert.deepEqual((await read('src/locales/en.ts', code)).prompts, ['system: You are a helpful assistant that answers in French.']);
    assert.equal((await read('src/upload/texts.ts', code)).prompts.length, 2);
  });
});
