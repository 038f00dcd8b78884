import agent from './agent';
import batch from './batch';
import claudeCommand from './claudeCommand';
import copilotPrompt from './copilotPrompt';
import crew from './crew';
import fineTuning from './fineTuning';
import type { Format } from './format';
import geminiCommand from './geminiCommand';
import instructions from './instructions';
import jinjaPrompt from './jinjaPrompt';
import langchainPrompt from './langchainPrompt';
import promptData from './promptData';
import promptfoo from './promptfoo';
import promptText from './promptText';
import prompty from './prompty';
import skill from './skill';

/** Every prompt-file and data format, in alphabetical order. */
export const formats: readonly Format[] = [
  agent,
  batch,
  claudeCommand,
  copilotPrompt,
  crew,
  fineTuning,
  geminiCommand,
  instructions,
  jinjaPrompt,
  langchainPrompt,
  promptData,
  promptText,
  promptfoo,
  prompty,
  skill,
];
