import { escapeMarkdown } from '../escape';
import { markdownTable } from '../table';
import type { ProjectReport } from './projectReport';
import { headlineOfProject, tablesOf } from './tables';

/** The report as Markdown. */
export function reportProjectAsMarkdown(report: ProjectReport): string {
  const parts = ['# What the requests cost', `**${escapeMarkdown(headlineOfProject(report))}**`];
  for (const { title, note, head, rows, empty } of tablesOf(report)) {
    parts.push(
      `## ${title}`,
      rows.length
        ? `${escapeMarkdown(note)}\n\n${markdownTable(
            head.map(escapeMarkdown),
            rows.map((row) => row.map(escapeMarkdown)),
          )}`
        : empty,
    );
  }
  parts.push(`Prices of ${report.prices.asOf}.`);
  return `${parts.join('\n\n')}\n`;
}
