import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings, Stopped } from '../../src/core';
import { createTestEngine } from '../helpers/engine';

const PROMPT = 'You are a very kind clerk. Please make sure that you always answer in order to help. '.repeat(6);
const TEXT = `from openai import OpenAI
client = OpenAI()
def ask(question):
    return client.responses.create(model="gpt-4o", instructions="${PROMPT}", input=question)
ask("Where is my order?")
client.responses.create(model="gpt-4o", input="Say hello to all.")
`;

describe('an analysis that is stopped', () => {
  it('ends at each place where it looks, and leaves nothing that changes the next one', async () => {
    const engine = await createTestEngine();
    const settings = defaultSettings();
    const seen = (analysis: Awaited<ReturnType<typeof engine.analyze>>) =>
      JSON.stringify([analysis.estimates, analysis.prompts.map(({ span }) => span), analysis.findProblems()]);
    const whole = seen(await engine.analyze({ path: 'a.py', text: `${TEXT}# end\n` }, settings));
    let places = 0;
    for (let stopped = true; stopped; places++) {
      const document = engine.open({ path: 'a.py', text: TEXT });
      await document.analyze(settings);
      document.edit([{ start: TEXT.length, end: TEXT.length, text: '# end\n' }]);
      let looks = 0;
      const signal = {
        get aborted() {
          return ++looks > places;
        },
      };
      stopped = await document.analyze(settings, signal).then(
        (analysis) => {
          try {
            analysis.findProblems();
            return false;
          } catch (error) {
            assert.ok(error instanceof Stopped, String(error));
            return true;
          }
        },
        (error) => {
          assert.ok(error instanceof Stopped, String(error));
          return true;
        },
      );
      assert.equal(seen(await document.analyze({ ...settings })), whole, `stopped at the look ${places}`);
      document.close();
    }
    assert.ok(places > 20, `${places} places`);
  });
});
