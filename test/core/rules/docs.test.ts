import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { rules } from '../../../src/core/rules';
import { checkRule } from '../../helpers/rules';

const folder = path.resolve(__dirname, '../../../docs/rules');
/** Their examples would have to be thousands of tokens long; the rules' own tests cover them. */
const withoutExamples = ['just-under-cache-minimum', 'missing-cache-control'];

describe('the documentation of the rules', () => {
  it('has a page for each rule and none besides', () => {
    assert.deepEqual(readdirSync(folder).sort(), rules.map(({ meta }) => `${meta.id}.md`).sort());
  });
  for (const { meta } of rules) {
    const page = readFileSync(path.join(folder, `${meta.id}.md`), 'utf8');
    const blocks = [...page.matchAll(/^```(\w+) (bad|good) ?(\{.*\})?\n([\s\S]*?)^```$/gm)];
    it(`of ${meta.id} says why, lists the options and how to turn it off`, () => {
      assert.ok(page.startsWith(`# ${meta.id}\n`));
      for (const heading of ['Why it costs', 'Example', 'Options', 'Turn it off']) assert.ok(page.includes(`\n## ${heading}\n`), heading);
      for (const [name, option] of Object.entries(meta.options ?? {})) assert.ok(page.includes(`\`${name}\` (${option.default})`), `option ${name}`);
      assert.ok(page.includes(`prompt-cost-ignore ${meta.id}`));
      const kinds = blocks.map(([, , kind]) => kind).sort();
      assert.deepEqual([...new Set(kinds)], withoutExamples.includes(meta.id) ? [] : ['bad', 'good']);
    });
    for (const [, language, kind, settings, code = ''] of blocks) {
      it(`of ${meta.id} shows ${kind === 'bad' ? 'code that it reports' : 'code that it accepts'}`, async () => {
        const { problems } = await checkRule(meta.id, code, {
          path: language === 'jsonl' ? 'test.jsonl' : 'test.py',
          settings: settings ? JSON.parse(settings) : {},
        });
        assert.equal(problems.length > 0, kind === 'bad', problems.map(({ message }) => message).join('\n'));
      });
    }
  }
});
