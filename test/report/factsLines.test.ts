import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type FactsReport, factsLines, reportAsMarkdown, reportCallsAsText, reportProblemsAsText } from '../../src/report';
import { sampleFile, sampleProblem } from './sample';

const count = (tokens: number, accuracy: 'exact' | 'approximate' = 'exact') => ({ tokens, accuracy, low: tokens, high: tokens });
const nothing: FactsReport = { declared: null, perSession: null, dataset: null };
const session = { model: 'openai/gpt-4o', ...count(1240, 'approximate'), perSession: 0.0031, perMonth: 1.86, sessionsPerDay: 20 };

describe('factsLines', () => {
  it('says what a file asks for and what each session costs', () => {
    assert.deepEqual(
      factsLines({ ...nothing, declared: { model: 'gpt-4o', resolvedModel: 'openai/gpt-4o', outputLimit: 2000 }, perSession: session }),
      ['asks for gpt-4o, at most 2,000 output tokens', '≈ 1,240 tok per session · ≈ $0.0031 · ≈ $1.86 a month at 20 sessions a day · openai/gpt-4o'],
    );
  });
  it('never shows an unknown price as zero', () => {
    assert.deepEqual(factsLines({ ...nothing, perSession: { ...session, ...count(3), model: 'house', perSession: null, perMonth: null } }), [
      '3 tok per session · price unknown · house',
    ]);
  });
  it('prices training for each model, and says which price is not confirmed', () => {
    const models = [
      { model: 'a', ...count(900), usdPerMillion: 8, verified: true, cost: 0.0216 },
      { model: 'b', ...count(901), usdPerMillion: 25, verified: false, cost: 0.0675 },
    ];
    const dataset = { kind: 'fine-tuning' as const, records: 60, invalid: [{ line: 61, reason: 'Not JSON' }], hasMore: true, epochs: 3, models };
    assert.deepEqual(factsLines({ ...nothing, dataset }), [
      '60 training examples, 1 invalid line; tools and images are not counted',
      '3 epochs × 900 tok · $0.0216 · a',
      '3 epochs × 901 tok · ≈ $0.0675 · b (price not confirmed)',
    ]);
  });
  it('prices a batch by model, with what is assumed marked', () => {
    const batch = { model: 'a', requests: 3, input: count(24), output: { tokens: 1500, assumed: 3 }, factor: 0.5, cost: 0.25 };
    const unknown = { model: 'b', requests: 1, input: count(8), output: { tokens: 100, assumed: 0 }, factor: 1, cost: null };
    const dataset = { kind: 'batch' as const, records: 4, invalid: [], hasMore: false, models: [batch, unknown] };
    assert.deepEqual(factsLines({ ...nothing, dataset }), [
      '4 batch requests',
      '3 requests · 24 tok in, ≈ 1,500 out · ≈ $0.25, at 50 % of the list price · a',
      '1 request · 8 tok in, 100 out · price unknown · b',
    ]);
  });
  it('stands in every report of its file, with and without problems', () => {
    const plain = sampleFile([], [], 'AGENTS.md');
    const wrong = sampleFile([sampleProblem()], [], 'CLAUDE.md');
    for (const { file } of [plain, wrong]) file.file = { ...nothing, perSession: session };
    const line = '≈ 1,240 tok per session';
    const text = reportProblemsAsText([plain, wrong]);
    assert.ok(text.startsWith(`AGENTS.md\n  ${line}`), text);
    assert.match(text, /CLAUDE\.md\n {2}≈ 1,240 tok .*\n {2}3:12 {2}warning/);
    assert.ok(reportCallsAsText([plain]).startsWith(`AGENTS.md\n  ${line}`));
    const markdown = reportAsMarkdown([plain, wrong], []);
    assert.match(markdown, /### AGENTS\.md\n\n- ≈ 1,240 tok/);
    assert.match(markdown, /### CLAUDE\.md\n\n- ≈ 1,240 tok .*\n\n\| Place/);
  });
});
