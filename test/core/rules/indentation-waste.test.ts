import { javascript, python, testRule } from '../../helpers/rules';

testRule('indentation-waste', {
  valid: [
    {
      name: 'a text at the margin',
      code: `${python}SYSTEM_PROMPT = """
Name a colour.
Name a tree.
Name a river.
"""`,
    },
    {
      name: 'indentation that means something',
      code: `${python}SYSTEM_PROMPT = """
name:
    first: Ann
    last: Bee
    town: Ulm
"""`,
    },
    {
      name: 'one line',
      code: `${python}SYSTEM_PROMPT = "    Name a colour."`,
    },
    {
      name: 'dedented text',
      code: `${python}import textwrap
SYSTEM_PROMPT = textwrap.dedent("""
    Name a colour.
    Name a tree.
    Name a river.
    Name a town.
""")`,
    },
  ],
  invalid: [
    {
      name: 'indented text',
      code: `${python}def ask():
    system_prompt = ⟦"""
        Name a colour.
        Name a tree:
          an old one.

        Name a river.
        """⟧
    return system_prompt`,
      severity: 'hint',
      fixes: {
        'Remove the indentation': `${python}def ask():
    system_prompt = """
Name a colour.
Name a tree:
  an old one.

Name a river.
"""
    return system_prompt`,
      },
    },
    {
      name: 'an indented template literal with placeholders',
      path: 'a.ts',
      code: `${javascript}export const systemPrompt = (tone) => {
  const prompt = ⟦\`
    Name a \${tone} colour.
    Name a tree.
    Name a river.
    Name a town.
  \`⟧;
  return prompt;
};`,
      fixes: {
        'Remove the indentation': `${javascript}export const systemPrompt = (tone) => {
  const prompt = \`
Name a \${tone} colour.
Name a tree.
Name a river.
Name a town.
\`;
  return prompt;
};`,
      },
    },
  ],
});
