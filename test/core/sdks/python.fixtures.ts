import type { Fixture } from './fixture';

/** A client that copies OpenAI's interface: same call, own names. */
const compatible = (sdk: string, head: string, model: string): Fixture => ({
  sdk,
  path: `${sdk}.py`,
  code: `${head}
client.chat.completions.create(model="${model}", max_tokens=10, messages=[{"role": "user", "content": "Name a planet."}])
`,
  calls: [{ api: `${sdk}.chat.completions`, model, limit: 10 }],
  prompts: ['user: Name a planet.'],
});

/** Calls of each SDK in Python. */
export const python: Fixture[] = [
  {
    sdk: 'openrouter',
    path: 'openrouter.py',
    code: `from openrouter import OpenRouter
with OpenRouter(api_key=key) as router:
    router.chat.send(model="openai/gpt-4o-mini", max_tokens=9, messages=[{"role": "user", "content": "Name a hill."}])
`,
    calls: [{ api: 'openrouter.chat', model: 'openai/gpt-4o-mini', limit: 9 }],
    prompts: ['user: Name a hill.'],
  },
  {
    sdk: 'openai',
    path: 'openai.py',
    code: `from openai import OpenAI
client = OpenAI()
for name in names:
    client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": "Greet people."}, {"role": "user", "content": f"Greet {name}."}],
        max_tokens=20,
    )
client.responses.create(model="gpt-5", instructions="Be terse.", input="What is Python?", stream=True)
client.embeddings.create(model="text-embedding-3-small", input=text)
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 20, loop: true },
      { api: 'openai.responses', model: 'gpt-5', limit: null, stream: true },
      { api: 'openai.embeddings', model: 'text-embedding-3-small', limit: null },
    ],
    prompts: ['system: Greet people.', 'user: Greet <name>.', 'system: Be terse.', 'user: What is Python?'],
  },
  {
    sdk: 'anthropic',
    path: 'claude.py',
    code: `import anthropic
client = anthropic.Anthropic()
client.messages.create(model="claude-sonnet-4-5", max_tokens=100, system="Be kind.", messages=[{"role": "user", "content": "Hello, Claude"}])
`,
    calls: [{ api: 'anthropic.messages', model: 'claude-sonnet-4-5', limit: 100 }],
    prompts: ['system: Be kind.', 'user: Hello, Claude'],
  },
  {
    sdk: 'google',
    path: 'gemini.py',
    code: `from google import genai
from google.genai import types
client = genai.Client()
client.models.generate_content(model="gemini-2.5-flash", contents="Name a moon.", config=types.GenerateContentConfig(max_output_tokens=40))
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-2.5-flash', limit: 40 }],
    prompts: ['user: Name a moon.'],
  },
  {
    sdk: 'bedrock',
    path: 'bedrock.py',
    code: `import boto3
client = boto3.client("bedrock-runtime")
client.converse(modelId="amazon.nova-lite-v1:0", inferenceConfig={"maxTokens": 70}, messages=[{"role": "user", "content": [{"text": "Name a sea."}]}])
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 70 }],
    prompts: ['user: Name a sea.'],
  },
  {
    sdk: 'cohere',
    path: 'cohere.py',
    code: `import cohere
co = cohere.ClientV2()
co.chat(model="command-r", max_tokens=15, messages=[{"role": "user", "content": "Name a bird."}])
`,
    calls: [{ api: 'cohere.chat', model: 'command-r', limit: 15 }],
    prompts: ['user: Name a bird.'],
  },
  {
    sdk: 'mistral',
    path: 'mistral.py',
    code: `from mistralai import Mistral
client = Mistral(api_key="key")
client.chat.complete(model="mistral-small-latest", messages=[{"role": "user", "content": "Name a tree."}])
`,
    calls: [{ api: 'mistral.chat.complete', model: 'mistral-small-latest', limit: null }],
    prompts: ['user: Name a tree.'],
  },
  {
    sdk: 'ollama',
    path: 'ollama.py',
    code: `import ollama
ollama.chat(model="llama3.2", messages=[{"role": "user", "content": "Name a fish."}], stream=True)
ollama.generate(model="llama3.2", prompt="Name a dish.", options={"num_predict": 12})
`,
    calls: [
      { api: 'ollama.chat', model: 'llama3.2', limit: null, stream: true },
      { api: 'ollama.generate', model: 'llama3.2', limit: 12 },
    ],
    prompts: ['user: Name a fish.', 'user: Name a dish.'],
  },
  {
    sdk: 'litellm',
    path: 'litellm.py',
    code: `from litellm import completion
completion(model="anthropic/claude-sonnet-4-5", messages=[{"role": "user", "content": "Name a song."}], max_tokens=9)
`,
    calls: [{ api: 'litellm.completion', model: 'anthropic/claude-sonnet-4-5', limit: 9 }],
    prompts: ['user: Name a song.'],
  },
  {
    sdk: 'langchain',
    path: 'chain.py',
    code: `from langchain_openai import ChatOpenAI
llm = ChatOpenAI(model="gpt-4o-mini", max_tokens=33)
llm.invoke("Name a game.")
`,
    calls: [{ api: 'langchain.ChatOpenAI', model: 'gpt-4o-mini', limit: 33 }],
    prompts: ['user: Name a game.'],
  },
  {
    sdk: 'llama-index',
    path: 'index.py',
    code: `from llama_index.llms.openai import OpenAI
llm = OpenAI(model="gpt-4o", max_tokens=44)
llm.complete("Name a hill.")
`,
    calls: [{ api: 'llama_index.OpenAI', model: 'gpt-4o', limit: 44 }],
    prompts: ['user: Name a hill.'],
  },
  {
    sdk: 'instructor',
    path: 'instructor.py',
    code: `import instructor
client = instructor.from_provider("openai/gpt-4o-mini")
client.create(response_model=User, messages=[{"role": "user", "content": "John is 25 years old."}])
`,
    calls: [{ api: 'instructor.chat.completions', model: 'openai/gpt-4o-mini', limit: null }],
    prompts: ['user: John is 25 years old.'],
  },
  {
    sdk: 'openai-agents',
    path: 'agents.py',
    code: `from agents import Agent, Runner
agent = Agent(name="Poet", instructions="You write poems.", model="gpt-4o")
Runner.run_sync(agent, "A poem about rust.")
`,
    calls: [{ api: 'openai-agents.Agent', model: 'gpt-4o', limit: null }],
    prompts: ['system: You write poems.', 'user: A poem about rust.'],
  },
  {
    sdk: 'dspy',
    path: 'dspy.py',
    code: `import dspy
lm = dspy.LM("openai/gpt-4o-mini", max_tokens=1000)
`,
    calls: [{ api: 'dspy.LM', model: 'openai/gpt-4o-mini', limit: 1000 }],
  },
  {
    sdk: 'semantic-kernel',
    path: 'kernel.py',
    code: `from semantic_kernel import Kernel
kernel = Kernel()
kernel.invoke_prompt("Write a limerick about bees.")
`,
    calls: [{ api: 'semantic-kernel.InvokePrompt', model: null, limit: null }],
    prompts: ['user: Write a limerick about bees.'],
  },
  {
    sdk: 'azure-inference',
    path: 'azure.py',
    code: `from azure.ai.inference import ChatCompletionsClient
from azure.ai.inference.models import SystemMessage, UserMessage
client = ChatCompletionsClient(endpoint=endpoint, credential=credential)
client.complete(model="gpt-4o", max_tokens=21, messages=[SystemMessage("Be polite."), UserMessage("Name a road.")])
`,
    calls: [{ api: 'azure-inference.complete', model: 'gpt-4o', limit: 21 }],
    prompts: ['system: Be polite.', 'user: Name a road.'],
  },
  {
    sdk: 'huggingface',
    path: 'hub.py',
    code: `from huggingface_hub import InferenceClient
client = InferenceClient()
client.chat.completions.create(model="meta-llama/Llama-3.1-8B-Instruct", max_tokens=22, messages=[{"role": "user", "content": "Name a city."}])
`,
    calls: [{ api: 'huggingface.chat.completions', model: 'meta-llama/Llama-3.1-8B-Instruct', limit: 22 }],
    prompts: ['user: Name a city.'],
  },
  {
    sdk: 'replicate',
    path: 'replicate.py',
    code: `import replicate
replicate.run("meta/meta-llama-3-8b-instruct", input={"prompt": "Name a lake.", "max_tokens": 17})
`,
    calls: [{ api: 'replicate.run', model: 'meta/meta-llama-3-8b-instruct', limit: 17 }],
    prompts: ['user: Name a lake.'],
  },
  {
    sdk: 'voyage',
    path: 'voyage.py',
    code: `import voyageai
vo = voyageai.Client()
vo.embed(texts, model="voyage-3")
`,
    calls: [{ api: 'voyage.embed', model: 'voyage-3', limit: null }],
  },
  {
    sdk: 'xai',
    path: 'grok.py',
    code: `from xai_sdk import Client
client = Client()
client.chat.create(model="grok-4", max_tokens=18)
`,
    calls: [{ api: 'xai.chat', model: 'grok-4', limit: 18 }],
  },
  {
    sdk: 'dashscope',
    path: 'qwen.py',
    code: `import dashscope
from dashscope import TextEmbedding
for text in texts:
    TextEmbedding.call(model="text-embedding-v3", input=text)
dashscope.Generation.call(model="qwen-max", messages=[{"role": "user", "content": "Name a tea."}], max_tokens=19, stream=True)
`,
    calls: [
      { api: 'dashscope.TextEmbedding', model: 'text-embedding-v3', limit: null, loop: true },
      { api: 'dashscope.Generation', model: 'qwen-max', limit: 19, stream: true },
    ],
    prompts: ['user: Name a tea.'],
  },
  {
    sdk: 'qianfan',
    path: 'ernie.py',
    code: `import qianfan
qianfan.ChatCompletion().do(model="ERNIE-4.0-8K", messages=[{"role": "user", "content": "Name a spice."}], max_output_tokens=20)
qianfan.Embedding().do(model="Embedding-V1", texts=texts)
`,
    calls: [
      { api: 'qianfan.ChatCompletion', model: 'ERNIE-4.0-8K', limit: 20 },
      { api: 'qianfan.Embedding', model: 'Embedding-V1', limit: null },
    ],
    prompts: ['user: Name a spice.'],
  },
  {
    sdk: 'watsonx',
    path: 'granite.py',
    code: `from ibm_watsonx_ai.foundation_models import Embeddings, ModelInference
model = ModelInference(model_id="ibm/granite-3-8b-instruct", params={"max_new_tokens": 21}, credentials=credentials)
model.generate_text(prompt="Name a rock.")
for part in model.generate_text_stream(prompt="Name a metal."):
    print(part)
model.chat(messages=[{"role": "user", "content": "Name a gem."}], params={"max_tokens": 22})
Embeddings(model_id="ibm/slate-125m").embed_query(text)
`,
    calls: [
      { api: 'watsonx.generate_text', model: 'ibm/granite-3-8b-instruct', limit: 21 },
      { api: 'watsonx.generate_text_stream', model: 'ibm/granite-3-8b-instruct', limit: 21, stream: true },
      { api: 'watsonx.chat', model: 'ibm/granite-3-8b-instruct', limit: 22 },
      { api: 'watsonx.embeddings', model: 'ibm/slate-125m', limit: null },
    ],
    prompts: ['user: Name a rock.', 'user: Name a metal.', 'user: Name a gem.'],
  },
  {
    sdk: 'writer',
    path: 'palmyra.py',
    code: `from writerai import Writer
client = Writer()
client.chat.chat(model="palmyra-x5", max_tokens=23, messages=[{"role": "user", "content": "Name a poet."}])
client.completions.create(model="palmyra-x4", prompt="Once upon a time", stream=True)
`,
    calls: [
      { api: 'writer.chat', model: 'palmyra-x5', limit: 23 },
      { api: 'writer.completions', model: 'palmyra-x4', limit: null, stream: true },
    ],
    prompts: ['user: Name a poet.', 'user: Once upon a time'],
  },
  {
    sdk: 'google',
    path: 'palm.py',
    code: `import google.generativeai as palm
from vertexai.language_models import TextGenerationModel
palm.chat(model="chat-bison", context="Speak as a pirate.", messages=["Name a ship."])
model = TextGenerationModel.from_pretrained("text-bison@001")
model.predict("Name a port.", max_output_tokens=24)
`,
    calls: [
      { api: 'google.chat', model: 'chat-bison', limit: null },
      { api: 'google.predict', model: 'text-bison@001', limit: 24 },
    ],
    prompts: ['system: Speak as a pirate.', 'user: Name a ship.', 'user: Name a port.'],
  },
  compatible('ark', 'from volcenginesdkarkruntime import Ark\nclient = Ark()', 'doubao-pro-32k'),
  compatible('cerebras', 'from cerebras.cloud.sdk import Cerebras\nclient = Cerebras()', 'llama3.1-8b'),
  compatible('fireworks', 'from fireworks import Fireworks\nclient = Fireworks()', 'accounts/fireworks/models/llama-v3p1-8b-instruct'),
  compatible('groq', 'from groq import Groq\nclient = Groq()', 'llama-3.1-8b-instant'),
  compatible('portkey', 'from portkey_ai import Portkey\nclient = Portkey()', 'gpt-4o'),
  compatible('together', 'from together import Together\nclient = Together()', 'meta-llama/Llama-3-8b-chat-hf'),
  compatible('zhipu', 'from zhipuai import ZhipuAI\nclient = ZhipuAI()', 'glm-4'),
  {
    sdk: 'openai',
    path: 'lookalike.py',
    code: `from twilio.rest import Client
from transformers import AutoModelForCausalLM
client = Client(sid, token)
client.messages.create(body="You are next in line", to=to)
slack.chat_postMessage(channel="general", text="hello")
model = AutoModelForCausalLM.from_pretrained("gpt2")
model.generate(ids, max_new_tokens=50)
`,
    calls: [],
  },
];
