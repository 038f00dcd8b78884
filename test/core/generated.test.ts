import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isGenerated } from '../../src/core/generated';

const base64 = 'iVBORw0KGgo'.repeat(5000);
const prose = 'You are a clerk who answers in one sentence. '.repeat(1500);

const READ: [string, string][] = [
  ['a picture in base64 among few lines', `PICTURE = "${base64}"\n\ndef f():\n    return PICTURE\n`],
  ['a prompt in one long line', `const prompt = '${prose}';\nask(prompt);\n`],
  ['a prompt in a template', `const prompt = \`${prose}\`;`],
  ['a prompt in three quotes', `PROMPT = """${prose}\nDon't say "no"."""\nask(PROMPT)\n`],
  ['a prompt with escaped quotes', `PROMPT = "${'Say \\"yes\\" or \\\\ '.repeat(3000)}"\n`],
  ['many lines', "x = 1  # don't\n".repeat(3000)],
  ['a small text of one line', 'a=1;'.repeat(1000)],
];
const GENERATED: [string, string][] = [
  ['a bundle in one line', 'function a(b){return b.c("d")}'.repeat(2000)],
  ['a bundle with a pattern that has a quote', `var r=/["']/;${'function a(b){return b.c("d")}'.repeat(2000)}`],
  ['a bundle with addresses and licences', `/* don't */\n${'x.y("https://a.b/c");var d=/\\/\\//;'.repeat(2000)}`],
  ['a table of numbers', `T = [${'1,2,3,'.repeat(8000)}]\n`],
];

describe('what is taken for generated', () => {
  for (const [name, text] of READ) it(`is not ${name}`, () => assert.equal(isGenerated(text), false));
  for (const [name, text] of GENERATED) it(`is ${name}`, () => assert.equal(isGenerated(text), true));
});
