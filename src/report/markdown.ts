import { escapeMarkdown } from './escape';
import { factsLines } from './factsLines';
import { commonMoney } from './money';
import { formatPlace } from './place';
import type { CheckedFile, RuleInfo } from './problemReport';
import { describeCosts, describeProblemCount, describeSkipped, sumCosts } from './summary';
import { markdownTable } from './table';

/** The problems as Markdown, for a comment or a summary page: a table per file, rules linked to their pages. */
export function reportAsMarkdown(checked: readonly CheckedFile[], rules: readonly RuleInfo[]): string {
  const link = new Map(rules.map(({ id, helpUri }) => [id, `[${id}](${helpUri})`]));
  const files = checked.map(({ file }) => file);
  const parts = [`**${describeProblemCount(checked)}**`, `${describeCosts(sumCosts(files), commonMoney(checked.map(({ money }) => money)))}`];
  for (const { file, problems, money } of checked) {
    const facts = file.file ? factsLines(file.file, money) : [];
    if (facts.length || problems.length) parts.push(`### ${escapeMarkdown(file.path)}`);
    if (facts.length) parts.push(facts.map((line) => `- ${escapeMarkdown(line)}`).join('\n'));
    if (!problems.length) continue;
    const rows = problems.map((p) => [formatPlace(p), p.severity, escapeMarkdown(p.message), link.get(p.rule) ?? p.rule]);
    parts.push(markdownTable(['Place', 'Severity', 'Problem', 'Rule'], rows));
  }
  const skipped = describeSkipped(files);
  if (skipped.length) parts.push(skipped.map((line) => `- ${escapeMarkdown(line)}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}
