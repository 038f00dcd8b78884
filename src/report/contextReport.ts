import type { AgentContext, LoadedItem, LoadedServer, LoadedSize } from '../core';
import { formatCount, formatPlural, markAccuracy, signOf } from './format';
import { formatUsd } from './money';
import { alignTable } from './table';
import { toText } from './text';

/** `context --format json`: what each agent loads, in tokens and USD at list price. */
export interface ContextReport {
  version: 1;
  agents: {
    id: string;
    name: string;
    model: string;
    modelBasis: AgentContext['modelBasis'];
    resolvedModel: string | null;
    items: LoadedItem[];
    servers: LoadedServer[];
    /** What each turn sends again. `high` is null, and the sum a lower bound, where the tools of a server are not known. */
    perSession: Omit<LoadedSize, 'high'> & { high: number | null; atLeast: boolean };
    cost: ContextCost | null;
  }[];
}

/** USD at list price, with the provider's cache, and `uncached` without. */
export interface ContextCost {
  currency: 'USD';
  atLeast: boolean;
  firstTurn: number;
  laterTurn: number;
  turns: number;
  turnsBasis: 'stated' | 'assumed';
  perSession: number;
  uncached: number;
  perMonth: number | null;
  sessionsPerDay: number | null;
}

/** Turns what agents load into plain data. */
export function describeContext(contexts: readonly AgentContext[]): ContextReport {
  return {
    version: 1,
    agents: contexts.map(({ agent, model, modelBasis, items, servers, perSession, atLeast, cost }) => ({
      id: agent.id,
      name: agent.name,
      model: model.kind === 'found' ? model.model.name : model.id,
      modelBasis,
      resolvedModel: model.kind === 'found' ? model.model.id : null,
      items,
      servers,
      perSession: { ...perSession, high: atLeast ? null : perSession.high, atLeast },
      cost: cost && {
        currency: 'USD',
        atLeast,
        firstTurn: cost.first,
        laterTurn: cost.later,
        turns: cost.turns,
        turnsBasis: cost.turnsBasis,
        perSession: cost.session,
        uncached: cost.uncached,
        perMonth: cost.perMonth,
        sessionsPerDay: cost.sessionsPerDay,
      },
    })),
  };
}

/** The same for a terminal: by agent, the largest first. */
export function reportContextAsText({ agents }: ContextReport): string {
  if (!agents.length) return 'No files that a coding agent loads by itself\n';
  return toText(agents.flatMap((agent, index) => [...(index ? [''] : []), ...describeAgent(agent)]));
}

function describeAgent({ name, model, modelBasis, items, servers, perSession, cost }: ContextReport['agents'][number]): string[] {
  const rows = [...items].sort((a, b) => b.perSession.tokens - a.perSession.tokens).map(describeItem);
  const tools = servers.map(({ name: server, path, tools: count, perSession: size }) => [
    size ? tokensOf(size) : '≥ 0 tok',
    count === null ? `tools of ${server}, not known` : `${formatPlural(count, 'tool')} of ${server}`,
    path,
  ]);
  return [
    `${name}, ${model}${modelBasis === 'assumed' ? ' (assumed)' : ''}`,
    ...alignTable([...rows, ...tools], [0]).map((line) => `  ${line}`),
    `  ${perSession.atLeast ? `≥ ${formatCount(perSession.tokens)} tok` : tokensOf(perSession)} in each turn${cost ? `: ${describeCost(cost)}` : '; the cost is unknown'}`,
  ];
}

function describeItem({ path, kind, importedBy, perSession, onUse }: LoadedItem): string[] {
  const more = onUse ? `, ${tokensOf(onUse)} on use` : '';
  return [tokensOf(perSession), path, `${importedBy === null ? kind : `imported by ${importedBy}`}${more}`];
}

function describeCost({ atLeast, firstTurn, laterTurn, turns, turnsBasis, perSession, uncached, perMonth, sessionsPerDay }: ContextCost): string {
  const sign = signOf({ atLeast, exact: false });
  const each = `${sign}${formatUsd(firstTurn)} first, then ${formatUsd(laterTurn)}`;
  const whole = `${sign}${formatUsd(perSession)} a session of ${turns} turns${turnsBasis === 'assumed' ? ' (assumed)' : ''}, ${formatUsd(uncached)} without the cache`;
  const month = perMonth === null ? '' : `; ${sign}${formatUsd(perMonth)} a month at ${formatPlural(sessionsPerDay ?? 0, 'session')} a day`;
  return `${each}; ${whole}${month}`;
}

const tokensOf = ({ tokens, accuracy }: Pick<LoadedSize, 'tokens' | 'accuracy'>): string => `${markAccuracy(formatCount(tokens), accuracy)} tok`;
