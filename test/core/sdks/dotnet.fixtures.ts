import type { Fixture } from './fixture';

/** Calls of each SDK in C#. */
export const dotnet: Fixture[] = [
  {
    sdk: 'openai',
    path: 'Chat.cs',
    code: `using OpenAI.Chat;
class Chat
{
    private readonly ChatClient _client = new("gpt-4o", "key");
    async Task Ask(string[] names)
    {
        var options = new ChatCompletionOptions { MaxOutputTokenCount = 150 };
        foreach (var name in names)
        {
            List<ChatMessage> messages = [new SystemChatMessage("Greet people."), new UserChatMessage($"Greet {name}.")];
            await _client.CompleteChatAsync(messages, options);
        }
        await foreach (var part in _client.CompleteChatStreamingAsync("Say hello.")) { }
    }
}
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 150, loop: true },
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: null, stream: true },
    ],
    prompts: ['system: Greet people.', 'user: Greet <name>.', 'user: Say hello.'],
  },
  {
    sdk: 'openai',
    path: 'Azure.cs',
    code: `using Azure.AI.OpenAI;
using OpenAI.Chat;
var azure = new AzureOpenAIClient(new Uri("https://example.openai.azure.com"), credential);
ChatClient chat = azure.GetChatClient("gpt-4o-mini");
ChatCompletion completion = chat.CompleteChat(new UserChatMessage("Name a fruit."));
EmbeddingClient embedder = new("text-embedding-3-small", "key");
var vector = await embedder.GenerateEmbeddingAsync(text);
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: null },
      { api: 'openai.embeddings', model: 'text-embedding-3-small', limit: null },
    ],
    prompts: ['user: Name a fruit.'],
  },
  {
    sdk: 'anthropic',
    path: 'Claude.cs',
    code: `using Anthropic.SDK;
using Anthropic.SDK.Messaging;
var client = new AnthropicClient();
var parameters = new MessageParameters
{
    Messages = new List<Message> { new Message(RoleType.User, "Who won in 1998?") },
    MaxTokens = 512,
    Model = "claude-3-5-sonnet-20241022",
};
var result = await client.Messages.GetClaudeMessageAsync(parameters);
`,
    calls: [{ api: 'anthropic.messages', model: 'claude-3-5-sonnet-20241022', limit: 512 }],
    prompts: ['user: Who won in 1998?'],
  },
  {
    sdk: 'google',
    path: 'Gemini.cs',
    code: `using Mscc.GenerativeAI;
var google = new GoogleAI("key");
var model = google.GenerativeModel("gemini-1.5-pro");
var response = await model.GenerateContent("Write about a magic backpack.");
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-1.5-pro', limit: null }],
    prompts: ['user: Write about a magic backpack.'],
  },
  {
    sdk: 'bedrock',
    path: 'Bedrock.cs',
    code: `using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
var client = new AmazonBedrockRuntimeClient();
var response = await client.ConverseAsync(new ConverseRequest
{
    ModelId = "amazon.nova-lite-v1:0",
    InferenceConfig = new InferenceConfiguration { MaxTokens = 400 },
});
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 400 }],
  },
  {
    sdk: 'cohere',
    path: 'Cohere.cs',
    code: `using Cohere;
var client = new CohereClient("key");
var response = await client.Chat(new ChatRequest { Message = "What is AI?", Model = "command-r" });
`,
    calls: [{ api: 'cohere.chat', model: 'command-r', limit: null }],
    prompts: ['user: What is AI?'],
  },
  {
    sdk: 'azure-inference',
    path: 'Inference.cs',
    code: `using Azure.AI.Inference;
var client = new ChatCompletionsClient(endpoint, credential);
var options = new ChatCompletionsOptions
{
    Messages = { new ChatRequestSystemMessage("You are helpful."), new ChatRequestUserMessage("How are you?") },
    Model = "gpt-4o",
    MaxTokens = 100,
};
var response = client.Complete(options);
`,
    calls: [{ api: 'azure-inference.complete', model: 'gpt-4o', limit: 100 }],
    prompts: ['system: You are helpful.', 'user: How are you?'],
  },
  {
    sdk: 'mistral',
    path: 'Mistral.cs',
    code: `using Mistral.SDK;
var client = new MistralClient("key");
var request = new ChatCompletionRequest("mistral-small", new List<ChatMessage> { new ChatMessage(RoleEnum.User, "Name a city.") });
var response = await client.Completions.GetCompletionAsync(request);
`,
    calls: [{ api: 'mistral.chat.complete', model: 'mistral-small', limit: null }],
    prompts: ['user: Name a city.'],
  },
  {
    sdk: 'ollama',
    path: 'Ollama.cs',
    code: `using OllamaSharp;
var ollama = new OllamaApiClient(new Uri("http://localhost:11434"), "llama3.2");
await foreach (var part in ollama.GenerateAsync("How are you today?")) { }
`,
    calls: [{ api: 'ollama.generate', model: 'llama3.2', limit: null, stream: true }],
    prompts: ['user: How are you today?'],
  },
  {
    sdk: 'ollama',
    path: 'OllamaChat.cs',
    code: `using OllamaSharp;
var ollama = new OllamaApiClient("http://localhost:11434");
ollama.SelectedModel = "llama3.2";
var chat = new Chat(ollama, "You are grumpy.");
while (true) await foreach (var token in chat.SendAsync(Console.ReadLine())) Console.Write(token);
`,
    calls: [{ api: 'ollama.chat', model: 'llama3.2', limit: null, stream: true, loop: true }],
    prompts: ['system: You are grumpy.'],
  },
  {
    sdk: 'semantic-kernel',
    path: 'Functions.cs',
    code: `using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
class Support(Kernel kernel, IChatCompletionService chat)
{
    async Task Ask(string q)
    {
        var settings = new OpenAIPromptExecutionSettings { MaxTokens = 300 };
        await chat.GetChatMessageContentAsync(new ChatHistory("Be careful."), settings, kernel);
        var translate = kernel.CreateFunctionFromPrompt("Translate {{$input}} to French.", new OpenAIPromptExecutionSettings { MaxTokens = 50 });
        await kernel.InvokeAsync(translate, new() { ["input"] = q });
        await translate.InvokeAsync(kernel, new() { ["input"] = q });
    }
}
`,
    calls: [
      { api: 'semantic-kernel.GetChatMessageContent', model: null, limit: 300 },
      { api: 'semantic-kernel.Invoke', model: null, limit: 50 },
      { api: 'semantic-kernel.Invoke', model: null, limit: 50 },
    ],
    prompts: ['system: Be careful.', 'user: Translate <input> to French.'],
  },
  {
    sdk: 'extensions-ai',
    path: 'Interface.cs',
    code: `using Anthropic.SDK;
using Microsoft.Extensions.AI;
IChatClient client = new AnthropicClient().Messages;
await client.GetResponseAsync("Name a poet of the north.", new() { ModelId = "claude-sonnet-4-0", MaxOutputTokens = 512 });
`,
    calls: [{ api: 'extensions-ai.GetResponse', model: 'claude-sonnet-4-0', limit: 512 }],
    prompts: ['user: Name a poet of the north.'],
  },
  {
    sdk: 'extensions-ai',
    path: 'Embeddings.cs',
    code: `using OpenAI;
using Microsoft.Extensions.AI;
IEmbeddingGenerator<string, Embedding<float>> older = new OpenAIClient(key).AsEmbeddingGenerator("text-embedding-3-small");
await older.GenerateEmbeddingVectorAsync("What is AI?");
IEmbeddingGenerator<string, Embedding<float>> newer = new OpenAIClient(key).GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator();
foreach (var text in texts) await newer.GenerateVectorAsync(text);
class Search(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    Task Find(string text) => generator.GenerateVectorAsync(text);
}
`,
    calls: [
      { api: 'extensions-ai.GenerateEmbedding', model: 'text-embedding-3-small', limit: null },
      { api: 'extensions-ai.GenerateEmbedding', model: 'text-embedding-3-small', limit: null, loop: true },
      { api: 'extensions-ai.GenerateEmbedding', model: null, limit: null },
    ],
  },
  {
    sdk: 'openai',
    path: 'ByClient.cs',
    code: `using OpenAI.Images;
class Painter
{
    async Task Paint(string prompt)
    {
        var client = ProviderHelper.GetClient(settings).GetImageClient("gpt-image-1");
        await client.GenerateImagesAsync(prompt, 2);
    }
}
`,
    calls: [{ api: 'openai.images', model: null, limit: null }],
  },
  {
    sdk: 'extensions-ai',
    path: 'Extensions.cs',
    code: `using Microsoft.Extensions.AI;
class Advisor(IChatClient chat)
{
    Task<ChatResponse> Ask() => chat.GetResponseAsync("What is a monad?", new ChatOptions { ModelId = "gpt-4o", MaxOutputTokens = 90 });
}
`,
    calls: [{ api: 'extensions-ai.GetResponse', model: 'gpt-4o', limit: 90 }],
    prompts: ['user: What is a monad?'],
  },
  {
    sdk: 'semantic-kernel',
    path: 'Kernels.cs',
    code: `using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
var builder = Kernel.CreateBuilder();
builder.AddOpenAIChatCompletion("gpt-4o", "key");
Kernel kernel = builder.Build();
await kernel.InvokePromptAsync("Write a limerick about {{$topic}}.");
var chat = kernel.GetRequiredService<IChatCompletionService>();
var history = new ChatHistory("You are a tutor.");
history.AddUserMessage("Explain gravity.");
var reply = await chat.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings { MaxTokens = 300 });
await kernel.InvokeAsync("TimePlugin", "UtcNow");
`,
    calls: [
      { api: 'semantic-kernel.InvokePrompt', model: 'gpt-4o', limit: null },
      { api: 'semantic-kernel.GetChatMessageContent', model: 'gpt-4o', limit: 300 },
    ],
    prompts: ['user: Write a limerick about <topic>.', 'system: You are a tutor.', 'user: Explain gravity.'],
  },
  {
    sdk: 'openai',
    path: 'LookAlike.cs',
    code: `using Twilio.Rest.Api.V2010.Account;
var message = await MessageResource.CreateAsync(body: "You are next in line", to: to);
var response = await request.GetResponseAsync();
var host = builder.Build();
await app.RunAsync();
await channel.SendAsync("hello");
`,
    calls: [],
  },
  {
    sdk: 'openai',
    path: 'ChatGptNet.cs',
    code: `using ChatGptNet;
app.MapPost("/chat", async (Request request, IChatGptClient client) =>
{
    await client.SetupAsync(request.Id, "You are a guide.");
    await client.AskAsync(request.Id, "Name a lake.");
    return client.AskStreamAsync(request.Id, request.Message);
});
`,
    calls: [
      { api: 'openai.chat.completions', model: null, limit: null },
      { api: 'openai.chat.completions', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You are a guide.', 'user: Name a lake.'],
  },
];
