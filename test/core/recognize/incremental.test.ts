import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Analysis, defaultSettings } from '../../../src/core';
import { createTestEngine, memoryFiles } from '../../helpers/engine';

const python = `import os
from openai import OpenAI
from prompts import SHARED

MODEL = "gpt-4o"
SYSTEM_PROMPT = "You are a terse assistant. Answer the question."
PREFIX = "Shop: "


class Base:
    model = "gpt-4o-mini"

    def __init__(self):
        self.client = OpenAI()
        self.limit = 100


class Agent(Base):
    def ask(self, question):
        return self.client.chat.completions.create(
            model=self.model, max_tokens=self.limit, messages=[{"role": "system", "content": PREFIX + SYSTEM_PROMPT}, {"role": "user", "content": question}]
        )

    def run(self, questions):
        return [self.ask(question) for question in questions]


client = OpenAI()
options = {"max_tokens": 50}


def answer(prompt, model=MODEL):
    return client.responses.create(model=model, instructions=SHARED, input=prompt, max_output_tokens=limit())


def limit():
    return 300


def main():
    answer("Say hello to the customer in one sentence.")
    client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": f"{SYSTEM_PROMPT} Go."}], **options)
    Agent().run(["a", "b"])


async def later():
    return await asyncio.to_thread(client.responses.create, model=MODEL, input="Name a river.")
`;

/** Each replaces the one text by the other; what a statement far from it says then changes too. */
const edits: [string, string][] = [
  ['MODEL = "gpt-4o"', 'MODEL = "gpt-4.1"'],
  ['a terse assistant', 'a very terse assistant'],
  ['"Shop: "', '"Our shop: "'],
  ['model = "gpt-4o-mini"', 'model = "gpt-4.1-nano"'],
  ['self.limit = 100', 'self.limit = 120'],
  ['class Agent(Base)', 'class Agent'],
  ['class Agent:', 'class Agent(Base):'],
  ['self.client = OpenAI()', 'self.client = OpenAI(base_url="https://api.groq.com/openai/v1")'],
  ['[self.ask(question) for question in questions]', 'self.ask(questions[0])'],
  ['"max_tokens": 50', '"max_tokens": 70'],
  ['return 300', 'return 400'],
  ['Say hello', 'Say a friendly hello'],
  ['from prompts import SHARED', 'from prompts import OTHER as SHARED'],
  ['from openai import OpenAI', 'from elsewhere import OpenAI'],
  ['from elsewhere import OpenAI', 'from openai import OpenAI'],
  ['def limit():', 'def other():'],
  ['\n\nclient = OpenAI()\n', '\n\n'],
];

const helpers = `from langchain_openai import ChatOpenAI
from langchain_core.prompts import ChatPromptTemplate
from openai import OpenAI

client = OpenAI()
LIMIT = 20
llm = ChatOpenAI(model="gpt-4o", max_tokens=LIMIT)
prompt = ChatPromptTemplate.from_messages([("system", "You are polite to all who ask."), ("user", "{question}")])
chain = prompt | llm
BASE = {"model": "gpt-4o"}
MORE = {**BASE, "max_tokens": 5}


def ask(text, model="gpt-4o"):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": text}])


def build():
    return ChatOpenAI(model="gpt-4.1")


def main(questions):
    chain.invoke({"question": "Which river is the longest one?"})
    build().invoke("Name a river of the north.")
    ask("Name a lake of the north.")
    client.chat.completions.create(messages=[{"role": "user", "content": "Name a sea."}], **MORE)
`;

const helperEdits: [string, string][] = [
  ['LIMIT = 20', 'LIMIT = 30'],
  ['ChatOpenAI(model="gpt-4o"', 'ChatOpenAI(model="gpt-4o-mini"'],
  ['polite to all', 'kind to all'],
  ['prompt | llm', 'prompt | build()'],
  ['model="gpt-4.1"', 'model="o3"'],
  ['"model": "gpt-4o"}', '"model": "gpt-4.1-mini"}'],
  ['model="gpt-4o"):', 'model="gpt-4.1"):'],
  ['"content": text}', '"content": "Please: " + text}'],
  ['    ask("Name a lake of the north.")', '    for q in questions:\n        ask("Name a lake of the north.")'],
  ['ask("Name a lake of the north.")', 'pass'],
  ['chain.invoke(', 'other('],
];

const files = memoryFiles({ 'prompts.py': 'SHARED = "You are kind."\nOTHER = "You are the other one."\n' });

/** All that an analysis says; facts and loops are left out, which are the same objects all over. */
function show({ calls, prompts, estimates, findProblems }: Analysis): string {
  const problem = findProblems().map(({ rule, span, message }) => [rule, span, message]);
  const seen = { calls, prompts, estimates, problem };
  return JSON.stringify(seen, (key, value) => (key === 'fact' || key === 'loops' ? undefined : value instanceof Map ? [...value] : value), 1);
}

describe('recognition after an edit', () => {
  it('says the same as afresh where a change in one statement changes what others mean', async () => {
    const engine = await createTestEngine({ readFile: files });
    const settings = defaultSettings();
    const document = engine.open({ path: 'app.py', text: python });
    let before = show(await document.analyze(settings));
    for (const [from, to] of edits) {
      const start = document.text.indexOf(from);
      assert.ok(start >= 0, from);
      document.edit([{ start, end: start + from.length, text: to }]);
      const after = show(await document.analyze(settings));
      assert.notEqual(after, before, `${from} → ${to} changes something`);
      assert.equal(after, show(await engine.analyze({ path: 'app.py', text: document.text }, settings)), `${from} → ${to}`);
      before = after;
    }
    document.close();
  });

  it('says the same as afresh where definitions, helpers and their callers change', async () => {
    const engine = await createTestEngine({ readFile: files });
    const settings = defaultSettings();
    const document = engine.open({ path: 'app.py', text: helpers });
    let before = show(await document.analyze(settings));
    for (const [from, to] of helperEdits) {
      const start = document.text.indexOf(from);
      assert.ok(start >= 0, from);
      document.edit([{ start, end: start + from.length, text: to }]);
      const after = show(await document.analyze(settings));
      assert.notEqual(after, before, `${from} → ${to} changes something`);
      assert.equal(after, show(await engine.analyze({ path: 'app.py', text: document.text }, settings)), `${from} → ${to}`);
      before = after;
    }
    document.close();
  });

  it('looks again at what other files say when they change', async () => {
    let shared = 'SHARED = "You are kind."\n';
    const engine = await createTestEngine({ readFile: async (path) => (path === 'prompts.py' ? shared : null) });
    const document = engine.open({ path: 'app.py', text: python });
    const textOf = async () => (await document.analyze(defaultSettings())).prompts.map(({ segments }) => JSON.stringify(segments)).join();
    assert.match(await textOf(), /You are kind/);
    shared = 'SHARED = "You are brief."\n';
    document.edit([{ start: python.length, end: python.length, text: '\n# more\n' }]);
    assert.match(await textOf(), /You are brief/);
    document.close();
  });

  it('leaves an analysis as it was when the text goes on changing', async () => {
    const engine = await createTestEngine({ readFile: files });
    const document = engine.open({ path: 'app.py', text: python });
    const first = await document.analyze(defaultSettings());
    const places = () =>
      JSON.stringify([first.calls.map(({ span, nameSpan, modelSpan, outputLimit }) => [span, nameSpan, modelSpan, outputLimit]), first.prompts]);
    const before = places();
    document.edit([{ start: 0, end: 0, text: '# one more line\n' }]);
    await document.analyze(defaultSettings());
    assert.equal(places(), before);
    document.close();
  });
});
