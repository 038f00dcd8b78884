import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formats } from '../../../src/core/formats';
import { findFormat } from '../../../src/core/formats/find';

const byPath: Record<string, string[]> = {
  agent: ['.claude/agents/reviewer.md', 'a/.github/agents/x.md', '/repo/planner.agent.md', '.opencode/agent/x.md'],
  batch: [],
  'claude-command': ['.claude/commands/git/commit.md', '.cursor/commands/fix.md', '.opencode/command/a.md', '.clinerules/workflows/release.md'],
  'copilot-prompt': ['.github/prompts/new-form.prompt.md', 'x.chatmode.md', 'prompts/a.prompt.md'],
  'fine-tuning': [],
  'gemini-command': ['.gemini/commands/git/commit.toml'],
  instructions: [
    'AGENTS.md',
    'pkg/CLAUDE.md',
    'GEMINI.md',
    'prompts/AGENTS.md',
    '.github/copilot-instructions.md',
    '.github/instructions/py.instructions.md',
    '.cursorrules',
    '/repo/.cursor/rules/deep/a.mdc',
    'rules/fastapi.mdc',
    '.windsurfrules',
    '.clinerules',
    '.windsurf/rules/x.md',
    '.roo/rules-code/a.md',
    '.kiro/steering/tech.md',
    '.junie/guidelines.md',
  ],
  'jinja-prompt': [],
  'langchain-prompt': [],
  'prompt-data': [
    'prompts/en/a.yaml',
    'src/prompts/a.json',
    'generate.prompt.yml',
    'config/prompts.yaml',
    'SystemPrompt.json',
    'settings/review_prompts.toml',
  ],
  'prompt-text': [
    'prompts/a.txt',
    'src/prompts/deep/b.md',
    'prompts/c.j2',
    'system_prompts/x.jinja2',
    'plugins/Joke/skprompt.txt',
    'Prompts/Ask.txt',
    'resources/prompts/ask.st',
    'eval/cot_prompts/sort.txt',
    'prompts/title.tera',
  ],
  promptfoo: ['promptfooconfig.yaml', 'evals/promptfooconfig.rag.yml', 'prompts/promptfooconfig.yaml'],
  prompty: ['chat.prompty', 'prompts/chat.prompty'],
  skill: ['skills/pdf/SKILL.md'],
};
const byText: Record<string, [string, string][]> = {
  agent: [['plugins/review/agents/reviewer.md', '---\nname: reviewer\ndescription: Reviews code\ntools: Read\n---\nBe strict.']],
  'claude-command': [['commands/ship.md', '---\ndescription: Ships it\nargument-hint: <version>\n---\nShip $1.']],
  crew: [
    ['config/agents.yaml', 'clerk:\n  role: Clerk\n  goal: Sell\n  backstory: Long in trade'],
    ['src/config/tasks.yml', 'sell:\n  description: Sell {thing}\n  expected_output: A bill'],
  ],
  'prompt-text': [
    ['agent/instructions.md', 'You control one till. Answer each question with a price.'],
    ['src/system_prompt.txt', 'You are the clerk of a small shop, be brief.'],
    ['patterns/sum_up/system.md', '# IDENTITY\n\nYou are an expert at finding what matters in a text.'],
    ['prompt/templates/review.tmpl', 'You are an expert programmer who reviews this: {{ .diff }}'],
    ['resources/rag.st', 'You are a helpful assistant in a shop. Answer about {thing}.'],
    ['promptv2.txt', 'Sort the tickets. Answer with one word and use no format.'],
    ['Prompt/Files/Intro.md', '# FILES\n\nYou are an assistant with access to files of a person.'],
  ],
  batch: [['in.jsonl', '{"custom_id": "1", "method": "POST", "url": "/v1/chat/completions", "body": {}}']],
  'fine-tuning': [
    ['train.jsonl', '{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}\n'],
    ['old.jsonl', '{"prompt": "a", "completion": "b"}\n'],
  ],
  'jinja-prompt': [
    ['templates/chat.jinja2', 'system:\nBe kind.\nuser:\n{{ q }}'],
    ['a.j2', 'You are a helpful assistant for {{ company }}, be brief.'],
  ],
  'langchain-prompt': [
    ['assets/prompt_templates/clerk/backstory.yml', '_type: prompt\ntemplate: You are the clerk.'],
    ['my_prompt.yaml', '_type: prompt\ntemplate: Tell a joke about {topic}'],
    ['prompts/hub.json', '{"lc": 1, "type": "constructor"}'],
  ],
};

describe('the format of a file', () => {
  for (const { id } of formats) {
    it(`${id} is found`, () => {
      const paths = byPath[id] ?? [];
      const texts = byText[id] ?? [];
      assert.notEqual(paths.length + texts.length, 0, 'no example');
      for (const path of paths) assert.equal(findFormat(path, 'some text')?.id, id, path);
      for (const [path, text] of texts) {
        assert.equal(findFormat(path, text)?.id, id, path);
        assert.ok(findFormat(path, null), `${path} may be of a format`);
      }
    });
  }

  it('is none for other files', () => {
    for (const path of ['README.md', 'prompts/README.md', 'prompts/run.py', 'data.json', 'docs/agents.md', 'notes.txt', 'my.cursorrules.txt'])
      assert.equal(findFormat(path, null), null, path);
    const pages: [string, string][] = [
      ['agents/overview.md', '---\nname: Agents\ndescription: What agents are\n---\nAn agent is …'],
      ['docs/commands/run.md', '---\ndescription: Runs a file\n---\nUse `run FILE`.'],
      ['config/tasks.yaml', 'clean:\n  description: Cleans the build folder\n  command: rm'],
      ['src/Stack.st', "Object subclass: #Stack\n  instanceVariableNames: 'items'"],
      ['instructions.txt', 'Please follow these steps and use the given format.'],
      ['docs/instructions.md', 'You can use the settings to change your answer format.'],
      ['docs/prompts.md', '# Prompts\n\nPrompts are kept in the settings, where you can change them.'],
      ['Examples/MultiplePrompts.txt', 'public static class MultiplePrompts\n{ // return the answer in the given format\n}'],
      ['prompt-requirements.txt', 'prompt_toolkit==3.0.1\nrich==13.0 # for output\n'],
      ['locales/en/prompts.json', '{"delete_message": "Do you want to delete it?"}'],
      ['fixtures/with-system-prompt.json', '{"id": 1, "choices": [{"message": {"content": "You are welcome."}}]}'],
      ['cassettes/test_system_prompt.yaml', 'interactions:\n- request:\n    body: {}\n'],
    ];
    for (const [path, text] of pages) assert.equal(findFormat(path, text), null, path);
    assert.equal(findFormat('nginx.conf.j2', 'server {\n  listen {{ port }};\n}'), null);
    assert.equal(findFormat('log.jsonl', '{"time": 1}\n{"time": 2}'), null);
    assert.equal(findFormat('in.jsonl', '{"messages": [{"role": "user", "content": "only a question"}]}\n'), null);
  });

  it('follows the editor where it knows better', () => {
    assert.equal(findFormat('Untitled-1', '', 'prompt')?.id, 'copilot-prompt');
    assert.equal(findFormat('Untitled-1', '', 'prompty')?.id, 'prompty');
    assert.equal(findFormat('Untitled-1', '', 'markdown'), null);
  });
});
