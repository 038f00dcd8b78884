import assert from 'node:assert/strict';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { OpenWindow } from './hosts/serverBuild';

/** Called at moments worth a picture. */
export type TakePicture = (name: string, page: Page) => Promise<void>;

/** Does what a person does, with mouse and keys: looks at hints and a hover, opens Problems, compresses a prompt through the lightbulb and undoes it. */
export async function actAsPerson(window: OpenWindow, workspace: string, picture: TakePicture): Promise<void> {
  const { page } = window;
  // The editor draws spaces as no-break spaces, hence `\s` in its texts.
  page.setDefaultTimeout(180_000);
  await window.open([['openFile', window.uri(path.join(workspace, 'fixture', 'answer.py'))]]);
  const editor = page.locator('.monaco-editor .view-lines').first();
  await editor.getByText(/≈\s\d+\stok\s·\s\$[\d.]+\s·\sgpt-4o/).waitFor();
  await page
    .locator('.statusbar-item')
    .getByText(/\d+\stok/)
    .waitFor();
  await picture('hints', page);

  const { x, y } = await placeOf(page, 'create');
  await page.mouse.move(x, y);
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Per 1,000 calls' }).first();
  await hover.waitFor();
  assert.match((await hover.textContent()) ?? '', /Per call/);
  await picture('hover', page);
  await page.mouse.move(5, 5);

  await page.keyboard.press('Control+Shift+M');
  const problems = page.locator('.markers-panel-container');
  await problems
    .getByText(/No output limit/)
    .first()
    .waitFor();
  await picture('problems', page);
  await page.keyboard.press('Control+J');
  await problems.waitFor({ state: 'hidden' });

  const please = await placeOf(page, 'Please');
  await page.mouse.click(please.x, please.y);
  await page.keyboard.press('Control+.');
  const compress = page.locator('.action-widget').getByText(/^Compress prompt \(balanced[^,]*, saves \d+ tokens\)$/);
  await compress.waitFor();
  await picture('fixes', page);
  await compress.click();
  await page.locator('.monaco-diff-editor').waitFor();
  const applyButton = page.getByRole('button', { name: 'Apply Previewed Fix' });
  await applyButton.waitFor();
  await picture('preview', page);
  await applyButton.click();
  const wordy = editor.getByText(/in\sorder\sto/).first();
  await wordy.waitFor({ state: 'detached' });
  await editor.click();
  await page.keyboard.press('Control+Z');
  await wordy.waitFor();

  await page.locator('.statusbar-item', { hasText: /\d+\stok/ }).click();
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'gpt-4o' }).first().waitFor();
  await picture('model', page);
  await page.keyboard.press('Escape');
}

/** Where a text stands in the editor. The editor merges words into spans of its own, so no element can be asked for. */
function placeOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  return page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.querySelector('.monaco-editor .view-lines'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(${JSON.stringify(text)});
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at + 1);
      range.setEnd(node, at + 3);
      const { x, y, height } = range.getBoundingClientRect();
      return { x, y: y + height / 2 };
    }
    throw new Error('not in the editor: ' + ${JSON.stringify(text)});
  })()`);
}
