import type { Analysis, Engine, EngineCells, EngineDocument, StopSignal } from '../core';

/** What a thread says of its work: number and path of a piece that begins, or that the last one has ended. */
export type WorkMessage = { begins: number; path: string } | { ends: number };

/** The number of the piece of work that is not wanted any more, in memory that two threads share. */
export type StopFlag = Int32Array;

/**
 * An engine that says which open document it works on, one at a time, and stops when the flag names that piece of work: a thread hears
 * of nothing else while it works.
 */
export function watchEngine(engine: Engine, tell: (message: WorkMessage) => void, stop: StopFlag): Engine {
  let number = 0;
  let last: Promise<unknown> = Promise.resolve();
  const watched = new WeakMap<Analysis, Analysis>();

  /** One analysis, and the number of what is being done for it now. */
  interface Turn {
    path: string;
    number: number;
  }
  function begin(turn: Turn): () => void {
    turn.number = ++number;
    tell({ begins: turn.number, path: turn.path });
    return () => tell({ ends: turn.number });
  }
  /** Problems and refactorings are found when they are asked for: that is work, too. */
  function watchAnalysis(analysis: Analysis, turn: Turn): Analysis {
    const known = watched.get(analysis);
    if (known) return known;
    const during = <T>(find: () => T): T => {
      const end = begin(turn);
      try {
        return find();
      } finally {
        end();
      }
    };
    const { refactorings } = analysis;
    const result: Analysis = {
      ...analysis,
      findProblems: () => during(analysis.findProblems),
      ...(refactorings && { refactorings: (span) => during(() => refactorings(span)) }),
    };
    watched.set(analysis, result);
    return result;
  }
  function watchDocument(document: EngineDocument | EngineCells, path: string): Pick<EngineDocument, 'analyze'> {
    return {
      analyze(settings, signal) {
        const result = last.then(async () => {
          const turn: Turn = { path, number: 0 };
          const end = begin(turn);
          const either: StopSignal = {
            get aborted() {
              return Atomics.load(stop, 0) === turn.number || (signal?.aborted ?? false);
            },
          };
          try {
            return watchAnalysis(await document.analyze(settings, either), turn);
          } finally {
            end();
          }
        });
        last = result.catch(() => {});
        return result;
      },
    };
  }

  return {
    ...engine,
    open(source) {
      const document = engine.open(source);
      return {
        get text() {
          return document.text;
        },
        edit: (edits, after) => document.edit(edits, after),
        close: () => document.close(),
        ...watchDocument(document, source.path),
      };
    },
    openCells(cells, languageId, path) {
      const document = engine.openCells(cells, languageId, path);
      return { update: (present) => document.update(present), close: () => document.close(), ...watchDocument(document, path) };
    },
  };
}
