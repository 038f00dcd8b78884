import type { Fixture } from './fixture';

/** Frameworks of agents in Python: a model with a limit, and an agent with its instructions. */
export const agents: Fixture[] = [
  {
    sdk: 'agno',
    path: 'agno.py',
    code: `from agno.agent import Agent
from agno.models.openai import OpenAIChat
agent = Agent(model=OpenAIChat(id="gpt-4o", max_tokens=11), instructions="You report the news.")
`,
    calls: [{ api: 'agno.OpenAIChat', model: 'gpt-4o', limit: 11 }],
    prompts: ['system: You report the news.'],
  },
  {
    sdk: 'autogen',
    path: 'autogen.py',
    code: `from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
client = OpenAIChatCompletionClient(model="gpt-4o", max_tokens=12)
agent = AssistantAgent("helper", model_client=client, system_message="You plan trips.")
`,
    calls: [{ api: 'autogen.OpenAIChatCompletionClient', model: 'gpt-4o', limit: 12 }],
    prompts: ['system: You plan trips.'],
  },
  {
    sdk: 'browser-use',
    path: 'browse.py',
    code: `from browser_use import Agent, ChatOpenAI
agent = Agent(task="Find the price of a kettle.", llm=ChatOpenAI(model="gpt-4o-mini"))
`,
    calls: [{ api: 'browser-use.ChatOpenAI', model: 'gpt-4o-mini', limit: null }],
    prompts: ['user: Find the price of a kettle.'],
  },
  {
    sdk: 'crewai',
    path: 'crew.py',
    code: `from crewai import Agent, LLM, Task
llm = LLM(model="gpt-4o", max_tokens=13)
task = Task(description="Write about bees.", agent=agent)
`,
    calls: [{ api: 'crewai.LLM', model: 'gpt-4o', limit: 13 }],
    prompts: ['user: Write about bees.'],
  },
  {
    sdk: 'mirascope',
    path: 'mirascope.py',
    code: `from mirascope import llm
@llm.call(provider="openai", model="gpt-4o-mini", call_params={"max_tokens": 21})
def recommend(genre):
    return f"Recommend one {genre} book."
recommend("fantasy")
`,
    calls: [{ api: 'mirascope.call', model: 'gpt-4o-mini', limit: 21 }],
    prompts: ['user: Recommend one fantasy book.'],
  },
  {
    sdk: 'ell',
    path: 'ell.py',
    code: `import ell
@ell.simple(model="gpt-4o", max_tokens=22)
def greet(name):
    """You greet people in one line."""
    return f"Greet {name}, please."
greet(who)
`,
    calls: [{ api: 'ell.simple', model: 'gpt-4o', limit: 22 }],
    prompts: ['system: You greet people in one line.', 'user: Greet <name>, please.'],
  },
  {
    sdk: 'magentic',
    path: 'magentic.py',
    code: `from magentic import prompt, OpenaiChatModel
@prompt("Add more dude to this phrase: {phrase}", model=OpenaiChatModel("gpt-4o", max_tokens=23))
def dudeify(phrase): ...
dudeify("Hello")
`,
    calls: [{ api: 'magentic.prompt', model: 'gpt-4o', limit: 23 }],
    prompts: ['user: Add more dude to this phrase: <phrase>'],
  },
  {
    sdk: 'google-adk',
    path: 'adk.py',
    code: `from google.adk.agents import Agent
agent = Agent(name="clock", model="gemini-2.5-flash", instruction="Tell the time of a city.")
`,
    calls: [{ api: 'google-adk.Agent', model: 'gemini-2.5-flash', limit: null }],
    prompts: ['system: Tell the time of a city.'],
  },
  {
    sdk: 'google-adk',
    path: 'adk_short.py',
    code: `from google.adk import Agent
root_agent = Agent(name="clock", model="gemini-2.5-flash", instruction="Tell the time of a city.")
`,
    calls: [{ api: 'google-adk.Agent', model: 'gemini-2.5-flash', limit: null }],
    prompts: ['system: Tell the time of a city.'],
  },
  {
    sdk: 'ai-sdk',
    path: 'agent_route.ts',
    code: `import { createAgentUIStreamResponse, ToolLoopAgent } from 'ai';
import { openai } from '@ai-sdk/openai';
const agent = new ToolLoopAgent({ model: openai('gpt-5-mini'), instructions: 'You help customers.', maxOutputTokens: 800 });
export async function POST(request: Request) {
  const { messages } = await request.json();
  return createAgentUIStreamResponse({ agent, uiMessages: messages });
}
`,
    calls: [{ api: 'ai-sdk.Agent', model: 'gpt-5-mini', limit: 800, stream: true }],
    prompts: ['system: You help customers.'],
  },
  {
    sdk: 'pydantic-ai',
    path: 'pydantic.py',
    code: `from pydantic_ai import Agent
agent = Agent("openai:gpt-4o", system_prompt="Be concise.")
agent.run_sync("Where does hello world come from?")
`,
    calls: [{ api: 'pydantic-ai.Agent', model: 'openai:gpt-4o', limit: null }],
    prompts: ['system: Be concise.', 'user: Where does hello world come from?'],
  },
  {
    sdk: 'smolagents',
    path: 'smol.py',
    code: `from smolagents import CodeAgent, InferenceClientModel
agent = CodeAgent(tools=[], model=InferenceClientModel(model_id="Qwen/Qwen2.5-Coder-32B-Instruct"))
agent.run("How fast does a leopard run?")
`,
    calls: [{ api: 'smolagents.InferenceClientModel', model: 'Qwen/Qwen2.5-Coder-32B-Instruct', limit: null }],
    prompts: ['user: How fast does a leopard run?'],
  },
  {
    sdk: 'strands',
    path: 'strands.py',
    code: `from strands import Agent
from strands.models import BedrockModel
agent = Agent(model=BedrockModel(model_id="us.amazon.nova-lite-v1:0", max_tokens=15), system_prompt="You count words.")
`,
    calls: [{ api: 'strands.BedrockModel', model: 'us.amazon.nova-lite-v1:0', limit: 15 }],
    prompts: ['system: You count words.'],
  },
  {
    sdk: 'strands',
    path: 'strands.ts',
    code: `import { Agent, BedrockModel } from '@strands-agents/sdk';
const agent = new Agent({ model: new BedrockModel({ modelId: 'us.amazon.nova-lite-v1:0', maxTokens: 15 }), systemPrompt: 'You count words.' });
`,
    calls: [{ api: 'strands.BedrockModel', model: 'us.amazon.nova-lite-v1:0', limit: 15 }],
    prompts: ['system: You count words.'],
  },
];
