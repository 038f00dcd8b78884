import type { Settings } from '../../core';
import { GitError } from '../../git/git';
import { openRepository } from '../../git/trees';
import { type Host, UsageError } from '../host';
import type { States } from './affected';
import type { TurnableEngine } from './analyzeStates';
import { openState, type State } from './openState';

export { type AnalyzedStates, analyzeStates, renamesIn, type StateFile } from './analyzeStates';

/** Which states: revisions of the repository that holds the working folder; `head` null is the working tree. */
export interface StatesQuestion {
  base: string;
  head: string | null;
  config?: string;
}

/** Opens two states of the repository with an engine that reads either, for as long as `use` takes. What git can't tell is a wrong use. */
export async function withStates<T>(
  host: Host,
  { base, head, config }: StatesQuestion,
  use: (states: States, engine: TurnableEngine, root: string) => Promise<T>,
): Promise<T> {
  try {
    const repository = await openRepository(host.cwd);
    try {
      const intern = createInterner();
      const said = new Set<string>();
      const once = (line: string) => {
        if (!said.has(line)) host.warn(line);
        said.add(line);
      };
      const open = async (revision: string | null, warn: (line: string) => void) => {
        const tree = revision === null ? await repository.workingTree() : await repository.treeOf(revision);
        return openState(repository, tree, { host: { warn }, config, intern });
      };
      // what is wrong in a file of the past is no news
      const states: States = { before: await open(base, () => {}), after: await open(head, once) };
      let current: State = states.after;
      const engine = await host.engine((name) => current.textOf(name));
      const turnTo = (state: State) => {
        current = state;
      };
      const result = await use(states, { engine, turnTo }, repository.root);
      const [broken] = states.after.broken;
      if (broken) throw new UsageError(`cannot read ${broken.path} (${broken.error})`);
      return result;
    } finally {
      repository.close();
    }
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message);
    throw error;
  }
}

/** Settings that say the same become one object, by which both states know that nothing changed. */
function createInterner(): (settings: Settings) => Settings {
  const known = new Map<string, Settings>();
  const seen = new WeakMap<Settings, Settings>();
  return (settings) => {
    const before = seen.get(settings);
    if (before) return before;
    const key = JSON.stringify(settings);
    const one = known.get(key) ?? settings;
    known.set(key, one);
    seen.set(settings, one);
    return one;
  };
}
