import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read } from './read';

/** Calls of a class's own methods, which these languages write without `this`. */
const CASES: [string, string, string, string[], string[]][] = [
  [
    'sees loops, the client, parameters and prompts through methods in Java',
    'A.java',
    `import com.openai.client.OpenAIClient;
class A {
  private static final String RULES = "Answer with yes or no.";
  void all(List<String> qs) { for (String q : qs) ask(q, 100); }
  String ask(String q) { return ask(q, 100); }
  String ask(String q, int n) { return client().chat().completions().create(params(q)); }
  private ChatCompletionCreateParams params(String q) {
    return ChatCompletionCreateParams.builder().model(modelName()).maxCompletionTokens(20).addSystemMessage(rules()).addUserMessage(q).build();
  }
  private OpenAIClient client() { return OpenAIOkHttpClient.fromEnv(); }
  String modelName() { return "gpt-4o"; }
  String rules() { return RULES; }
}
`,
    ['openai.chat.completions gpt-4o 20 looped'],
    ['system: Answer with yes or no.'],
  ],
  [
    'takes the method with that number of arguments for no recursion',
    'A.java',
    `import com.openai.client.OpenAIClient;
class A {
  OpenAIClient client;
  String ask(String q) { return ask(q, 100); }
  String ask(String q, int n) { return client.responses().create(ResponseCreateParams.builder().model("gpt-4o").input(q).build()); }
}
`,
    ['openai.responses gpt-4o none'],
    [],
  ],
  [
    'sees loops, the client and what callers give in C#',
    'A.cs',
    `using OpenAI.Chat;
class A {
  string Model => "gpt-4o";
  async Task All(string[] qs) { foreach (var q in qs) await Ask(q); await Translate("Translate this to French: hello"); }
  async Task<string> Ask(string q) { return await GetClient().CompleteChatAsync(Messages(q)); }
  async Task<string> Translate(string prompt) { return await GetClient().CompleteChatAsync(prompt); }
  ChatClient GetClient() => new ChatClient(Model, "key");
  List<ChatMessage> Messages(string q) => [new SystemChatMessage(Rules()), new UserChatMessage(q)];
  static string Rules() => "Answer with yes or no.";
}
`,
    ['openai.chat.completions gpt-4o none', 'openai.chat.completions gpt-4o none looped'],
    ['user: Translate this to French: hello', 'system: Answer with yes or no.'],
  ],
  [
    'sees loops and parameters through functions in Kotlin',
    'a.kt',
    `import com.aallam.openai.client.OpenAI
class A(private val openAI: OpenAI) {
    suspend fun all(qs: List<String>) { qs.forEach { ask(it) } }
    suspend fun ask(q: String) = openAI.chatCompletion(request(q))
    private fun request(q: String) = ChatCompletionRequest(model = ModelId("gpt-4o"), maxTokens = 9, messages = listOf(ChatMessage(role = ChatRole.System, content = rules())))
    private fun rules() = "Answer with yes or no."
}
`,
    ['openai.chat.completions gpt-4o 9 looped'],
    ['system: Answer with yes or no.'],
  ],
  [
    'reads methods without arguments like fields in Ruby',
    'a.rb',
    `require "openai"
class A
  MODEL = "gpt-4o"
  def all(texts)
    texts.each { |text| ask(text) }
  end
  def ask(text)
    client.chat(parameters: { model: model, max_tokens: limit, messages: [{ role: "system", content: rules }, { role: "user", content: question(text) }] })
  end
  def client
    @client ||= OpenAI::Client.new
  end
  def model = MODEL
  def limit
    20
  end
  def rules
    @rules ||= "Answer with yes or no."
  end
  def question(text)
    "Is this right: #{text}"
  end
end
`,
    ['openai.chat.completions gpt-4o 20 looped'],
    ['system: Answer with yes or no.', 'user: Is this right: <text>'],
  ],
  [
    'reads a body that a hash was written to JSON for in Ruby',
    'a.rb',
    `body = { model: "gpt-4o", messages: [{ role: "user", content: "Say hello." }] }
HTTParty.post("https://api.openai.com/v1/chat/completions", body: body.to_json, headers: headers)
`,
    ['http.chat.completions gpt-4o none'],
    ['user: Say hello.'],
  ],
];

describe('methods that are called without this', () => {
  for (const [name, path, code, calls, prompts] of CASES) {
    it(name, async () => {
      assert.deepEqual(await read(path, code), { calls, prompts });
    });
  }
});

/** Texts that are put together or given back by the means of one language. */
const TEXTS: [string, string, string, string[]][] = [
  [
    'reads a text with a margin in Kotlin',
    'a.kt',
    `import com.aallam.openai.client.OpenAI
fun rules(x: String): String {
    return """
      |You are an expert in contracts.
      |Use this: $x
      |""".trimMargin()
}
`,
    ['system: You are an expert in contracts.\nUse this: <x>'],
  ],
  [
    'takes the lines that a builder was given in C#',
    'A.cs',
    `using Microsoft.Extensions.AI;
class A {
  async Task Go(IChatClient client) {
    var text = new StringBuilder();
    text.AppendLine("Analyze the mood of these reviews.");
    text.AppendLine("It worked for a day.");
    await client.GetResponseAsync(text.ToString());
  }
}
`,
    ['user: Analyze the mood of these reviews.', 'user: It worked for a day.'],
  ],
  [
    'takes what a method gives whose name says that it is a prompt in Ruby',
    'a.rb',
    `require "openai"
class Bot
  def system_prompt
    <<~TEXT
      Classify the ticket that follows by its topic.
    TEXT
  end
  def footer
    "Classify the ticket that follows by its topic."
  end
end
`,
    ['system: Classify the ticket that follows by its topic.'],
  ],
];

describe('prompts in the texts of one language', () => {
  for (const [name, path, code, prompts] of TEXTS) {
    it(name, async () => {
      assert.deepEqual((await read(path, code)).prompts, prompts);
    });
  }
});
