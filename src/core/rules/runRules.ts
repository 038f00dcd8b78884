import { atSdkCall, sdkCalls } from '../calls/atSdkCall';
import { act } from '../snippets/actions';
import { Stopped, type StopSignal, throwIfStopped } from '../stop';
import type { Fix, Problem, Prompt, Request, Span } from '../types';
import { addArgument } from './edits';
import { contains } from './helpers/facts';
import type { Report, Rule, RuleContext, RunContext } from './rule';
import { isSuppressed, lineCounter, readSuppressions } from './suppressions';

/** What the linter hands over: the context of all rules, without the parts that belong to one rule. */
export type RuleInput = RunContext & {
  /** Told when a rule throws; the other rules go on. */
  onError?(rule: string, error: unknown): void;
  /** Ends the run. */
  signal?: StopSignal | undefined;
};

/**
 * Runs rules over one text. Severity: the settings', else the finding's, else the rule's own. Problems come ordered by place, then by
 * rule; those that a comment turns off, and exact repetitions, are left out. Throws only where it is stopped.
 */
export function runRules(input: RuleInput, rules: readonly Rule[]): Problem[] {
  const problems: Problem[] = [];
  const once = rememberOnce(input);
  for (const rule of rules) {
    const level = input.settings.rules[rule.meta.id] ?? rule.meta.severity;
    if (level !== 'off') runRule(rule, input, once, problems);
  }
  problems.sort((a, b) => a.span.start - b.span.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.span.end - b.span.end));
  return withoutSuppressed(withoutRepeats(problems), input);
}

function runRule(rule: Rule, input: RuleInput, once: RuleContext['once'], problems: Problem[]): void {
  const { meta } = rule;
  let cell: number | null = null;
  // most rules speak of the SDK's call, once, however many callers its helper has
  const calls = meta.atCaller ? input.calls : input.calls.map(atSdkCall);
  const own = sdkCalls(input.calls);
  const context: RuleContext = {
    ...input,
    calls,
    once,
    options: readOptions(rule, input.settings.ruleOptions[meta.id]),
    addArgument: (call, name, value) => addArgument(input.text, input.language, call, name, value),
    act(action, call) {
      const at = own[calls.indexOf(call)];
      const made = at ? act(action, at, { ...context, calls: own.map((one, index) => one ?? input.calls[index]!) }) : [];
      return made.map((fix): Fix => ({ ...fix, kind: 'quickfix' }));
    },
    report: (report) => problems.push(toProblem(rule, report, input, cell)),
  };
  const guard = (at: number | null, check: () => void) => {
    cell = at;
    throwIfStopped(input.signal);
    try {
      check();
    } catch (error) {
      if (error instanceof Stopped) throw error;
      input.onError?.(meta.id, error);
    }
  };
  calls.forEach((call, index) => {
    const estimate = input.estimates[index];
    if (!estimate || !rule.checkCall || (!meta.atCaller && !own[index])) return;
    guard(call.cell, () => rule.checkCall?.(call, estimate, context));
  });
  for (const prompt of input.prompts) if (rule.checkPrompt) guard(prompt.cell, () => rule.checkPrompt?.(prompt, context));
  if (rule.checkFile) guard(null, () => rule.checkFile?.(context));
}

function toProblem({ meta }: Rule, report: Report, { settings }: RuleInput, cell: number | null): Problem {
  const template = meta.messages[report.message];
  if (template === undefined) throw new Error(`${meta.id} has no message ${report.message}`);
  const wanted = settings.rules[meta.id];
  const severity = wanted ?? report.severity ?? meta.severity;
  const values = report.values ?? [];
  return {
    rule: meta.id,
    severity: severity === 'off' ? 'hint' : severity,
    message: template.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? '')),
    template,
    values,
    span: report.span,
    cell: report.cell === undefined ? cell : report.cell,
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    tag: report.tag ?? null,
  };
}

/** The rule's options: what the settings say where its type is right, else the default. */
function readOptions(rule: Rule, given: Record<string, unknown> | undefined): Record<string, unknown> {
  const options = Object.entries(rule.meta.options ?? {}).map(([name, option]) => {
    const value = given?.[name];
    return [name, typeof value === typeof option.default && !Number.isNaN(value) ? value : option.default];
  });
  return Object.fromEntries(options);
}

/** Keeps what the functions given to it found in this run. */
export function rememberOnce(input: RunContext): RuleContext['once'] {
  const known = new Map<unknown, unknown>();
  return <T>(find: (run: RunContext) => T): T => {
    if (!known.has(find)) known.set(find, find(input));
    return known.get(find) as T;
  };
}

function withoutRepeats(problems: Problem[]): Problem[] {
  return problems.filter((problem, index) => {
    for (let at = index - 1; at >= 0 && problems[at]!.span.start === problem.span.start; at--) {
      const other = problems[at]!;
      if (other.rule === problem.rule && other.span.end === problem.span.end && other.message === problem.message) return false;
    }
    return true;
  });
}

/** A comment reaches a problem on the problem's line, and at the ends of the call or prompt that holds it: no comment fits inside a string. */
function withoutSuppressed(problems: Problem[], { text, facts, calls, prompts }: RuleInput): Problem[] {
  const suppressions = readSuppressions(text, facts);
  if (!suppressions.file.size && !suppressions.lines.size) return problems;
  const lineOf = lineCounter(text);
  return problems.filter((problem) => {
    const lines = new Set([lineOf(problem.span.start)]);
    for (const span of holders(problem.span, calls, prompts)) {
      lines.add(lineOf(span.start));
      lines.add(lineOf(Math.max(span.start, span.end - 1)));
    }
    return !isSuppressed(suppressions, problem.rule, lines);
  });
}

function holders(span: Span, calls: readonly Request[], prompts: readonly Prompt[]): Span[] {
  const spans = [
    ...calls.flatMap((call) => [call.span, ...(contains(call.span, span) ? [call.fact.statement] : [])]),
    ...prompts.map((prompt) => prompt.span),
  ];
  return spans.filter((outer) => contains(outer, span));
}
