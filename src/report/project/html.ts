import { escapeHtml } from '../escape';
import { formatUsd } from '../money';
import { type ChartRow, drawBars } from './charts';
import type { ProjectReport } from './projectReport';
import { rowPlace } from './projectReport';
import { styleSheet } from './styleSheet';
import { headlineOfProject, type ReportTable, tablesOf } from './tables';

/** Rows that a chart shows. */
const MOST = 12;

/**
 * The report as one page that needs nothing else: no script, no font, no picture from elsewhere. `nonce` is that of the one style sheet, which
 * the page's own policy asks for.
 */
export function reportProjectAsHtml(report: ProjectReport, nonce = 'prompt-cost'): string {
  const charts = chartsOf(report);
  const sections = tablesOf(report).filter(({ id, rows }) => rows.length || id !== 'notices');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What the requests cost</title>
<style nonce="${escapeHtml(nonce)}">${styleSheet}</style>
</head>
<body>
<header>
<h1>What the requests cost</h1>
<p class="headline">${escapeHtml(headlineOfProject(report))}</p>
<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')}</ul></nav>
</header>
<main>
${sections.map((table) => describeSection(table, charts.get(table.id))).join('\n')}
</main>
<footer>Prices of ${escapeHtml(report.prices.asOf)}, from ${escapeHtml(report.prices.sources.join(', '))}. ≈ is an estimate, ≥ a lower bound.</footer>
</body>
</html>
`;
}

function describeSection({ id, title, note, head, rows, empty }: ReportTable, chart = ''): string {
  if (!rows.length) return `<section id="${id}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(empty)}</p></section>`;
  const figures = head.map((_, column) => rows.every((cells) => isFigure(cells[column] ?? '')));
  const heads = head.map((cell, column) => `<th scope="col"${figures[column] ? ' class="figure"' : ''}>${escapeHtml(cell)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map(describeCell).join('')}</tr>`).join('\n');
  return `<section id="${id}">
<h2>${escapeHtml(title)}</h2>
<p class="note">${escapeHtml(note)}</p>
${chart && `<figure>${chart}</figure>\n`}<div class="table" role="region" aria-label="${escapeHtml(title)}" tabindex="0"><table>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}
</tbody>
</table></div>
</section>`;
}

function describeCell(text: string, column: number): string {
  if (column === 0) return `<th scope="row">${escapeHtml(text)}</th>`;
  return `<td${isFigure(text) ? ' class="figure"' : ''}>${escapeHtml(text)}</td>`;
}

const isFigure = (text: string): boolean => /^(?:[≈≥<] )?-?\$?[\d.,]+$|^(?:unknown|no bound|)$/.test(text);

function chartsOf({ byModel, byFile, requests, savings }: ProjectReport): Map<string, string> {
  const charts = new Map<string, string>();
  const add = (id: string, rows: readonly ChartRow[], label: string) => {
    const some = rows.filter(({ likely }) => likely > 0).slice(0, MOST);
    if (some.length) charts.set(id, drawBars(some, label));
  };
  add(
    'models',
    byModel.map(({ name, perCall }) => ({ name: name ?? 'unknown', likely: perCall })),
    'Likely cost by model',
  );
  add(
    'files',
    byFile.map(({ name, perCall }) => ({ name: name ?? 'unknown', likely: perCall })),
    'Likely cost by file',
  );
  add(
    'savings',
    savings.map((one) => ({ name: rowPlace(one), likely: one.perCall })),
    'What each fix saves per call',
  );
  add(
    'requests',
    requests.map((one) => ({ name: rowPlace(one), likely: one.cost?.perCall ?? 0, low: one.cost?.low ?? 0, high: one.cost?.high ?? null })),
    `Likely cost of requests and their bands, up to ${formatUsd(Math.max(0, ...requests.map(({ cost }) => cost?.high ?? 0)))}`,
  );
  return charts;
}
