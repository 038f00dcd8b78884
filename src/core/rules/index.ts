import cacheBelowMinimum from './cache-below-minimum';
import cacheOnVarying from './cache-on-varying';
import cachedTokensIgnored from './cached-tokens-ignored';
import callInLoop from './call-in-loop';
import contextOverflow from './context-overflow';
import dominatedModel from './dominated-model';
import duplicateInstruction from './duplicate-instruction';
import embeddingOneByOne from './embedding-one-by-one';
import growingHistory from './growing-history';
import indentationWaste from './indentation-waste';
import invalidRecord from './invalid-record';
import justUnderCacheMinimum from './just-under-cache-minimum';
import missingCacheControl from './missing-cache-control';
import missingLengthRequest from './missing-length-request';
import missingOutputLimit from './missing-output-limit';
import multipleChoices from './multiple-choices';
import nondeterministicPrefix from './nondeterministic-prefix';
import outputLimitExceedsModel from './output-limit-exceeds-model';
import outputLimitTooSmall from './output-limit-too-small';
import overBudget from './over-budget';
import oversizedModel from './oversized-model';
import prettyJson from './pretty-json';
import refusedRequest from './refused-request';
import retiredModel from './retired-model';
import type { Rule } from './rule';
import stackedRetries from './stacked-retries';
import staticAfterDynamic from './static-after-dynamic';
import streamWithoutStop from './stream-without-stop';
import streamWithoutUsage from './stream-without-usage';
import tooManyBreakpoints from './too-many-breakpoints';
import unboundedAgentLoop from './unbounded-agent-loop';
import unboundedContext from './unbounded-context';
import unboundedFormat from './unbounded-format';
import uncachedCall from './uncached-call';
import uncachedEmbedding from './uncached-embedding';
import unknownModel from './unknown-model';
import unlimitedConcurrency from './unlimited-concurrency';
import unmeteredCall from './unmetered-call';
import unsafeResponseCache from './unsafe-response-cache';
import verbosePrompt from './verbose-prompt';
import volatilePrefix from './volatile-prefix';
import wrongOutputLimitName from './wrong-output-limit-name';

export { type RuleInput, runRules } from './runRules';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  cacheBelowMinimum,
  cacheOnVarying,
  cachedTokensIgnored,
  callInLoop,
  contextOverflow,
  dominatedModel,
  duplicateInstruction,
  embeddingOneByOne,
  growingHistory,
  indentationWaste,
  invalidRecord,
  justUnderCacheMinimum,
  missingCacheControl,
  missingLengthRequest,
  missingOutputLimit,
  multipleChoices,
  nondeterministicPrefix,
  outputLimitExceedsModel,
  outputLimitTooSmall,
  overBudget,
  oversizedModel,
  prettyJson,
  refusedRequest,
  retiredModel,
  stackedRetries,
  staticAfterDynamic,
  streamWithoutStop,
  streamWithoutUsage,
  tooManyBreakpoints,
  unboundedAgentLoop,
  unboundedContext,
  unboundedFormat,
  uncachedCall,
  uncachedEmbedding,
  unknownModel,
  unlimitedConcurrency,
  unmeteredCall,
  unsafeResponseCache,
  verbosePrompt,
  volatilePrefix,
  wrongOutputLimitName,
];
