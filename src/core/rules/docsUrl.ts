/** The page of a rule, for editors, SARIF and tables. */
export function ruleDocsUrl(rule: string): string {
  return `https://github.com/prompt-cost-lint/prompt-cost-lint/blob/main/docs/rules/${rule}.md`;
}
