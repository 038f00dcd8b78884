import type { Fixture } from './fixture';

/** Frameworks of Python, and Claude's for JavaScript, in which the request and what it asks stand in two places. */
export const frameworksPython: Fixture[] = [
  {
    sdk: 'strands',
    path: 'strandscall.py',
    code: `from strands import Agent
from strands.models import BedrockModel
agent = Agent(model=BedrockModel(model_id="us.amazon.nova-lite-v1:0", max_tokens=15), system_prompt="You count words.")
agent("How many words are in this line?")
result = agent.structured_output(Out, "Count again please.")
class Svc:
    def __init__(self):
        self.agent = Agent(model="us.anthropic.claude-sonnet-4-20250514-v1:0", system_prompt="You count words.")
    def ask(self, q):
        return self.agent(q)
`,
    calls: [
      { api: 'strands.BedrockModel', model: 'us.amazon.nova-lite-v1:0', limit: 15 },
      { api: 'strands.BedrockModel', model: 'us.amazon.nova-lite-v1:0', limit: 15 },
      { api: 'strands.Agent', model: 'us.anthropic.claude-sonnet-4-20250514-v1:0', limit: null },
    ],
    prompts: ['system: You count words.', 'user: How many words are in this line?', 'system: You count words.'],
  },
  {
    sdk: 'dspy',
    path: 'dspy.py',
    code: `import dspy
lm = dspy.LM("openai/gpt-4o-mini", max_tokens=31)
dspy.configure(lm=lm)
class Summarize(dspy.Signature):
    """Summarize the text in one sentence."""
    text: str = dspy.InputField()
    summary: str = dspy.OutputField()
predict = dspy.Predict(Summarize)
predict(text="A long text")
qa = dspy.ChainOfThought("question -> answer")
qa(question="Why is the sky blue?")
class RAG(dspy.Module):
    def __init__(self):
        self.respond = dspy.ChainOfThought("context, question -> answer")
    def forward(self, question):
        return self.respond(context="x", question=question)
lm("Say hello.")
`,
    calls: [
      { api: 'dspy.LM', model: 'openai/gpt-4o-mini', limit: 31 },
      { api: 'dspy.LM', model: 'openai/gpt-4o-mini', limit: 31 },
      { api: 'dspy.LM', model: 'openai/gpt-4o-mini', limit: 31 },
      { api: 'dspy.LM', model: 'openai/gpt-4o-mini', limit: 31 },
    ],
    prompts: ['system: question -> answer', 'system: context, question -> answer', 'user: Say hello.'],
  },
  {
    sdk: 'claude-agent',
    path: 'claudesdk.py',
    code: `import anyio
from claude_agent_sdk import query, ClaudeAgentOptions, ClaudeSDKClient, AssistantMessage
async def main():
    options = ClaudeAgentOptions(system_prompt="You are a careful reviewer.", model="claude-sonnet-4-5", max_turns=1)
    async for message in query(prompt="Review the diff.", options=options):
        print(message)
    async with ClaudeSDKClient(options=options) as client:
        await client.query("What is the capital of France?")
        async for msg in client.receive_response():
            print(msg)
`,
    calls: [
      { api: 'claude-agent.query', model: 'claude-sonnet-4-5', limit: null, stream: true },
      { api: 'claude-agent.ClaudeSDKClient', model: 'claude-sonnet-4-5', limit: null, stream: true },
    ],
    prompts: ['system: You are a careful reviewer.', 'user: Review the diff.', 'user: What is the capital of France?'],
  },
  {
    sdk: 'claude-agent',
    path: 'claudesdk.ts',
    code: `import { query } from '@anthropic-ai/claude-agent-sdk';
for await (const message of query({ prompt: 'Review the diff.', options: { model: 'claude-sonnet-4-5', systemPrompt: 'You are a careful reviewer.' } })) console.log(message);
const q = query({ prompt: 'No model is named here.' });
`,
    calls: [
      { api: 'claude-agent.query', model: 'claude-sonnet-4-5', limit: null, stream: true },
      { api: 'claude-agent.query', model: null, limit: null, stream: true },
    ],
    prompts: ['user: Review the diff.', 'system: You are a careful reviewer.', 'user: No model is named here.'],
  },
  {
    sdk: 'llama-index',
    path: 'llamaengine.py',
    code: `from llama_index.core import VectorStoreIndex, SimpleDirectoryReader, Settings
from llama_index.llms.openai import OpenAI
llm = OpenAI(model="gpt-4o-mini", max_tokens=32)
index = VectorStoreIndex.from_documents(docs)
query_engine = index.as_query_engine(llm=llm)
response = query_engine.query("What did the author do growing up?")
chat = index.as_chat_engine(llm=OpenAI(model="gpt-4o"), system_prompt="You answer briefly.")
chat.chat("And then?")
Settings.llm = OpenAI(model="gpt-4o")
index.as_query_engine().query("What else?")
`,
    calls: [
      { api: 'llama_index.OpenAI', model: 'gpt-4o-mini', limit: 32 },
      { api: 'llama_index.OpenAI', model: 'gpt-4o', limit: null },
      { api: 'llama_index.OpenAI', model: 'gpt-4o', limit: null },
    ],
    prompts: ['user: What did the author do growing up?', 'system: You answer briefly.', 'user: And then?', 'user: What else?'],
  },
  {
    sdk: 'llama-index',
    path: 'llamaagent.py',
    code: `from llama_index.core.agent.workflow import FunctionAgent, AgentWorkflow
from llama_index.llms.openai import OpenAI
agent = FunctionAgent(tools=[], llm=OpenAI(model="gpt-4o-mini"), system_prompt="You help with maths.")
async def main():
    response = await agent.run(user_msg="What is 2 + 2?")
    flow = AgentWorkflow(agents=[agent], root_agent="a")
    await flow.run(user_msg="And 3 + 3?")
`,
    calls: [
      { api: 'llama_index.OpenAI', model: 'gpt-4o-mini', limit: null },
      { api: 'llama_index.OpenAI', model: 'gpt-4o-mini', limit: null },
    ],
    prompts: ['system: You help with maths.', 'user: What is 2 + 2?', 'user: And 3 + 3?'],
  },
  {
    sdk: 'browser-use',
    path: 'browseruse.py',
    code: `from browser_use import Agent, ChatOpenAI
import asyncio
async def main():
    agent = Agent(task="Find the price of a kettle.", llm=ChatOpenAI(model="gpt-4o-mini"))
    await agent.run()
    history = await Agent(task="Buy it.", llm=ChatOpenAI(model="gpt-4o")).run(max_steps=3)
`,
    calls: [
      { api: 'browser-use.ChatOpenAI', model: 'gpt-4o-mini', limit: null },
      { api: 'browser-use.ChatOpenAI', model: 'gpt-4o', limit: null },
    ],
    prompts: ['user: Find the price of a kettle.', 'user: Buy it.'],
  },
  {
    sdk: 'google-adk',
    path: 'adk.py',
    code: `from google.adk.agents import Agent, SequentialAgent
from google.adk.runners import Runner
from google.adk.sessions import InMemorySessionService
from google.genai import types
a = Agent(name="clock", model="gemini-2.5-flash", instruction="Tell the time of a city.")
b = Agent(name="poet", model="gemini-2.5-pro", instruction="Write a poem.")
root_agent = SequentialAgent(name="both", sub_agents=[a, b])
runner = Runner(agent=root_agent, app_name="x", session_service=InMemorySessionService())
async def ask(q):
    content = types.Content(role="user", parts=[types.Part(text="What time is it?")])
    async for event in runner.run_async(user_id="u", session_id="s", new_message=content):
        print(event)
`,
    calls: [
      { api: 'google-adk.WorkflowAgent', model: 'gemini-2.5-flash', limit: null },
      { api: 'google-adk.WorkflowAgent', model: 'gemini-2.5-pro', limit: null },
    ],
    prompts: ['system: Tell the time of a city.', 'system: Write a poem.', 'user: What time is it?'],
  },
  {
    sdk: 'autogen',
    path: 'autogen.py',
    code: `from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.models.openai import OpenAIChatCompletionClient
client = OpenAIChatCompletionClient(model="gpt-4o", max_tokens=12)
writer = AssistantAgent("writer", model_client=client, system_message="You write.")
critic = AssistantAgent("critic", model_client=client, system_message="You judge.")
team = RoundRobinGroupChat([writer, critic], max_turns=4)
async def main():
    await team.run(task="Write about bees.")
    await Console(team.run_stream(task="Write about ants."))
    await writer.run(task="Write a haiku.")
`,
    calls: [
      { api: 'autogen.OpenAIChatCompletionClient', model: 'gpt-4o', limit: 12 },
      { api: 'autogen.OpenAIChatCompletionClient', model: 'gpt-4o', limit: 12 },
      { api: 'autogen.OpenAIChatCompletionClient', model: 'gpt-4o', limit: 12, stream: true },
      { api: 'autogen.OpenAIChatCompletionClient', model: 'gpt-4o', limit: 12, stream: true },
      { api: 'autogen.OpenAIChatCompletionClient', model: 'gpt-4o', limit: 12 },
    ],
    prompts: ['system: You write.', 'system: You judge.', 'user: Write about bees.', 'user: Write about ants.', 'user: Write a haiku.'],
  },
  {
    sdk: 'crewai',
    path: 'crewbase.py',
    code: `from crewai import Agent, Crew, Process, Task, LLM
from crewai.project import CrewBase, agent, crew, task
@CrewBase
class News:
    agents_config = "config/agents.yaml"
    tasks_config = "config/tasks.yaml"
    @agent
    def researcher(self) -> Agent:
        return Agent(config=self.agents_config["researcher"], llm=LLM(model="gpt-4o"), verbose=True)
    @agent
    def writer(self) -> Agent:
        return Agent(role="Writer", goal="Write", backstory="You write well.", llm="gpt-4o-mini")
    @task
    def research_task(self) -> Task:
        return Task(config=self.tasks_config["research_task"])
    @task
    def write_task(self) -> Task:
        return Task(description="Write about bees.", expected_output="A text", agent=self.writer())
    @crew
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks, process=Process.sequential)
def run():
    News().crew().kickoff(inputs={"topic": "bees"})
`,
    calls: [
      { api: 'crewai.LLM', model: null, limit: null },
      { api: 'crewai.Crew', model: 'gpt-4o-mini', limit: null },
    ],
    prompts: ['system: Writer', 'system: Write', 'system: You write well.', 'user: Write about bees.', 'user: A text'],
  },
  {
    sdk: 'litellm',
    path: 'litellmrouter.py',
    code: `from litellm import Router
model_list = [{"model_name": "fast", "litellm_params": {"model": "azure/gpt-4o-mini", "api_key": "x"}}, {"model_name": "smart", "litellm_params": {"model": "anthropic/claude-sonnet-4-5"}}]
router = Router(model_list=model_list)
router.completion(model="smart", messages=[{"role": "user", "content": "Hello there"}], max_tokens=33)
await router.acompletion(model="fast", messages=[{"role": "user", "content": "Hello there"}])
`,
    calls: [
      { api: 'litellm.completion', model: 'anthropic/claude-sonnet-4-5', limit: 33 },
      { api: 'litellm.completion', model: 'azure/gpt-4o-mini', limit: null },
    ],
    prompts: ['user: Hello there', 'user: Hello there'],
  },
  {
    sdk: 'litellm',
    path: 'litellmbalanced.py',
    code: `import litellm
class Gateway:
    def __init__(self):
        self.router = litellm.Router([
            {"model_name": "main", "litellm_params": {"model": "gpt-4.1"}},
            {"model_name": "main", "litellm_params": {"model": "gpt-4.1-mini"}},
        ])
    async def chat(self):
        return await self.router.acompletion("main", [{"role": "user", "content": "Hello there"}])
`,
    calls: [{ api: 'litellm.completion', model: null, limit: null }],
    prompts: ['user: Hello there'],
  },
  {
    sdk: 'mcp-agent',
    path: 'mcpagent.py',
    code: `from mcp_agent.app import MCPApp
from mcp_agent.agents.agent import Agent
from mcp_agent.workflows.llm.augmented_llm_openai import OpenAIAugmentedLLM
from mcp_agent.workflows.llm.augmented_llm import RequestParams
async def main():
    finder = Agent(name="finder", instruction="You can read files and URLs.", server_names=["fetch"])
    async with finder:
        llm = await finder.attach_llm(OpenAIAugmentedLLM)
        result = await llm.generate_str(message="Show me what is in mcp_agent.config.yaml", request_params=RequestParams(model="gpt-4o", maxTokens=34))
`,
    calls: [{ api: 'mcp-agent.Agent', model: 'gpt-4o', limit: 34 }],
    prompts: ['system: You can read files and URLs.', 'user: Show me what is in mcp_agent.config.yaml'],
  },
  {
    sdk: 'haystack',
    path: 'haystack.py',
    code: `from haystack import Pipeline
from haystack.components.builders import PromptBuilder, ChatPromptBuilder
from haystack.components.generators import OpenAIGenerator
from haystack.components.generators.chat import OpenAIChatGenerator
from haystack.dataclasses import ChatMessage
generator = OpenAIGenerator(model="gpt-4o-mini", generation_kwargs={"max_tokens": 35})
generator.run("What is NLP?")
template = [ChatMessage.from_system("Answer from the documents."), ChatMessage.from_user("Question: {{question}}")]
pipe = Pipeline()
pipe.add_component("prompt", ChatPromptBuilder(template=template))
pipe.add_component("llm", OpenAIChatGenerator(model="gpt-4o"))
pipe.connect("prompt", "llm")
pipe.run({"prompt": {"question": "Who lives in Rome?"}})
`,
    calls: [
      { api: 'haystack.OpenAIGenerator', model: 'gpt-4o-mini', limit: 35 },
      { api: 'haystack.OpenAIChatGenerator', model: 'gpt-4o', limit: null },
    ],
    prompts: ['user: What is NLP?', 'system: Answer from the documents.', 'user: Question: <question>', 'user: Who lives in Rome?'],
  },
  {
    sdk: 'semantic-kernel',
    path: 'sk.py',
    code: `from semantic_kernel import Kernel
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion, AzureChatCompletion
agent = ChatCompletionAgent(service=OpenAIChatCompletion(ai_model_id="gpt-4o"), name="Assistant", instructions="Answer the user.")
async def main():
    response = await agent.get_response(messages="Write a haiku about bees.")
    async for r in agent.invoke(messages="Another one."):
        print(r)
    kernel = Kernel()
    kernel.add_service(OpenAIChatCompletion(service_id="x", ai_model_id="gpt-4o-mini"))
    await kernel.invoke_prompt("Tell a joke about trees.")
`,
    calls: [
      { api: 'semantic-kernel.OpenAIChatCompletion', model: 'gpt-4o', limit: null },
      { api: 'semantic-kernel.OpenAIChatCompletion', model: 'gpt-4o', limit: null },
      { api: 'semantic-kernel.OpenAIChatCompletion', model: 'gpt-4o-mini', limit: null },
    ],
    prompts: ['system: Answer the user.', 'user: Write a haiku about bees.', 'user: Another one.', 'user: Tell a joke about trees.'],
  },
  {
    sdk: 'agent-framework',
    path: 'maf.py',
    code: `from agent_framework import ChatAgent
from agent_framework.openai import OpenAIChatClient, OpenAIResponsesClient
from agent_framework.azure import AzureOpenAIChatClient
agent = ChatAgent(chat_client=OpenAIChatClient(model_id="gpt-4o"), instructions="You are good at telling jokes.")
async def main():
    print(await agent.run("Tell me a joke about a pirate."))
    other = OpenAIResponsesClient(model_id="gpt-4o-mini").create_agent(name="Joker", instructions="You tell jokes.")
    async for u in other.run_stream("Tell me another."):
        print(u)
`,
    calls: [
      { api: 'agent-framework.OpenAIChatClient', model: 'gpt-4o', limit: null },
      { api: 'agent-framework.OpenAIResponsesClient', model: 'gpt-4o-mini', limit: null, stream: true },
    ],
    prompts: ['system: You are good at telling jokes.', 'user: Tell me a joke about a pirate.', 'system: You tell jokes.', 'user: Tell me another.'],
  },
  {
    sdk: 'baml',
    path: 'baml.py',
    code: `from baml_client import b
from baml_client.sync_client import b as sync
resume = b.ExtractResume(text)
`,
    calls: [{ api: 'baml.call', model: null, limit: null }],
    prompts: [],
  },
  {
    sdk: 'langchain',
    path: 'lcagent.py',
    code: `from langchain.agents import AgentExecutor, create_tool_calling_agent
from langchain_openai import ChatOpenAI
from langchain_core.prompts import ChatPromptTemplate
prompt = ChatPromptTemplate.from_messages([("system", "You are helpful."), ("human", "{input}")])
agent = create_tool_calling_agent(ChatOpenAI(model="gpt-4o"), tools, prompt)
executor = AgentExecutor(agent=agent, tools=tools)
executor.invoke({"input": "What is up?"})
`,
    calls: [{ api: 'langchain.ChatOpenAI', model: 'gpt-4o', limit: null }],
    prompts: ['system: You are helpful.', 'user: What is up?'],
  },
];
