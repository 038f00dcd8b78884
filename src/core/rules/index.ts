import contextOverflow from './context-overflow';
import duplicateInstruction from './duplicate-instruction';
import missingOutputLimit from './missing-output-limit';
import retiredModel from './retired-model';
import type { Rule } from './rule';
import unknownModel from './unknown-model';
import verbosePrompt from './verbose-prompt';
import wrongOutputLimitName from './wrong-output-limit-name';

export { type RuleInput, runRules } from './runRules';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  contextOverflow,
  duplicateInstruction,
  missingOutputLimit,
  retiredModel,
  unknownModel,
  verbosePrompt,
  wrongOutputLimitName,
];
