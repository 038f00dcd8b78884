import { formatPlace } from './place';
import type { CheckedFile, ProblemReport } from './problemReport';

/** The problems as JUnit's XML: a suite for each file, a failure for each problem, and one test that passes for a file without any. */
export function reportAsJunit(checked: readonly CheckedFile[]): string {
  const failures = checked.reduce((sum, { problems }) => sum + problems.length, 0);
  const tests = checked.reduce((sum, { problems }) => sum + Math.max(1, problems.length), 0);
  const suites = checked.flatMap(describeFile);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="prompt-cost" tests="${tests}" failures="${failures}" errors="0">`,
    ...suites,
    '</testsuites>\n',
  ].join('\n');
}

function describeFile({ file: { path }, problems }: CheckedFile): string[] {
  const count = `tests="${Math.max(1, problems.length)}" failures="${problems.length}" errors="0" skipped="0"`;
  const cases = problems.length ? problems.flatMap(describeProblem) : [`    <testcase name="no problems" classname=${quote(path)}/>`];
  return [`  <testsuite name=${quote(path)} ${count}>`, ...cases, '  </testsuite>'];
}

function describeProblem(problem: ProblemReport): string[] {
  const { path, rule, severity, message } = problem;
  const place = formatPlace(problem);
  return [
    `    <testcase name=${quote(`${rule} at ${place}`)} classname=${quote(path)}>`,
    `      <failure type=${quote(rule)} message=${quote(message)}>${escapeXml(`${path}:${place} ${severity}: ${message}`)}</failure>`,
    '    </testcase>',
  ];
}

const quote = (text: string): string => `"${escapeXml(text)}"`;

/** Of the characters that XML can't hold, none is left. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"\n\r\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}
