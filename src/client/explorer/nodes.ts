import { costOf, formatCount, formatUsd, type ProblemRow, type ProjectReport, type RequestRow, rowPlace, totalCost } from '../../report';

/** What the requests are grouped by. */
export const groupings = ['cost', 'file', 'model', 'problem'] as const;
export type Grouping = (typeof groupings)[number];

/** A line of the explorer. */
export interface ExplorerNode {
  label: string;
  description: string;
  /** For the pointer and for screen readers. */
  tooltip: string;
  icon: 'request' | 'file' | 'model' | 'problem';
  /** Where a click leads; lines and columns from 1. A cell of a notebook opens its file alone. */
  place: { path: string; line: number; column: number } | null;
  children: ExplorerNode[];
}

/** The lines of the explorer. `unknown` is what a request without a model is called. */
export function nodesOf(report: ProjectReport, grouping: Grouping, unknown: string): ExplorerNode[] {
  const { requests, problems, byFile, byModel } = report;
  switch (grouping) {
    case 'cost':
      return requests.map((row) => requestNode(row, unknown));
    case 'file':
      return byFile.map((total) => {
        const own = requests.filter(({ path }) => path === total.name);
        return groupNode(
          total.name ?? unknown,
          totalCost(total),
          'file',
          own.map((row) => requestNode(row, unknown)),
        );
      });
    case 'model':
      return byModel.map((total) => {
        const own = requests.filter(({ model }) => model === total.name);
        return groupNode(
          total.name ?? unknown,
          totalCost(total),
          'model',
          own.map((row) => requestNode(row, unknown)),
        );
      });
    case 'problem': {
      const rules = new Map<string, ProblemRow[]>();
      for (const problem of problems) rules.set(problem.rule, [...(rules.get(problem.rule) ?? []), problem]);
      const savedBy = (rule: string) => report.savings.filter((one) => one.rule === rule).reduce((sum, { perCall }) => sum + perCall, 0);
      return [...rules]
        .sort(([a, many], [b, others]) => savedBy(b) - savedBy(a) || others.length - many.length)
        .map(([rule, own]) => {
          const saved = savedBy(rule);
          const description = `${formatCount(own.length)}${saved ? ` · -${formatUsd(saved)}` : ''}`;
          return groupNode(rule, description, 'problem', own.map(problemNode));
        });
    }
  }
}

function requestNode(row: RequestRow, unknown: string): ExplorerNode {
  const { path, line, column, cell, model, api, function: name, perMonth } = row;
  const month = perMonth === null ? '' : ` · ≈ ${formatUsd(perMonth)}/30 d`;
  return {
    label: name ?? api,
    description: `${costOf(row)}${month} · ${model ?? unknown} · ${rowPlace(row)}`,
    tooltip: `${api}\n${rowPlace(row)}`,
    icon: 'request',
    place: { path, line: cell === undefined ? line : 1, column: cell === undefined ? column : 1 },
    children: [],
  };
}

function problemNode({ path, line, column, cell, message, severity, rule }: ProblemRow): ExplorerNode {
  const place = { path, line: cell === undefined ? line : 1, column: cell === undefined ? column : 1 };
  return { label: message, description: `${path}:${line}`, tooltip: `${severity} · ${rule}\n${message}`, icon: 'problem', place, children: [] };
}

function groupNode(label: string, description: string, icon: ExplorerNode['icon'], children: ExplorerNode[]): ExplorerNode {
  return { label, description, tooltip: `${label} · ${description}`, icon, place: null, children };
}
