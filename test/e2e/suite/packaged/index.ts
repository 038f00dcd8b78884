import assert from 'node:assert/strict';
import { activate, hoverOn, open } from '../editor';
import { runMocha } from '../mochaRun';

export const run = () =>
  runMocha(() => {
    describe('The installed package', () => {
      it('shows the cost table on hover', async () => {
        const document = await open('fixture/answer.py');
        const { extension } = await activate();
        assert.match(extension.extensionPath, /[\\/]extensions[\\/]prompt-cost-lint\.prompt-cost-lint-/);
        assert.match(await hoverOn(document, 'create('), /\| \*\*gpt-4o\*\* \|/);
      });
    });
  });
