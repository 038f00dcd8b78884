import { appendSentence, askedText, asksForList, asksForProse, isStructured, isWhollyRead, lastPrompt, namesLength } from './helpers/asks';
import { quickFix } from './helpers/fix';
import { generates } from './helpers/models';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'missing-length-request',
    severity: 'hint',
    fixable: true,
    description: 'A prompt asks for prose and does not say how long.',
    messages: { open: 'No length is asked for. Output tokens cost several times as much as input tokens.' },
    options: { words: { default: 150, description: 'Words that the fix asks for.', schema: { type: 'integer', minimum: 1 } } },
  },
  checkCall(call, _estimate, context) {
    const { prompts, options, report } = context;
    const text = askedText(call, prompts);
    const prompt = lastPrompt(call, prompts);
    if (
      !prompt ||
      !generates(call) ||
      !isWhollyRead(context.text, call, prompts) ||
      !asksForProse(text) ||
      asksForList(text) ||
      isStructured(context.text, call) ||
      /image|imagen|dall-?e|tts|audio|video|veo/i.test(call.model ?? '') ||
      namesLength(call, prompts)
    )
      return;
    const words = Number(options.words);
    const edit = appendSentence(call, context, `Answer in at most ${words} words.`);
    report({ span: prompt.span, message: 'open', fixes: quickFix(`Ask for at most ${words} words`, [edit], { preview: true }) });
  },
} satisfies Rule;
