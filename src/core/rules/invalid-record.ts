import type { Rule } from './rule';

export default {
  meta: {
    id: 'invalid-record',
    severity: 'warning',
    fixable: false,
    description: 'A line of training data or of a batch that the provider would refuse.',
    messages: {
      refused: 'Line {0} would be refused: {1}.',
      more: '{0} more lines would be refused.',
    },
    options: {
      most: { default: 100, description: 'How many lines of a file to name one by one.', schema: { type: 'integer', minimum: 1 } },
    },
  },
  checkFile({ file, options, report }) {
    const invalid = file?.dataset?.invalid ?? [];
    // A file of which no line has messages is no such data
    if (invalid.length && file?.dataset?.records === 0 && invalid.every(({ reason }) => reason === 'No messages')) return;
    const most = Number(options.most);
    for (const { line, span, reason } of invalid.slice(0, most)) report({ span, message: 'refused', values: [line, reason] });
    const next = invalid[most];
    if (next) report({ span: next.span, message: 'more', values: [invalid.length - most] });
  },
} satisfies Rule;
