import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read, show } from './read';

describe('prompty', () => {
  const text = [
    '---',
    'name: chat',
    'model:',
    '  id: gpt-4o-mini',
    '  options:',
    '    maxOutputTokens: 1024',
    '---',
    'system:',
    'You help {{user.name | upper}}.',
    'Be brief.',
    '',
    '# user:',
    '{% if question %}{{question}}{% endif %}',
    '',
  ].join('\n');

  it('has a prompt per role marker', () => {
    assert.deepEqual(show('a.prompty', text), ['system: You help ⟦user.name⟧.\nBe brief.', 'user: ⟦if question⟧⟦question⟧']);
    const [system] = read('a.prompty', text).prompts;
    assert.equal(text.slice(system?.span.start, system?.span.end), 'You help {{user.name | upper}}.\nBe brief.');
  });
  it('declares its model and limit', () => {
    const { declared } = read('a.prompty', text);
    assert.deepEqual(
      { ...declared, modelSpan: text.slice(declared?.modelSpan?.start, declared?.modelSpan?.end) },
      {
        model: 'gpt-4o-mini',
        modelSpan: 'gpt-4o-mini',
        outputLimit: 1024,
      },
    );
  });
  it('reads the older front matter, blank lines before it and Windows line ends', () => {
    const old =
      '\r\n---\r\nmodel:\r\n  configuration:\r\n    azure_deployment: gpt-4o\r\n  parameters:\r\n    max_tokens: 256\r\n---\r\nuser:\r\nHi {{x}}\r\n';
    assert.deepEqual(show('a.prompty', old), ['user: Hi ⟦x⟧']);
    assert.equal(read('a.prompty', old).declared?.model, 'gpt-4o');
    assert.equal(read('a.prompty', old).declared?.outputLimit, 256);
  });
  it('has no role without a marker, and the system before the first', () => {
    assert.deepEqual(show('a.prompty', '---\nname: x\n---\nSummarise {{text}}'), ['null: Summarise ⟦text⟧']);
    assert.deepEqual(show('a.prompty', 'Be kind.\nuser:\nHi'), ['system: Be kind.', 'user: Hi']);
  });
  it('is read while half typed', () => {
    for (const half of ['', '---', '---\nmodel: [', '---\nmodel: {a: \n---\nuser:', '---\n---\n', 'system:\n\n\nuser:\n', 'system:'])
      assert.deepEqual(
        read('a.prompty', half).prompts.filter(({ segments }) => !segments.length),
        [],
        half,
      );
  });
});

describe('markdown for agents', () => {
  it('skips front matter', () => {
    assert.deepEqual(show('a.prompt.md', '---\nmode: agent\n---\n\nFix ${input:file:which one?} in ${selection}, keep ${HOME} and $1.'), [
      'user: Fix ⟦file⟧ in ⟦selection⟧, keep ${HOME} and $1.',
    ]);
    assert.deepEqual(show('.claude/commands/c.md', '---\nmodel: opus\n---\nCommit $ARGUMENTS, see !`git status` and {{x}}.'), [
      'user: Commit ⟦ARGUMENTS⟧, see ⟦git status⟧ and {{x}}.',
    ]);
    assert.deepEqual(show('.claude/agents/a.md', '---\nname: a\nmodel: claude-sonnet-4-5\n---\nReview {{code}}.\n'), ['system: Review {{code}}.']);
    assert.equal(read('.claude/agents/a.md', '---\nmodel: claude-sonnet-4-5\n---\nReview.').declared?.model, 'claude-sonnet-4-5');
    assert.equal(read('.claude/agents/a.md', '---\nmodel: inherit\n---\nReview.').declared, null);
  });
  it('keeps a rule between paragraphs as text', () => {
    assert.deepEqual(show('AGENTS.md', 'Use tabs.\n\n---\n\nRun tests.\n'), ['system: Use tabs.\n\n---\n\nRun tests.']);
  });

  const perSession = (path: string, text: string) => read(path, text).perSession;
  it('knows what every session loads', () => {
    assert.deepEqual(perSession('CLAUDE.md', '\nUse tabs.\n'), ['Use tabs.']);
    assert.deepEqual(perSession('.cursorrules', 'Use tabs.'), ['Use tabs.']);
    assert.deepEqual(perSession('.cursor/rules/a.mdc', '---\nalwaysApply: true\n---\nUse tabs.'), ['Use tabs.']);
    assert.deepEqual(perSession('.cursor/rules/a.mdc', '---\ndescription: Style\nalwaysApply: false\n---\nUse tabs.'), ['Style']);
    assert.deepEqual(perSession('a.instructions.md', "---\napplyTo: '**'\n---\nUse tabs."), ['Use tabs.']);
    assert.equal(perSession('a.instructions.md', "---\napplyTo: '**/*.py'\n---\nUse tabs."), null);
    assert.deepEqual(perSession('SKILL.md', '---\nname: pdf\ndescription: Reads PDF files\n---\nLong body'), ['pdf', 'Reads PDF files']);
    assert.deepEqual(perSession('.kiro/steering/a.md', '---\ninclusion: always\n---\nUse tabs.'), ['Use tabs.']);
    assert.equal(perSession('.kiro/steering/a.md', '---\ninclusion: manual\n---\nUse tabs.'), null);
    assert.equal(perSession('.continue/rules/a.md', '---\nalwaysApply: false\n---\nUse tabs.'), null);
    assert.deepEqual(perSession('.roo/rules/a.md', 'Use tabs.'), ['Use tabs.']);
    assert.equal(perSession('.roo/rules-code/a.md', 'Use tabs.'), null);
    assert.equal(perSession('a.prompt.md', 'Fix it.'), null);
  });
});

describe('text among prompts', () => {
  it('takes placeholders as the text writes them', () => {
    assert.deepEqual(show('prompts/a.txt', 'Translate {text} to {lang!r}. Answer as {{"text": "..."}}'), [
      'null: Translate ⟦text⟧ to ⟦lang⟧. Answer as {"text": "..."}',
    ]);
    assert.deepEqual(show('prompts/a.md', 'Translate {{ text }} to {lang}.'), ['null: Translate ⟦text⟧ to {lang}.']);
    assert.deepEqual(show('prompts/a.md', 'Print {"a": 1} as JSON.'), ['null: Print {"a": 1} as JSON.']);
    assert.deepEqual(show('prompts/a.hbs', '{{! note }}{{#each items}}- {{this}}{{/each}} {{{raw}}} {{.Go}}'), [
      'null: ⟦each items⟧- ⟦this⟧ ⟦raw⟧ ⟦Go⟧',
    ]);
  });
  it('leaves out comments of Jinja', () => {
    assert.deepEqual(show('prompts/a.j2', 'Hello{# never sent #}, {%- for x in xs %}{{ x }}{%- endfor %}.'), ['null: Hello, ⟦for x in xs⟧⟦x⟧.']);
  });
  it('has the role that its name says', () => {
    assert.deepEqual(show('prompts/review.system.md', 'Be kind.'), ['system: Be kind.']);
    assert.deepEqual(show('prompts/user_prompt.txt', 'Hi.'), ['user: Hi.']);
    assert.deepEqual(show('prompts/reviewer.md', '---\nname: r\ndescription: d\n---\nBe kind.'), ['system: Be kind.']);
  });
});
