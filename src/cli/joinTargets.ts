import { createHash } from 'node:crypto';
import { type Analysis, type JoinTarget, targetsOf } from '../core';
import type { LocateInCell } from '../report';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** By what usage logs may name the requests of a file, one for each call. */
export const describeTargets = (path: string, text: string, analysis: Analysis, locate: LocateInCell): JoinTarget[] =>
  targetsOf(path, text, analysis, { lines: (span, cell) => locate(cell)(span), hash });
