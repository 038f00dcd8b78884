import { python, testRule } from '../../helpers/rules';

testRule('missing-length-request', {
  valid: [
    {
      name: 'a prompt for a picture',
      code: `from google import genai
client = genai.Client()
client.models.generate_content(model="gemini-3-pro-image-preview", contents="Create a summary as a picture on a whiteboard.")`,
    },
    {
      name: 'an answer whose shape is given beside the prompt',
      code: `${python}client.responses.parse(model="gpt-4o", input="Describe the city of Toledo.", text_format=City)`,
    },
    {
      name: 'a length in sentences',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Summarize the text in two sentences."}])`,
    },
    {
      name: 'a word for a short answer',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Briefly explain the text."}])`,
    },
    {
      name: 'a length that is a placeholder',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Summarize the text. Length: {max_words}"}])`,
    },
    {
      name: 'a length in the system prompt',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Use at most 50 words."}, {"role": "user", "content": "Summarize the text."}])`,
    },
    {
      name: 'a prompt that asks for no prose',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Translate the text."}])`,
    },
    {
      name: 'a prompt that cannot be read',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])`,
    },
    {
      name: 'a prompt with a part that cannot be read',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": rules}, {"role": "user", "content": "Summarize the text."}])`,
    },
  ],
  invalid: [
    {
      name: 'a summary without a length',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ⟦"Summarize the text."⟧}])`,
      severity: 'hint',
      fixes: {
        'Ask for at most 150 words': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Summarize the text. Answer in at most 150 words."}])`,
      },
    },
    {
      name: 'prose in a text of several lines',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ⟦"""
Write the story of
a fox.
"""⟧}])`,
      fixes: {
        'Ask for at most 150 words': `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": """
Write the story of
a fox. Answer in at most 150 words.
"""}])`,
      },
    },
    {
      name: 'an explanation that ends in a placeholder, without a fix',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": ⟦f"Explain this: {text}"⟧}])`,
      fixes: null,
    },
  ],
});
