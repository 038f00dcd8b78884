import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read, show } from './read';

describe('promptfoo', () => {
  const text = `prompts:
  - file://prompts/a.txt
  - prompts/*.txt
  - |
    You are brief.
      Answer {{q}}
    now.
  - raw: "Say \\"hi\\" to\\n{{name}}"
    label: greeting
providers:
  - id: openai:chat:gpt-4o-mini
    config:
      max_tokens: 100
  - anthropic:messages:claude-sonnet-4-5
`;
  it('reads the prompts that stand in the file', () => {
    assert.deepEqual(show('promptfooconfig.yaml', text), ['user: You are brief.\n  Answer ⟦q⟧\nnow.\n', 'user: Say "hi" to\n⟦name⟧']);
    assert.deepEqual(
      read('promptfooconfig.yaml', text).prompts.map(({ name, editable }) => [name, editable]),
      [
        [null, true],
        ['greeting', true],
      ],
    );
  });
  it('reads what grading models are asked, and no other check', () => {
    const config = `prompts: ["Say {{x}}"]
defaultTest:
  options:
    rubricPrompt: "Judge {{output}} strictly."
tests:
  - assert:
      - {type: llm-rubric, value: Is polite}
      - {type: contains, value: Hello}
      - {type: not-g-eval, value: [Is rude, file://x.txt]}
`;
    assert.deepEqual(show('promptfooconfig.yaml', config), ['user: Say ⟦x⟧', 'user: Judge ⟦output⟧ strictly.', 'user: Is polite', 'user: Is rude']);
  });
  it('declares the first provider', () => {
    const { declared } = read('promptfooconfig.yaml', text);
    assert.equal(declared?.model, 'openai:gpt-4o-mini');
    assert.equal(declared?.outputLimit, 100);
    assert.equal(text.slice(declared?.modelSpan?.start, declared?.modelSpan?.end), 'openai:chat:gpt-4o-mini');
    assert.equal(read('promptfooconfig.yaml', 'providers:\n  - openai:gpt-4o:\n      config: {max_tokens: 7}').declared?.outputLimit, 7);
  });
});

describe("LangChain's prompts", () => {
  it('take braces as values and doubled braces as braces', () => {
    assert.deepEqual(show('joke_prompt.yaml', '_type: prompt\ntemplate: |\n  Tell {{"a": 1}}\n  {{x}} {topic}\n'), [
      'null: Tell {"a": 1}\n{x} ⟦topic⟧\n',
    ]);
    assert.deepEqual(
      show(
        'p.prompt.json',
        '{"_type": "few_shot", "prefix": "Say \\"{a}\\"", "suffix": "In: {b}\\nOut:", "example_prompt": {"_type": "prompt", "template": "{c}"}}',
      ),
      ['null: Say "⟦a⟧"', 'null: In: ⟦b⟧\nOut:', 'null: ⟦c⟧'],
    );
  });
  it('have the role of the message that they stand in', () => {
    const part = (name: string, template: string) => ({
      lc: 1,
      id: ['langchain', name],
      kwargs: { prompt: { lc: 1, id: ['PromptTemplate'], kwargs: { template } } },
    });
    const text = JSON.stringify({
      lc: 1,
      id: ['ChatPromptTemplate'],
      kwargs: { messages: [part('SystemMessagePromptTemplate', 'Be kind.'), part('HumanMessagePromptTemplate', '{q}')] },
    });
    assert.deepEqual(show('prompts/hub.json', text), ['system: Be kind.', 'user: ⟦q⟧']);
  });
});

describe('data among prompts', () => {
  it('holds prompts by key, role and opening', () => {
    const text = `
name: writer
description: You are not a prompt, you only describe one here
model: gpt-4o
system_prompt: You are a careful writer.
messages:
  - role: user
    content: 'Don''t repeat {topic} too often'
testData:
  - role: user
    content: This is only some test data
tasks:
  intro: Summarize the following text in two sentences for the reader.
  title: My title has some words
`;
    assert.deepEqual(show('prompts/a.yaml', text), [
      'system: You are a careful writer.',
      "user: Don't repeat ⟦topic⟧ too often",
      'null: Summarize the following text in two sentences for the reader.',
    ]);
    assert.equal(read('prompts/a.yaml', text).declared?.model, 'gpt-4o');
  });
  it('takes an alias for the text at its anchor', () => {
    const text = 'base: &tone You are a careful writer of letters.\nsystem_prompt: *tone\nother_prompt: *gone\n';
    const [own, alias] = read('prompts/a.yaml', text).prompts;
    assert.deepEqual(show('prompts/a.yaml', text), ['null: You are a careful writer of letters.', 'system: You are a careful writer of letters.']);
    assert.equal(alias?.editable, false);
    assert.equal(text.slice(alias?.span.start, alias?.span.end), '*tone');
    assert.ok(own && own.span.end < (alias?.span.start ?? 0));
  });
  it('maps escapes of JSON', () => {
    assert.deepEqual(show('prompts/a.json', '{"prompt": "Caf\\u00e9 \\ud83d\\ude00 \\"quoted\\"\\nwith {{x}}\\tmore words"}'), [
      'null: Café 😀 "quoted"\nwith ⟦x⟧\tmore words',
    ]);
  });
  it('maps blocks of YAML', () => {
    const blocks = ['|', '|-', '|+', '>', '>-', '|2'];
    for (const block of blocks) {
      const text = `prompt: ${block}\n  You are a writer.\n\n    indented {{x}}\n  end of it\n\nnext: 1\n`;
      const [prompt] = read('prompts/a.yaml', text).prompts;
      assert.ok(prompt, block);
      assert.equal(prompt.editable, ['|', '|-', '|+'].includes(block), block);
      show('prompts/a.yaml', text);
    }
    assert.deepEqual(show('prompts/a.yaml', 'prompt: |\r\n  You are a writer.\r\n  Be brief.\r\n'), ['null: You are a writer.\nBe brief.\n']);
  });
  it('is read however broken it is', () => {
    for (const text of [
      '',
      '{',
      '[[[',
      '{"prompt": "You are a',
      'a: b: c',
      '- - -',
      'prompt: |',
      'prompt: "',
      '\t',
      '*x',
      '<<: *a',
      '? [a]\n: b',
      '['.repeat(50_000),
      '- '.repeat(5_000),
      '\ud800: \udc00',
    ])
      for (const path of ['prompts/a.json', 'prompts/a.yaml', 'promptfooconfig.yaml'])
        assert.ok(Array.isArray(read(path, text).prompts), `${path}: ${text.slice(0, 20)}`);
  });
});

describe('agents and tasks of a crew', () => {
  it('has goals and backstories as the system, tasks as the user', () => {
    const agents = 'clerk:\n  role: Clerk of {shop}\n  goal: Sell {thing}\n  backstory: >\n    You are long\n    in trade.\n  llm: openai/gpt-4o\n';
    assert.deepEqual(show('config/agents.yaml', agents), ['system: Sell ⟦thing⟧', 'system: You are long in trade.\n']);
    const tasks = 'sell:\n  description: |\n    Sell {thing}.\n  expected_output: A bill\n  agent: clerk\n';
    assert.deepEqual(show('config/tasks.yaml', tasks), ['user: Sell ⟦thing⟧.\n', 'user: A bill']);
    assert.deepEqual(show('config/tasks.yaml', 'sell:\n  expected_output: A bill\n  description: ['), ['user: A bill']);
  });
});

describe('TOML', () => {
  it('has the prompt of a command', () => {
    const text = 'description = "Commits"\nprompt = """\nCommit {{args}} as in @{docs/style.md}.\nSee !{git status}, not {x} = "y".\n"""\n';
    assert.deepEqual(show('.gemini/commands/c.toml', text), ['user: Commit ⟦args⟧ as in ⟦docs/style.md⟧.\nSee ⟦git status⟧, not {x} = "y".\n']);
    const first = read('.gemini/commands/c.toml', text).prompts[0]?.segments[0];
    assert.equal(text.slice(first?.span?.start, first?.span?.end), 'Commit ');
    for (const half of ['', 'prompt', 'prompt = ', 'prompt = """', 'prompt = """\nCommit', 'prompt = ["a"]', '[a', "prompt = ''"])
      assert.deepEqual(show('.gemini/commands/c.toml', half), [], half);
  });
  it('has prompts by key, table by table', () => {
    const text =
      '[review]\nsystem = \'\'\'You are a \\strict reviewer.\'\'\'\nuser="""\\\n  Review this:\n  {{ diff }}\\n"""\nmax_tokens = 1_000\n[[other]] # more\nkeys = [\n  "system"]\ntitle = "You are here"\n';
    assert.deepEqual(show('settings/review_prompts.toml', text), ['system: You are a \\strict reviewer.', 'user: Review this:\n  ⟦diff⟧\n']);
  });
});
