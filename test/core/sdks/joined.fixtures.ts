import type { Fixture } from './fixture';

/** Prompts and requests that are put together apart from the call. */
export const joined: Fixture[] = [
  {
    sdk: 'google',
    path: 'joined.go',
    code: `package main

import "github.com/google/generative-ai-go/genai"

const rules = "Check the page and answer with a list of what is wrong."

func check(model *genai.GenerativeModel, page string) {
	model.GenerateContent(ctx, genai.Text(rules+" "+page))
}
`,
    calls: [{ api: 'google.generate_content', model: null, limit: null }],
    prompts: ['user: Check the page and answer with a list of what is wrong. <page>'],
  },
  {
    sdk: 'ruby-llm',
    path: 'judge.rb',
    code: `SYSTEM_PROMPTS = {
  en: "Compare both texts with care.",
  fr: "Compare les deux textes avec soin."
}.freeze
RubyLLM.chat(model: "gpt-4o").ask(text)
`,
    calls: [{ api: 'ruby-llm.ask', model: 'gpt-4o', limit: null }],
    prompts: ['system: Compare both texts with care.', 'system: Compare les deux textes avec soin.'],
  },
  {
    sdk: 'ollama',
    path: 'handed_on.rs',
    code: `use ollama_rs::{generation::chat::{request::ChatMessageRequest, ChatMessage, MessageRole}, Ollama};
async fn ask(ollama: &Ollama, film: Film) {
    let first = ChatMessage::new(MessageRole::User, format!("We talk about the film {}.", film.title));
    let request = ChatMessageRequest::new("llama3".to_string(), vec![first]);
    run(ollama, request).await;
}
async fn run(ollama: &Ollama, request: ChatMessageRequest) {
    ollama.send_chat_messages_stream(request).await;
}
`,
    calls: [{ api: 'ollama.chat', model: 'llama3', limit: null, stream: true }],
    prompts: ['user: We talk about the film <film.title>.'],
  },
  {
    sdk: 'openai',
    path: 'Hikes.cs',
    code: `using Azure.AI.OpenAI;
var client = new OpenAIClient(endpoint, credentials);
var options = new ChatCompletionsOptions { MaxTokens = 400, DeploymentName = "gpt-4o" };
options.Messages.Add(new ChatRequestSystemMessage("You know all trails."));
var wish = """
Is the weather good for a walk by the lake?
""";
options.Messages.Add(new ChatRequestUserMessage(wish));
var response = await client.GetChatCompletionsAsync(options);
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o', limit: 400 }],
    prompts: ['system: You know all trails.', 'user: Is the weather good for a walk by the lake?'],
  },
  {
    sdk: 'openai',
    path: 'fork.go',
    code: `package main

import openai "github.com/someone/go-openai"

func ask(client *openai.Client, opts Options) {
	client.CreateChatCompletion(ctx, build(opts))
}

func build(opts Options) (request openai.ChatCompletionRequest) {
	request = openai.ChatCompletionRequest{
		Model:    "gpt-4o",
		Messages: []openai.ChatCompletionMessage{{Role: "system", Content: "You are a guide."}},
	}
	if opts.MaxTokens > 0 {
		request.MaxTokens = opts.MaxTokens
	}
	return
}
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o', limit: 'dynamic' }],
    prompts: ['system: You are a guide.'],
  },
  {
    sdk: 'ruby-llm',
    path: 'streamed.rb',
    code: `chat = RubyLLM.chat(model: "gpt-4o")
chat.ask("Tell a short story") { |chunk| print chunk.content }
title = OllamaService.ask("Generate a name for #{topic}, return only the text.")
logger.info("You must provide a text, please return to the form.")
OpenaiError.generate("You must always provide a text, please return it.")
`,
    calls: [{ api: 'ruby-llm.ask', model: 'gpt-4o', limit: null, stream: true }],
    prompts: ['user: Tell a short story', 'user: Generate a name for <topic>, return only the text.'],
  },
];
