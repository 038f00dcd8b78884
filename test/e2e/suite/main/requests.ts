import assert from 'node:assert/strict';
import { activate, hintsOf, hoverOn, open, write } from '../editor';

const guide = 'Never promise a refund above fifty dollars without a supervisor. '.repeat(180);

/** Requests where a program sends them, with what their definitions say. */
export function requests(): void {
  describe('A request', () => {
    before(async () => {
      await activate();
    });

    for (const [name, text, call, hints] of [
      [
        'of a chain',
        `from langchain_openai import ChatOpenAI
from langchain_core.prompts import ChatPromptTemplate

llm = ChatOpenAI(model="gpt-4.1", max_tokens=1000)
prompt = ChatPromptTemplate.from_messages([("system", "You grade documents with yes or no."), ("human", "Document: {doc}")])
chain = prompt | llm
chain.invoke({"doc": "Lyon"})
`,
        'invoke({',
        [/^≈ \d+ tok · \$[\d.]+ · gpt-4\.1$/],
      ],
      [
        'of an agent with tools',
        `from agents import Agent, Runner, function_tool

@function_tool
def weather(city: str) -> str:
    """Tells the weather of a city."""
    return city

agent = Agent(name="a", model="gpt-4.1", instructions="You tell the weather in one line.", tools=[weather])
Runner.run_sync(agent, "How is the weather in Lyon?")
`,
        'run_sync(',
        [/^≈ \d+ tok · \$[\d.]+ · gpt-4\.1$/],
      ],
      [
        'with a cache breakpoint',
        `import anthropic

client = anthropic.Anthropic()
GUIDE = "${guide}"
client.messages.create(
    model="claude-sonnet-4-6",
    max_tokens=300,
    system=[{"type": "text", "text": GUIDE, "cache_control": {"type": "ephemeral"}}],
    messages=[{"role": "user", "content": "May I have my money back?"}],
)
`,
        'create(',
        [/^≈ [\d,]+ tok · \$[\d.]+, then \$[\d.]+ · claude-sonnet-4-6$/],
      ],
      [
        'of a helper with three callers',
        `from openai import OpenAI

client = OpenAI()

def ask(text):
    return client.chat.completions.create(model="gpt-4o", max_tokens=100, messages=[{"role": "user", "content": text}])

ask("Hi.")
ask("Name the capital of France and say why it is.")
ask("Name three rivers of Spain.")
`,
        'ask("Hi.")',
        [/^≈ [89] tok · /, /^≈ 1\d tok · /, /^≈ 1\d tok · /],
      ],
    ] as const) {
      it(`${name} has its cost where it is made`, async () => {
        const file = `requests_${name.replaceAll(' ', '_')}.py`;
        await write(file, text);
        const document = await open(file);
        const labels = (await hintsOf(document)).filter((label) => label.includes(' · '));
        assert.equal(labels.length, hints.length, labels.join('\n'));
        for (const [at, hint] of hints.entries()) assert.match(labels[at] ?? '', hint);
        assert.match(await hoverOn(document, call), /\*\*[≈≥] \$[\d.]+\*\* typically/);
      });
    }
  });
}
