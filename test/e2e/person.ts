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
  page.setDefaultTimeout(60_000);
  await window.open([['openFile', window.uri(path.join(workspace, 'fixture', 'answer.py'))]]);
  const editor = page.locator('.monaco-editor .view-lines').first();
  await editor.getByText(/≈\s\d+\stok\s·\s\$[\d.]+\s·\sgpt-4o/).waitFor();
  await page
    .locator('.statusbar-item')
    .getByText(/\d+\stok/)
    .waitFor();
  await picture('hints', page);

  await editor
    .locator('span', { hasText: /^create$/ })
    .first()
    .hover();
  const hover = page.locator('.monaco-hover:visible', { hasText: 'gpt-4o-mini' }).first();
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

  await editor.getByText('Please', { exact: false }).first().click();
  await page.keyboard.press('Control+.');
  const compress = page.locator('.action-widget').getByText(/^Compress prompt \(balanced/);
  await compress.waitFor();
  await picture('fixes', page);
  await compress.click();
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await editor.getByText('Please', { exact: false }).first().waitFor({ state: 'detached' });
  await editor.click();
  await page.keyboard.press('Control+Z');
  await editor.getByText('Please', { exact: false }).first().waitFor();

  await page.locator('.statusbar-item', { hasText: /\d+\stok/ }).click();
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'gpt-4o' }).first().waitFor();
  await picture('model', page);
  await page.keyboard.press('Escape');
}
