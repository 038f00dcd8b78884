import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitForUpdate } from '@pydantic/genai-prices';

/** A server on this machine that answers as each test wants. */
export interface PriceServer {
  url: string;
  /** Takes the next requests. */
  answer: RequestListener;
  /** How many requests came. */
  requests: number;
  close(): Promise<void>;
}

export async function startPriceServer(): Promise<PriceServer> {
  const served: PriceServer = { url: '', answer: (_, response) => response.end(), requests: 0, close };
  const server: Server = createServer((request, response) => {
    served.requests++;
    served.answer(request, response);
  });
  function close(): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data.json`;
  return served;
}

/** Answers with a text. */
export const sending =
  (text: string): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(text);
  };

interface FeedModel {
  id: string;
  prices: Record<string, unknown>;
}
export type FeedProvider = { id: string; models: FeedModel[] };

/** The data that the snapshot is made from, as its address serves it; changed where a test wants. */
export async function feedText(change: (providers: FeedProvider[]) => unknown = (providers) => providers): Promise<string> {
  const providers = JSON.parse(JSON.stringify(await waitForUpdate())) as FeedProvider[];
  return JSON.stringify(change(providers) ?? providers);
}

/** One model's prices in a feed. */
export const pricesOf = (providers: readonly FeedProvider[], provider: string, id: string): Record<string, unknown> =>
  providers.find((candidate) => candidate.id === provider)!.models.find((model) => model.id === id)!.prices;
