import { ruleDocsUrl, rules } from '../core';
import type { RuleInfo } from '../report';

/** What reports say of the rules. */
export function ruleInfos(): RuleInfo[] {
  return rules.map(({ meta: { id, description, severity } }) => ({ id, description, severity, helpUri: ruleDocsUrl(id) }));
}
