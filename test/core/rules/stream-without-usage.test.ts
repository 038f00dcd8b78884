import { claude, javascript, python, testRule } from '../../helpers/rules';

testRule('stream-without-usage', {
  valid: [
    {
      name: 'a provider that is not known to take the parameter',
      code: `from openai import OpenAI
client = OpenAI(base_url="https://api.perplexity.ai")
client.chat.completions.create(model="sonar", messages=messages, stream=True)`,
    },
    {
      name: 'a stream that asks for its usage',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True, stream_options={"include_usage": True})`,
    },
    {
      name: 'a call that does not stream',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'options that cannot be read',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True, stream_options=options)`,
    },
    {
      name: 'the Responses API, which reports it anyway',
      code: `${python}client.responses.create(model="gpt-4o", input="Hi", stream=True)`,
    },
    {
      name: 'Claude, which reports it anyway',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", max_tokens=5, messages=[{"role": "user", "content": "Hi"}], stream=True)`,
    },
  ],
  invalid: [
    {
      name: 'a stream',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True)`,
      severity: 'information',
      fixes: {
        'Ask for the usage at the end of the stream': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True, stream_options={"include_usage": True})`,
      },
    },
    {
      name: 'a stream with other options',
      code: `${python}client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True, stream_options={"include_obfuscation": False})`,
      fixes: {
        'Ask for the usage at the end of the stream': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], stream=True, stream_options={"include_obfuscation": False, "include_usage": True})`,
      },
    },
    {
      name: 'a stream in JavaScript',
      path: 'a.ts',
      code: `${javascript}await client.chat.completions.⟦create⟧({
  model: 'gpt-4o',
  messages: [{ role: "user", content: "Hi" }],
  stream: true,
});`,
      fixes: {
        'Ask for the usage at the end of the stream': `${javascript}await client.chat.completions.create({
  model: 'gpt-4o',
  messages: [{ role: "user", content: "Hi" }],
  stream: true,
  stream_options: { include_usage: true },
});`,
      },
    },
  ],
});
