import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Numbers in [0, 1) that are the same on every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const nouns = ['order', 'ticket', 'invoice', 'parcel', 'account', 'refund', 'customer', 'stock', 'tariff', 'route'];
const verbs = ['load', 'check', 'merge', 'price', 'sort', 'close', 'split', 'count', 'store', 'send'];

/** A Python module of ordinary code; with `calls` also LLM calls and prompts. */
export function pythonModule(index: number, functions: number, calls: boolean): string {
  const random = createRandom(index + 1);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  const parts = [`"""Module ${index}: ${pick(verbs)} each ${pick(nouns)}."""`, 'import json', 'import logging'];
  if (calls) parts.push('from openai import OpenAI', '', 'client = OpenAI()', '');
  for (let number = 0; number < functions; number++) {
    const [verb, noun] = [pick(verbs), pick(nouns)];
    parts.push(
      '',
      `def ${verb}_${noun}_${number}(items: list[dict], limit: int = ${Math.floor(random() * 90) + 10}) -> dict[str, int]:`,
      `    """Goes through the items and keeps those of the ${noun}."""`,
      '    totals: dict[str, int] = {}',
      '    for item in items[:limit]:',
      `        if item.get("kind") == "${noun}" and not item.get("closed", False):`,
      `            totals[item["id"]] = totals.get(item["id"], 0) + int(item["amount"])`,
      '        else:',
      `            logging.debug("left out %s", json.dumps(item))`,
    );
    if (calls && number % 3 === 0) {
      parts.push(
        '    response = client.chat.completions.create(',
        '        model="gpt-4o",',
        `        messages=[{"role": "system", "content": "You ${verb} the ${noun}. Please make sure that the answer is short."},`,
        '                  {"role": "user", "content": f"The totals are {totals} and the limit is {limit}."}],',
        '    )',
        '    totals["answer"] = len(response.choices[0].message.content)',
      );
    }
    parts.push('    return totals', '');
  }
  return `${parts.join('\n')}\n`;
}

/** A TypeScript module of the same kind. */
export function typescriptModule(index: number, functions: number, calls: boolean): string {
  const random = createRandom(index + 7);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  const parts = calls ? ["import OpenAI from 'openai';", '', 'const openai = new OpenAI();', ''] : [`// Module ${index}`];
  for (let number = 0; number < functions; number++) {
    const [verb, noun] = [pick(verbs), pick(nouns)];
    parts.push(
      `export async function ${verb}${noun}${number}(items: { id: string; kind: string; amount: number }[], limit = 20): Promise<Map<string, number>> {`,
      '  const totals = new Map<string, number>();',
      '  for (const { id, kind, amount } of items.slice(0, limit)) {',
      `    if (kind === '${noun}') totals.set(id, (totals.get(id) ?? 0) + amount);`,
      `    else console.debug(\`left out \${id} of \${items.length}\`);`,
      '  }',
    );
    if (calls && number % 3 === 0) {
      parts.push(
        '  const response = await openai.chat.completions.create({',
        "    model: 'gpt-4o-mini',",
        `    messages: [{ role: 'system', content: 'You ${verb} the ${noun}.' }, { role: 'user', content: \`Totals: \${[...totals]}\` }],`,
        '    max_completion_tokens: 200,',
        '  });',
        "  totals.set('answer', response.choices.length);",
      );
    }
    parts.push('  return totals;', '}', '');
  }
  return `${parts.join('\n')}\n`;
}

/** Writes `count` modules into folders of fifty; one in ten calls a model, as in a project of some size. */
export function writeTree(folder: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const at = path.join(folder, `part${Math.floor(index / 50)}`);
    if (index % 50 === 0) mkdirSync(at, { recursive: true });
    const calls = index % 10 === 0;
    const functions = 4 + ((index * 7) % 23);
    const [ending, text] = index % 2 ? ['ts', typescriptModule(index, functions, calls)] : ['py', pythonModule(index, functions, calls)];
    writeFileSync(path.join(at, `module${index}.${ending}`), text);
  }
}
