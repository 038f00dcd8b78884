import type { Snippet } from './snippet';

/** Many items in one prompt, with answers that are told apart by their numbers. */
export default {
  id: 'prompt-batch',
  language: 'typescript',
  exports: ['askInBatches'],
  imports: [],
  requires: [],
  code: () => `const promptBatchSize = 20;

/**
 * One answer per item, in order, with one call for many items. 'ask' sends a text to the model and gives back its answer; it holds
 * the instruction (for one item), and an output limit that has room for 'size' answers. Where the answers do not match the items,
 * these are asked one by one.
 */
export async function askInBatches(ask: (text: string) => Promise<string>, items: readonly string[], size = promptBatchSize): Promise<string[]> {
  const answers: string[] = [];
  for (let start = 0; start < items.length; start += size) {
    const batch = items.slice(start, start + size);
    const together = batch.length > 1 ? readNumbered(await ask(numbered(batch)), batch.length) : null;
    if (together) answers.push(...together);
    else for (const item of batch) answers.push(await ask(item));
  }
  return answers;
}

function numbered(items: readonly string[]): string {
  const parts = items.map((item, index) => '<item n="' + (index + 1) + '">\\n' + enclosed(item) + '\\n</item>');
  const task =
    'There are ' + items.length + ' items. Do your task for each one on its own. ' +
    'Begin each answer on a new line with its number in brackets: [1], [2], ...';
  return [...parts, task].join('\\n\\n');
}

/** No item can end itself or begin another. */
const enclosed = (item: string): string => item.replace(/<(?=\\/?item\\b)/gi, '&lt;');

/** The answers by their numbers; null unless these are 1 to count, each once and in order. */
function readNumbered(text: string, count: number): string[] | null {
  const [before = '', ...parts] = text.split(/^[ \\t]*\\[(\\d+)\\][ \\t]*:?/m);
  const answers = parts.filter((_part, index) => index % 2 === 1).map((part) => part.trim());
  const inOrder = answers.every((_answer, index) => Number(parts[index * 2]) === index + 1);
  return !before.trim() && inOrder && answers.length === count && answers.every(Boolean) ? answers : null;
}`,
} satisfies Snippet;
