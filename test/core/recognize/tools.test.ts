import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { partOf } from './partsOf';

const PYTHON = 'from openai import OpenAI\nclient = OpenAI()\n';
const ZOD = `import { z } from 'zod';\nimport { generateObject } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n`;
const AGENT = 'from agents import Agent, Runner, function_tool\n';
const RUN = 'Runner.run_sync(agent, "What is the weather?")\n';
const call = (name: string, description: string | undefined, properties: object, required?: string[]) => ({
  type: 'function',
  function: { name, ...(description !== undefined && { description }), parameters: { type: 'object', properties, ...(required && { required }) } },
});
const CITY = { city: { type: 'string' } };

const TOOLS: [string, string, string, unknown[], boolean?][] = [
  [
    'functions with types and docstrings, without what the framework fills',
    'a.py',
    `${AGENT}@function_tool
def weather(ctx: RunContextWrapper[Any], city: str, days: int = 3) -> str:
    """Tells the weather.

    Args:
        city: The city.
    """
    return ""
@function_tool(name_override="t", description_override="Tells.")
def time(city: Annotated[str, "Where"]): ...
agent = Agent(name="a", model="gpt-4o", tools=[weather, time])
${RUN}`,
    [
      call('weather', 'Tells the weather.\n\nArgs:\n    city: The city.', { ...CITY, days: { type: 'integer', default: 3 } }, ['city']),
      call('t', 'Tells.', { city: { type: 'string', description: 'Where' } }, ['city']),
    ],
  ],
  [
    "a vendor's own tools and a list that grows",
    'a.py',
    `${AGENT}def add(a: int): "Adds."
tools = [WebSearchTool()]
tools.append(add)
agent = Agent(name="a", model="gpt-4o", tools=tools)
${RUN}`,
    [{ type: 'web_search' }, call('add', 'Adds.', { a: { type: 'integer' } }, ['a'])],
  ],
  [
    'a tool of another package, of which nothing is seen',
    'a.py',
    `${AGENT}def add(a: int): "Adds."
agent = Agent(name="a", model="gpt-4o", tools=[add, SearchKit(limit=3)])
${RUN}`,
    [call('add', 'Adds.', { a: { type: 'integer' } }, ['a'])],
    true,
  ],
  [
    'models and functions behind makers',
    'a.py',
    `${PYTHON}class City(BaseModel):
    """A city."""
    city: str
def f(city: str):
    """Looks up."""
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi there."}], tools=[
    openai.pydantic_function_tool(City),
    openai.pydantic_function_tool(City, name="c", description="d"),
    StructuredTool.from_function(func=f, name="g", args_schema=City),
    FunctionTool.from_defaults(fn=f),
    {"type": "web_search"},
    {"name": "h", "description": "i", "input_schema": City.model_json_schema()},
])
`,
    [
      call('City', 'A city.', CITY, ['city']),
      call('c', 'd', CITY, ['city']),
      {
        type: 'function',
        function: {
          name: 'g',
          description: 'Looks up.',
          parameters: { type: 'object', properties: CITY, required: ['city'], description: 'A city.' },
        },
      },
      call('f', 'Looks up.', CITY, ['city']),
      { type: 'web_search' },
      { name: 'h', description: 'i', input_schema: { type: 'object', properties: CITY, required: ['city'], description: 'A city.' } },
    ],
  ],
  [
    'an instance of a tool that is a class',
    'a.py',
    `from smolagents import CodeAgent, LiteLLMModel, Tool
class Weather(Tool):
    name = "weather"
    description = "Tells."
    inputs = {"city": {"type": "string"}}
    def forward(self, city): ...
agent = CodeAgent(tools=[Weather()], model=LiteLLMModel(model_id="gpt-4o"))
agent.run("What is the weather?")
`,
    [call('weather', 'Tells.', CITY)],
  ],
  [
    "the AI SDK's tools by their names",
    'a.ts',
    `${ZOD}const tools = { weather: tool({ description: 'Tells.', inputSchema: z.object({ city: z.string() }), execute: async ({ city }) => city }) };
generateText({ model: openai('gpt-4o'), prompt: 'What is the weather?', tools: { ...tools, web: openai.tools.webSearch({ size: 'low' }), other: made() } });
`.replace('generateObject', 'generateText'),
    [
      {
        type: 'function',
        function: {
          name: 'weather',
          description: 'Tells.',
          parameters: { type: 'object', properties: CITY, required: ['city'], additionalProperties: false },
        },
      },
      { type: 'web_search', size: 'low' },
      { type: 'function', function: { name: 'other' } },
    ],
    true,
  ],
  [
    "LangChain's tools that are made of functions",
    'a.ts',
    `import { z } from 'zod';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
const weather = tool(async ({ city }) => city, { name: 'weather', description: 'Tells.', schema: z.object({ city: z.string() }) });
const llm = new ChatOpenAI({ model: 'gpt-4o' });
const model = llm.bindTools([weather]);
await model.invoke('What is the weather?');
`,
    [
      {
        type: 'function',
        function: {
          name: 'weather',
          description: 'Tells.',
          parameters: { type: 'object', properties: CITY, required: ['city'], additionalProperties: false },
        },
      },
    ],
  ],
];

describe('Tools are read from', () => {
  for (const [name, path, text, expected, open = false] of TOOLS) {
    it(name, async () => {
      const part = await partOf('tools', path, text);
      assert.deepEqual(part.tools, expected);
      assert.equal(part.open, open);
    });
  }

  it('a list of functions in another file', async () => {
    const tools = 'def f(city: str):\n    """Looks up."""\nTOOLS = [f]\n';
    const part = await partOf('tools', 'a.py', `${AGENT}from tools import TOOLS\nagent = Agent(name="a", model="gpt-4o", tools=TOOLS)\n${RUN}`, {
      'tools.py': tools,
    });
    assert.deepEqual(part, { kind: 'tools', tools: [call('f', 'Looks up.', CITY, ['city'])], open: false });
  });
});
