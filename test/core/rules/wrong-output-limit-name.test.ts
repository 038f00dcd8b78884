import { javascript, python, testRule } from '../../helpers/rules';

const rename = 'Rename max_tokens to max_completion_tokens';

testRule('wrong-output-limit-name', {
  valid: [
    {
      name: 'max_completion_tokens for a model that reasons',
      code: `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=5000)`,
    },
    {
      name: 'max_completion_tokens for any chat model',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=500)`,
    },
    {
      name: 'max_tokens for a model that does not reason',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=500)`,
    },
    {
      name: 'max_tokens for an unknown model',
      code: `${python}client.chat.completions.create(model=name, messages=[{"role": "user", "content": "Hi"}], max_tokens=500)`,
    },
    { name: 'max_output_tokens in the Responses API', code: `${python}client.responses.create(model="o3", input="Hi", max_output_tokens=5000)` },
    {
      name: 'max_tokens at another provider',
      code: 'from openai import OpenAI\nclient = OpenAI(base_url="https://api.deepseek.com")\nclient.chat.completions.create(model="deepseek-reasoner", messages=[{"role": "user", "content": "Hi"}], max_tokens=5000)',
    },
  ],
  invalid: [
    {
      name: 'the old name in Go, in the case of Go',
      path: 'a.go',
      code: `package main

import "github.com/sashabaranov/go-openai"

func main() {
	client := openai.NewClient("")
	client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{Model: "o3-mini", ⟦MaxTokens⟧: 100, Messages: messages})
}
`,
      messages: ['o3-mini rejects MaxTokens: use MaxCompletionTokens.'],
    },
    {
      name: 'the old name beside the right one, which must go and has no rename',
      code: `${python}client.chat.completions.create(model="o3", messages=messages, ⟦max_tokens⟧=100, max_completion_tokens=100)`,
      fixes: null,
    },
    {
      name: 'max_tokens for a model that reasons',
      code: `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], ⟦max_tokens⟧=5000)`,
      severity: 'error',
      messages: ['o3 rejects max_tokens: use max_completion_tokens.'],
      fixes: {
        [rename]: `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=5000)`,
      },
    },
    {
      name: 'max_tokens in a literal that is spread',
      code: `${python}params = {"⟦max_tokens⟧": 5000}\nclient.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], **params)`,
      fixes: {
        [rename]: `${python}params = {"max_completion_tokens": 5000}\nclient.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], **params)`,
      },
    },
    {
      name: 'max_tokens as a shorthand property, whose variable keeps its name',
      path: 'a.ts',
      code: `${javascript}const max_tokens = 5000;\nawait client.chat.completions.create({ model: 'o3', messages: [{ role: "user", content: "Hi" }], ⟦max_tokens⟧ });`,
      fixes: {
        [rename]: `${javascript}const max_tokens = 5000;\nawait client.chat.completions.create({ model: 'o3', messages: [{ role: "user", content: "Hi" }], max_completion_tokens: max_tokens });`,
      },
    },
    {
      name: 'max_completion_tokens in the Responses API',
      path: 'a.ts',
      code: `${javascript}await client.responses.create({ model: 'gpt-4o', input: 'Hi', '⟦max_completion_tokens⟧': 500 });`,
      messages: ['The Responses API has no max_completion_tokens: use max_output_tokens.'],
      fixes: {
        'Rename max_completion_tokens to max_output_tokens': `${javascript}await client.responses.create({ model: 'gpt-4o', input: 'Hi', 'max_output_tokens': 500 });`,
      },
    },
  ],
});
