import type { Fixture } from './fixture';

/** Frameworks of the other languages in which the request and what it asks stand in two places. */
export const frameworks: Fixture[] = [
  {
    sdk: 'langchain4j',
    path: 'L4j.java',
    code: `import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.SystemMessage;
class L4j {
  interface Assistant {
    @SystemMessage("You are a polite assistant.")
    String chat(String message);
  }
  public static void main(String[] args) {
    ChatModel model = OpenAiChatModel.builder().apiKey(key).modelName("gpt-4o-mini").maxTokens(41).build();
    String answer = model.chat("Say 'Hello World'");
    Assistant assistant = AiServices.builder(Assistant.class).chatModel(model).tools(new Tools()).build();
    assistant.chat("What is up?");
    Assistant other = AiServices.create(Assistant.class, model);
    other.chat("And now?");
  }
}
`,
    calls: [
      { api: 'langchain4j.OpenAiChatModel', model: 'gpt-4o-mini', limit: 41 },
      { api: 'langchain4j.OpenAiChatModel', model: 'gpt-4o-mini', limit: 41 },
      { api: 'langchain4j.OpenAiChatModel', model: 'gpt-4o-mini', limit: 41 },
    ],
    prompts: ['system: You are a polite assistant.', "user: Say 'Hello World'", 'user: What is up?', 'user: And now?'],
  },
  {
    sdk: 'spring-ai',
    path: 'Spring.java',
    code: `import org.springframework.ai.chat.client.ChatClient;
@RestController
class MyController {
    private final ChatClient chatClient;
    MyController(ChatClient.Builder builder) {
        this.chatClient = builder.defaultSystem("You are a pirate.").defaultAdvisors(new SimpleLoggerAdvisor()).build();
    }
    String ask(String q) {
        return this.chatClient.prompt().user("Tell me a joke.").advisors(new QuestionAnswerAdvisor(store)).call().content();
    }
    Flux<String> tell(String q) {
        return chatClient.prompt(q).options(OpenAiChatOptions.builder().model("gpt-4o").maxTokens(42).build()).stream().content();
    }
    Film film() { return chatClient.prompt().user("A film").call().entity(Film.class); }
}
`,
    calls: [
      { api: 'spring-ai.ChatClient', model: null, limit: null },
      { api: 'spring-ai.ChatClient', model: 'gpt-4o', limit: 42, stream: true },
      { api: 'spring-ai.ChatClient', model: null, limit: null },
    ],
    prompts: ['system: You are a pirate.', 'user: Tell me a joke.', 'user: A film'],
  },
  {
    sdk: 'semantic-kernel',
    path: 'Sk.cs',
    code: `using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
var builder = Kernel.CreateBuilder();
builder.AddOpenAIChatCompletion("gpt-4o", key);
Kernel kernel = builder.Build();
await kernel.InvokePromptAsync("Tell a joke about trees.");
ChatCompletionAgent agent = new() { Name = "Poet", Instructions = "You write poems.", Kernel = kernel };
await foreach (var r in agent.InvokeAsync("Write about bees.")) Console.WriteLine(r);
`,
    calls: [
      { api: 'semantic-kernel.InvokePrompt', model: 'gpt-4o', limit: null },
      { api: 'semantic-kernel.Agent', model: 'gpt-4o', limit: null },
    ],
    prompts: ['user: Tell a joke about trees.', 'system: You write poems.', 'user: Write about bees.'],
  },
  {
    sdk: 'extensions-ai',
    path: 'Maf.cs',
    code: `using Microsoft.Agents.AI;
using OpenAI;
AIAgent agent = new OpenAIClient(key).GetChatClient("gpt-4o-mini").CreateAIAgent(instructions: "You are good at telling jokes.", name: "Joker");
Console.WriteLine(await agent.RunAsync("Tell me a joke about a pirate."));
await foreach (var u in agent.RunStreamingAsync("Another one.")) Console.WriteLine(u);
var other = new ChatClientAgent(chatClient, instructions: "You judge.");
await other.RunAsync("Judge it.");
`,
    calls: [
      { api: 'agent-framework.Run', model: 'gpt-4o-mini', limit: null },
      { api: 'agent-framework.Run', model: 'gpt-4o-mini', limit: null, stream: true },
      { api: 'agent-framework.Run', model: null, limit: null },
    ],
    prompts: [
      'system: You are good at telling jokes.',
      'user: Tell me a joke about a pirate.',
      'user: Another one.',
      'system: You judge.',
      'user: Judge it.',
    ],
  },
  {
    sdk: 'langchain',
    path: 'lc.ts',
    code: `import { ChatOpenAI } from '@langchain/openai';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnableSequence } from '@langchain/core/runnables';
import { createAgent } from 'langchain';
import { AgentExecutor, createToolCallingAgent } from 'langchain/agents';
const model = new ChatOpenAI({ model: 'gpt-4o', maxTokens: 44 });
const prompt = ChatPromptTemplate.fromMessages([['system', 'You are helpful.'], ['human', '{input}']]);
const chain = RunnableSequence.from([prompt, model, new StringOutputParser()]);
await chain.invoke({ input: 'x' });
await prompt.pipe(model).pipe(parser).invoke({ input: 'y' });
const executor = new AgentExecutor({ agent: createToolCallingAgent({ llm: model, tools, prompt }), tools });
await executor.invoke({ input: 'z' });
const agent = createAgent({ model: 'openai:gpt-4o-mini', tools: [], systemPrompt: 'Be brief.' });
await agent.invoke({ messages: [{ role: 'user', content: 'Weather in Rome?' }] });
const structured = model.withStructuredOutput(schema);
await structured.invoke('Who are you?');
`,
    calls: [
      { api: 'langchain.ChatOpenAI', model: 'gpt-4o', limit: 44 },
      { api: 'langchain.ChatOpenAI', model: 'gpt-4o', limit: 44 },
      { api: 'langchain.ChatOpenAI', model: 'gpt-4o', limit: 44 },
      { api: 'langchain.create_agent', model: 'openai:gpt-4o-mini', limit: null },
      { api: 'langchain.ChatOpenAI', model: 'gpt-4o', limit: 44 },
    ],
    prompts: ['system: You are helpful.', 'user: x', 'user: y', 'user: z', 'system: Be brief.', 'user: Weather in Rome?', 'user: Who are you?'],
  },
  {
    sdk: 'mastra',
    path: 'mastra.ts',
    code: `import { Agent } from '@mastra/core/agent';
import { openai } from '@ai-sdk/openai';
import { Mastra } from '@mastra/core';
export const weather = new Agent({ name: 'w', instructions: 'You tell the weather.', model: openai('gpt-4o-mini') });
const mastra = new Mastra({ agents: { weather } });
const agent = mastra.getAgent('weather');
await agent.generate('Weather in Rome?');
await weather.stream([{ role: 'user', content: 'And Paris?' }], { maxSteps: 2 });
`,
    calls: [
      { api: 'mastra.Agent', model: 'gpt-4o-mini', limit: null },
      { api: 'mastra.Agent', model: 'gpt-4o-mini', limit: null, stream: true },
    ],
    prompts: ['system: You tell the weather.', 'user: Weather in Rome?', 'user: And Paris?'],
  },
  {
    sdk: 'ai-sdk',
    path: 'loop.ts',
    code: `import { ToolLoopAgent, Experimental_Agent as Agent, generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
const a = new ToolLoopAgent({ model: openai('gpt-4o'), instructions: 'You are helpful.', tools: {} });
const r = await a.generate({ prompt: 'Weather in Rome?' });
const s = await new Agent({ model: openai('gpt-4o-mini'), system: 'You are brief.' }).stream({ prompt: 'Hi there.' });
`,
    calls: [
      { api: 'ai-sdk.Agent', model: 'gpt-4o', limit: null },
      { api: 'ai-sdk.Agent', model: 'gpt-4o-mini', limit: null, stream: true },
    ],
    prompts: ['system: You are helpful.', 'user: Weather in Rome?', 'system: You are brief.', 'user: Hi there.'],
  },
  {
    sdk: 'genkit',
    path: 'genkit.ts',
    code: `import { genkit, z } from 'genkit';
import { googleAI } from '@genkit-ai/google-genai';
const ai = genkit({ plugins: [googleAI()], model: googleAI.model('gemini-2.5-flash') });
const hello = ai.definePrompt({ name: 'hello', model: 'googleai/gemini-2.5-pro', system: 'You are a guide.', prompt: 'Greet {{name}}.', config: { maxOutputTokens: 45 } });
export const flow = ai.defineFlow('f', async (x) => {
  const { output } = await hello({ name: x });
  const { text } = await ai.generate('Say hi.');
  const res = hello.stream({ name: 'b' });
  const chat = ai.chat({ system: 'Be a pirate.' });
  await chat.send('Ahoy there');
});
`,
    calls: [
      { api: 'genkit.prompt', model: 'googleai/gemini-2.5-pro', limit: 45 },
      { api: 'genkit.generate', model: 'gemini-2.5-flash', limit: null },
      { api: 'genkit.prompt', model: 'googleai/gemini-2.5-pro', limit: 45, stream: true },
      { api: 'genkit.chat', model: 'gemini-2.5-flash', limit: null },
    ],
    prompts: ['system: You are a guide.', 'user: Greet <name>.', 'user: Say hi.', 'system: Be a pirate.', 'user: Ahoy there'],
  },
  {
    sdk: 'genkit',
    path: 'genkit.go',
    code: `package main
import (
  "github.com/firebase/genkit/go/ai"
  "github.com/firebase/genkit/go/genkit"
)
func main() {
  g := genkit.Init(ctx, genkit.WithDefaultModel("googleai/gemini-2.5-flash"))
  resp, err := genkit.Generate(ctx, g, ai.WithPrompt("Tell me a joke."), ai.WithModelName("googleai/gemini-2.5-pro"))
  text, err := genkit.GenerateText(ctx, g, ai.WithSystem("Be brief."), ai.WithPrompt("Hello there."))
  p := genkit.DefinePrompt(g, "p", ai.WithModelName("googleai/gemini-2.5-flash"), ai.WithPrompt("Greet {{name}}."))
  r, err := p.Execute(ctx, ai.WithInput(x))
}
`,
    calls: [
      { api: 'genkit.generate', model: 'googleai/gemini-2.5-pro', limit: null },
      { api: 'genkit.generate', model: null, limit: null },
      { api: 'genkit.prompt', model: 'googleai/gemini-2.5-flash', limit: null },
    ],
    prompts: ['user: Tell me a joke.', 'system: Be brief.', 'user: Hello there.', 'user: Greet <name>.'],
  },
  {
    sdk: 'ruby-llm',
    path: 'agent.rb',
    code: `class WorkAssistant < RubyLLM::Agent
  model "gpt-4.1-nano"
  instructions "You are a helpful assistant."
  tools SearchDocs
end
WorkAssistant.new.ask "Summarise the work."
chat = WorkAssistant.chat
chat.ask "And now?"
`,
    calls: [
      { api: 'ruby-llm.ask', model: 'gpt-4.1-nano', limit: null },
      { api: 'ruby-llm.ask', model: null, limit: null },
    ],
    prompts: ['system: You are a helpful assistant.', 'user: Summarise the work.', 'user: And now?'],
  },
  {
    sdk: 'ruby-llm',
    path: 'agent_options.rb',
    code: `class Bot < RubyLLM::Agent
  model "gpt-4o", provider: :openai
  instructions "Answer briefly."
end
Bot.new.ask("Hi there")
`,
    calls: [{ api: 'ruby-llm.ask', model: 'gpt-4o', limit: null }],
    prompts: ['system: Answer briefly.', 'user: Hi there'],
  },
  {
    sdk: 'laravel-ai',
    path: 'laravel.php',
    code: `<?php
namespace App\\Ai\\Agents;
use Laravel\\Ai\\Attributes\\MaxTokens;
use Laravel\\Ai\\Attributes\\Model;
use Laravel\\Ai\\Contracts\\Agent;
use Laravel\\Ai\\Promptable;
#[Model('claude-haiku-4-5')]
#[MaxTokens(47)]
class SalesCoach implements Agent
{
    use Promptable;
    public function instructions(): string { return 'You are a sales coach.'; }
}
$response = (new SalesCoach)->prompt('Analyse this transcript.');
SalesCoach::make()->stream('And this one.');
$r = \\Laravel\\Ai\\agent(instructions: 'You are an expert.')->prompt('Tell me more.', model: 'gpt-4o');
`,
    calls: [
      { api: 'laravel-ai.prompt', model: null, limit: null },
      { api: 'laravel-ai.prompt', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You are a sales coach.', 'user: Analyse this transcript.', 'user: And this one.', 'system: You are an expert.'],
  },
  {
    sdk: 'baml',
    path: 'baml.ts',
    code: `import { b } from './baml_client';
const resume = await b.ExtractResume(text);
for await (const part of b.stream.ExtractResume(text)) show(part);
`,
    calls: [
      { api: 'baml.call', model: null, limit: null },
      { api: 'baml.call', model: null, limit: null, stream: true },
    ],
    prompts: [],
  },
];
