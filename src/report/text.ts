import { escapeLine } from './escape';
import { factsLines } from './factsLines';
import type { CallReport, FileReport } from './fileReport';
import { formatCount, formatPlural, markAccuracy } from './format';
import { commonMoney, type Money } from './money';
import { formatPlace } from './place';
import type { CheckedFile } from './problemReport';
import { describeCost, describeCosts, describeMonth, describeProblemCount, describeSkipped, sumCosts } from './summary';
import { alignTable } from './table';

/** The problems for a terminal: by file, aligned, with totals at the end. */
export function reportProblemsAsText(checked: readonly CheckedFile[]): string {
  const files = checked.map(({ file }) => file);
  const lines = checked.flatMap(({ file, problems, money }) =>
    group(file, money, alignTable(problems.map((p) => [formatPlace(p), p.severity, oneLine(p.message), p.rule]))),
  );
  return toText([
    ...lines,
    ...describeSkipped(files),
    `${describeProblemCount(checked)} · ${describeCosts(sumCosts(files), commonMoney(checked.map(({ money }) => money)))}`,
  ]);
}

/** The calls for a terminal: by file, with model, tokens and cost. */
export function reportCallsAsText(checked: readonly CheckedFile[]): string {
  const files = checked.map(({ file }) => file);
  const rows = ({ file, money }: CheckedFile) => file.calls.map((call) => describeCall(call, money));
  const lines = checked.flatMap((one) => group(one.file, one.money, alignTable(rows(one), [3, 4, 5])));
  return toText([...lines, ...describeSkipped(files), describeCosts(sumCosts(files), commonMoney(checked.map(({ money }) => money)))]);
}

/** A file's lines under its path, after what the file costs by itself; none where there is nothing to say. */
function group({ path, file }: FileReport, money: Money | undefined, lines: readonly string[]): string[] {
  const all = [...(file ? factsLines(file, money) : []), ...lines];
  return all.length ? [path, ...indent(all), ''] : [];
}

function describeCall(call: CallReport, money: Money | undefined): string[] {
  const marks = [call.stream && 'stream', call.inLoop && 'in a loop', call.cached && 'cached', call.promptCache && 'prompt cache'];
  return [
    formatPlace(call),
    call.api,
    call.model ?? 'model unknown',
    describeInput(call),
    call.output.basis === 'counted' ? '' : `≈ ${formatCount(call.output.tokens)} out`,
    describeCost(call, money),
    describeMonth(call, money),
    marks.filter(Boolean).join(', '),
  ];
}

function describeInput({ input: { tokens, accuracy, placeholders } }: CallReport): string {
  const more = placeholders ? ` + ${formatPlural(placeholders, 'placeholder')}` : '';
  return `${markAccuracy(formatCount(tokens), accuracy)}${more} in`;
}

/** Lines as a terminal shows them, whatever stands in paths, ids and messages. */
export const toText = (lines: readonly string[]): string => lines.map((line) => `${escapeLine(line)}\n`).join('');

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
/** A text without its line breaks. */
export const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ');
