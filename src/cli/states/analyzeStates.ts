import { type Analysis, askedByOthers, type Engine, findRenames, type ProjectFile } from '../../core';
import { UsageError } from '../host';
import { findAffected, type States } from './affected';
import type { State } from './openState';

/** A file of a state with its text, and the calls of it that other files ask. */
export interface StateFile extends ProjectFile {
  text: string;
  asked: ReadonlySet<number>;
}

/** What of two states may differ, analysed in each. */
export interface AnalyzedStates {
  before: StateFile[];
  after: StateFile[];
}

/** An engine whose reader can be turned to either state. */
export interface TurnableEngine {
  engine: Engine;
  turnTo(state: State): void;
}

/**
 * Analyses the files that may differ between two states, in both: those that changed, those that name them, and where a request no longer asks
 * a file, or asks it now, that one and those that name it. The rest has the same requests in both, so that the differences are those of two
 * analyses of everything.
 */
export async function analyzeStates(states: States, { engine, turnTo }: TurnableEngine): Promise<AnalyzedStates> {
  const affected = await findAffected(states, engine);
  const files = { before: new Map<string, StateFile>(), after: new Map<string, StateFile>() };
  const looked = new Set<string>();
  for (let next = await affected.dependentsOf(affected.changed); next.size; ) {
    for (const path of next) looked.add(path);
    for (const side of ['before', 'after'] as const) {
      turnTo(states[side]);
      for (const path of next) {
        const file = await analyzeIn(states[side], path, engine);
        if (file) files[side].set(path, file);
      }
    }
    const otherwise = askedOtherwise(files.before, files.after).filter((path) => !looked.has(path));
    next = otherwise.length ? await affected.dependentsOf(otherwise) : new Set();
    next = new Set([...next].filter((path) => !looked.has(path)));
  }
  return { before: withAsked(files.before), after: withAsked(files.after) };
}

async function analyzeIn(state: State, path: string, engine: Engine): Promise<StateFile | null> {
  const text = await state.textOf(path);
  if (text === null || (await state.isExcluded(path))) return null;
  const settings = await state.settingsOf(path);
  try {
    return { path, text, settings, analysis: await engine.analyze({ text, path }, settings), asked: new Set() };
  } catch (error) {
    throw new UsageError(`cannot analyse ${path} (${error instanceof Error ? error.message : error})`);
  }
}

/** The files that requests ask in one of the two states, or ask otherwise. */
function askedOtherwise(before: ReadonlyMap<string, StateFile>, after: ReadonlyMap<string, StateFile>): string[] {
  const [old, now] = [before, after].map((files) => {
    const asked = new Map<string, Set<number>>();
    for (const { analysis } of files.values())
      for (const { path, start } of analysis.links?.asks ?? []) asked.set(path, (asked.get(path) ?? new Set()).add(start));
    return new Map([...asked].map(([path, starts]) => [path, [...starts].sort((a, b) => a - b).join()]));
  }) as [Map<string, string>, Map<string, string>];
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
}

function withAsked(files: ReadonlyMap<string, StateFile>): StateFile[] {
  const linked = [...files.values()].flatMap(({ path, analysis }) => linksOf(path, analysis));
  const asked = askedByOthers(linked);
  return [...files.values()].map((file) => ({ ...file, asked: asked.get(file.path) ?? new Set() }));
}

const linksOf = (path: string, { links }: Analysis) => (links ? [{ path, links }] : []);

/** Which files of the state before the state after has under another name. */
export function renamesIn({ before, after }: AnalyzedStates): Map<string, string> {
  const lone = (files: readonly StateFile[], others: readonly StateFile[]) => {
    const paths = new Set(others.map(({ path }) => path));
    return files.filter(({ path }) => !paths.has(path));
  };
  return findRenames(lone(before, after), lone(after, before));
}
