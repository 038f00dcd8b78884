import type { Rule } from './rule';

const related = 'First said here';

export default {
  meta: {
    id: 'duplicate-instruction',
    severity: 'information',
    fixable: false,
    description: 'The same sentence twice in one prompt.',
    messages: { repeated: 'Said before in this prompt: "{0}"', related },
  },
  checkPrompt(prompt, { settings, compress, report }) {
    if (!prompt.editable) return;
    for (const { span, first, text } of compress(prompt, settings.compressLevel).duplicates) {
      if (/^\W*\[[^\]]*\]\W*$/.test(text)) continue;
      const shown = text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
      report({ span, message: 'repeated', values: [shown.replace(/\s+/g, ' ')], related: [{ span: first, message: related }] });
    }
  },
} satisfies Rule;
