/** Usage logs: rows are read, summed by day and key, kept in a file, and joined to requests. */
export { type CellKey, type UsageCell, wholeInput } from './cells';
export { isRecord } from './fields';
export { type FocusKind, type FocusUsage, focusUsage } from './focus';
export { formatNamed, formatOf, logFormats } from './formats';
export { type FollowLine, type JoinTarget, joinTo } from './join';
export { groupCells, isLog, type Measured, type MeasuredUsage, measure, spanOf } from './measure';
export { type MeasuredCall, measuredCalls } from './measuredCalls';
export { createNesting } from './nesting';
export { createLogReader, type LogOptions, type LogReader, newestDays } from './reader';
export { percentile } from './sketch';
export { type SqlDialect, type SqlSource, sqlDialects, sqlSources, usageSql } from './sql';
export { LONGEST_USAGE_FILE, type MergedParts, mergeParts, parseUsage, usageFileName, writeUsage } from './store';
export { addSkipped, createSummary, type DayPart, nothingSkipped, type Skipped, type Summary } from './summary';
export { targetsOf } from './targets';
export type { LogFormat, LogFormatId, LogValue, ReadContext, Reading, UsageRow, UsageTokens } from './types';
export * from './view';
