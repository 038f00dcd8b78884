import type { Fixture } from './fixture';

/** Calls of each SDK in Rust. */
export const rust: Fixture[] = [
  {
    sdk: 'openai',
    path: 'openai.rs',
    code: `use async_openai::{types::{ChatCompletionRequestSystemMessageArgs, ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequestArgs}, Client};
async fn ask(names: Vec<String>) -> Result<(), Box<dyn Error>> {
    let client = Client::new();
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o-mini")
        .max_tokens(512u32)
        .messages([
            ChatCompletionRequestSystemMessageArgs::default().content("You are a helper.").build()?.into(),
            ChatCompletionRequestUserMessageArgs::default().content("Who won in 2020?").build()?.into(),
        ])
        .build()?;
    for name in names {
        client.chat().create(request.clone()).await?;
    }
    client.chat().create_stream(request).await?;
    Ok(())
}
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: 512, loop: true },
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: 512, stream: true },
    ],
    prompts: ['system: You are a helper.', 'user: Who won in 2020?'],
  },
  {
    sdk: 'anthropic',
    path: 'claude.rs',
    code: `use anthropic_ai_sdk::client::AnthropicClient;
use anthropic_ai_sdk::types::message::CreateMessageParams;
async fn ask() {
    let client = AnthropicClient::new::<MessageError>("key", "2023-06-01").unwrap();
    let body = CreateMessageParams { model: "claude-3-5-sonnet-latest".into(), max_tokens: 256, messages: vec![Message::new_text(Role::User, "Hello, Claude")] };
    client.create_message(Some(&body)).await;
}
`,
    calls: [{ api: 'anthropic.messages', model: 'claude-3-5-sonnet-latest', limit: 256 }],
    prompts: ['user: Hello, Claude'],
  },
  {
    sdk: 'google',
    path: 'gemini.rs',
    code: `use gemini_rust::Gemini;
async fn ask() {
    let client = Gemini::new("key").unwrap();
    client.generate_content().with_system_prompt("You are a guide.").with_user_message("Name a lake.").execute().await;
}
`,
    calls: [{ api: 'google.generate_content', model: null, limit: null }],
    prompts: ['system: You are a guide.', 'user: Name a lake.'],
  },
  {
    sdk: 'bedrock',
    path: 'bedrock.rs',
    code: `use aws_sdk_bedrockruntime::Client;
async fn ask() {
    let client = Client::new(&config);
    client.converse().model_id("amazon.nova-lite-v1:0").messages(message).send().await;
}
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: null }],
  },
  {
    sdk: 'mistral',
    path: 'mistral.rs',
    code: `use mistralai_client::v1::client::Client;
fn ask() {
    let client = Client::new(None, None, None, None).unwrap();
    let messages = vec![ChatMessage { role: ChatMessageRole::User, content: "Name a tower.".to_string(), tool_calls: None }];
    client.chat(Model::OpenMistral7b, messages, None).unwrap();
}
`,
    calls: [{ api: 'mistral.chat', model: 'open-mistral-7b', limit: null }],
    prompts: ['user: Name a tower.'],
  },
  {
    sdk: 'ollama',
    path: 'ollama.rs',
    code: `use ollama_rs::{generation::completion::request::GenerationRequest, Ollama};
async fn ask() {
    let ollama = Ollama::default();
    ollama.generate(GenerationRequest::new("llama2:latest".to_string(), "Why is the sky blue?")).await;
}
`,
    calls: [{ api: 'ollama.generate', model: 'llama2:latest', limit: null }],
    prompts: ['user: Why is the sky blue?'],
  },
  {
    sdk: 'ollama',
    path: 'coordinator.rs',
    code: `use ollama_rs::{coordinator::Coordinator, generation::chat::ChatMessage, Ollama};
async fn ask() {
    let mut coordinator = Coordinator::new(Ollama::default(), "qwen2.5:32b".to_string(), vec![]);
    coordinator.chat(vec![ChatMessage::user("Name a planet.".to_string())]).await;
}
`,
    calls: [{ api: 'ollama.chat', model: 'qwen2.5:32b', limit: null }],
    prompts: ['user: Name a planet.'],
  },
  {
    sdk: 'rig',
    path: 'agent.rs',
    code: `use rig::{completion::Prompt, providers::openai};
async fn ask() {
    let client = openai::Client::from_env();
    let agent = client.agent("gpt-4o").preamble("You are a comedian.").max_tokens(100).build();
    agent.prompt("Entertain me!").await;
}
`,
    calls: [{ api: 'rig.prompt', model: 'gpt-4o', limit: 100 }],
    prompts: ['system: You are a comedian.', 'user: Entertain me!'],
  },
  {
    sdk: 'openai',
    path: 'lookalike.rs',
    code: `use tokio::sync::mpsc;
async fn send(sender: mpsc::Sender<String>) {
    sender.send("You are next in line".to_string()).await;
    store.chat().create(request).await;
    password.generate(12);
}
`,
    calls: [],
  },
  {
    sdk: 'http',
    path: 'reqwest.rs',
    code: `use serde_json::json;
struct Body { model: String, max_tokens: u32, messages: Vec<Message>, stream: bool }
async fn ask(questions: Vec<String>) {
    let client = reqwest::Client::new();
    for question in questions {
        let body = json!({
            "model": "gpt-4o-mini",
            "max_tokens": 50,
            "messages": [{"role": "system", "content": "You are a poet."}, {"role": "user", "content": question}],
        });
        client.post("https://api.openai.com/v1/chat/completions").bearer_auth(&key).json(&body).send().await;
    }
    let url = format!("{}/v1/messages", "https://api.anthropic.com");
    let request = Body { model: "claude-sonnet-4-5".to_string(), max_tokens: 900, messages, stream: true };
    let response = client.post(&url).header("x-api-key", key).body(serde_json::to_string(&request)?).send().await?.json::<Reply>().await?;
    ureq::post("http://localhost:11434/api/chat").send_json(json!({"model": "llama3", "messages": []}))?;
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 50, loop: true },
      { api: 'http.messages', model: 'claude-sonnet-4-5', limit: 900, stream: true },
      { api: 'http.chat', model: 'llama3', limit: null },
    ],
    prompts: ['system: You are a poet.'],
  },
  {
    sdk: 'http',
    path: 'routes.rs',
    code: `async fn routes(server: TestServer) {
    let app = Router::new().route("/v1/chat/completions", post(chat));
    server.post("/v1/chat/completions").json(&json!({"model": "m", "messages": []})).await;
    client.post("https://example.com/").json(&json!({"model": "car", "messages": 3})).send().await;
}
`,
    calls: [],
  },
  {
    sdk: 'rig',
    path: 'core.rs',
    code: `use rig_core::{completion::Chat, providers::openai};
async fn ask(agent: rig_core::agent::Agent<M>, inputs: Vec<String>) {
    for input in inputs { agent.chat(input, &mut history).await; }
}
`,
    calls: [{ api: 'rig.chat', model: null, limit: null, loop: true }],
  },
  {
    sdk: 'genai',
    path: 'genai.rs',
    code: `use genai::chat::{ChatMessage, ChatOptions, ChatRequest};
use genai::Client;
async fn ask() {
    let client = Client::default();
    let request = ChatRequest::new(vec![ChatMessage::system("Answer briefly."), ChatMessage::user("Why is the sky red?")]);
    client.exec_chat("gpt-4o-mini", request.clone(), Some(&ChatOptions::default().with_max_tokens(100))).await;
    client.exec_chat_stream(MODEL, request, None).await;
}
const MODEL: &str = "claude-3-haiku-20240307";
`,
    calls: [
      { api: 'genai.exec_chat', model: 'gpt-4o-mini', limit: 100 },
      { api: 'genai.exec_chat', model: 'claude-3-haiku-20240307', limit: null, stream: true },
    ],
    prompts: ['system: Answer briefly.', 'user: Why is the sky red?'],
  },
  {
    sdk: 'langchain-rust',
    path: 'langchain.rs',
    code: `use langchain_rust::{language_models::llm::LLM, llm::openai::OpenAI};
async fn ask() {
    let llm = OpenAI::default().with_model("gpt-4o-mini");
    llm.invoke("Who wrote Hamlet?").await;
}
`,
    calls: [{ api: 'langchain-rust.invoke', model: 'gpt-4o-mini', limit: null }],
    prompts: ['user: Who wrote Hamlet?'],
  },
  {
    sdk: 'openai',
    path: 'others.rs',
    code: `use openai::chat::{ChatCompletion, ChatCompletionMessage};
use openai_api_rs::v1::api::OpenAIClient;
use openai_api_rs::v1::chat_completion::{self, ChatCompletionRequest};
async fn ask() {
    let client = OpenAIClient::builder().with_api_key(key).build().unwrap();
    let request = ChatCompletionRequest::new("gpt-4o".to_string(), vec![chat_completion::ChatCompletionMessage {
        role: chat_completion::MessageRole::user,
        content: chat_completion::Content::Text(String::from("What is bitcoin?")),
    }]).max_tokens(64);
    client.chat_completion(request).await;
    ChatCompletion::builder("gpt-3.5-turbo", messages.clone()).credentials(credentials.clone()).create().await;
}
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 64 },
      { api: 'openai.chat.completions', model: 'gpt-3.5-turbo', limit: null },
    ],
    prompts: ['user: What is bitcoin?'],
  },
  {
    sdk: 'ollama',
    path: 'embeddings.rs',
    code: `use ollama_rs::Ollama;
const EMBEDDER: &str = "nomic-embed-text:latest";
async fn embed(ollama: Ollama, text: String) {
    ollama.generate_embeddings(EMBEDDER.to_string(), text, None).await;
}
`,
    calls: [{ api: 'ollama.embeddings', model: 'nomic-embed-text:latest', limit: null }],
  },
  {
    sdk: 'llm-crate',
    path: 'built.rs',
    code: `use llm::{builder::{LLMBackend, LLMBuilder}, chat::ChatMessage};
async fn ask() {
    let model = LLMBuilder::new().backend(LLMBackend::OpenAI).model("gpt-4o").max_tokens(512).system("You are a guide.").build().unwrap();
    let messages = vec![ChatMessage::user().content("Name a lake in the north.").build()];
    model.chat(&messages).await;
    model.chat_stream(&messages).await;
}
`,
    calls: [
      { api: 'llm-crate.chat', model: 'gpt-4o', limit: 512 },
      { api: 'llm-crate.chat', model: 'gpt-4o', limit: 512, stream: true },
    ],
    prompts: ['system: You are a guide.', 'user: Name a lake in the north.'],
  },
  {
    sdk: 'openai',
    path: 'wrapper.rs',
    code: `use openai_chatgpt_api::{ChatGpt, ChatGptRequestChatCompletions};
async fn ask(history: Vec<Message>) {
    let client = ChatGpt::new(token);
    let request = ChatGptRequestChatCompletions::new("gpt-4", history);
    client.chat_completions(&request).await;
}
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4', limit: null }],
  },
];
