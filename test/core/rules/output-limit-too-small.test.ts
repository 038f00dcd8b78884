import { claude, python, testRule } from '../../helpers/rules';

testRule('output-limit-too-small', {
  valid: [
    {
      name: 'a limit of one token, which asks for no answer',
      code: `${python}client.chat.completions.create(model="gpt-5-mini", messages=messages, max_completion_tokens=1)`,
    },
    {
      name: 'a model that is told to think least',
      code: `from google import genai
client = genai.Client()
client.models.generate_content(model="gemini-3.5-flash", contents=text, config=types.GenerateContentConfig(max_output_tokens=500, thinking_config=types.ThinkingConfig(thinking_level=types.ThinkingLevel.MINIMAL)))`,
    },
    {
      name: 'Flash-Lite, which thinks only when asked to',
      code: `from google import genai
client = genai.Client()
client.models.generate_content(model="gemini-2.5-flash-lite", contents=text, config={"max_output_tokens": 500})`,
    },
    {
      name: 'enough room',
      code: `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=8000)`,
    },
    {
      name: 'a model that does not reason',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=100)`,
    },
    {
      name: 'minimal effort',
      code: `${python}client.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=100, reasoning_effort="minimal")`,
    },
    {
      name: 'no effort in the Responses API',
      code: `${python}client.responses.create(model="gpt-5", input="Hi", max_output_tokens=100, reasoning={"effort": "none"})`,
    },
    {
      name: 'Claude without thinking',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", max_tokens=100, messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a limit that is a variable',
      code: `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=limit)`,
    },
  ],
  invalid: [
    {
      name: 'a small limit of a model that reasons',
      code: `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], ⟦max_completion_tokens=100⟧)`,
      severity: 'warning',
      messages: [/^o3 reasons within its limit of 100 tokens/],
      fixes: {
        'Raise the limit to 4,096 tokens': `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], max_completion_tokens=4096)`,
      },
    },
    {
      name: 'Claude with thinking',
      code: `${claude}client.messages.create(model="claude-sonnet-4-5", ⟦max_tokens=1600⟧, messages=[{"role": "user", "content": "Hi"}], thinking={"type": "enabled", "budget_tokens": 1500})`,
    },
    {
      name: 'a limit under an own minimum',
      settings: { ruleOptions: { 'output-limit-too-small': { minimumTokens: 6000 } } },
      code: `${python}client.chat.completions.create(model="o3", messages=[{"role": "user", "content": "Hi"}], ⟦max_completion_tokens=5000⟧)`,
    },
  ],
});
