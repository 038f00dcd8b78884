import type { Snippet } from './snippet';

/** Sends simple calls to a small model, and to the call's own where that fails. */
export default {
  id: 'model-router',
  language: 'typescript',
  exports: ['withModelRouter', 'isComplex'],
  imports: [],
  requires: ['wrapped'],
  code: () => `const codeSigns = /\\\`{3}|^\\s*(?:def|class|import|function|const|let|SELECT)\\s/m;
const reasoningWords = /\\b(?:why|prove|derive|compare|analy[sz]e|plan|design|debug|refactor|step by step|trade-?offs?|explain how|calculate)\\b/i;

/** Does a call need the larger model? Judges what the user said: length, code, words that ask for reasoning. Yours to tune. */
export function isComplex(parameters: unknown): boolean {
  const { messages, input, prompt } = (parameters ?? {}) as { messages?: unknown; input?: unknown; prompt?: unknown };
  const text = textsOf([messages, input, prompt]).join(' ');
  return text.length > 2000 || codeSigns.test(text) || reasoningWords.test(text);
}

/** Texts without those of the system prompt, which is the same for easy and hard questions. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { role, content, text } = value as { role?: unknown; content?: unknown; text?: unknown };
  return role === 'system' || role === 'developer' ? [] : textsOf([content, text]);
}

/** What the larger model would answer with, too: a wrong request, key or right. */
const repeatedErrors = [400, 401, 403, 422];

export interface RouterOptions {
  /** Its name, or with the AI SDK the model itself. */
  small: string | { modelId: string };
  complexWhen?: (parameters: unknown) => boolean;
}

/** What is not complex goes to the small model, and to the model that the call names where that fails. */
export function withModelRouter<T extends object>(target: T, { small, complexWhen = isComplex }: RouterOptions): T {
  return wrapped(target, async (call, args) => {
    const [parameters, ...rest] = args;
    if (!complexWhen(parameters)) {
      try {
        return await call({ ...(parameters as object), model: small }, ...rest);
      } catch (error) {
        const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown };
        if (repeatedErrors.includes(Number(status ?? statusCode))) throw error;
        console.warn((typeof small === 'string' ? small : small.modelId) + ' failed, the larger model answers:', error);
      }
    }
    return call(...args);
  });
}`,
} satisfies Snippet;
