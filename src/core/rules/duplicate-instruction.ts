import type { Rule } from './rule';

const related = 'First said here';

export default {
  meta: {
    id: 'duplicate-instruction',
    severity: 'hint',
    fixable: false,
    description: 'The same sentence twice in one prompt.',
    messages: {
      repeated: 'Said before in this prompt: "{0}"',
      several: 'Said before in this prompt, like {1} more: "{0}"',
      related,
    },
  },
  checkPrompt(prompt, { settings, compress, report }) {
    if (!prompt.editable) return;
    const repeated = compress(prompt, settings.compressLevel).duplicates.filter(({ text }) => !/^\W*\[[^\]]*\]\W*$/.test(text));
    const one = repeated[0];
    if (!one) return;
    const shown = one.text.length > 60 ? `${one.text.slice(0, 57).trimEnd()}…` : one.text;
    report({
      span: one.span,
      message: repeated.length > 1 ? 'several' : 'repeated',
      values: [shown.replace(/\s+/g, ' '), repeated.length - 1],
      related: repeated.map(({ first }) => ({ span: first, message: related })),
    });
  },
} satisfies Rule;
