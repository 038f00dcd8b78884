import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { loadEngine } from '../../src/loadEngine';
import { createPriceStore } from '../../src/prices/store';
import { migrationsRequest, type PricesResult, pricesRequest } from '../../src/protocol';
import { feedText, sending, startPriceServer } from '../prices/priceServer';
import { startSession } from './session';

describe('the requests about prices', () => {
  it('update from a server, show it in the next analysis, and revert', async () => {
    const prices = mkdtempSync(path.join(tmpdir(), 'prompt-cost-server-'));
    const server = await startPriceServer();
    server.answer = sending(await feedText());
    const engine = await loadEngine(path.resolve(__dirname, '../../dist/assets'), createPriceStore(prices), {});
    const session = await startSession({ engine, prices });
    const ask = (params: object) => session.client.sendRequest<PricesResult>(pricesRequest.method, params);
    try {
      assert.match((await ask({ action: 'status' })).text, /^Prices of 2026-11-20: @pydantic\/genai-prices 0\.1\.8/);
      const updated = await ask({ action: 'update', from: server.url });
      assert.equal(updated.done, true);
      assert.match(updated.text, /^Prices updated: /);
      assert.match((await ask({ action: 'status' })).text, /genai-prices update/);
      server.answer = sending('[');
      assert.match((await ask({ action: 'update', from: server.url })).text, /no valid JSON/);
      assert.equal((await ask({ action: 'revert' })).text, 'Back to the prices of 2026-11-20.');
    } finally {
      session.close();
      await server.close();
      rmSync(prices, { recursive: true });
    }
  });

  it('plan the move of the requests in the files of a workspace', async () => {
    const code = 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])\n';
    const engine = await loadEngine(path.resolve(__dirname, '../../dist/assets'), createPriceStore('/nonexistent'), { today: () => '2026-12-01' });
    const session = await startSession({ engine, readFile: async (name) => (name === '/w/a.py' ? code : null) });
    try {
      const uris = ['file:///w/a.py', 'file:///w/gone.py', 'untitled:b.py'];
      const { text } = await session.client.sendRequest<{ text: string }>(migrationsRequest.method, { uris });
      assert.match(text, /^\/w\/a\.py:2:\d+ {2}gpt-4o ends 2027-01-14 → gpt-6-luna$/m);
      assert.match(text, /^1 request to move\./m);
    } finally {
      session.close();
    }
  });
});
