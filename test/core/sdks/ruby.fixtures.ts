import type { Fixture } from './fixture';

/** Calls of each SDK in Ruby. */
export const ruby: Fixture[] = [
  {
    sdk: 'openai',
    path: 'community.rb',
    code: `class Helper
  def initialize
    @client = OpenAI::Client.new(access_token: "key")
  end
  def ask(lines)
    lines.each do |line|
      @client.chat(parameters: {
        model: "gpt-4o",
        messages: [{ role: "system", content: "Fix the spelling." }, { role: "user", content: "Line: #{line}" }],
        max_tokens: 50
      })
    end
    @client.chat(parameters: { model: "gpt-4o-mini", messages: [], stream: proc { |chunk| print chunk } })
    @client.embeddings(parameters: { model: "text-embedding-3-small", input: lines })
  end
end
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 50, loop: true },
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: null, stream: true },
      { api: 'openai.embeddings', model: 'text-embedding-3-small', limit: null },
    ],
    prompts: ['system: Fix the spelling.', 'user: Line: <line>'],
  },
  {
    sdk: 'openai',
    path: 'official.rb',
    code: `require "openai"
openai = OpenAI::Client.new(api_key: "key")
openai.chat.completions.create(model: "gpt-5", max_completion_tokens: 20, messages: [{ role: "user", content: "Say this is a test" }])
openai.responses.create(model: "gpt-5", instructions: "Be terse.", input: "What is Ruby?")
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-5', limit: 20 },
      { api: 'openai.responses', model: 'gpt-5', limit: null },
    ],
    prompts: ['user: Say this is a test', 'system: Be terse.', 'user: What is Ruby?'],
  },
  {
    sdk: 'anthropic',
    path: 'claude.rb',
    code: `require "anthropic"
anthropic = Anthropic::Client.new
anthropic.messages.create(max_tokens: 1024, model: "claude-sonnet-4-5", system_: "Be kind.", messages: [{ role: "user", content: "Hello, Claude" }])
anthropic.messages(parameters: { model: "claude-3-haiku-20240307", max_tokens: 100, messages: [{ role: "user", content: "And hello again" }] })
`,
    calls: [
      { api: 'anthropic.messages', model: 'claude-sonnet-4-5', limit: 1024 },
      { api: 'anthropic.messages', model: 'claude-3-haiku-20240307', limit: 100 },
    ],
    prompts: ['system: Be kind.', 'user: Hello, Claude', 'user: And hello again'],
  },
  {
    sdk: 'google',
    path: 'gemini.rb',
    code: `require "gemini-ai"
client = Gemini.new(credentials: { api_key: "key" }, options: { model: "gemini-pro" })
client.generate_content({ contents: { role: "user", parts: { text: "Hi, how are you?" } } })
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-pro', limit: null }],
    prompts: ['user: Hi, how are you?'],
  },
  {
    sdk: 'bedrock',
    path: 'bedrock.rb',
    code: `require "aws-sdk-bedrockruntime"
client = Aws::BedrockRuntime::Client.new(region: "us-east-1")
client.converse(model_id: "amazon.nova-lite-v1:0", inference_config: { max_tokens: 200 }, messages: [{ role: "user", content: [{ text: "Name a river." }] }])
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 200 }],
    prompts: ['user: Name a river.'],
  },
  {
    sdk: 'cohere',
    path: 'cohere.rb',
    code: `require "cohere"
client = Cohere::Client.new(api_key: "key")
client.chat(model: "command-r", message: "What is new in Ruby?")
`,
    calls: [{ api: 'cohere.chat', model: 'command-r', limit: null }],
    prompts: ['user: What is new in Ruby?'],
  },
  {
    sdk: 'ollama',
    path: 'ollama.rb',
    code: `require "ollama-ai"
client = Ollama.new(credentials: { address: "http://localhost:11434" })
client.generate({ model: "llama2", prompt: "Tell me about gems." })
`,
    calls: [{ api: 'ollama.generate', model: 'llama2', limit: null }],
    prompts: ['user: Tell me about gems.'],
  },
  {
    sdk: 'langchainrb',
    path: 'chain.rb',
    code: `require "langchain"
llm = Langchain::LLM::OpenAI.new(api_key: "key", default_options: { chat_model: "gpt-4o" })
llm.chat(messages: [{ role: "user", content: "What is the weather?" }], max_tokens: 30)
`,
    calls: [{ api: 'langchainrb.chat', model: 'gpt-4o', limit: 30 }],
    prompts: ['user: What is the weather?'],
  },
  {
    sdk: 'langchainrb',
    path: 'assistant.rb',
    code: `require "langchain"
llm = Langchain::LLM::OpenAI.new(api_key: "key", default_options: { chat_model: "gpt-4o" })
assistant = Langchain::Assistant.new(llm: llm, instructions: "You are a weather reporter.", tool_choice: :auto)
assistant.add_message_and_run!(content: "Is it cold in Oslo?")
`,
    calls: [{ api: 'langchainrb.run', model: null, limit: null }],
    prompts: ['system: You are a weather reporter.', 'user: Is it cold in Oslo?'],
  },
  {
    sdk: 'ruby-llm',
    path: 'reopened.rb',
    code: `module RubyLLM
  class Helper
    def ask
      RubyLLM.chat(model: "gpt-4o-mini").ask("Name a river.")
    end
  end
end
`,
    calls: [{ api: 'ruby-llm.ask', model: 'gpt-4o-mini', limit: null }],
    prompts: ['user: Name a river.'],
  },
  {
    sdk: 'ruby-llm',
    path: 'chat.rb',
    code: `chat = RubyLLM.chat(model: "gpt-4o-mini")
chat.with_instructions("You are a tour guide.")
chat.ask "What should I see in Rome?"
`,
    calls: [{ api: 'ruby-llm.ask', model: 'gpt-4o-mini', limit: null }],
    prompts: ['system: You are a tour guide.', 'user: What should I see in Rome?'],
  },
  {
    sdk: 'openai',
    path: 'lookalike.rb',
    code: `require "twilio-ruby"
client = Twilio::REST::Client.new(sid, token)
client.messages.create(body: "You are next in line", to: to)
slack.chat_postMessage(channel: "#general", text: "hello")
current_user.messages.create(content: "hi")
room.chat(text: "hello there")
`,
    calls: [],
  },
  {
    sdk: 'openai',
    path: 'pictures.rb',
    code: `class Pictures
  attr_reader :client
  def draw(subject)
    client.images.generate(parameters: { prompt: "Draw a #{subject} in oil.", model: "gpt-image-1" })
    client.images.edit(parameters: options)
  end
end
`,
    calls: [
      { api: 'openai.images', model: 'gpt-image-1', limit: null },
      { api: 'openai.images', model: null, limit: null },
    ],
    prompts: ['user: Draw a <subject> in oil.'],
  },
  {
    sdk: 'openai',
    path: 'tuned_lookalike.rb',
    code: `client = OpenAI::Client.new
tuned = MyOpenAI::FineTune.new(client, "ada")
puts tuned.completions(tuned_model: name, prompt: gets)
images.generate(1280, 720)
`,
    calls: [],
  },
];
