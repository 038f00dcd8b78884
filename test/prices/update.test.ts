import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { defaultSettings, type Engine } from '../../src/core';
import { loadEngine } from '../../src/loadEngine';
import { download } from '../../src/prices/download';
import { priceStatus, revertPrices, updatePrices } from '../../src/prices/manage';
import { createPriceStore, dataFolder } from '../../src/prices/store';
import { type FeedProvider, feedText, type PriceServer, pricesOf, sending, startPriceServer } from './priceServer';

const today = '2026-12-01';
const assets = path.resolve(__dirname, '../../dist/assets');

describe('an update of the prices', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'prompt-cost-prices-'));
  const store = createPriceStore(folder);
  const settings = defaultSettings();
  let server: PriceServer;
  let engine: Engine;
  before(async () => {
    server = await startPriceServer();
    engine = await loadEngine(assets, store, { today: () => today });
  });
  after(() => server.close());
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    engine.usePrices(null);
  });

  const inputOf = (id: string, over: Engine = engine) => {
    const match = over.findModel(id, { ...settings });
    return match.kind === 'found' ? (match.model.price?.tiers[0]?.input ?? null) : null;
  };
  const dearer = (factor: number) => (providers: FeedProvider[]) => {
    pricesOf(providers, 'openai', 'gpt-4o').input_mtok = 2.5 * factor;
  };

  it('comes from a server, holds at once and after a restart, and can be reverted step by step', async () => {
    server.answer = sending(await feedText(dearer(2)));
    const first = await updatePrices(engine, store, today, server.url);
    assert.match(first.message, /^Prices updated: \d+ prices from http:\/\/127\.0\.0\.1:\d+\/data\.json, \d+ new, \d+ changed\.$/);
    assert.equal(inputOf('gpt-4o'), 5);
    assert.equal(engine.prices.asOf, today);
    server.answer = sending(await feedText(dearer(3)));
    assert.ok((await updatePrices(engine, store, '2026-12-02', server.url)).done);
    assert.equal(inputOf('gpt-4o', await loadEngine(assets, store, { today: () => today })), 7.5);
    assert.equal((await priceStatus(engine, store, today)).update?.asOf, '2026-12-02');

    assert.ok((await revertPrices(engine, store)).done);
    assert.equal(inputOf('gpt-4o'), 5);
    assert.equal((await revertPrices(engine, store)).message, 'Back to the prices of 2026-11-20.');
    assert.equal(inputOf('gpt-4o'), 2.5);
    assert.deepEqual(await revertPrices(engine, store).then(({ done }) => done), false);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('keeps what only the second source has or filled in, and a newer overlay', async () => {
    server.answer = sending(await feedText());
    assert.ok((await updatePrices(engine, store, '2026-11-25', server.url)).done);
    const model = (id: string) => {
      const match = engine.findModel(id, { ...settings });
      assert.ok(match.kind === 'found', id);
      return match.model;
    };
    assert.equal(inputOf('gpt-6.1-sol'), 2);
    assert.equal(model('gpt-4o').maxOutput, 16_384);
    assert.equal(model('gpt-4o').price?.serviceTiers.batch?.factor, 0.5);
    assert.equal(inputOf('deepseek-v4-flash'), 0.15, 'the overlay is of 2026-12-01');
    assert.match(model('gpt-4o').price?.provenance.source ?? '', /update$/);
    assert.ok((await updatePrices(engine, store, '2026-12-20', server.url)).done);
    assert.equal(inputOf('deepseek-v4-flash'), 0.22, 'the update is newer than the overlay');
  });

  it('gives way to prices of the project', async () => {
    server.answer = sending(await feedText(dearer(2)));
    await updatePrices(engine, store, today, server.url);
    const match = engine.findModel('gpt-4o', { ...settings, models: { 'gpt-4o': { input: 9, output: 9 } } });
    assert.ok(match.kind === 'found');
    assert.deepEqual([match.confidence, match.model.price?.tiers[0]?.input], ['override', 9]);
  });

  it('is read from a file', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'prompt-cost-feed-')), 'data.json');
    writeFileSync(file, `\uFEFF${await feedText(dearer(2))}`);
    assert.ok((await updatePrices(engine, store, today, file)).done);
    assert.equal(inputOf('gpt-4o'), 5);
    rmSync(path.dirname(file), { recursive: true });
    assert.match((await updatePrices(engine, store, today, file)).message, /could not be read: there is no such file\.$/);
  });

  it('follows redirects on this machine', async () => {
    const text = await feedText();
    server.answer = (request, response) => {
      if (request.url === '/data.json') response.writeHead(302, { location: '/moved.json' }).end();
      else response.end(text);
    };
    assert.ok((await updatePrices(engine, store, today, server.url)).done);
  });

  const refused: [string, () => Promise<string>, RegExp][] = [
    ['an answer that was cut off', async () => (await feedText()).slice(0, 100_000), /is no valid JSON\. It may have been cut off\.$/],
    ['a page of words', async () => '<!doctype html><p>Log in</p>', /is no valid JSON/],
    ['something else', async () => '{"hello":"world"}', /was refused: the feed: a list is missing\.$/],
    ['an empty list', async () => '[]', /was refused: it has 0 prices where there were \d+\.$/],
    [
      'a third of the models gone',
      () => feedText((providers) => providers.map((p) => ({ ...p, models: p.models.filter((_, at) => at % 3) }))),
      /it has \d+ prices where/,
    ],
    ['a negative price', () => feedText(dearer(-1)), /openai\/gpt-4o: input_mtok: a negative price/],
    ['all prices in cents', () => feedText(inCents), /\d+ of \d+ prices are 5 times what they were, or a fifth\.$/],
    ['a slow pattern', () => feedText(hostile), /a pattern that may be slow/],
  ];
  for (const [what, text, message] of refused) {
    it(`is refused with ${what}, and the present prices stay`, async () => {
      server.answer = sending(await text());
      const { done, message: said } = await updatePrices(engine, store, today, server.url);
      assert.equal(done, false);
      assert.match(said, message);
      assert.match(said, /^The prices stay as they are: /);
      assert.deepEqual([inputOf('gpt-4o'), await store.read()], [2.5, null]);
    });
  }

  it('ignores a stored file that something broke', async () => {
    server.answer = sending(await feedText(dearer(2)));
    await updatePrices(engine, store, today, server.url);
    for (const text of ['{', '[]', '{"version":1}', readFileSync(store.file, 'utf8').replace('"version":1', '"version":2')]) {
      writeFileSync(store.file, text);
      assert.equal(await store.read(), null);
    }
    assert.equal(inputOf('gpt-4o', await loadEngine(assets, store, { today: () => today })), 2.5);
  });
});

const inCents = (providers: FeedProvider[]) => {
  for (const { models } of providers)
    for (const { prices } of models) for (const [key, value] of Object.entries(prices)) if (typeof value === 'number') prices[key] = value * 100;
};
const hostile = (providers: FeedProvider[]) => {
  Object.assign(providers[0]!.models[0]!, { match: { regex: '^(a+)+$' } });
};

describe('a download', () => {
  let server: PriceServer;
  before(async () => {
    server = await startPriceServer();
  });
  after(() => server.close());
  const limits = { bytes: 1000, milliseconds: 10_000, redirects: 2 };
  const reasonOf = async (address: string, change: Partial<typeof limits> = {}) => {
    const result = await download(address, { ...limits, ...change });
    return result.kind === 'failed' ? result.reason : `got ${result.text.length}`;
  };

  it('stops at the size that it may have, whatever the answer says of itself', async () => {
    server.answer = (_, response) => {
      const more = () => response.write('x'.repeat(600), () => setImmediate(more));
      more();
    };
    assert.equal(await reasonOf(server.url), 'it is larger than 0.001 MB');
  });

  it('waits only so long for the whole answer', async () => {
    server.answer = (_, response) => void response.write('[');
    assert.equal(await reasonOf(server.url, { milliseconds: 200 }), 'no whole answer within 0.2 seconds');
  });

  it('says when the answer ends early', async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('[', () => response.destroy());
    };
    assert.equal(await reasonOf(server.url), 'the answer was cut off');
  });

  it('goes round in circles only so often', async () => {
    server.answer = (_, response) => void response.writeHead(302, { location: server.url }).end();
    assert.equal(await reasonOf(server.url), 'it redirects more than 2 times');
  });

  it('does not leave this machine for an address without https', async () => {
    server.answer = (_, response) => void response.writeHead(301, { location: 'http://prices.example/data.json' }).end();
    assert.equal(await reasonOf(server.url), 'http://prices.example is not allowed: only https, or http on this machine');
    const requests = server.requests;
    for (const address of ['http://prices.example/', 'file:///etc/passwd', 'ftp://127.0.0.1/', 'http://user:pw@127.0.0.1/'])
      assert.match(await reasonOf(address), /is not allowed/, address);
    assert.equal(server.requests, requests);
  });

  it('names the answer of a server that has nothing', async () => {
    server.answer = (_, response) => void response.writeHead(404).end('no');
    assert.match(await reasonOf(server.url), /^127\.0\.0\.1:\d+ answered 404$/);
  });

  it('says so without a connection, and for what is no address', async () => {
    const gone = await startPriceServer();
    await gone.close();
    assert.equal(await reasonOf(gone.url), 'there is no connection (ECONNREFUSED)');
    assert.equal(await reasonOf('https://'), 'https:// is no address');
  });
});

describe("the folder of a user's data", () => {
  it('is where the system keeps it, or where the environment says', () => {
    assert.equal(dataFolder({ PROMPT_COST_DATA: '/x' }, 'linux'), '/x');
    assert.equal(dataFolder({ XDG_DATA_HOME: '/share' }, 'linux'), path.join('/share', 'prompt-cost'));
    assert.match(dataFolder({}, 'darwin'), /Application Support.prompt-cost$/);
    assert.match(dataFolder({ LOCALAPPDATA: '/local' }, 'win32'), /local.prompt-cost$/);
  });
});
