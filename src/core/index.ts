/** The engine's public API: text in, Analysis out. Everyone outside core imports only this. */
export type { Assets } from './assets';
export * from './config';
export type * from './engine';
export type * from './types';
