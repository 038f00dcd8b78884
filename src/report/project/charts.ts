import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeHtml } from '../escape';
import { formatUsd } from '../money';

use([BarChart, ScatterChart, GridComponent, SVGRenderer]);

/** A bar for each row: the likely figure, and where it is known the band between the least and the most. USD. */
export interface ChartRow {
  name: string;
  likely: number;
  low?: number;
  high?: number | null;
}

/** Colours that stand for a variable of the page's style sheet each, so that one picture fits every theme. */
const inks: Readonly<Record<string, string>> = {
  '#010101': 'var(--ink)',
  '#020202': 'var(--rule)',
  '#030303': 'var(--bar)',
  '#040404': 'var(--band)',
};

const [INK, RULE, BAR, BAND] = Object.keys(inks) as [string, string, string, string];
const WIDTH = 760;
const ROW = 26;

/** Draws rows as an SVG without scripts or styles of its own; the same bytes for the same rows. `label` says what it shows. */
export function drawBars(rows: readonly ChartRow[], label: string): string {
  const height = 40 + rows.length * ROW;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const names = rows.map(({ name }) => (name.length > 44 ? `…${name.slice(-43)}` : name)).reverse();
  const of = (read: (row: ChartRow) => number) => rows.map(read).reverse();
  const hasBands = rows.some(({ high }) => high != null);
  chart.setOption({
    animation: false,
    grid: { left: 300, right: 84, top: 4, bottom: 28 },
    textStyle: { fontFamily: 'sans-serif' },
    xAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { color: INK, formatter: (usd: number) => formatUsd(usd) },
      splitLine: { lineStyle: { color: RULE } },
    },
    yAxis: {
      type: 'category',
      data: names,
      axisLabel: { color: INK, interval: 0 },
      axisLine: { lineStyle: { color: RULE } },
      axisTick: { show: false },
    },
    series: hasBands
      ? [
          { type: 'bar', stack: 'band', silent: true, itemStyle: { color: 'transparent' }, data: of(({ low = 0 }) => low), barWidth: 12 },
          {
            type: 'bar',
            stack: 'band',
            silent: true,
            itemStyle: { color: BAND },
            data: of(({ low = 0, likely, high }) => Math.max(0, (high ?? likely) - low)),
          },
          { type: 'scatter', silent: true, symbol: 'diamond', symbolSize: 11, itemStyle: { color: BAR }, data: of(({ likely }) => likely) },
        ]
      : [
          {
            type: 'bar',
            silent: true,
            itemStyle: { color: BAR },
            barWidth: 14,
            data: of(({ likely }) => likely),
            label: { show: true, position: 'right', color: INK, formatter: ({ value }: { value: unknown }) => `≈ ${formatUsd(Number(value))}` },
          },
        ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return clean(svg, label);
}

/** Styles become attributes, which the page's security policy lets through, and colours variables. */
function clean(svg: string, label: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/#0[1-4]0[1-4]0[1-4]/g, (colour) => inks[colour] ?? colour)
    .replace(/ width="\d+" height="\d+"/, '')
    .replace('<svg ', `<svg role="img" aria-label="${escapeHtml(label)}" `);
}

const wanted = /^(?:font-size|font-family|font-weight|dominant-baseline|text-anchor|fill|stroke|stroke-width|opacity)$/;

function asAttributes(style: string): string {
  return style
    .split(';')
    .flatMap((rule) => {
      const [name = '', value = ''] = rule.split(':').map((part) => part.trim());
      return wanted.test(name) && value ? [` ${name}="${value}"`] : [];
    })
    .join('');
}
