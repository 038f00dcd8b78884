import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Part } from '../../../src/core';
import { defaultSettings } from '../../../src/core';
import { createTestEngine, memoryFiles } from '../../helpers/engine';

const PY = 'from openai import OpenAI\nclient = OpenAI()\nSYSTEM = "You are polite to all who ask."\n';
const JS = 'import OpenAI from "openai";\nconst client = new OpenAI();\nconst SYSTEM = "You are polite to all who ask.";\n';
const py = (messages: string) => `client.chat.completions.create(model="gpt-4o", max_tokens=5, messages=${messages})\n`;
const js = (messages: string) => `await client.chat.completions.create({ model: "gpt-4o", max_tokens: 5, messages: ${messages} });\n`;
const user = (content: string) => `[{"role": "user", "content": ${content}}]`;

async function analyze(path: string, text: string, files: Record<string, string> = {}) {
  const engine = await createTestEngine({ readFile: memoryFiles(files) });
  return engine.analyze({ path, text }, defaultSettings());
}

/** Parts in short: `user(text)`, `history`, `text | history` for one of them, `(text)*` for what repeats. */
function show(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'message') return `${part.role}(${show(part.parts)})`;
      if (part.kind === 'oneOf') return part.options.map((option) => show(option) || 'nothing').join(' | ');
      return part.kind === 'repeat' ? `(${show(part.parts)})*` : part.kind;
    })
    .join(', ');
}

describe('parts', () => {
  for (const [what, text, expected] of [
    ['a message', PY + py(user('SYSTEM')), 'user(text)'],
    ['one of two texts', `${PY}t = SYSTEM\nif c:\n    t = "Be brief with them all."\n${py(user('t'))}`, 'user(text | text)'],
    ['a list that goes on', PY + py(`${user('SYSTEM')} + history`), 'user(text), history'],
    [
      'a list of which a loop makes more',
      `${PY}ms = ${user('SYSTEM')}\nfor q in qs:\n    ms.append({"role": "user", "content": "Go on now."})\n${py('ms')}`,
      'user(text), (user(text))*',
    ],
    [
      'what a branch adds',
      `${PY}ms = ${user('SYSTEM')}\nif c:\n    ms.append({"role": "user", "content": "Go on now."})\n${py('ms')}`,
      'user(text), nothing | user(text)',
    ],
    [
      'what is added after the request',
      `${PY}ms = ${user('SYSTEM')}\n${py('ms')}ms.append({"role": "user", "content": "Go on now."})\n`,
      'user(text)',
    ],
    ['a comprehension', PY + py('[{"role": "user", "content": "Go on now."} for q in qs]'), '(user(text))*'],
    [
      'calls of tools beside a text',
      PY + py('[{"role": "assistant", "content": "Fine by me.", "tool_calls": calls}]'),
      'assistant(text, placeholder)',
    ],
  ] as const)
    it(`of ${what}`, async () => {
      const { calls } = await analyze('a.py', text);
      assert.equal(show(calls[0]?.parts ?? []), expected);
    });

  it('keep a breakpoint where it is written', async () => {
    const text = `import anthropic\nclient = anthropic.Anthropic()\nclient.messages.create(model="claude-haiku-4-5", max_tokens=9, system=[{"type": "text", "text": "You are polite to all.", "cache_control": {"type": "ephemeral", "ttl": "1h"}}], messages=[{"role": "user", "content": "Go on now."}])\n`;
    const { calls } = await analyze('a.py', text);
    assert.match(JSON.stringify(calls[0]?.parts), /"breakpoint":\{"ttl":"1h"/);
  });

  const closed: [string, string, string][] = [
    ['a text', 'a.py', PY + py(user('SYSTEM'))],
    ['a copy of a list', 'a.py', `${PY}ms = ${user('SYSTEM')}\n${py('ms.copy()')}`],
    ['no earlier answer', 'a.py', `${PY}client.responses.create(model="gpt-4o", input=SYSTEM, previous_response_id=None)\n`],
  ];
  const open: [string, string, string, Record<string, string>?][] = [
    ['a text in which something is replaced', 'a.py', PY + py(user('SYSTEM.replace("polite", tone)'))],
    ['the same in JavaScript', 'a.ts', JS + js('[{ role: "user", content: SYSTEM.replace("polite", tone) }]')],
    ['a list and another', 'a.ts', `${JS}const ms = [{ role: "user", content: SYSTEM }];\n${js('ms.concat(history)')}`],
    ['a part of a list', 'a.ts', `${JS}const ms = [{ role: "user", content: SYSTEM }];\n${js('ms.slice(-1)')}`],
    ['a message with a spread', 'a.py', PY + py('[{"role": "user", "content": SYSTEM, **extra}]')],
    ['an earlier answer', 'a.py', `${PY}client.responses.create(model="gpt-4o", input=SYSTEM, previous_response_id=last)\n`],
    ['a stored prompt', 'a.py', `${PY}client.responses.create(model="gpt-4o", input=SYSTEM, prompt={"id": "pmpt_1"})\n`],
    ['a list that a loop empties and fills', 'a.py', `${PY}ms = ${user('SYSTEM')}\nfor q in qs:\n    ms = [*ms, q]\n${py('ms')}`],
    ['cyclic texts', 'a.py', `${PY}while c:\n    a = f"{b} and more of it"\n    b = f"{a} and less of it"\n    ${py(user('a'))}`],
    [
      'a text of another file that is added to',
      'a.py',
      `from p import S\n${PY}${py(user('S'))}`,
      { 'p.py': 'S = "You are polite to all."\nS += load()\n' },
    ],
    [
      'a list of another file that is added to',
      'a.py',
      `from p import S\n${PY}${py('S')}`,
      { 'p.py': `S = ${user('"You are polite."')}\nS.append(load())\n` },
    ],
    [
      'a function of another file that may give something else',
      'a.py',
      `from p import s\n${PY}${py(user('s(1)'))}`,
      { 'p.py': 'def s(x):\n    if x:\n        return "You are polite to all."\n    return load()\n' },
    ],
    [
      'texts 2,000 deep in one another',
      'a.py',
      `${PY}x0 = SYSTEM\n${Array.from({ length: 2000 }, (_, at) => `x${at + 1} = f"{x${at}} and."\n`).join('')}${py(user('x2000'))}`,
    ],
    [
      'lists 2,000 deep in one another',
      'a.py',
      `${PY}x0 = ${user('SYSTEM')}\n${Array.from({ length: 2000 }, (_, at) => `x${at + 1} = [*x${at}]\n`).join('')}${py('x2000')}`,
    ],
    [
      'messages 2,000 deep in one another',
      'a.py',
      `${PY}x0 = {"role": "user", "content": SYSTEM}\n${Array.from({ length: 2000 }, (_, at) => `x${at + 1} = {**x${at}}\n`).join('')}${py('[x2000]')}`,
    ],
  ];
  for (const [what, path, text] of closed)
    it(`are exact of ${what}`, async () => assert.equal((await analyze(path, text)).estimates[0]?.input.accuracy, 'exact'));
  for (const [what, path, text, files] of open)
    it(`have no bound and are not exact of ${what}`, async () => {
      const { estimates } = await analyze(path, text, files);
      assert.deepEqual([estimates.length, estimates[0]?.input.accuracy, estimates[0]?.input.high], [1, 'approximate', null]);
    });

  it('have a bound where branches assign a list and a loop reads it back', async () => {
    const partsOf = async (count: number) => {
      const branches = Array.from(
        { length: count },
        (_, at) => `    if k == ${at}:\n        ms = [*ms, {"role": "user", "content": "Go on now, ${at}."}]\n`,
      ).join('');
      const { calls } = await analyze('a.py', `${PY}ms = ${user('SYSTEM')}\nwhile c:\n${branches}    ${py('ms')}`);
      return JSON.stringify(calls[0]?.parts).length;
    };
    // ways multiply; parts do so up to a bound
    assert.ok((await partsOf(20)) < 300_000);
  });
});
