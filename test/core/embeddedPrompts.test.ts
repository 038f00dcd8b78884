import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../src/core';
import { createTestEngine, memoryFiles } from '../helpers/engine';

const PROMPT = 'You sort letters by town.';

/** Programs that send a text that another file holds. */
const programs: Record<string, string> = {
  'app/embed.go': `package main
import (
	_ "embed"
	"github.com/sashabaranov/go-openai"
)

//go:embed prompts/sort.txt
var sortPrompt string

func ask(ctx context.Context, client *openai.Client) {
	client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "system", Content: sortPrompt}}})
}
`,
  'app/group.go': `package main
import (
	_ "embed"
	"github.com/sashabaranov/go-openai"
)

var (
	//go:embed prompts/sort.txt
	sortPrompt string
	other      string
)

func ask(ctx context.Context, client *openai.Client) {
	client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "gpt-4o", Messages: []openai.ChatCompletionMessage{{Role: "system", Content: sortPrompt}}})
}
`,
  'app/main.rs': `use ollama_rs::{generation::completion::request::GenerationRequest, Ollama};
const PROMPT: &str = include_str!("prompts/sort.txt");
async fn ask(ollama: Ollama) {
    ollama.generate(GenerationRequest::new("llama3".to_string(), PROMPT)).await;
}
`,
  'app/ask.php': `<?php
$prompt = file_get_contents(__DIR__ . '/prompts/sort.txt');
OpenAI::client('key')->chat()->create(['model' => 'gpt-4o', 'messages' => [['role' => 'system', 'content' => $prompt]]]);
`,
};

describe('prompts that a program takes from a file', () => {
  for (const [path, text] of Object.entries(programs)) {
    it(`are those of the call in ${path}`, async () => {
      const engine = await createTestEngine({ readFile: memoryFiles({ ...programs, 'app/prompts/sort.txt': PROMPT }) });
      const { calls, prompts } = await engine.analyze({ path, text }, defaultSettings());
      const sent = calls[0]?.prompts.map((index) => prompts[index]?.segments.map((part) => (part.kind === 'text' ? part.text : '')).join(''));
      assert.deepEqual(sent, [PROMPT]);
    });
  }

  it('are left out where the comment is no directive', async () => {
    const engine = await createTestEngine({ readFile: memoryFiles({ 'app/prompts/sort.txt': PROMPT }) });
    const text = (programs['app/embed.go'] as string).replace('//go:embed', '// go:embed');
    const { prompts } = await engine.analyze({ path: 'app/embed.go', text }, defaultSettings());
    assert.deepEqual(prompts, []);
  });
});
