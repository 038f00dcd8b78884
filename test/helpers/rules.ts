import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'mocha';
import { folderAssets } from '../../src/assets';
import { createEngine, type Problem, readSettings, type Severity, type Span } from '../../src/core';
import { hasSyntaxError } from './syntax';

interface Source {
  /** The test's name: what the code shows. */
  name: string;
  code: string;
  /** `test.py` where absent. */
  path?: string;
  /** Settings as a user writes them. */
  settings?: Record<string, unknown>;
}
export interface Invalid extends Source {
  severity?: Severity;
  /** Each finding's message, or a pattern of it, in order. */
  messages?: (string | RegExp)[];
  /** Fixes of the first finding, by title, with the whole text after them. `null` stands for no fixes at all. */
  fixes?: Record<string, string> | null;
  /** Fixes after which the rule still has something to say, by title. */
  partial?: string[];
}

/** One engine for all tests; a rule that throws fails its test. The day is fixed, so that retirements do not move. */
const engine = createEngine(folderAssets(path.resolve(__dirname, '../../dist/assets')), {
  today: () => '2026-11-24',
  onError: (stage, error) => {
    throw new Error(`${stage}: ${error}`);
  },
});

/** Runs one rule, through the real engine, over code in which ⟦ and ⟧ mark what shall be found. */
export async function checkRule(rule: string, code: string, { path: file = 'test.py', settings = {} }: Partial<Source> = {}) {
  const { text, spans } = readMarks(code);
  const { settings: read, warnings } = readSettings(settings);
  assert.deepEqual(warnings, []);
  const analysis = await (await engine).analyze({ text, path: file }, read);
  return { text, spans, problems: analysis.findProblems().filter((problem) => problem.rule === rule) };
}

/**
 * A table of code that a rule accepts and code that it reports. Every finding's range is compared with the marks; each fix must give the
 * stated text, still parse, and leave the rule nothing to say.
 */
export function testRule(rule: string, table: { valid: Source[]; invalid: Invalid[] }): void {
  describe(rule, () => {
    for (const source of table.valid) {
      it(`accepts ${source.name}`, async () => {
        const { problems } = await checkRule(rule, source.code, source);
        assert.deepEqual(
          problems.map(({ message }) => message),
          [],
        );
      });
    }
    for (const source of table.invalid) it(`reports ${source.name}`, () => checkInvalid(rule, source));
  });
}

async function checkInvalid(rule: string, source: Invalid): Promise<void> {
  const { text, spans, problems } = await checkRule(rule, source.code, source);
  assert.ok(spans.length, 'the code marks what is reported');
  assert.deepEqual(
    problems.map(({ span }) => shown(text, span)),
    spans.map((span) => shown(text, span)),
  );
  assert.deepEqual(
    problems.map(({ span }) => span),
    spans,
  );
  if (source.severity) for (const problem of problems) assert.equal(problem.severity, source.severity);
  source.messages?.forEach((message, index) => {
    const found = problems[index]?.message ?? '';
    if (typeof message === 'string') assert.equal(found, message);
    else assert.match(found, message);
  });
  const fixes = problems[0]?.fixes ?? [];
  if (source.fixes === null)
    assert.deepEqual(
      fixes.map(({ title }) => title),
      [],
    );
  for (const [title, output] of Object.entries(source.fixes ?? {})) {
    const fix = fixes.find((candidate) => candidate.title === title);
    assert.ok(fix, `no fix "${title}" among ${JSON.stringify(fixes.map((candidate) => candidate.title))}`);
    const after = applyFix(text, fix.edits);
    assert.equal(after, output);
    assert.equal(await hasSyntaxError(after, source.path ?? 'test.py'), false, 'the fixed code has a syntax error');
    if (source.partial?.includes(title)) continue;
    const again = await checkRule(rule, after, source);
    assert.equal(again.problems.length, problems.length - 1, `still reported: ${again.problems.map(({ message }) => message)}`);
  }
}

/** Applies the edits of a fix to a text. */
export function applyFix(text: string, edits: Problem['fixes'][number]['edits']): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  return ordered.reduce((result, { start, end, text: replacement }) => result.slice(0, start) + replacement + result.slice(end), text);
}

/** Takes the marks out of code; marks may nest. Spans are ordered by where they start. */
function readMarks(code: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: Span[] = [];
  let text = '';
  for (const char of code) {
    if (char === '⟦') {
      const span = { start: text.length, end: text.length };
      spans.push(span);
      open.push(span);
    } else if (char === '⟧') {
      const span = open.pop();
      assert.ok(span, '⟧ without ⟦');
      span.end = text.length;
    } else text += char;
  }
  return { text, spans };
}

const shown = (text: string, { start, end }: Span): string => text.slice(start, end);

/** The first lines of test code: clients of the common SDKs. */
export const python = 'from openai import OpenAI\nclient = OpenAI()\n';
export const claude = 'import anthropic\nclient = anthropic.Anthropic()\n';
export const javascript = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;
export const claudeJs = `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();\n`;
