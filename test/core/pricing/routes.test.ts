import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { providerOfEndpoint } from '../../../src/core/pricing/routes';

describe("the provider behind a client's base URL", () => {
  const known: [string, string | null][] = [
    ['https://api.openai.com/v1', 'openai'],
    ['https://api.deepseek.com/v1', 'deepseek'],
    ['https://api.deepseek.com', 'deepseek'],
    ['https://api.groq.com/openai/v1', 'groq'],
    ['https://acme.openai.azure.com/', 'azure'],
    ['https://us-central1-aiplatform.googleapis.com/v1', 'google'],
    ['https://generativelanguage.googleapis.com/v1beta/openai/', 'google'],
    ['https://bedrock-runtime.us-east-1.amazonaws.com', 'bedrock'],
    ['https://openrouter.ai/api/v1', 'openrouter'],
    ['HTTPS://API.X.AI/v1', 'xai'],
    ['http://localhost:11434/v1', 'ollama'],
    ['http://localhost:8000/v1', null],
    ['https://api.openai.com.example.org/v1', null],
    ['https://notapi.openai.com/v1', null],
    ['', null],
  ];
  for (const [url, provider] of known) {
    it(`is ${provider} for "${url}"`, () => {
      assert.equal(providerOfEndpoint(url), provider);
    });
  }
});
