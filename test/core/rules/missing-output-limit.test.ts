import { claude, javascript, python, testRule } from '../../helpers/rules';

const title = 'Limit the output to 1,000 tokens (at most $0.010)';
const gemini = 'Limit the output to 1,000 tokens (at most $0.00040)';

testRule('missing-output-limit', {
  valid: [
    {
      name: 'the present name of the limit',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=5)`,
    },
    {
      name: 'the older name of the limit',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=5)`,
    },
    {
      name: 'a limit that is a variable',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_tokens=limit)`,
    },
    {
      name: 'a limit in a literal that is spread',
      code: `${python}params = {"max_tokens": 5}\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], **params)`,
    },
    {
      name: 'keyword arguments that cannot be read',
      code: `${python}def ask(**rest):\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], **rest)`,
    },
    {
      name: 'a spread that cannot be read',
      path: 'a.ts',
      code: `${javascript}export const ask = (rest) => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }], ...rest });`,
    },
    {
      name: 'an API that demands a limit',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", messages=[{"role": "user", "content": "Hi"}])`,
    },
    { name: 'the limit of the Responses API', code: `${python}client.responses.create(model="gpt-4o", input="Hi", max_output_tokens=5)` },
    {
      name: 'a configuration that cannot be read',
      code: 'from google import genai\nclient = genai.Client()\nclient.models.generate_content(model="gemini-2.5-flash", contents="Hi", config=config)',
    },
    {
      name: 'an open stream, of which stream-without-stop speaks',
      code: `${python}for event in client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True):\n    print(event)`,
    },
    {
      name: 'a model that nobody knows of a framework that serves any',
      code: 'from langchain.chat_models import init_chat_model\nllm = init_chat_model(name)\nllm.invoke("Hi")',
    },
    { name: 'an embedding', code: `${python}client.embeddings.create(model="text-embedding-3-small", input="Hi")` },
    { name: 'a call of something else', code: 'from twilio.rest import Client\nclient = Client()\nclient.messages.create(to="1", body="Hi")' },
    {
      name: 'a call whose comment says so',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])  # prompt-cost-ignore missing-output-limit`,
    },
  ],
  invalid: [
    {
      name: 'requests of one model once',
      code: 'from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="gpt-4o")\nllm.⟦invoke⟧("Hi")\nllm.invoke("Ho")\nother = ChatOpenAI(model="gpt-4o")\nother.⟦invoke⟧("Hu")',
    },
    {
      name: 'a name of a limit without the way to it',
      code: 'from google import genai\nclient = genai.Client()\nclient.models.⟦generate_content⟧(model="gemini-3.5-flash", contents="Hi")',
      messages: [/Set max_output_tokens\.$/],
    },
    {
      name: 'a chat call on one line',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'information',
      messages: ['No output limit: one answer can run to 16,384 tokens, $0.16. Set max_completion_tokens.'],
      fixes: {
        [title]: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=1000)`,
      },
    },
    {
      name: 'a chat call on several lines with a trailing comma and a comment',
      code: `${python}client.chat.completions.⟦create⟧(\n    model="gpt-4o",\n    messages=[{"role": "user", "content": "Hi"}],  # none yet\n)`,
      fixes: {
        [title]: `${python}client.chat.completions.create(\n    model="gpt-4o",\n    messages=[{"role": "user", "content": "Hi"}],  # none yet\n    max_completion_tokens=1000,\n)`,
      },
    },
    {
      name: 'a call in a loop as a warning',
      code: `${python}for x in [1, 2]:\n    client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'warning',
    },
    {
      name: 'a call in a function that a loop calls as a warning',
      code: `${python}def ask():\n    client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])\n\nfor x in [1, 2]:\n    ask()`,
      severity: 'warning',
    },
    {
      name: 'a call with an object literal',
      path: 'a.ts',
      code: `${javascript}await client.chat.completions.⟦create⟧({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }] });`,
      fixes: {
        [title]: `${javascript}await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: "user", content: "Hi" }], max_completion_tokens: 1000 });`,
      },
    },
    {
      name: 'a call whose object literal is a variable',
      path: 'a.js',
      code: `${javascript}const request = {\n  model: 'gpt-4o',\n  messages: [{ role: "user", content: "Hi" }]\n};\nawait client.chat.completions.⟦create⟧(request);`,
      fixes: {
        [title]: `${javascript}const request = {\n  model: 'gpt-4o',\n  messages: [{ role: "user", content: "Hi" }],\n  max_completion_tokens: 1000\n};\nawait client.chat.completions.create(request);`,
      },
    },
    {
      name: 'arguments before a spread literal',
      code: `${python}params = {"temperature": 0}\nclient.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], **params)`,
      fixes: {
        [title]: `${python}params = {"temperature": 0}\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=1000, **params)`,
      },
    },
    {
      name: 'the Responses API by its own name',
      code: `${python}client.responses.⟦create⟧(model="gpt-4o", input="Hi")`,
      fixes: { [title]: `${python}client.responses.create(model="gpt-4o", input="Hi", max_output_tokens=1000)` },
    },
    {
      name: 'a limit that goes into an object which is not there yet',
      code: 'from google import genai\nclient = genai.Client()\nclient.models.⟦generate_content⟧(model="gemini-2.0-flash", contents="Hi")',
      fixes: {
        [gemini]:
          'from google import genai\nclient = genai.Client()\nclient.models.generate_content(model="gemini-2.0-flash", contents="Hi", config={"max_output_tokens": 1000})',
      },
    },
    {
      name: 'a limit that goes into a constructor',
      code: 'from google import genai\nfrom google.genai import types\nclient = genai.Client()\nclient.models.⟦generate_content⟧(model="gemini-2.0-flash", contents="Hi", config=types.GenerateContentConfig(temperature=0))',
      fixes: {
        [gemini]:
          'from google import genai\nfrom google.genai import types\nclient = genai.Client()\nclient.models.generate_content(model="gemini-2.0-flash", contents="Hi", config=types.GenerateContentConfig(temperature=0, max_output_tokens=1000))',
      },
    },
    {
      name: 'a limit in the camel case of a JavaScript SDK',
      path: 'a.ts',
      code: `import { GoogleGenAI } from '@google/genai';\nconst ai = new GoogleGenAI({});\nawait ai.models.⟦generateContent⟧({ model: 'gemini-2.0-flash', contents: 'Hi' });`,
      fixes: {
        [gemini]: `import { GoogleGenAI } from '@google/genai';\nconst ai = new GoogleGenAI({});\nawait ai.models.generateContent({ model: 'gemini-2.0-flash', contents: 'Hi', config: { maxOutputTokens: 1000 } });`,
      },
    },
    {
      name: 'a model that reasons, with room for it',
      code: `${python}client.chat.completions.⟦create⟧(model="o3", messages=[{"role": "user", "content": "Hi"}])`,
      fixes: {
        'Limit the output to 4,096 tokens (at most $0.033)': `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=4096)`,
      },
    },
    {
      name: 'an unknown model without a price',
      code: `${python}client.chat.completions.⟦create⟧(model="house-model", messages=[{"role": "user", "content": "Hi"}])`,
      messages: ['No output limit: max_completion_tokens is not set.'],
      fixes: {
        'Limit the output to 1,000 tokens': `${python}client.chat.completions.create(model="house-model", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=1000)`,
      },
    },
    {
      name: "a server that speaks OpenAI's protocol, by the name that it knows",
      code: `from openai import OpenAI\nclient = OpenAI(base_url="https://api.deepseek.com")\nclient.chat.completions.⟦create⟧(model="deepseek-chat", messages=[{"role": "user", "content": "Hi"}])`,
      messages: [/max_tokens/],
    },
    {
      name: 'a call with a ceiling, as many tokens as the ceiling pays for',
      settings: { costCeiling: 0.01 },
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      fixes: {
        'Limit the output to 998 tokens (at most $0.010)': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=998)`,
      },
    },
    {
      name: 'a call whose input cannot be read, without a figure that would not hold',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=messages)`,
      messages: ['No output limit: one answer can run to 16,384 tokens, $0.16. Set max_completion_tokens.'],
      fixes: {
        'Limit the output to 1,000 tokens': `${python}client.chat.completions.create(model="gpt-4o", messages=messages, max_completion_tokens=1000)`,
      },
    },
    {
      name: 'a call whose input alone is above the ceiling, without a fix',
      settings: { costCeiling: 0.00001 },
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Name three rivers of Europe."}])`,
      fixes: null,
    },
  ],
});
