import { hasTools } from '../../calls/parts';
import type { Expr, Scope } from '../../facts';
import type { Request } from '../../types';
import { findArgument, literalOf, namedParts, pathOf, resolve } from './facts';

/** Parameters by which a call starts a job, goes on with what the provider keeps, or lets it act. */
const changing = ['background', 'previous_response_id', 'conversation', 'store', 'web_search_options', 'mcp_servers', 'container'];
/** Where SDKs take them besides their own arguments. */
const inside = ['', 'extra_body.', 'providerOptions.openai.', 'providerOptions.azure.', 'providerOptions.anthropic.'];

/**
 * Does a call ask for more than an answer: a job in the background, a turn of a conversation or a thread that the provider stores, or tools that
 * the provider runs? An equal call is then no repetition. A parameter that can't be read counts as one that asks.
 */
export function changesState(text: string, call: Request): boolean {
  const asks = (path: string) => {
    const argument = findArgument(text, call, path);
    return argument !== null && literalOf(argument.value, call.fact.scope) !== null && literalOf(argument.value, call.fact.scope) !== false;
  };
  if (inside.some((where) => changing.some((name) => asks(where + name)))) return true;
  const tools = hasTools(call) ? findArgument(text, call, 'tools') : null;
  return tools !== null && entriesIn(tools.value, text, call.fact.scope).some((tool) => isRunByProvider(tool, text, call.fact.scope));
}

function entriesIn(value: Expr, text: string, scope: Scope | null): Expr[] {
  const list = resolve(value, scope);
  if (list.kind === 'array') return list.items;
  return namedParts(text, list, scope).map((entry) => entry.value);
}

/** A tool of another type than a function, or one of the AI SDK's `openai.tools.webSearch()`. */
function isRunByProvider(tool: Expr, text: string, scope: Scope | null): boolean {
  const value = resolve(tool, scope);
  if (value.kind === 'call') return /\.tools\.\w+$/.test(pathOf(value.call.callee));
  const type = namedParts(text, value, scope).find(({ name }) => name === 'type');
  const kind = type && literalOf(type.value, scope);
  return typeof kind === 'string' && kind !== 'function' && kind !== 'custom';
}
