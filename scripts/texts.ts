import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { settingComplaints } from '../src/core/config';
import { staleTemplate } from '../src/core/pricing';
import { rules } from '../src/core/rules';
import { priceMessages } from '../src/prices/manage';
import { toJson } from './manifest';

/**
 * Texts that the engine writes with their values filled in: the titles of fixes, the reasons of the compressor that stand in them,
 * what is wrong with a line of data, and why a file was not read.
 * The server finds the values again by these patterns. Where several fit, the first counts.
 */
const filledIn = [
  'Cache the answers in this process',
  'Cache the answers in Redis',
  'Cache the answers in this process (temperature above 0: answers no longer vary)',
  'Cache the answers in Redis (temperature above 0: answers no longer vary)',
  'Cache the answers in this process (tools: what they did is not done again)',
  'Cache the answers in Redis (tools: what they did is not done again)',
  'Cache the answers in this process (tools: they run again)',
  'Cache the answers in Redis (tools: they run again)',
  'Cache the static prompt at Anthropic (cached input costs {0} % less)',
  'Cache the static prompt at Anthropic',
  "Name OpenAI's prompt cache (cached input costs {0} % less)",
  "Name OpenAI's prompt cache",
  'The static part has {0} tokens; {1} caches from {2} on.',
  'Limit one call to {0}: {1} output tokens',
  'Stop the stream at {0} tokens',
  'Record what each call costs',
  'Send simple calls to {0}',
  'Let {0} calls run at a time',
  'Put many items into one prompt',
  'Send the calls to the Batch API (half the price, answers within a day)',
  'Embed the texts together, each once',
  'Keep the vectors by a hash of the text',
  'Use {0}',
  'Rename {0} to {1}',
  'Send the first {0} characters only',
  'Send the first message and the last {0} only',
  'Stop with an error after {0} turns',
  'Set the temperature to 0',
  'Add {0} to the key',
  'Ask for at most {0} items',
  'Ask for at most {0} words',
  'Ask for one answer',
  'Ask for the usage at the end of the stream',
  'Keep the day, drop the time',
  'Lower the limit to {0} tokens',
  'Raise the limit to {0} tokens',
  'Remove the indentation',
  'Sort the keys',
  'Sort the set',
  "Turn off the client's own retries",
  "Turn off the SDK's own retries",
  'Write the JSON compact',
  'Limit the output to {0} tokens (at most {1})',
  'Limit the output to {0} tokens',
  'Compress prompt ({0}, saves 1 token)',
  'Compress prompt ({0}, saves {1} tokens)',
  '{0} (saves 1 token)',
  '{0} (saves {1} tokens)',
  'A model does the same without the courtesy.',
  'An instruction is understood without the article.',
  'Asks for effort, names no requirement.',
  'Blanks that a reader doesn’t see cost tokens.',
  'Data is read as well without indentation.',
  'Says the same in fewer words.',
  'The colon or the heading mark sets the label off already.',
  'The heading sets the part off already.',
  'The instruction alone says it.',
  'The lead-in adds nothing to the instruction.',
  'The sentence says the same without the emphasis.',
  'The word stands there twice.',
  'Not JSON',
  'Not a JSON object',
  'The line is empty',
  'No messages',
  'Message {0} is not an object',
  'Message {0} has no role',
  'Message {0} has the unknown role {1}',
  'Message {0} has no content',
  'No message of the assistant to learn from',
  'The prompt is not a text',
  'No completion',
  'No custom_id',
  'The custom_id {0} is used twice',
  'The method is not POST',
  'No url',
  'The url {0} is none that a batch can call',
  'No body',
  'The body names no model',
  'No input',
  'No prompt',
  'Binary file',
  'Minified file',
  'Larger than {0} characters',
  'No language or prompt format is known for this file',
  '{0}: about {1} tokens ({2} to {3}, estimated from samples)',
];

/** l10n/bundle.l10n.json: every text of client and server, the messages of the rules, and the engine's filled-in texts. */
export async function renderTexts(root: string): Promise<Record<string, string>> {
  const files = ['client', 'server'].flatMap((room) => sources(path.join(root, 'src', room)));
  const scanned = await getL10nJson(files.map((file) => ({ extension: '.ts' as const, contents: readFileSync(file, 'utf8') })));
  const messages = rules.flatMap(({ meta }) => Object.values(meta.messages));
  const keys = [
    ...new Set([
      ...Object.keys(scanned),
      ...messages,
      ...Object.values(settingComplaints),
      staleTemplate,
      ...Object.values(priceMessages),
      ...filledIn,
    ]),
  ];
  return { 'l10n/bundle.l10n.json': toJson(Object.fromEntries(keys.map((key) => [key, key]))) };
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => path.join(folder, file));
}
