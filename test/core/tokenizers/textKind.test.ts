import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mixOf, type TextKind } from '../../../src/core/tokenizers/textKind';

const cases: Record<TextKind, string[]> = {
  english: ['You are a helpful assistant. Answer the question in one sentence.', 'Hello', '', '   \n\t', 'Is it 42? Yes, it is.'],
  latin: [
    'Eres un asistente útil. Responde la pregunta en una frase.',
    'Du bist ein Assistent und antwortest nicht auf andere Fragen.',
    'Réponds à la question en une phrase.',
  ],
  code: ['def add(a, b):\n    return a[0] + b[0]  # sum()\n', 'const x = (a) => { return a * 2; };', 'SELECT * FROM t WHERE (a = 1);'],
  json: ['{"a": 1, "b": [true, null], "c": "x"}', '{\n  "name": "Ada",\n  "tags": [\n    "x"\n  ]\n}'],
  cjk: ['你是一个有帮助的助手。', 'あなたは親切なアシスタントです。', '당신은 유용한 도우미입니다.'],
  script: ['Ты полезный помощник.', 'أنت مساعد مفيد', 'คุณเป็นผู้ช่วย', 'आप सहायक हैं'],
};

describe('the kind of a text', () => {
  for (const [kind, texts] of Object.entries(cases) as [TextKind, string[]][]) {
    it(`is mostly ${kind} where it should be`, () => {
      for (const text of texts) assert.ok(mixOf(text)[kind] > 0.6, `${JSON.stringify(text)}: ${JSON.stringify(mixOf(text))}`);
    });
  }

  it('is a mix whose shares add up to one', () => {
    const mix = mixOf(Object.values(cases).flat().join('\n'));
    const total = Object.values(mix).reduce((sum, share) => sum + share, 0);
    assert.ok(Math.abs(total - 1) < 1e-9);
    assert.ok(Object.values(mix).every((share) => share > 0.01 && share < 0.6));
  });

  it('is read from windows over all of a long text', () => {
    const mix = mixOf(`${'The cat is on the mat with you.\n'.repeat(3000)}${'猫在垫子上。\n'.repeat(15_000)}`);
    assert.ok(mix.english > 0.15 && mix.cjk > 0.3, JSON.stringify(mix));
  });
});
