/** What coding agents load of a project into each session, counted and priced at the agent's own model. */
import { type Agent, agents } from './agents';
import { type Settings, sessionsFor } from './config';
import { type SessionUsd, sessionUsd } from './cost';
import { modelOf } from './counting';
import { findFormat } from './formats/find';
import { at, type DataNode, textOf } from './formats/helpers/data';
import { importsIn } from './formats/helpers/imports';
import { readJson } from './formats/helpers/json';
import { folderOf, join } from './languages/modulePaths';
import { monthly } from './pricing';
import type { JsonValue } from './tokenizers';
import type { Accuracy, Model, ModelMatch } from './types';

/** A project as it is read here. Paths are relative to its root, with forward slashes. */
export interface ContextFiles {
  read(path: string): Promise<string | null>;
  /** Every file below a folder, in the order of the names; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
}

/** Tokens; where the tools of a server are not known, a lower bound without an end. */
export interface LoadedSize {
  tokens: number;
  low: number;
  high: number;
  accuracy: Accuracy;
}

export interface LoadedItem {
  path: string;
  kind: 'instructions' | 'import' | 'rule' | 'skill';
  /** The file whose `@path` brings it in. */
  importedBy: string | null;
  /** What each session loads: of a skill its card, of a rule that is fetched its description. */
  perSession: LoadedSize;
  /** What comes in once the agent uses it; null where all of it is loaded always. */
  onUse: LoadedSize | null;
}

export interface LoadedServer {
  name: string;
  /** The file that names it. */
  path: string;
  /** How many tools it has, and what their definitions take; null where nobody says. */
  tools: number | null;
  perSession: LoadedSize | null;
}

export interface AgentContext {
  agent: Pick<Agent, 'id' | 'name'>;
  model: ModelMatch;
  modelBasis: 'written' | 'stated' | 'assumed';
  items: LoadedItem[];
  servers: LoadedServer[];
  perSession: LoadedSize;
  /** The tools of a server are not known. */
  atLeast: boolean;
  /** USD; null where no price is known. */
  cost: (SessionUsd & { turns: number; turnsBasis: 'stated' | 'assumed'; perMonth: number | null; sessionsPerDay: number | null }) | null;
}

export interface ContextOptions {
  /** The model of every agent, in place of its own. */
  model?: string;
  turns?: number;
  /** Answers to `tools/list` by the server's name. */
  tools?: Readonly<Record<string, readonly JsonValue[]>>;
}

/** What is needed to count and price. */
export interface ContextServices {
  settings: Settings;
  findModel(id: string): ModelMatch;
  count(text: string, model: string): Promise<LoadedSize>;
  countTools(tools: readonly JsonValue[], model: string): Promise<LoadedSize>;
}

/** Turns of a session that nobody states. */
const ASSUMED_TURNS = 20;
/** How many files deep imports are followed, as the agents do. */
const DEEPEST_IMPORT = 5;

/** The agents that a project has files for, each with what it loads. */
export async function readAgentContext(files: ContextFiles, services: ContextServices, options: ContextOptions): Promise<AgentContext[]> {
  const found: AgentContext[] = [];
  for (const agent of agents) {
    const context = await contextOf(agent, files, services, options);
    if (context) found.push(context);
  }
  return found;
}

async function contextOf(
  agent: Agent,
  files: ContextFiles,
  { settings, findModel, count, countTools }: ContextServices,
  options: ContextOptions,
): Promise<AgentContext | null> {
  const listed = await Promise.all(
    agent.folders.map(async ({ folder, ending }) => (await files.list(folder)).filter((path) => path.endsWith(ending))),
  );
  const own = [...(await existing(agent.files, files)), ...listed.flat()];
  const servers = await serversOf(agent, files);
  if (!own.length && !servers.length) return null;
  const { name, basis } = options.model ? { name: options.model, basis: 'stated' as const } : await modelNameOf(agent, files);
  const countFor = (text: string) => count(text, name);
  const items: LoadedItem[] = [];
  const seen = new Set<string>();
  for (const path of [...own, ...(await existing(agent.shared, files))]) await addItem(path, null, 0, { files, countFor, items, seen });
  const loaded: LoadedServer[] = [];
  for (const server of servers) {
    const tools = options.tools?.[server.name];
    loaded.push({ ...server, tools: tools?.length ?? null, perSession: tools ? await countTools(tools, name) : null });
  }
  const model = findModel(name);
  const perSession = sumSizes([...items.map((item) => item.perSession), ...loaded.flatMap((server) => server.perSession ?? [])]);
  return {
    agent: { id: agent.id, name: agent.name },
    model,
    modelBasis: basis,
    items,
    servers: loaded,
    perSession,
    atLeast: loaded.some((server) => server.perSession === null),
    cost: costOf(modelOf(model), perSession.tokens, settings, items[0]?.path ?? agent.files[0] ?? '', options.turns),
  };
}

function costOf(model: Model | null, tokens: number, settings: Settings, path: string, asked: number | undefined): AgentContext['cost'] {
  const stated = sessionsFor(settings, path);
  const turns = asked ?? stated?.turns ?? null;
  const usd = sessionUsd(model, tokens, turns ?? ASSUMED_TURNS);
  const sessionsPerDay = stated?.callsPerDay ?? null;
  return (
    usd && {
      ...usd,
      turns: turns ?? ASSUMED_TURNS,
      turnsBasis: turns === null ? 'assumed' : 'stated',
      perMonth: sessionsPerDay === null ? null : monthly(usd.session, sessionsPerDay),
      sessionsPerDay,
    }
  );
}

async function existing(paths: readonly string[], { read }: ContextFiles): Promise<string[]> {
  const texts = await Promise.all(paths.map(read));
  return paths.filter((_, index) => texts[index] !== null);
}

interface Collecting {
  files: ContextFiles;
  countFor(text: string): Promise<LoadedSize>;
  items: LoadedItem[];
  seen: Set<string>;
}

/** Adds a file and what it imports, each once. */
async function addItem(path: string, importedBy: string | null, depth: number, collecting: Collecting): Promise<void> {
  const { files, countFor, items, seen } = collecting;
  const text = seen.has(path) ? null : await files.read(path);
  seen.add(path);
  if (text === null) return;
  const facts = importedBy === null ? findFormat(path, text)?.read(text, path) : null;
  const always = facts ? (facts.perSession ?? []) : [text];
  const whole = facts ? facts.prompts.map(({ span }) => text.slice(span.start, span.end)) : always;
  const isWhole = always.length === whole.length && always.every((part, index) => part === whole[index]);
  const sizeOf = async (parts: string[]) => sumSizes(await Promise.all(parts.map(countFor)));
  items.push({ path, kind: kindOf(path, importedBy), importedBy, perSession: await sizeOf(always), onUse: isWhole ? null : await sizeOf(whole) });
  if (depth === DEEPEST_IMPORT || !(importedBy !== null || facts?.importsIn)) return;
  for (const name of importsIn(text)) await addItem(join(folderOf(path), name), path, depth + 1, collecting);
}

function kindOf(path: string, importedBy: string | null): LoadedItem['kind'] {
  if (importedBy !== null) return 'import';
  if (path.endsWith('/SKILL.md')) return 'skill';
  return /\/rules\/|\.instructions\.md$/.test(path) ? 'rule' : 'instructions';
}

async function modelNameOf(agent: Agent, { read }: ContextFiles): Promise<{ name: string; basis: 'written' | 'assumed' }> {
  for (const { file, keys } of agent.namedIn) {
    const name = textOf(at(await readData(read, file), ...keys))?.trim();
    if (name) return { name: agent.aliases[name] ?? name, basis: 'written' };
  }
  return { name: agent.model, basis: 'assumed' };
}

async function serversOf(agent: Agent, { read }: ContextFiles): Promise<{ name: string; path: string }[]> {
  const found: { name: string; path: string }[] = [];
  for (const { file, keys } of agent.servers) {
    const node = at(await readData(read, file), ...keys);
    if (node?.kind === 'map') found.push(...node.entries.map(({ key }) => ({ name: key, path: file })));
  }
  return found;
}

async function readData(read: ContextFiles['read'], file: string): Promise<DataNode | undefined> {
  const text = await read(file);
  return text === null ? undefined : (readJson(text) ?? undefined);
}

function sumSizes(sizes: readonly LoadedSize[]): LoadedSize {
  const sum = (key: 'tokens' | 'low' | 'high') => sizes.reduce((total, size) => total + size[key], 0);
  const isExact = sizes.every(({ accuracy }) => accuracy === 'exact');
  return { tokens: sum('tokens'), low: sum('low'), high: sum('high'), accuracy: isExact ? 'exact' : 'approximate' };
}
