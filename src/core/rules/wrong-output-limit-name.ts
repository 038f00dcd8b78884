import type { Estimate, Request } from '../types';
import { nameIn, renameArgument } from './edits';
import { argumentsOf, sameName } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { modelOf } from './helpers/models';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'wrong-output-limit-name',
    severity: 'error',
    fixable: true,
    description: 'An output limit under a name that the API or the model rejects.',
    messages: {
      reasoning: '{0} rejects {1}: use {2}.',
      responses: 'The Responses API has no {0}: use {1}.',
      ignored: 'The installed version of the SDK ignores {0}: use {1}.',
    },
  },
  checkCall(call, estimate, { text, language, report }) {
    const wrong = wrongNames(call, estimate);
    if (!wrong) return;
    const all = argumentsOf(text, call.fact);
    const right = wrong.message === 'ignored' ? wrong.right : nameIn(language, wrong.right);
    for (const argument of all) {
      if (!wrong.names.some((name) => sameName(name, argument.name))) continue;
      const title = `Rename ${argument.name} to ${right}`;
      const twice = all.some(({ name }) => sameName(name, right));
      const edits = [renameArgument(text, argument, right)];
      report({
        span: argument.nameSpan,
        message: wrong.message,
        values: wrong.message === 'reasoning' ? [call.model ?? '', argument.name, right] : [argument.name, right],
        fixes: twice ? [] : quickFix(title, edits, { safe: true, preferred: true }),
      });
    }
  },
} satisfies Rule;

function wrongNames(call: Request, estimate: Estimate): { message: string; names: string[]; right: string } | null {
  const [right] = call.limitParameters;
  if (call.ignoredLimits.length && right) return { message: 'ignored', names: call.ignoredLimits, right };
  if (call.ownHost) return null;
  if (call.api === 'openai.responses') return { message: 'responses', names: ['max_completion_tokens', 'max_tokens'], right: 'max_output_tokens' };
  const ofOpenai = call.provider.startsWith('openai') || call.provider.startsWith('azure');
  if (call.api !== 'openai.chat.completions' || !ofOpenai || !modelOf(estimate)?.reasoning) return null;
  return { message: 'reasoning', names: ['max_tokens'], right: 'max_completion_tokens' };
}
