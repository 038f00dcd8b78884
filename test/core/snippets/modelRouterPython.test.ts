// The inserted Python runs for real; `openai`, `anthropic` and `litellm` are small stand-ins with the same call surface (test/helpers/pythonStandIns).
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runPython } from '../../helpers/runPython';

const ids = ['model-router'];

const chat = `import logging, openai
logging.disable()
client = openai.OpenAI()


def ask(text, target=client.chat.completions, **options):
    question = {"model": "large", "messages": [{"role": "system", "content": "Why? " * 1000}, {"role": "user", "content": text}]}
    return with_model_router(target, small="small", **options).create(**question).model


def fail(*models):
    def answer(api, parameters):
        if parameters["model"] in models:
            raise openai.OpenAIError(parameters["model"] + " is down")
        return "ok"
    stand_in.answer = answer


`;

describe('the model router in Python', () => {
  it('judges length, code and words that ask for reasoning, of what the user said', async () => {
    const script = `${chat}texts = ["What is the capital of France?", "Name a colour", "Classify: great tent", "x" * 2000,
    "x" * 2001, "Explain why the sky is blue", "Compare A and B", "Think step by step", "def f(x):\\n    return x", "\`\`\`\\nx\\n\`\`\`", "int main() {"]
show([ask(text) for text in texts])
show([is_complex({"input": "Hi"}), is_complex({"input": [{"role": "user", "content": [{"type": "input_text", "text": "Debug this"}]}]}), is_complex({})])`;
    const [models, direct] = await runPython(ids, script);
    assert.deepEqual(models, [...Array(4).fill('small'), ...Array(7).fill('large')]);
    assert.deepEqual(direct, [false, true, false]);
  });

  it('lets the larger model answer where the small one fails, and lets its own failure through', async () => {
    const script = `${chat}fail("small")
show([ask("Hi"), [parameters["model"] for _, parameters in stand_in.calls]])
fail("small", "large")
try:
    ask("Hi")
except openai.OpenAIError as error:
    show(str(error))
stand_in.calls.clear()
try:
    ask("Why?")
except openai.OpenAIError as error:
    show([str(error), len(stand_in.calls)])`;
    assert.deepEqual(await runPython(ids, script), [['large', ['small', 'large']], 'large is down', ['large is down', 1]]);
  });

  it("takes the user's own function", async () => {
    const script = `${chat}show([ask("Hi", complex_when=lambda parameters: True), ask("Why?", complex_when=lambda parameters: "seed" in parameters)])`;
    assert.deepEqual(await runPython(ids, script), [['large', 'small']]);
  });

  it('works for the Responses API, Anthropic, LiteLLM with the model first, and awaited calls', async () => {
    const script = `${chat}import anthropic, litellm
user = [{"role": "user", "content": "Hi"}]
show(with_model_router(client.responses, small="small").create(model="large", input="Hi").model)
show(with_model_router(anthropic.Anthropic().messages, small="small").create(model="large", max_tokens=9, messages=user).model)
show(with_model_router(litellm, small="small").completion("large", user).model)
show(with_model_router(litellm.completion, small="small")(model="large", messages=user).model)
async def main():
    completions = openai.AsyncOpenAI().chat.completions
    show((await with_model_router_async(completions, small="small").create(model="large", messages=user)).model)
    show([answer.model for answer in await asyncio.gather(with_model_router(completions, small="small").create(model="large", messages=user))])
    fail("small")
    show((await with_model_router_async(completions, small="small").create(model="large", messages=user)).model)
    show((await with_model_router_async(litellm, small="small").acompletion("large", user)).model)`;
    assert.deepEqual(await runPython(ids, script), ['small', 'small', 'small', 'small', 'small', ['small'], 'large', 'large']);
  });
});
