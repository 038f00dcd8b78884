/** Reads @earendil-works/pi-ai: prices, cache columns, windows and longest answers of chat models, without dates. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { trim } from '../../src/core/pricing/feed';
import type { TierRow } from '../../src/core/pricing/rows';
import { packageFolder } from './packages';

export const secondPackage = '@earendil-works/pi-ai';

/** A file's name → the catalogue's provider. Files that stand nowhere are no list prices: plans by the month, other currencies, resellers of credits. */
const providers: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'aws',
  'ant-ling': 'ant-ling',
  anthropic: 'anthropic',
  azure: 'azure',
  baseten: 'baseten',
  cerebras: 'cerebras',
  'cloudflare-workers-ai': 'cloudflare',
  deepseek: 'deepseek',
  fireworks: 'fireworks',
  'github-copilot': 'github-copilot',
  google: 'google',
  groq: 'groq',
  huggingface: 'huggingface',
  meta: 'meta',
  minimax: 'minimax',
  mistral: 'mistral',
  moonshotai: 'moonshotai',
  openai: 'openai',
  openrouter: 'openrouter',
  together: 'together',
  'vercel-ai-gateway': 'vercel',
  xai: 'x-ai',
  xiaomi: 'xiaomi',
  zai: 'zai',
};

export interface SecondRow {
  provider: string;
  id: string;
  /** Empty where the source says 0 for all, which is its way of saying that it does not know, or that a plan pays. */
  tiers: TierRow[];
  context: number | null;
  maxOutput: number | null;
}

interface PiCost {
  input: number;
  output: number;
  cacheRead: number;
  cacheWrite: number;
  tiers?: (PiCost & { inputTokensAbove: number })[];
}
interface PiModel {
  id: string;
  type: string;
  cost: PiCost;
  contextWindow?: number;
  maxTokens?: number;
}

/** The chat rows, by provider and id; the day on which they were taken. */
export function readSecondSource(): { rows: SecondRow[]; asOf: string } {
  const folder = path.join(packageFolder(secondPackage), 'dist/providers/data');
  const { generatedAt } = JSON.parse(readFileSync(path.join(folder, '.manifest.json'), 'utf8')) as { generatedAt: string };
  const rows = readdirSync(folder).flatMap((file) => {
    const provider = providers[file.replace(/\.json$/, '')];
    if (!provider) return [];
    const apis = Object.values(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, Record<string, PiModel>>);
    const models = apis.flatMap((rows) => Object.values(rows).filter(({ type }) => type === 'chat'));
    return models.flatMap((model) => [readModel(provider, model), ...ownRowOf(provider, model)]);
  });
  return { rows: rows.sort((a, b) => (a.provider + a.id < b.provider + b.id ? -1 : 1)), asOf: generatedAt.slice(0, 10) };
}

/** Vendors without a file of their own, whose models the gateway sells at the vendor's list price. */
const soldByGateway = ['alibaba'];

function ownRowOf(provider: string, model: PiModel): SecondRow[] {
  const [vendor = '', id = ''] = model.id.split('/');
  return provider === 'vercel' && soldByGateway.includes(vendor) ? [readModel(vendor, { ...model, id })] : [];
}

function readModel(provider: string, { id, cost, contextWindow, maxTokens }: PiModel): SecondRow {
  const steps = [{ ...cost, inputTokensAbove: 0 }, ...(cost.tiers ?? [])];
  const priced = cost.input > 0 || cost.output > 0;
  return { provider, id, tiers: priced ? steps.map(tier) : [], context: contextWindow || null, maxOutput: maxTokens || null };
}

/** 0 means that nothing of the kind is billed, or that it is not known: both are no price. */
const tier = (step: PiCost & { inputTokensAbove: number }): TierRow =>
  trim([step.inputTokensAbove, step.input || null, step.output || null, step.cacheRead || null, step.cacheWrite || null]);
