import type { Fixture } from './fixture';

/** Calls of each SDK as Kotlin writes them: named arguments, builder blocks, annotations. */
export const kotlin: Fixture[] = [
  {
    sdk: 'openai',
    path: 'request.kt',
    code: `import com.aallam.openai.api.chat.chatCompletionRequest
import com.aallam.openai.client.OpenAI
class Bot(private val openAI: OpenAI) {
    suspend fun ask(q: String) {
        val request = chatCompletionRequest {
            model = ModelId("gpt-4o-mini")
            maxTokens = 40
            messages {
                system { content = "Speak like a pirate." }
                user { content = "Explain: $q" }
            }
        }
        openAI.chatCompletion(request)
        openAI.chatCompletions(request).collect { print(it) }
    }
}
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: 40 },
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: 40, stream: true },
    ],
    prompts: ['system: Speak like a pirate.', 'user: Explain: <q>'],
  },
  {
    sdk: 'openai',
    path: 'official.kt',
    code: `import com.openai.client.okhttp.OpenAIOkHttpClient
import com.openai.models.ChatModel
import com.openai.models.chat.completions.ChatCompletionCreateParams
fun main() {
    val client = OpenAIOkHttpClient.fromEnv()
    val params = ChatCompletionCreateParams.builder()
        .model(ChatModel.GPT_4O)
        .maxCompletionTokens(25)
        .addUserMessage("Is water wet?")
        .build()
    repeat(3) { client.chat().completions().create(params) }
}
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o', limit: 25, loop: true }],
    prompts: ['user: Is water wet?'],
  },
  {
    sdk: 'anthropic',
    path: 'claude.kt',
    code: `import com.anthropic.client.okhttp.AnthropicOkHttpClient
import com.anthropic.models.messages.MessageCreateParams
fun main() {
    val client = AnthropicOkHttpClient.fromEnv()
    client.messages().create(
        MessageCreateParams.builder().model("claude-sonnet-4-5").maxTokens(300).system("You are kind.").addUserMessage("Hello, Claude").build()
    )
}
`,
    calls: [{ api: 'anthropic.messages', model: 'claude-sonnet-4-5', limit: 300 }],
    prompts: ['system: You are kind.', 'user: Hello, Claude'],
  },
  {
    sdk: 'google',
    path: 'viewModel.kt',
    code: `import com.google.ai.client.generativeai.GenerativeModel
import com.google.ai.client.generativeai.type.content
import com.google.ai.client.generativeai.type.generationConfig
class ChatViewModel : ViewModel() {
    private val model = GenerativeModel(
        modelName = "gemini-1.5-flash",
        apiKey = BuildConfig.apiKey,
        generationConfig = generationConfig { maxOutputTokens = 500 },
        systemInstruction = content { text("You are a friendly travel guide.") }
    )
    fun send(q: String) {
        viewModelScope.launch {
            val chat = model.startChat()
            chat.sendMessage(q)
            model.generateContentStream("Describe the city of $q.").collect { print(it) }
            model.generateContent(content { image(bitmap); text("What is in this picture?") })
        }
    }
}
`,
    calls: [
      { api: 'google.generate_content', model: 'gemini-1.5-flash', limit: 500 },
      { api: 'google.generate_content', model: 'gemini-1.5-flash', limit: 500, stream: true },
      { api: 'google.generate_content', model: 'gemini-1.5-flash', limit: 500 },
    ],
    prompts: ['system: You are a friendly travel guide.', 'user: Describe the city of <q>.', 'user: What is in this picture?'],
  },
  {
    sdk: 'langchain4j',
    path: 'assistant.kt',
    code: `import dev.langchain4j.model.openai.OpenAiChatModel
import dev.langchain4j.model.openai.OpenAiStreamingChatModel
import dev.langchain4j.service.SystemMessage
import dev.langchain4j.service.UserMessage
interface Assistant {
    @SystemMessage("You answer in one line.")
    @UserMessage("Translate {{text}} to {{language}}.")
    fun translate(@V("text") text: String, @V("language") language: String): String
}
class Service {
    private val model = OpenAiChatModel.builder().modelName("gpt-4o-mini").maxTokens(200).build()
    fun streaming(client: Settings) = OpenAiStreamingChatModel.builder().modelName(client.modelId).build()
}
`,
    calls: [
      { api: 'langchain4j.OpenAiChatModel', model: 'gpt-4o-mini', limit: 200 },
      { api: 'langchain4j.OpenAiStreamingChatModel', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You answer in one line.', 'user: Translate <text> to <language>.'],
  },
  {
    sdk: 'spring-ai',
    path: 'controller.kt',
    code: `import org.springframework.ai.chat.client.ChatClient
@RestController
class ChatController(builder: ChatClient.Builder) {
    private val chatClient: ChatClient = builder.defaultSystem("You are a friendly clerk.").build()
    fun chat(q: String): String? = chatClient.prompt().user("Answer politely: $q").call().content()
    fun stream(q: String) = chatClient.prompt().user(q).stream().content()
}
`,
    calls: [
      { api: 'spring-ai.ChatClient', model: null, limit: null },
      { api: 'spring-ai.ChatClient', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You are a friendly clerk.', 'user: Answer politely: <q>'],
  },
  {
    sdk: 'koog',
    path: 'agent.kt',
    code: `import ai.koog.agents.core.agent.AIAgent
import ai.koog.agents.core.agent.config.AIAgentConfig
import ai.koog.prompt.dsl.prompt
import ai.koog.prompt.executor.clients.openai.OpenAIModels
import ai.koog.prompt.executor.llms.all.simpleOpenAIExecutor
fun main() = runBlocking {
    val executor = simpleOpenAIExecutor(System.getenv("KEY"))
    val agent = AIAgent(executor = executor, systemPrompt = "You are concise.", llmModel = OpenAIModels.Chat.GPT4o)
    agent.run("How can you help me?")
    val judge = prompt("tone") {
        system("You judge the tone of a text.")
        user("Judge this: $text")
    }
    for (i in 1..3) executor.execute(prompt = judge, model = OpenAIModels.Chat.GPT4oMini)
    executor.executeStreaming(judge, OpenAIModels.Chat.GPT4oMini)
    val config = AIAgentConfig(prompt = prompt("sums") { system("You are a calculator.") }, model = OpenAIModels.Chat.GPT4o, maxAgentIterations = 50)
    AIAgent(promptExecutor = executor, strategy = strategy, agentConfig = config)
}
`,
    calls: [
      { api: 'koog.AIAgent', model: 'gpt-4o', limit: null },
      { api: 'koog.execute', model: 'gpt-4o-mini', limit: null, loop: true },
      { api: 'koog.execute', model: 'gpt-4o-mini', limit: null, stream: true },
      { api: 'koog.AIAgent', model: 'gpt-4o', limit: null },
    ],
    prompts: [
      'system: You are concise.',
      'user: How can you help me?',
      'system: You judge the tone of a text.',
      'user: Judge this: <text>',
      'system: You are a calculator.',
    ],
  },
  {
    sdk: 'koog',
    path: 'inline.kt',
    code: `import ai.koog.prompt.dsl.prompt
import ai.koog.prompt.executor.clients.openai.OpenAIModels
import ai.koog.prompt.executor.llms.all.simpleOpenAIExecutor
suspend fun ask() {
    simpleOpenAIExecutor("key").execute(prompt("lakes") {
        system("You are a guide.")
        user("Name a lake.")
    }, OpenAIModels.Chat.GPT4o)
}
`,
    calls: [{ api: 'koog.execute', model: 'gpt-4o', limit: null }],
    prompts: ['system: You are a guide.', 'user: Name a lake.'],
  },
  {
    sdk: 'koog',
    path: 'commands.kt',
    code: `import com.example.shell.CommandExecutor
fun run(executor: CommandExecutor, sender: Mailer) {
    executor.execute("ls -la")
    sender.sendMessage("You are invited to our party.")
}
`,
    calls: [],
  },
  {
    sdk: 'bedrock',
    path: 'converse.kt',
    code: `import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest
fun ask(client: BedrockRuntimeClient) {
    client.converse(ConverseRequest.builder().modelId("amazon.nova-lite-v1:0").inferenceConfig { it.maxTokens(300) }.build())
}
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 300 }],
  },
  {
    sdk: 'ollama',
    path: 'local.kt',
    code: `import io.github.ollama4j.OllamaAPI
fun main() {
    val api = OllamaAPI("http://localhost:11434")
    api.generate("llama3.2", "Name three rivers.", true, Options())
}
`,
    calls: [{ api: 'ollama.generate', model: 'llama3.2', limit: null }],
    prompts: ['user: Name three rivers.'],
  },
  {
    sdk: 'openai',
    path: 'OwnServiceLookalike.kt',
    code: `class Client(private val config: Config) {
  private val service: OpenAIService by lazy { OpenAIService(config) }
  suspend fun ask(model: String) = service.chatCompletions(JsonRequest(model = model))
}
`,
    calls: [],
  },
  {
    sdk: 'spring-ai',
    path: 'Beans.kt',
    code: `import org.springframework.ai.chat.client.ChatClient
val context = beans {
    bean {
        val client = ref<ChatClient>()
        client.prompt("Which dogs are calm?").call().content()
    }
}
`,
    calls: [{ api: 'spring-ai.ChatClient', model: null, limit: null }],
    prompts: ['user: Which dogs are calm?'],
  },
  {
    sdk: 'openai',
    path: 'Wrapped.kt',
    code: `import com.openai.models.ChatModel
import com.openai.models.chat.completions.ChatCompletionCreateParams
fun ask() = wrap(openai).use { client ->
    val params = ChatCompletionCreateParams.builder().model(ChatModel.GPT_4O).maxCompletionTokens(2048).addUserMessage("Name a lake.").build()
    client.chatCompletions().createStreaming(params).use { show(it) }
}
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o', limit: 2048, stream: true }],
    prompts: ['user: Name a lake.'],
  },
];
