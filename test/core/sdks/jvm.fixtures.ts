import type { Fixture } from './fixture';

/** Calls of each SDK in Java and Kotlin. */
export const jvm: Fixture[] = [
  {
    sdk: 'openai',
    path: 'Official.java',
    code: `import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
class Official {
  void ask() {
    OpenAIClient client = OpenAIOkHttpClient.fromEnv();
    ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
        .model(ChatModel.GPT_4O_MINI)
        .maxCompletionTokens(200)
        .addSystemMessage("Answer with yes or no.")
        .addUserMessage("Is water wet?")
        .build();
    for (int i = 0; i < 3; i++) client.chat().completions().create(params);
    client.chat().completions().createStreaming(params);
  }
}
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: 200, loop: true },
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: 200, stream: true },
    ],
    prompts: ['system: Answer with yes or no.', 'user: Is water wet?'],
  },
  {
    sdk: 'openai',
    path: 'Azure.java',
    code: `import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.models.ChatCompletionsOptions;
class Azure {
  private final OpenAIClient client;
  void ask(List<ChatRequestMessage> messages) {
    client.getChatCompletions("gpt-4o", new ChatCompletionsOptions(messages).setMaxTokens(80));
  }
}
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o', limit: 80 }],
  },
  {
    sdk: 'openai',
    path: 'client.kt',
    code: `import com.aallam.openai.api.chat.ChatCompletionRequest
import com.aallam.openai.client.OpenAI
suspend fun ask() {
    val openAI = OpenAI(token = "key")
    val request = ChatCompletionRequest(
        model = ModelId("gpt-4o"),
        maxTokens = 60,
        messages = listOf(ChatMessage(role = ChatRole.System, content = "Speak like a pirate."))
    )
    openAI.chatCompletion(request)
}
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o', limit: 60 }],
    prompts: ['system: Speak like a pirate.'],
  },
  {
    sdk: 'anthropic',
    path: 'Claude.java',
    code: `import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Model;
class Claude {
  void ask(AnthropicClient client) {
    MessageCreateParams params = MessageCreateParams.builder()
        .maxTokens(1024L).model(Model.CLAUDE_SONNET_4_5).system("You are kind.").addUserMessage("Hello, Claude").build();
    client.messages().create(params);
  }
}
`,
    calls: [{ api: 'anthropic.messages', model: 'claude-sonnet-4-5', limit: 1024 }],
    prompts: ['system: You are kind.', 'user: Hello, Claude'],
  },
  {
    sdk: 'google',
    path: 'Gemini.java',
    code: `import com.google.genai.Client;
import com.google.genai.types.GenerateContentConfig;
class Gemini {
  void ask() {
    Client client = new Client();
    client.models.generateContent("gemini-2.5-flash", "What is your name?", GenerateContentConfig.builder().maxOutputTokens(30).build());
  }
}
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-2.5-flash', limit: 30 }],
    prompts: ['user: What is your name?'],
  },
  {
    sdk: 'google',
    path: 'gemini.kt',
    code: `import com.google.ai.client.generativeai.GenerativeModel
suspend fun ask() {
    val model = GenerativeModel(modelName = "gemini-1.5-flash", apiKey = "key")
    model.generateContent("Write a haiku about rain.")
}
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-1.5-flash', limit: null }],
    prompts: ['user: Write a haiku about rain.'],
  },
  {
    sdk: 'bedrock',
    path: 'Bedrock.java',
    code: `import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
class Bedrock {
  void ask(BedrockRuntimeClient client) {
    client.converse(request -> request.modelId("amazon.nova-lite-v1:0").inferenceConfig(config -> config.maxTokens(512)));
  }
}
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 512 }],
  },
  {
    sdk: 'cohere',
    path: 'Cohere.java',
    code: `import com.cohere.api.Cohere;
import com.cohere.api.requests.ChatRequest;
class Talk {
  void ask() {
    Cohere cohere = Cohere.builder().token("key").build();
    cohere.chat(ChatRequest.builder().message("What is new today?").model("command-r").maxTokens(90).build());
  }
}
`,
    calls: [{ api: 'cohere.chat', model: 'command-r', limit: 90 }],
    prompts: ['user: What is new today?'],
  },
  {
    sdk: 'azure-inference',
    path: 'Inference.java',
    code: `import com.azure.ai.inference.ChatCompletionsClient;
import com.azure.ai.inference.ChatCompletionsClientBuilder;
class Inference {
  void ask(ChatCompletionsClient client) {
    client.complete("How many feet are in a mile?");
  }
}
`,
    calls: [{ api: 'azure-inference.complete', model: null, limit: null }],
    prompts: ['user: How many feet are in a mile?'],
  },
  {
    sdk: 'ollama',
    path: 'Ollama.java',
    code: `import io.github.ollama4j.OllamaAPI;
class Local {
  void ask() {
    OllamaAPI api = new OllamaAPI("http://localhost:11434");
    api.generate("llama3", "Who are you?", false, options);
  }
}
`,
    calls: [{ api: 'ollama.generate', model: 'llama3', limit: null }],
    prompts: ['user: Who are you?'],
  },
  {
    sdk: 'langchain4j',
    path: 'Assistant.java',
    code: `import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
class Example {
  interface Assistant {
    @SystemMessage("You are a polite clerk.")
    @UserMessage("Translate {{text}} into French.")
    String translate(String text);
  }
  void ask() {
    OpenAiChatModel model = OpenAiChatModel.builder().apiKey("key").modelName("gpt-4o-mini").maxTokens(120).build();
    model.chat("Tell me a story.");
    OpenAiStreamingChatModel streaming = OpenAiStreamingChatModel.withApiKey("key");
  }
}
`,
    calls: [
      { api: 'langchain4j.OpenAiChatModel', model: 'gpt-4o-mini', limit: 120 },
      { api: 'langchain4j.OpenAiStreamingChatModel', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You are a polite clerk.', 'user: Translate <text> into French.', 'user: Tell me a story.'],
  },
  {
    sdk: 'spring-ai',
    path: 'Service.java',
    code: `import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.openai.OpenAiChatOptions;
class Service {
  private final ChatClient chatClient;
  Service(ChatClient.Builder builder) { this.chatClient = builder.build(); }
  String ask(String topic) {
    return chatClient.prompt()
        .system("You write short jokes.")
        .user(u -> u.text("A joke about {topic}.").param("topic", topic))
        .options(OpenAiChatOptions.builder().model("gpt-4o").maxTokens(70).build())
        .call().content();
  }
  Flux<String> follow() { return chatClient.prompt().user("Count to ten.").stream().content(); }
}
`,
    calls: [
      { api: 'spring-ai.ChatClient', model: 'gpt-4o', limit: 70 },
      { api: 'spring-ai.ChatClient', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You write short jokes.', 'user: A joke about <topic>.', 'user: Count to ten.'],
  },
  {
    sdk: 'semantic-kernel',
    path: 'Kernels.java',
    code: `import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.services.chatcompletion.ChatCompletionService;
import com.microsoft.semantickernel.services.chatcompletion.ChatHistory;
class Kernels {
  void ask(ChatCompletionService service, Kernel kernel) {
    ChatHistory history = new ChatHistory("You are a librarian.");
    history.addUserMessage("Recommend one book.");
    service.getChatMessageContentsAsync(history, kernel, null).block();
  }
}
`,
    calls: [{ api: 'semantic-kernel.GetChatMessageContent', model: null, limit: null }],
    prompts: ['system: You are a librarian.', 'user: Recommend one book.'],
  },
  {
    sdk: 'openai',
    path: 'LookAlike.java',
    code: `import com.twilio.rest.api.v2010.account.Message;
class Sms {
  void send() {
    Message.creator(to, from, "You are invited to the party").create();
    client.messages().create(request);
    service.chat("hello");
    repository.stream().map(item -> item.call()).toList();
  }
}
`,
    calls: [],
  },
  {
    sdk: 'langchain4j',
    path: 'Crew.java',
    code: `import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.model.openai.OpenAiChatModel;
class Crew {
    OpenAiChatModel model = OpenAiChatModel.builder().modelName("gpt-4o").build();
    Object crew = AgenticServices.supervisorBuilder().supervisorContext("Always hand the task on. " + "Never answer yourself.").chatModel(model).build();
}
`,
    calls: [{ api: 'langchain4j.OpenAiChatModel', model: 'gpt-4o', limit: null }],
    prompts: ['system: Always hand the task on. Never answer yourself.'],
  },
];
