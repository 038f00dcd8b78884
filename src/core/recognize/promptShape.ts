/**
 * Which strings are prompts although no call in the file uses them: by the name of what holds them, or by how they begin.
 * Both are guesses about intent, so they ask for several words and leave out what is plainly something else.
 */

/** The last words of a name that say "prompt". */
const NAME_WORDS =
  'prompts?|prompt_templates?|system_messages?|system_msg|sys_msg|system_instructions?|instructions|user_messages?|human_messages?|preamble|persona(?!l)|jailbreak|few_?shots?(_examples?)?|(icl|in_context)_examples?|backstory|question_template';
/** What may follow them. */
const NAME_TAIL = String.raw`(_(text|str|string|template|base|prefix|suffix|header|v?\d+(?!\d)|en|zh|es|de|fr|ja|default|raw|content|messages?))*`;
const NAME = new RegExp(`(^|_)(${NAME_WORDS}|template)${NAME_TAIL}$`);
/** A name that may also be of a hint for a person, so its text has to tell a model what to do. */
const INSTRUCTION = new RegExp(`(^|_)instruction${NAME_TAIL}$`);
const PREFIX =
  /^(system_prompt|system_message|prompt_template|prompt)_(?!.*(id|name|path|file|key|url|uri|dir|type|error|version|hash|tokens?|length|len|count|label|title|placeholder|description|cost|price|cache|style)$)/;
const NOT_A_PROMPT =
  /(^|_)(html|sql|regex|css|email_template|(?<!(system|user|human|chat|prompt)_)message_template|log|error|url|path|file|query_template|docstring)(_|$)/;

/** "You are a …" in other languages. */
const YOU_ARE = 'eres un|du bist ein|tu es un|você é um|sei un|ты — |вы — |kamu adalah|anda adalah|bạn là một|당신은 |너는 |あなたは|你是|您是';
/** How prompts begin: the first words, and what follows them. */
const OPENINGS: readonly [string, string][] = [
  [
    'you are ',
    String.raw`(a|an|the|now|going|given|to|tasked|chatgpt|claude|gpt|my|in|not(?! (in|on|allowed|authorized|permitted|logged|signed|subscribed))|asked|responsible|being|working|helping|acting|expert|provided|[\w-]*bot|[\w'’-]+(?: [\w'’-]+){0,4}, an?)\b`,
  ],
  ["you['’]re ", String.raw`(a|an|the)\b`],
  ['act as', String.raw`\b`],
  ['your (task|job|role|goal|mission) ', String.raw`(is|will be|here is)\b`],
  ['i want you to', String.raw`\b`],
  ['your name is ', String.raw`[\w'’-]+[,.]? (and )?you(['’]re| are)\b`],
  ['as an? ', String.raw`(ai|expert|experienced|professional|helpful|senior|language model)\b`],
  ['given the ', String.raw`(following|context|above|text|conversation|user)\b`],
  [
    'given an? ',
    String.raw`[^.\n]{3,80}, (please|you|your|use|return|respond|answer|reply|generate|write|decide|determine|classify|identify|extract|summari[sz]e|create|produce|provide|output)\b`,
  ],
  [
    '(please )?(summarize|summarise|translate|classify|rewrite|paraphrase|extract|analyze|analyse) ',
    String.raw`(the|this|these|following|all|any|each)\b.*\b(following|below|text|article|document|conversation|content|sentence|message|review|information|passage)`,
  ],
  ['answer the ', '(question|following|user)'],
  ['use the following ', '(pieces of )?(context|information|format)'],
  ['(below|above|here) is (a|an|the) ', '.*(instruction|conversation|context|question|transcript|document)'],
  ['tu tarea|actúa como', ''],
  [YOU_ARE, '(?!否)'],
];
const OPENING = new RegExp(String.raw`^[\s"'*]*(#+\s*)?(${OPENINGS.map(([start, rest]) => `(${start})${rest}`).join('|')})`, 'i');

const TELLS_ROLE = new RegExp(String.raw`^\s*(you are\b|${YOU_ARE})`, 'i');

/** Does a text begin by telling a model who it is? */
export const tellsRole = (text: string): boolean => TELLS_ROLE.test(text);

/** Words of a name, lower case, joined by `_`: `systemPrompt` → `system_prompt`. */
export function snakeName(name: string): string {
  return name
    .replace(/^.*[.]/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()
    .replace(/^_+|_+$/g, '');
}

const countWords = (text: string) => (text.match(/[\p{L}\p{N}'’]+/gu) ?? []).length;
/** Scripts without spaces between words count by character. */
const hasDenseScript = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{6}/u.test(text);

/** Is the text held by a name that says so? */
export function isPromptName(name: string): boolean {
  const words = snakeName(name);
  return !NOT_A_PROMPT.test(words) && (NAME.test(words) || PREFIX.test(words));
}

/** Does a text read like prose for a model rather than a path, markup or a query? */
export function isProse(text: string, leastWords: number): boolean {
  const trimmed = text.trim();
  if (countWords(trimmed) < leastWords && !hasDenseScript(trimmed)) return false;
  if (!/[\s\p{Script=Han}\p{Script=Hiragana}]/u.test(trimmed)) return false;
  if (
    /^([a-z][a-z0-9+.-]*:\/\/|\/|\.\/|[A-Za-z]:\\|<!doctype|<html|<div|<svg|<\?xml|select\s.+\sfrom\s|insert into|create table|#!\/|usage:|error\b|failed\b|import\s|from\s\S+\simport|package\s|function\s|def\s|class\s|(public|private|internal) (static|class|sealed|abstract|async|void)\s|(const|let|var)\s+[\w$]+\s*=|export\s+(const|default|function|class|async|type|interface)\s|\{%-?\s*for\s+message\s|\{\{-?\s*bos_token)/i.test(
      trimmed,
    )
  )
    return false;
  return true;
}

/** "⚠️ Please enter both prompts.", "…, please try again later.": what a person is told. */
const NOTICE =
  /^\s*(⚠|❌|✅|🚫|ℹ|⏰|⏱|🔒|🔐)|\bplease (wait\b|contact (an?|the|your|our) (admin|support)|[^.!?]{0,60}\btry again (later|soon|shortly|in an? (moment|minute|bit|few)))[^.!?]*[.!]*\s*$/iu;
/** The fewest words that tell a prompt from a notice. */
const leastWordsOf = (text: string): number => (NOTICE.test(text) ? 15 : 4);

/** Is a string that no call uses a prompt, by its name or by how it begins? */
export function looksLikePrompt(text: string, name: string | null): boolean {
  if (name !== null && isPromptName(name) && isProse(text, leastWordsOf(text))) return true;
  if (name !== null && INSTRUCTION.test(snakeName(name)) && instructs(text)) return true;
  // "You are not in this workspace": a short notice for a person begins like a prompt
  return OPENING.test(text) && isProse(text, /^\s*you are (not|now|in|being|given)\b/i.test(text) ? 15 : 6);
}

/** Names that hold prompts in a source text, lower case and without underscores; a bare `template` or `instruction` only where something is assigned to it. */
const NAME_SIGNS = new RegExp(
  [
    NAME_WORDS.replace(/_\??/g, ''),
    String.raw`(?:template|instruction)${NAME_TAIL.replaceAll('_', '').replace(/\*$/, '{0,6}')}["'\`]?\]?\s*(?::[^=\n"'\`]{0,40})?(?::?=|:)`,
    String.raw`\b(?:def|function|func|fn|fun)\s+\w{0,60}(?:template|instruction)\w{0,60}\s*\(`,
  ].join('|'),
);
/** Messages with roles, as words or as members: `Role.USER`. */
const ROLE_SIGNS =
  /role\\?["'`]?\]?\s*(?::|=>?|,)\s*(?:\\?["'`]\w{0,60}(?:system|developer|user|human|assistant|ai|model|bot)|[\w.:]{0,60}role[\w.:]{0,60}(?:system|developer|user|human|assistant))\b/;
const OPENING_SIGNS = new RegExp(OPENINGS.map(([start]) => start).join('|'), 'g');
/** What may stand in a source text before a string's first word. */
const BEFORE_OPENING = /(?:^|["'`([{|<>\n])(?:[\s"'*#]|\\[nrt])*$/;

/** Could a source text, lower case and without underscores, hold a prompt that no call uses? False is sure, true is not. */
export function mayHoldPrompt(plain: string): boolean {
  if (NAME_SIGNS.test(plain) || ROLE_SIGNS.test(plain)) return true;
  for (const { index } of plain.matchAll(OPENING_SIGNS)) if (BEFORE_OPENING.test(plain.slice(Math.max(0, index - 80), index))) return true;
  return false;
}

/** A folder of what people read, in several languages. */
export const TRANSLATIONS = /(^|\/)(i18n|l10n|locales?|langs?|languages|translations?)\//i;
const NO_PROMPTS = new RegExp(`${TRANSLATIONS.source}(?!.*prompt)`, 'i');

/** Is a file one of translations? There names such as `instructions` hold what people read. */
export function holdsTranslations(path: string): boolean {
  return NO_PROMPTS.test(path);
}

const INSTRUCTING =
  /\b(you|your|answer|use|follow|respond|reply|return|output|write|provide|generate|do not|don['’]t|must|should|always|never|please|given|format|example|task|instructions?|question|context)\b/gi;

/** Does a text tell a model what to do, rather than give it something to work on? */
export function instructs(text: string): boolean {
  return (
    isProse(text, 4) &&
    new Set(
      text
        .slice(0, 2000)
        .match(INSTRUCTING)
        ?.map((word) => word.toLowerCase()),
    ).size >= 2
  );
}
