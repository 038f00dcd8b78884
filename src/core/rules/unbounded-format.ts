import { appendSentence, askedText, asksForList, isStructured, isWhollyRead, lastPrompt, namesLength } from './helpers/asks';
import { quickFix } from './helpers/fix';
import { generates } from './helpers/models';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'unbounded-format',
    severity: 'hint',
    fixable: true,
    description: 'A prompt asks for a list or JSON and names no count.',
    messages: { open: 'A list or JSON without a count can grow to the output limit. Say how many items you need.' },
    options: { items: { default: 10, description: 'Items that the fix asks for.', schema: { type: 'integer', minimum: 1 } } },
  },
  checkCall(call, _estimate, context) {
    const { text, prompts, options, report } = context;
    const prompt = lastPrompt(call, prompts);
    if (
      !prompt ||
      !generates(call) ||
      !isWhollyRead(context.text, call, prompts) ||
      !asksForList(askedText(call, prompts)) ||
      namesLength(call, prompts)
    )
      return;
    if (isStructured(text, call)) return;
    const items = Number(options.items);
    const edit = appendSentence(call, context, `Give at most ${items} items.`);
    report({ span: prompt.span, message: 'open', fixes: quickFix(`Ask for at most ${items} items`, [edit], { preview: true }) });
  },
} satisfies Rule;
