import cacheCompare from './cacheCompare';
import check from './check';
import checkChanges from './checkChanges';
import contextCost from './contextCost';
import count from './count';
import diffCost from './diffCost';
import explain from './explain';
import previewFix from './previewFix';
import priceCall from './priceCall';
import type { Tool } from './tool';

/** Every tool, in the order of their names. */
export const tools: readonly Tool[] = [cacheCompare, check, checkChanges, contextCost, count, diffCost, explain, previewFix, priceCall];
