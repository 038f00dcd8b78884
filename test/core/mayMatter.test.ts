import assert from 'node:assert/strict';
import type { Ecosystem } from '../../src/core/languages/language';
import { mayMatter } from '../../src/core/mayMatter';

const MATTERS: [string, Ecosystem, string][] = [
  ['a package', 'python', 'from openai import OpenAI'],
  ['one of several packages', 'python', 'import os, litellm as llm'],
  ['a module that nothing imports', 'python', 'answer = ollama.chat(model="m", messages=[])'],
  ['a package with an ordinary name', 'javascript', "import { generateText } from 'ai';"],
  ['a part of a package', 'javascript', 'const { openai } = require("@ai-sdk/openai");\nimport x from "ai/rsc";'],
  ['a package in a block of imports', 'go', 'import (\n\t"context"\n\t"github.com/openai/openai-go/option"\n)'],
  ['a package of Java', 'jvm', 'import com.openai.client.OpenAIClient;'],
  ['a class of Ruby', 'ruby', 'client = OpenAI::Client.new'],
  ['a call on a client from elsewhere', 'python', 'reply = await client.chat.completions.create(model=model, messages=rows)'],
  ['a call over several lines', 'javascript', 'const reply = await client\n  .messages\n  .create({ model });'],
  ['a call of PHP', 'php', "$this->client->chat()->create(['model' => $m]);\n$r = $client->responses()->create($x);"],
  ['an address', 'rust', 'let url = format!("{base}/chat/completions");'],
  ['the name of a client', 'javascript', 'const answer = await groqClient.ask(text);\nreturn openAiClient.run(text);'],
  ['a class around a model', 'python', 'from .wrappers import LLM\nmodel = LLM("small")'],
  ['a prompt by its name', 'javascript', 'export const systemPrompt = "Be kind.";'],
  ['a prompt by how it begins', 'go', 'text := "You are a helpful clerk who sorts letters."'],
  ['a prompt behind a line break', 'python', 'text = """\n\n  You are a clerk."""'],
  ['a message with a role', 'javascript', "rows.push({ role: 'user', content: text });"],
  ['a message with a role by name', 'javascript', 'rows.push(new TextMessage({ role: MessageRole.User, content: text }));'],
  ['a message with a role in quotes', 'python', 'rows.append({"role": "system", "content": text})'],
];

const DOES_NOT: [string, Ecosystem, string][] = [
  ['ordinary code', 'python', 'import os\nfor name in os.listdir():\n    print(name)'],
  ['words that a package is called, too', 'javascript', "import { Mail } from './mail';\nconst main = 'agents at work';"],
  ['a package of another world', 'python', "text = 'ai'"],
  ['a page of templates', 'python', 'return render(request, "orders/template.html", {"order": order})'],
  ['a role of a person', 'javascript', "if (person.role === 'owner') show(<div role='button'>Translate</div>);"],
  ['a sentence in the middle of a text', 'php', "echo 'Sorry, you are not allowed to do this.';"],
  ['letters in a longer word', 'python', 'from saleor.fulfillment import enrollment\nfulfillment.ship()'],
];

describe('what may matter', () => {
  for (const [name, ecosystem, text] of MATTERS) it(`sees ${name}`, () => assert.equal(mayMatter(text, ecosystem), true));
  for (const [name, ecosystem, text] of DOES_NOT) it(`passes over ${name}`, () => assert.equal(mayMatter(text, ecosystem), false));
});
