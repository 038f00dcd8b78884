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
];
