import type { Fix, Request } from '../../types';
import type { Action, ActionContext } from '../action';
import batchApi from './batchApi';
import batchPrompt from './batchPrompt';
import costCeiling from './costCeiling';
import costTracker from './costTracker';
import earlyStop from './earlyStop';
import embeddingBatch from './embeddingBatch';
import providerCache from './providerCache';
import rateLimiter from './rateLimiter';
import responseCache from './responseCache';
import router from './router';

/** Every action, by the alphabet of the file names. */
export const actions: readonly Action[] = [
  batchApi,
  batchPrompt,
  costCeiling,
  costTracker,
  earlyStop,
  embeddingBatch,
  providerCache,
  rateLimiter,
  responseCache,
  router,
];

/** What one action offers at a call. */
export function act(id: string, call: Request, context: ActionContext): Fix[] {
  return (
    actions
      .find((action) => action.id === id)
      ?.offer(call, context)
      .filter(({ refused }) => !refused) ?? []
  );
}

/** All that can be inserted at a call, in the order of the registry. */
export function offersAt(call: Request, context: ActionContext): Fix[] {
  return actions.flatMap((action) => action.offer(call, context));
}
