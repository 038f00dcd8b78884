import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { createTestEngine, memoryFiles } from '../../helpers/engine';

/** Requests of the first file as `line model`, `DEF` where nothing asks it, `…` where more is sent than can be read. */
async function requests(files: Record<string, string>): Promise<string[]> {
  const [path = '', text = ''] = Object.entries(files)[0] ?? [];
  const engine = await createTestEngine({ readFile: memoryFiles(files) });
  const { calls, estimates } = await engine.analyze({ path, text }, defaultSettings());
  return calls.map(({ site, span, model, models, modelBasis }, index) =>
    [
      text.slice(0, span.start).split('\n').length,
      ...(site === 'definition' ? ['DEF'] : []),
      model ?? (models.join('|') || '?'),
      ...(modelBasis === 'default' ? ['by default'] : []),
      ...(estimates[index]?.input.high === null ? ['…'] : []),
    ].join(' '),
  );
}

const PYDANTIC = 'from pydantic_ai import Agent\nagent = Agent("openai:gpt-4o", system_prompt="Be brief.")\n';
const AGENTS = 'from agents import Agent, Runner\nother = Agent(name="Other", model="gpt-4o")\n';

describe('what a request asks', () => {
  for (const [what, files, expected] of [
    [
      'is no model of embeddings, where a chain has one beside its chat model',
      {
        'app.py': `from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain.chains import create_retrieval_chain
vectors = FAISS.from_documents(docs, OpenAIEmbeddings(model="text-embedding-3-small"))
chain = create_retrieval_chain(vectors.as_retriever(), combine(ChatOpenAI(model="gpt-4o")))
chain.invoke({"input": "Who was he?"})
`,
      },
      ['3 DEF text-embedding-3-small …', '5 gpt-4o'],
    ],
    [
      'may be set for all by an assignment',
      {
        'app.py':
          'from llama_index.core import Settings, VectorStoreIndex\nfrom llama_index.llms.openai import OpenAI\nSettings.llm = OpenAI(model="gpt-4o-mini")\nVectorStoreIndex.from_documents(docs).as_query_engine().query("Who was he?")\n',
      },
      ['4 gpt-4o-mini …'],
    ],
    [
      'may be set for all in a file that is imported',
      {
        'app.py':
          'from llama_index.core import load_index_from_storage\nfrom conf import init\ninit()\nload_index_from_storage(ctx).as_query_engine().query("Who was he?")\n',
        'conf.py':
          'from llama_index.core import Settings\nfrom llama_index.llms.anthropic import Anthropic\ndef init():\n    Settings.llm = Anthropic(model="claude-sonnet-4-6")\n',
      },
      ['4 claude-sonnet-4-6 …'],
    ],
    [
      'stands in a folder that bears the name of a package',
      {
        'app.py': 'from agents.flights import flights\nflights.run_sync("Find a flight.")\n',
        'agents/flights.py': 'from pydantic_ai import Agent\nflights = Agent("openai:gpt-4o", system_prompt="You know flights.")',
      },
      ['2 openai:gpt-4o'],
    ],
    [
      'has a model object, which a function makes',
      {
        'app.py':
          'import os\nfrom pydantic_ai import Agent\nfrom pydantic_ai.models.openai import OpenAIModel\ndef get_model():\n    return OpenAIModel(os.getenv("MODEL", "gpt-4o-mini"))\nagent = Agent(get_model(), system_prompt="Be brief.")\nagent.run_sync("Hello")\n',
      },
      ['7 gpt-4o-mini by default'],
    ],
    [
      'has tools that decorators add',
      { 'app.py': `${PYDANTIC}@agent.tool_plain\ndef roll():\n    """Rolls a die."""\nagent.run_sync("Hello")\n` },
      ['6 openai:gpt-4o …'],
    ],
    [
      'has tools of servers',
      { 'app.py': `${AGENTS}agent = Agent(name="A", model="gpt-4o", mcp_servers=[server])\nRunner.run_sync(agent, "Hello")\n` },
      ['2 DEF gpt-4o …', '4 gpt-4o …'],
    ],
    [
      'may be handed over',
      { 'app.py': `${AGENTS}agent = Agent(name="A", model="gpt-4o", handoffs=[other])\nRunner.run_sync(agent, "Hello")\n` },
      ['2 DEF gpt-4o …', '4 gpt-4o …'],
    ],
    ['is read whole where nothing is added', { 'app.py': `${PYDANTIC}agent.run_sync("Hello")\n` }, ['3 openai:gpt-4o']],
  ] as const)
    it(what, async () => assert.deepEqual(await requests(files), expected));

  for (const [sdk, code, expected] of [
    [
      "OpenAI's agents in Python",
      ['app.py', 'from agents import Agent, Runner\nRunner.run_sync(Agent(name="A", instructions="Be kind."), "Hello")\n'],
      '2 gpt-5.6-luna by default',
    ],
    [
      "OpenAI's agents in TypeScript",
      ['app.ts', 'import { Agent, run } from "@openai/agents";\nawait run(new Agent({ name: "A" }), "Hello");\n'],
      '2 gpt-5.4-mini by default',
    ],
    [
      'LangChain in Python',
      ['app.py', 'from langchain_openai import ChatOpenAI\nChatOpenAI(temperature=0).invoke("Hello")\n'],
      '2 gpt-3.5-turbo by default',
    ],
    [
      'deep agents in TypeScript',
      [
        'app.ts',
        'import { createDeepAgent } from "deepagents";\nawait createDeepAgent({ systemPrompt: "Be kind." }).invoke({ messages: [{ role: "user", content: "Hello" }] });\n',
      ],
      '2 claude-sonnet-4-5-20250929 by default',
    ],
  ] as const)
    it(`has the model that ${sdk} takes where none is given`, async () => assert.deepEqual(await requests({ [code[0]]: code[1] }), [expected]));
});

describe('a batch', () => {
  const head = 'import anthropic\nclient = anthropic.Anthropic()\n';
  const item = (text: string) =>
    `{"custom_id": "a", "params": {"model": "claude-haiku-4-5", "max_tokens": 20, "messages": [{"role": "user", "content": ${text}}]}}`;

  for (const [what, path, code, expected] of [
    ['in a list', 'app.py', `${head}client.messages.batches.create(requests=[${item('"Hello"')}, ${item('"Bye"')}])\n`, 2],
    ['made in a comprehension', 'app.py', `${head}client.messages.batches.create(requests=[${item('doc')} for doc in docs])\n`, 1],
    ['appended', 'app.py', `${head}all = []\nfor doc in docs:\n    all.append(${item('doc')})\nclient.messages.batches.create(requests=all)\n`, 1],
    [
      'mapped',
      'app.ts',
      `import Anthropic from "@anthropic-ai/sdk";\nawait new Anthropic().messages.batches.create({ requests: docs.map((doc) => (${item('doc')})) });\n`,
      1,
    ],
  ] as const)
    it(`carries the requests that are ${what}, at half the price`, async () => {
      const { calls, estimates } = await (await createTestEngine()).analyze({ path, text: code }, defaultSettings());
      assert.deepEqual(
        calls.map(({ model, outputLimit, kind }) => [model, outputLimit.kind === 'value' && outputLimit.tokens, kind]),
        Array(expected).fill(['claude-haiku-4-5', 20, 'chat']),
      );
      const prices = estimates.flatMap(({ lines }) => lines.filter(({ unit }) => unit === 'output').map(({ price }) => price));
      assert.deepEqual(prices, Array(expected).fill(2.5));
    });
});

describe('a crew with its agents and tasks in YAML', () => {
  const files = {
    'shop/crew.py': `from crewai import Agent, Crew, Task
from crewai.project import CrewBase, agent, crew, task

@CrewBase
class Shop:
    @agent
    def writer(self):
        return Agent(config=self.agents_config["writer"])
    @agent
    def editor(self):
        return Agent(config=self.agents_config["editor"], llm="gpt-4o")
    @task
    def write(self):
        return Task(config=self.tasks_config["write"])
    @task
    def edit(self):
        return Task(config=self.tasks_config["edit"])
    @crew
    def crew(self):
        return Crew(agents=self.agents, tasks=self.tasks)

Shop().crew().kickoff(inputs={"topic": "bees"})
`,
    'shop/config/agents.yaml':
      'writer:\n  role: Writer\n  goal: Write about {topic}\n  backstory: You write.\n  llm: anthropic/claude-sonnet-4-6\neditor:\n  role: Editor\n  goal: Edit texts\n  backstory: You edit.\n',
    'shop/config/tasks.yaml':
      'write:\n  description: Write a page.\n  expected_output: A page\n  agent: writer\nedit:\n  description: Edit the page.\n  expected_output: A better page\n  agent: editor\n',
  };

  it('is a request for each task, of the agent that the task names', async () => {
    assert.deepEqual(await requests(files), ['22 anthropic/claude-sonnet-4-6 …', '22 gpt-4o …']);
  });

  it('sends the texts of the files, of which no edit touches any', async () => {
    const engine = await createTestEngine({ readFile: memoryFiles(files) });
    const text = files['shop/crew.py'];
    const { calls, prompts } = await engine.analyze({ path: 'shop/crew.py', text }, defaultSettings());
    const sent = calls.map((call) =>
      call.prompts.map((index) => prompts[index]?.segments.map((part) => (part.kind === 'text' ? part.text : '?')).join('')),
    );
    assert.deepEqual(sent, [
      ['Write a page.', 'A page', 'Writer', 'Write about ?', 'You write.'],
      ['Edit the page.', 'A better page', 'Editor', 'Edit texts', 'You edit.'],
    ]);
    assert.ok(prompts.every(({ editable }) => !editable));
  });

  it('reads the file that the class names instead', async () => {
    const { 'shop/config/agents.yaml': agents, ...others } = files;
    const text = files['shop/crew.py'].replace('class Shop:\n', 'class Shop:\n    agents_config = "staff.yaml"\n');
    assert.deepEqual(await requests({ ...others, 'shop/crew.py': text, 'shop/staff.yaml': agents }), [
      '23 anthropic/claude-sonnet-4-6 …',
      '23 gpt-4o …',
    ]);
  });
});
