import type { Fix, Request } from '../../types';
import type { Action, ActionContext } from '../action';
import { wrapFix } from '../wrapCall';

/** Lets only so many calls run at a time; the number comes from the settings. */
export default {
  id: 'rate-limiter',
  offer(call: Request, context: ActionContext): Fix[] {
    const { concurrency } = context.settings;
    const wrap = { wrapper: 'withRateLimit' as const, options: { concurrency }, snippets: ['rate-limit'] };
    return wrapFix(`Let ${concurrency} calls run at a time`, call, wrap, context);
  },
} satisfies Action;
