import type { CallFact, Expr, StringExpr } from '../facts';
import { lastName } from '../resolve/names';
import { plainName } from '../resolve/resolve';
import { wordsOf } from './digest';
import { isProse } from './promptShape';
import { calleePath } from './words';

/** Calls that look a text up: `interaction.options.getString("message")`. */
const LOOKS_UP = /^(get|pop|load|read|fetch|find|search|query|list|select|history)/i;

/** `SystemMessage(…)`, `UserMessage.of(…)`, `openai.SystemMessage(…)`, `Content(…)`, `new SystemChatMessage(…)`. */
export function isMessageMaker(callee: Expr): boolean {
  const name = lastName(callee) ?? '';
  if (LOOKS_UP.test(name) || /^(remove|replace|split|strip|trim)|placeholder/i.test(name)) return false;
  return /message|content|turn|prompt|system|user|human|assistant|string|part|text/i.test(calleePath(callee));
}

/** Does a call give back the text that it is given? Not where it asks a person or looks something up. */
export function passesText(callee: Expr, text: StringExpr): boolean {
  return !/input|prompt|ask|read|get|select|confirm|translat|^t$/i.test(lastName(callee) ?? '') && isProse(wordsOf(text), 6);
}

/** `Part.from_text(…)`, `Content.of(…)`. */
export function isTextMaker(callee: Expr): boolean {
  const name = lastName(callee) ?? '';
  return !LOOKS_UP.test(name) && /text|part|content|string|of$|from/i.test(plainName(name));
}

/** `st.text_area("Instructions", "You are …")`: a field of a form, where a person may write something else. */
export function isTextField(callee: Expr): boolean {
  return /^text(input|area|field|box)$/i.test(plainName(lastName(callee) ?? ''));
}

/** The list whose items a call joins to one text: `lines.join("\n")`, `"\n".join(lines)`. */
export function joinedList({ callee, args }: CallFact): Expr | null {
  if (callee.kind !== 'member' || callee.property !== 'join' || args.length > 1) return null;
  return callee.object.kind === 'string' ? (args[0]?.value ?? null) : callee.object;
}
