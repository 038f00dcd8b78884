import type { Accuracy, Basis, Lifecycle, Severity, Total } from '../../core';

/** A request of the project, as plain data. USD for one request at list price. */
export interface RequestRow {
  path: string;
  line: number;
  column: number;
  cell?: number;
  function: string | null;
  api: string;
  model: string | null;
  input: { tokens: number; accuracy: Accuracy };
  output: number;
  /** null where no price is known. */
  cost: { perCall: number; first: number; later: number; low: number; high: number | null; atLeast: boolean; basis: Basis } | null;
  perMonth: number | null;
}

export interface PromptRow {
  path: string;
  line: number;
  cell?: number;
  role: string | null;
  tokens: number;
  accuracy: Accuracy;
  /** How many requests send it. */
  requests: number;
}

/** What a fix saves, each request made once. */
export interface SavingRow {
  path: string;
  line: number;
  cell?: number;
  rule: string;
  title: string;
  tokensSaved: number | null;
  perCall: number;
  perMonth: number | null;
}

export interface ProblemRow {
  path: string;
  line: number;
  column: number;
  cell?: number;
  rule: string;
  severity: Severity;
  message: string;
}

/** A model that the requests could take. */
export interface ModelColumn {
  name: string;
  contextWindow: number | null;
  lifecycle: { state: Lifecycle['state']; date: string | null; replacement: string | null };
}

/** All that is told of a project. */
export interface ProjectReport {
  version: 1;
  prices: { asOf: string; sources: string[] };
  files: number;
  total: Total;
  byModel: Total[];
  byFile: Total[];
  /** The dearest first, all of them. */
  requests: RequestRow[];
  /** The longest first. */
  prompts: PromptRow[];
  /** What saves the most first. */
  savings: SavingRow[];
  problems: ProblemRow[];
  /** What the dearest requests would cost with other models; null where that is not known. */
  matrix: { models: ModelColumn[]; rows: { request: RequestRow; perCall: (number | null)[] }[] };
  /** Files that were not read, or not whole, with the reason. */
  notices: { path: string; message: string }[];
}

/** `app/chat.py:12`, in a notebook `a.ipynb:cell 3, 12`. */
export const rowPlace = ({ path, line, cell }: { path: string; line: number; cell?: number }): string =>
  `${path}:${cell === undefined ? '' : `cell ${cell + 1}, `}${line}`;
