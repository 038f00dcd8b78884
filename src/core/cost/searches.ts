import { vendorOf } from '../providers';
import type { JsonValue, Model, Part, Quantity } from '../types';

/**
 * How often a request may search the web: as often as the tool lets it, likely once. null where it has no such tool. What is found comes
 * back as input, of a size that nobody knows.
 */
export function findSearches(parts: readonly Part[], model: Model): Quantity | null {
  const pattern = vendorOf(model)?.searchTool;
  const tools = pattern ? parts.flatMap((part) => (part.kind === 'tools' ? part.tools : [])) : [];
  const searches = tools.flatMap((tool) => (pattern && isNamed(tool, pattern) ? [most(tool)] : []));
  if (!searches.length) return null;
  const high = searches.includes(null) ? null : searches.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { low: 0, likely: Math.min(1, high ?? 1), high };
}

function isNamed(tool: JsonValue, pattern: RegExp): boolean {
  if (typeof tool !== 'object' || tool === null || Array.isArray(tool)) return false;
  return typeof tool.type === 'string' ? pattern.test(tool.type) : Object.keys(tool).some((key) => pattern.test(key));
}

function most(tool: JsonValue): number | null {
  const uses = typeof tool === 'object' && tool !== null && !Array.isArray(tool) ? (tool.max_uses ?? tool.maxUses) : null;
  return typeof uses === 'number' ? uses : null;
}
