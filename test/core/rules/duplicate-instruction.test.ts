import { javascript, python, testRule } from '../../helpers/rules';

testRule('duplicate-instruction', {
  valid: [
    {
      name: 'lines of a form to fill in',
      code: `${python}client.responses.create(model="gpt-4o", input="Answer so: 1. [Issue with severity and specific location]\\n2. [Issue with severity and specific location]\\n")`,
    },
    {
      name: 'sentences that differ',
      code: `${python}SYSTEM_PROMPT = "Answer every question in the language of the customer. Answer every complaint in the language of the customer."`,
    },
    {
      name: 'the same sentence in two prompts',
      code: `${python}A_PROMPT = "Answer every question in the language of the customer."\nB_PROMPT = "Answer every question in the language of the customer."`,
    },
    { name: 'a short sentence twice', code: `${python}SYSTEM_PROMPT = "Be kind. Mention the opening hours of the shop. Be kind."` },
  ],
  invalid: [
    {
      name: 'the second of two equal sentences, and never removes it',
      code: `${python}SYSTEM_PROMPT = "Answer every question in the language of the customer. Name the opening hours. ⟦Answer every question in the language of the customer.⟧"`,
      severity: 'hint',
      messages: ['Said before in this prompt: "Answer every question in the language of the customer."'],
      fixes: null,
    },
    {
      name: 'a prompt once, with all places',
      code: `${python}SYSTEM_PROMPT = "Answer every question in the language of the customer. Name the opening hours of the shop and of the post. ⟦Answer every question in the language of the customer.⟧ Name the opening hours of the shop and of the post."`,
      messages: [/^Said before in this prompt, like 1 more: "Answer every/],
    },
    {
      name: 'it across the lines of a template literal',
      path: 'a.ts',
      code: `${javascript}await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: \`\nAnswer every question in the language of the customer.\nName the opening hours.\n⟦Answer every question in the language of the customer.⟧\n\` }] });`,
    },
  ],
});
