import { runsPerItem } from './helpers/loops';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'embedding-one-by-one',
    severity: 'information',
    fixable: false,
    description: 'An embedding request per item, where one request takes many.',
    messages: { single: 'One request per text. The API takes a list of texts: send them together.' },
  },
  checkCall(call, _estimate, { text, report }) {
    if (call.kind === 'embedding' && !call.cached && runsPerItem(text, call)) report({ span: call.nameSpan, message: 'single' });
  },
} satisfies Rule;
