import type { Change } from './repository';

/** USD per token: what OpenAI and Anthropic list. */
const full = { input: 2e-6, output: 8e-6 };
const mini = { input: 0.4e-6, output: 1.6e-6 };
const haiku = { input: 1e-6, output: 5e-6, write: 1.25e-6, write1h: 2e-6, read: 0.1e-6 };

/** Tokens of a chat of one message `Say hello.`: 3 of the text, 1 of the role, 3 around the message and 3 around the answer. */
const hello = 10;
/** Tokens of an answer whose length nobody says. */
const answer = 300;
/** What `ask()` costs. */
const asked = hello * full.input + answer * full.output;

interface Ask {
  model?: string;
  name?: string;
  limit?: string;
  text?: string;
  more?: string;
  head?: string;
}

/** A Python file with one request in a function. */
function ask({ model = '"gpt-4.1"', name = 'answer', limit = 'max_tokens=1000, ', text = '"Say hello."', more = '', head = '' }: Ask = {}): string {
  return `from openai import OpenAI
${head}client = OpenAI()

def ${name}():
    return client.chat.completions.create(model=${model}, ${limit}${more}messages=[{"role": "user", "content": ${text}}])
`;
}

/** The same with a second function behind it. */
const two = (first: string, second: string): string => `${first}\n${second.split('client = OpenAI()\n\n')[1]}`;

const words = (count: number): string => Array.from({ length: count }, () => ' word').join('');
const tool = `tools=[{"type": "function", "function": {"name": "look", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}], `;

function claude(control: string): string {
  return `import anthropic
client = anthropic.Anthropic()

def answer():
    return client.messages.create(model="claude-haiku-4-5", max_tokens=1000,
        system=[{"type": "text", "text": RULES${control}}], messages=[{"role": "user", "content": "Say hello."}])

RULES = "Follow the rules.${words(6000)}"
`;
}

const volumes = (match: string, callsPerDay: number): string => JSON.stringify({ volumes: [{ match, callsPerDay }] });

/** What of a change is worked out by hand; USD. */
export interface Expected {
  kind?: 'changed' | 'added' | 'removed';
  causes?: string[];
  split?: Record<string, number>;
  /** null for a difference that is not known. */
  perCall?: number | null;
  later?: number;
  tokens?: number;
  perMonth?: { before: number | null; after: number | null };
}

export interface Case {
  name: string;
  before: Change;
  after: Change;
  changes: Expected[];
}

/** A commit each, in a folder of its own. */
export const cases: Case[] = [
  { name: 'lines move', before: { 'a.py': ask() }, after: { 'a.py': `# a remark\n\n\n${ask()}` }, changes: [] },
  { name: 'a file is renamed', before: { 'a.py': ask() }, after: { 'a.py': null, 'lib/b.py': ask() }, changes: [] },
  {
    name: 'a function moves to another file',
    before: { 'a.py': two(ask(), ask({ name: 'other', text: '"Say bye."' })), 'b.py': 'import os\n' },
    after: { 'a.py': ask(), 'b.py': ask({ name: 'other', text: '"Say bye."' }) },
    changes: [],
  },
  {
    name: 'functions change places',
    before: { 'a.py': two(ask(), ask({ name: 'other', text: '"Say bye."' })) },
    after: { 'a.py': two(ask({ name: 'other', text: '"Say bye."' }), ask()) },
    changes: [],
  },
  { name: 'a parameter that costs nothing', before: { 'a.py': ask() }, after: { 'a.py': ask({ more: 'temperature=0.2, ' }) }, changes: [] },
  {
    name: 'a file is renamed and its prompt grows by three tokens',
    before: { 'a.py': ask() },
    after: { 'a.py': null, 'b.py': ask({ text: '"Say hello. Be kind."' }) },
    changes: [{ causes: ['prompt'], tokens: 3, perCall: 3 * full.input, split: { prompt: 3 * full.input } }],
  },
  {
    name: 'a prompt shrinks by three tokens',
    before: { 'a.py': ask({ text: '"Say hello. Be kind."' }) },
    after: { 'a.py': ask() },
    changes: [{ causes: ['prompt'], tokens: -3, perCall: -3 * full.input }],
  },
  {
    name: 'a cheaper model',
    before: { 'a.py': ask() },
    after: { 'a.py': ask({ model: '"gpt-4.1-mini"' }) },
    changes: [{ causes: ['model'], tokens: 0, perCall: hello * (mini.input - full.input) + answer * (mini.output - full.output) }],
  },
  {
    name: 'a dearer model, set in a constant',
    before: { 'a.py': ask({ model: 'MODEL', head: 'MODEL = "gpt-4.1-mini"\n' }) },
    after: { 'a.py': ask({ model: 'MODEL', head: 'MODEL = "gpt-4.1"\n' }) },
    changes: [{ causes: ['model'], perCall: hello * (full.input - mini.input) + answer * (full.output - mini.output) }],
  },
  {
    name: 'a tight limit: half of it is the forecast',
    before: { 'a.py': ask() },
    after: { 'a.py': ask({ limit: 'max_tokens=100, ' }) },
    changes: [{ causes: ['limit'], perCall: (50 - answer) * full.output }],
  },
  {
    name: 'a wide limit: the forecast stays, the bound moves',
    before: { 'a.py': ask() },
    after: { 'a.py': ask({ limit: 'max_tokens=4000, ' }) },
    changes: [{ causes: ['limit'], perCall: 0, split: { limit: 0 } }],
  },
  {
    name: 'the prompt and the model at once: the prompt at the old price first',
    before: { 'a.py': ask() },
    after: { 'a.py': ask({ model: '"gpt-4.1-mini"', text: '"Say hello. Be kind."' }) },
    changes: [
      {
        causes: ['prompt', 'model'],
        split: { prompt: 3 * full.input, model: (hello + 3) * (mini.input - full.input) + answer * (mini.output - full.output) },
      },
    ],
  },
  {
    name: 'three answers instead of one',
    before: { 'a.py': ask() },
    after: { 'a.py': ask({ more: 'n=3, ' }) },
    changes: [{ causes: ['parameters'], perCall: 2 * answer * full.output }],
  },
  {
    name: 'a request more',
    before: { 'a.py': ask() },
    after: { 'a.py': two(ask(), ask({ name: 'other' })) },
    changes: [{ kind: 'added', perCall: asked }],
  },
  {
    name: 'a request less',
    before: { 'a.py': two(ask(), ask({ name: 'other', text: '"Say bye."' })) },
    after: { 'a.py': ask({ name: 'other', text: '"Say bye."' }) },
    changes: [{ kind: 'removed', perCall: -asked, causes: [] }],
  },
  {
    name: 'the first of two like requests in one function goes',
    before: {
      'a.py': `${ask()}    client.chat.completions.create(model="gpt-4.1-mini", max_tokens=1000, messages=[{"role": "user", "content": "Say hello."}])\n`,
    },
    after: { 'a.py': ask({ model: '"gpt-4.1-mini"' }) },
    changes: [{ kind: 'removed', perCall: -asked }],
  },
  {
    name: 'a file with a request goes',
    before: { 'a.py': ask() },
    after: { 'a.py': null },
    changes: [{ kind: 'removed', perCall: -asked }],
  },
  {
    name: 'a model that nobody can know',
    before: { 'a.py': ask() },
    after: { 'a.py': ask({ model: 'load_model()', head: 'from somewhere import load_model\n' }) },
    changes: [{ causes: ['model'], perCall: null, split: {} }],
  },
  {
    name: 'a prompt of another file',
    before: { 'a.py': ask({ text: 'TEXT', head: 'from p07 import TEXT\n' }), 'p07.py': 'TEXT = "Say hello."\n' },
    after: { 'p07.py': 'TEXT = "Say hello. Be kind."\n' },
    changes: [{ causes: ['prompt'], tokens: 3, perCall: 3 * full.input }],
  },
  {
    name: 'a prompt that is handed on by a third file',
    before: {
      'a.py': ask({ text: 'TEXT', head: 'from handing import TEXT\n' }),
      'handing.py': 'from far import TEXT\n',
      'far.py': 'TEXT = "Say hello."\n',
    },
    after: { 'far.py': 'TEXT = "Say hello. Be kind."\n' },
    changes: [{ causes: ['prompt'], tokens: 3, perCall: 3 * full.input }],
  },
  {
    name: 'a prompt in a text file',
    before: { 'a.py': ask({ text: 'open("hello.txt").read()' }), 'hello.txt': 'Say hello.' },
    after: { 'hello.txt': 'Say hello. Be kind.' },
    changes: [{ causes: ['prompt'], tokens: 3, perCall: 3 * full.input }],
  },
  {
    name: 'a helper of another file, whose caller names no SDK',
    before: {
      'llm.py': `from openai import OpenAI
client = OpenAI()

def complete(text):
    return client.chat.completions.create(model="gpt-4.1", max_tokens=1000, messages=[{"role": "user", "content": text}])
`,
      'app.py': 'from llm import complete\n\ndef greet():\n    return complete("Say hello.")\n',
    },
    after: { 'app.py': 'from llm import complete\n\ndef greet():\n    return complete("Say hello. Be kind.")\n' },
    changes: [{ causes: ['prompt'], tokens: 3, perCall: 3 * full.input }],
  },
  {
    name: 'a definition of an unchanged file is asked by a new one',
    before: {
      'models22.py': 'from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI(model="gpt-4.1", max_tokens=1000)\n',
    },
    after: { 'use.py': 'from models22 import llm\n\ndef greet():\n    return llm.invoke("Say hello.")\n' },
    changes: [{ kind: 'added' }, { kind: 'removed' }],
  },
  {
    name: 'a tool more: its definition, and answers as short as those of tools',
    before: { 'a.py': ask() },
    after: { 'a.py': ask({ more: tool }) },
    changes: [{ causes: ['tools'] }],
  },
  {
    name: 'somebody states how often it is made',
    before: { 'a.py': ask() },
    after: { '.prompt-cost.json': volumes('a.py', 100) },
    changes: [{ causes: ['volume'], perCall: 0, perMonth: { before: null, after: 3000 * asked } }],
  },
  {
    name: 'it is made twice as often',
    before: { 'a.py': ask(), '.prompt-cost.json': volumes('a.py', 100) },
    after: { '.prompt-cost.json': volumes('a.py', 200) },
    changes: [{ causes: ['volume'], perCall: 0, perMonth: { before: 3000 * asked, after: 6000 * asked } }],
  },
  {
    name: "a price of the project's own",
    before: { 'a.py': ask() },
    after: { '.prompt-cost.json': JSON.stringify({ models: { 'gpt-4.1': { input: 1, output: 4 } } }) },
    changes: [{ causes: ['prices'], perCall: -asked / 2 }],
  },
  {
    name: 'the cache is asked for: the first call pays for writing, the later ones read',
    before: { 'a.py': claude('') },
    after: { 'a.py': claude(', "cache_control": {"type": "ephemeral"}') },
    changes: [{ causes: ['cache'] }],
  },
  {
    name: 'the cache keeps for an hour',
    before: { 'a.py': claude(', "cache_control": {"type": "ephemeral"}') },
    after: { 'a.py': claude(', "cache_control": {"type": "ephemeral", "ttl": "1h"}') },
    changes: [{ causes: ['cache'], later: 0 }],
  },
  {
    name: 'a clock before the fixed text: the cache is lost',
    before: { 'a.py': ask({ text: `"Follow the rules.${words(3000)}" + question` }) },
    after: { 'a.py': ask({ text: `f"{now()} Follow the rules.${words(3000)}" + question` }) },
    changes: [{}],
  },
];

/** The last cases stand on counts of their own; what holds between their figures is checked apart. */
export const prices = { full, mini, haiku, answer };
