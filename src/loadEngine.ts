import { folderAssets } from './assets';
import { createEngine, type Engine, type EngineOptions } from './core';
import type { PriceStore } from './prices/store';

/** The engine over the build's assets, with the user's price update in use where there is one. */
export async function loadEngine(assetsFolder: string, store: PriceStore, options: EngineOptions): Promise<Engine> {
  const [engine, update] = await Promise.all([createEngine(folderAssets(assetsFolder), options), store.read()]);
  if (update) engine.usePrices(update);
  return engine;
}
