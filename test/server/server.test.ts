import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CodeAction, Diagnostic, Hover, InlayHint } from 'vscode-languageserver';
import { languages } from '../../src/core';
import {
  type CompareParams,
  comparePromptRequest,
  fileTotalsRequest,
  type IgnoreProblems,
  modelsRequest,
  type PromptComparison,
  type RewriteCheck,
  type RewriteTask,
  rewriteCheckRequest,
  rewriteTaskRequest,
} from '../../src/protocol';
import { createFakeEngine, type FakeEngine } from './fakeEngine';
import { type Session, type SessionOptions, startSession } from './session';

const uri = 'file:///project/app.py';
const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('The language server', () => {
  let engine: FakeEngine;
  let session: Session;
  const start = async (options: Partial<SessionOptions> = {}) => {
    session = await startSession({ engine, ...options });
  };
  const ask = <Result>(method: string, params: object): Promise<Result> => session.client.sendRequest(method, { textDocument: { uri }, ...params });
  const hints = () => ask<InlayHint[] | null>('textDocument/inlayHint', { range: everything });
  const pull = (previousResultId?: string) =>
    ask<{ kind: string; resultId: string; items: Diagnostic[] }>('textDocument/diagnostic', { previousResultId });
  const actions = (only?: string[]) => ask<CodeAction[]>('textDocument/codeAction', { range: everything, context: { diagnostics: [], only } });
  const change = (contentChanges: object[], version: number) =>
    session.client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  const configure = () => session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });

  beforeEach(() => {
    engine = createFakeEngine();
  });
  afterEach(() => session.close());

  it('tells its capabilities', async () => {
    await start();
    assert.deepEqual(session.result.capabilities, {
      textDocumentSync: { openClose: true, change: 2 },
      notebookDocumentSync: {
        notebookSelector: [{ cells: languages.flatMap(({ editorIds }) => editorIds.map((language) => ({ language }))) }],
      },
      inlayHintProvider: { resolveProvider: true },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.promptCost'] },
      diagnosticProvider: { identifier: 'promptCost', interFileDependencies: false, workspaceDiagnostics: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  it('hints at each call and each prompt', async () => {
    await start();
    await session.open(uri, 'x = ask("big", "one two three")\ny = ask("none", "one")\n');
    assert.deepEqual(
      (await hints())?.map(({ label, position }) => [label, position.line, position.character]),
      [
        ['≈ 3 tok · $0.015 · big', 0, 31],
        ['1 tok · price unknown · none', 1, 22],
        ['3 tok', 0, 30],
        ['1 tok', 1, 21],
      ],
    );
  });

  it('leaves out the hints that the settings switch off', async () => {
    await start({ settings: { inlayHints: { calls: false } } });
    await session.open(uri, 'ask("big", "one")');
    assert.deepEqual(
      (await hints())?.map(({ label }) => label),
      ['1 tok'],
    );
  });

  it('resolves a hint to the cost table', async () => {
    await start();
    await session.open(uri, 'ask("big", "one two three")');
    const [hint] = (await hints()) ?? [];
    const resolved: InlayHint = await session.client.sendRequest('inlayHint/resolve', hint);
    assert.match(JSON.stringify(resolved.tooltip), /\*\*big\*\*/);
  });

  it('hovers a call with its model, the compared models and the basis of the price', async () => {
    await start({ settings: { compareModels: ['small', 'nobody'] } });
    await session.open(uri, 'ask("big", "one two three")');
    const hover = await ask<Hover>('textDocument/hover', { position: { line: 0, character: 1 } });
    assert.deepEqual((hover.contents as { value: string }).value.split('\n'), [
      '**≈ $0.015** typically, no upper bound  ',
      'Per 1,000 calls: ≈ $15.03',
      '',
      '| Billed as | Quantity | Price | Cost | Basis |',
      '| :-- | --: | --: | --: | --: |',
      '| Input | 3 | $10.00 / 1M | $0.00003 | counted |',
      '| Output | ≈ 500 | $30.00 / 1M | $0.015 | assumed |',
      '',
      '| Model | Input | Per call | Per 1,000 calls |',
      '| :-- | --: | --: | --: |',
      '| **big** | 3 | ≈ $0.015 | ≈ $15.03 |',
      '| small | 3 | ≈ $0.0015 | ≈ $1.50 |',
      '| nobody | 3 | price unknown | price unknown |',
      '',
      'Input: 3 tokens counted with words.  ',
      'Price: $10.00 in, $30.00 out per million tokens. test prices, checked 2999-09-01.',
    ]);
  });

  it('hovers a prompt with its tokens', async () => {
    await start();
    await session.open(uri, 'ask("big", "one two three")');
    const hover = await ask<Hover>('textDocument/hover', { position: { line: 0, character: 15 } });
    assert.match((hover.contents as { value: string }).value, /^\*\*User prompt\*\* {2}\n3 tokens, counted with words\./);
  });

  it('answers diagnostics on request, and unchanged ones as unchanged', async () => {
    await start();
    await session.open(uri, '\nask("big", "a verbose word")');
    const first = await pull();
    assert.deepEqual(first.items, [
      {
        range: { start: { line: 1, character: 14 }, end: { line: 1, character: 22 } },
        severity: 4,
        source: 'Prompt Cost',
        code: 'verbose-prompt',
        codeDescription: { href: 'https://github.com/prompt-cost-lint/prompt-cost-lint/blob/main/docs/rules/verbose-prompt.md' },
        message: '1 of 2 tokens can go (50 %).',
        tags: [1],
        relatedInformation: [
          { location: { uri, range: { start: { line: 1, character: 14 }, end: { line: 1, character: 22 } } }, message: 'First said here' },
        ],
      },
    ]);
    assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await change([{ text: 'ask("big", "word")' }], 2);
    assert.deepEqual((await pull(first.resultId)).items, []);
  });

  it('pushes diagnostics to a client that cannot pull', async () => {
    await start({ capabilities: {}, options: { settings: {} } });
    assert.equal(session.result.capabilities.diagnosticProvider, undefined);
    const pushed: Diagnostic[][] = [];
    const twice = new Promise<void>((resolve) => {
      session.client.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
        pushed.push(diagnostics);
        if (!diagnostics.length && pushed.some((list) => list.length)) resolve();
        else if (diagnostics.length) session.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
      });
    });
    await session.open(uri, 'ask("big", "a verbose word")');
    await twice;
  });

  it('follows edits by range, in the order in which they come', async () => {
    await start();
    await session.open(uri, 'ask("big", "one two")');
    const insert = (line: number, character: number, text: string) => ({ range: { start: { line, character }, end: { line, character } }, text });
    await change([insert(0, 12, 'zero '), insert(0, 0, '# 😀\n')], 2);
    await change([insert(1, 12, 'minus ')], 3);
    assert.deepEqual(
      (await hints())?.map(({ label, position }) => [label, position.line]),
      [
        ['≈ 4 tok · $0.015 · big', 1],
        ['4 tok', 1],
      ],
    );
  });

  it('analyses a version once, however many requests want it', async () => {
    await start();
    await session.open(uri, 'ask("big", "one")');
    await Promise.all([hints(), pull(), actions(), session.client.sendRequest(fileTotalsRequest.method, { uri })]);
    assert.equal(engine.analyses, 1);
  });

  it('answers a request that was overtaken by an edit from the edited text', async () => {
    await start();
    let open = () => {};
    engine.gate = new Promise((resolve) => {
      open = resolve;
    });
    await session.open(uri, 'ask("big", "one")');
    const early = hints();
    await change([{ text: 'ask("small", "one two")' }], 2);
    const late = hints();
    open();
    assert.deepEqual(
      (await early)?.map(({ label }) => label),
      ['≈ 2 tok · $0.0015 · small', '2 tok'],
    );
    assert.deepEqual(await late, await early);
  });

  it('offers the fixes of a problem, a confirmed one with its preview, and a comment that turns the rule off', async () => {
    await start({ options: { preview: true } });
    await session.open(uri, 'def f():\n    ask("big", "a verbose word")');
    const offered = await actions();
    assert.deepEqual(
      offered.map(({ title, kind, isPreferred = false }) => [title, kind, isPreferred]),
      [
        ['Compress prompt (balanced, saves 1 token)', 'quickfix', true],
        ['Say it short (saves 1 token)', 'quickfix', false],
        ["Ignore 'verbose-prompt'…", 'quickfix', false],
      ],
    );
    const [preview, , ignore] = offered;
    const range = { start: { line: 1, character: 18 }, end: { line: 1, character: 26 } };
    assert.deepEqual(preview?.command?.arguments?.[0].edits, [{ range, newText: '' }]);
    const [rule] = (ignore?.command?.arguments?.[0] as IgnoreProblems | undefined)?.rules ?? [];
    assert.match(`${rule?.line?.newText}${rule?.file?.newText}`, /^ {4}# [a-z-]+-next-line verbose-prompt\n# [a-z-]+-file verbose-prompt\n$/);
  });

  it('asks a client without a preview of our own to confirm', async () => {
    await start();
    await session.open(uri, 'ask("big", "a verbose word")');
    const [compress] = await actions();
    const range = { start: { line: 0, character: 14 }, end: { line: 0, character: 22 } };
    assert.deepEqual(compress?.edit, {
      documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ range, newText: '', annotationId: 'preview' }] }],
      changeAnnotations: { preview: { label: 'Compress prompt (balanced, saves 1 token)', needsConfirmation: true } },
    });
  });

  it('fixes all only when asked for it by its own kind', async () => {
    await start();
    await session.open(uri, 'ask("big", "a verbose verbose word")');
    const kinds = async (only?: string[]) => (await actions(only)).map(({ kind }) => kind);
    assert.ok(!(await kinds()).includes('source.fixAll.promptCost'));
    assert.deepEqual(await kinds(['source.fixAll']), []);
    assert.deepEqual(await kinds(['source.fixAll.promptCost']), ['source.fixAll.promptCost']);
  });

  it('gives plain edits to a client that knows no versions', async () => {
    await start({ capabilities: {}, options: { settings: {} } });
    await session.open(uri, 'ask("big", "a verbose word")');
    assert.deepEqual(Object.keys((await actions())[0]?.edit ?? {}), ['changes']);
  });

  it('takes changed settings at once', async () => {
    await start();
    await session.open(uri, 'ask("big", "one")');
    await hints();
    session.settings.assumedOutputTokens = 0;
    const refreshed = new Promise<void>((resolve) => session.client.onRequest('workspace/inlayHint/refresh', () => resolve()));
    await configure();
    await refreshed;
    assert.deepEqual(
      (await hints())?.map(({ label }) => label),
      ['≈ 1 tok · $0.00001 · big', '1 tok'],
    );
    session.settings.enable = false;
    await configure();
    assert.equal(await hints(), null);
  });

  it('names a malformed setting once and goes on with its default', async () => {
    await start({ settings: { placeholderTokens: 'many' } });
    await session.open(uri, 'ask("big", "one")');
    await session.open('file:///project/other.py', 'ask("big", "one")');
    assert.equal((await hints())?.length, 2);
    await configure();
    await hints();
    assert.deepEqual(session.messages, ['promptCost.placeholderTokens must be a whole number']);
  });

  it('hands out the prompt at a position for a rewrite, and judges the answer', async () => {
    await start();
    await session.open(uri, 'ask("big", "be very brief")');
    const position = { line: 0, character: 14 };
    const task = await session.client.sendRequest<RewriteTask>(rewriteTaskRequest.method, { uri, position });
    assert.deepEqual(task, { version: 1, request: 'be very brief', units: 1 });
    const check = (answer: string, version = 1) =>
      session.client.sendRequest<RewriteCheck>(rewriteCheckRequest.method, { uri, position, version, answer });
    assert.deepEqual(await check('long'), { offers: [], refused: 1, retry: 'Too long.' });
    assert.deepEqual(await check('brief'), {
      offers: [
        {
          units: [1],
          before: 'be very brief',
          after: 'brief',
          edits: [{ range: { start: { line: 0, character: 12 }, end: { line: 0, character: 25 } }, newText: 'brief' }],
          tokensSaved: 2,
        },
      ],
      refused: 0,
      retry: null,
    });
    assert.equal(await check('brief', 0), null);
    assert.equal(await session.client.sendRequest(rewriteTaskRequest.method, { uri, position: { line: 0, character: 1 } }), null);
  });

  it('compares the prompt at a position with a text, and with its file as it was', async () => {
    await start();
    await session.open(uri, 'ask("big", "be very brief")');
    const compare = (other: CompareParams['other']) =>
      session.client.sendRequest<PromptComparison | null>(comparePromptRequest.method, { uri, position: { line: 0, character: 14 }, other });
    assert.deepEqual(await compare({ kind: 'prompt', text: 'be kind and brief' }), {
      tokensBefore: 4,
      tokensAfter: 3,
      findings: [{ kind: 'lost', message: 'A requirement went', before: 'be kind and brief', after: '' }],
    });
    assert.deepEqual((await compare({ kind: 'file', text: 'ask("big", "no")\nask("big", "be very brief")' }))?.findings, []);
    assert.equal(await compare({ kind: 'file', text: 'ask("big", "no")' }), null);
  });

  it('says that a price is old, in the language of the texts', async () => {
    const texts = { 'Prices are of {0}, {1} days ago. Newer ones may differ.': 'Precios del {0}.' };
    await start({ options: { texts } });
    await session.open(uri, 'ask("old", "one")');
    const hover = await ask<Hover>('textDocument/hover', { position: { line: 0, character: 1 } });
    assert.match((hover.contents as { value: string }).value, /checked 2020-01-02\. {2}\nPrecios del 2020-01-02\./);
  });

  it('says what is wrong with a setting in the language of the texts', async () => {
    const texts = { 'must be at least {0}': 'debe ser {0} como mínimo' };
    await start({ settings: { callsPerDay: -1 }, options: { texts } });
    await session.open(uri, 'ask("big", "one")');
    await hints();
    assert.deepEqual(session.messages, ['promptCost.callsPerDay debe ser 0 como mínimo']);
  });

  it('logs a failure, answers empty and goes on', async () => {
    await start();
    await session.open(uri, 'ask("big", "one")');
    engine.failure = new Error('broken stage');
    assert.equal(await hints(), null);
    assert.deepEqual((await pull()).items, []);
    assert.ok(session.logs.some((text) => text.includes('broken stage')));
    engine.failure = null;
    await change([{ text: 'ask("big", "one two")' }], 2);
    assert.equal((await hints())?.length, 2);
  });

  it('leaves excluded files alone, also by a pattern within the folder', async () => {
    await start({ folder: 'file:///project', settings: { exclude: ['generated/**'] } });
    await session.open('file:///project/generated/app.py', 'ask("big", "one")');
    assert.equal(await session.client.sendRequest(fileTotalsRequest.method, { uri: 'file:///project/generated/app.py' }), null);
  });

  for (const other of [
    'untitled:Untitled-1',
    'vscode-vfs://github/o/r/a%20b.py',
    'vscode-notebook-cell:/n.ipynb#W0sZmlsZQ%3D%3D',
    'vscode-remote:%E0%A4%A',
  ]) {
    it(`reads ${other} like a file`, async () => {
      await start();
      await session.open(other, 'ask("big", "one")');
      const answer: InlayHint[] = await session.client.sendRequest('textDocument/inlayHint', { textDocument: { uri: other }, range: everything });
      assert.equal(answer.length, 2);
    });
  }

  for (const other of [
    'git:/p/app.py?ref',
    'gitlens:/p/app.py',
    'review:/p/app.py',
    'chat-editing-snapshot-text-model:/p/app.py',
    'walkThrough:/app.py',
    'odd:x.py',
  ]) {
    it(`says nothing of ${other}, which is no file of the user's`, async () => {
      await start();
      await session.open(other, 'ask("big", "one")');
      assert.equal(await session.client.sendRequest('textDocument/inlayHint', { textDocument: { uri: other }, range: everything }), null);
    });
  }

  it('sums a file and lists the models', async () => {
    await start();
    await session.open(uri, 'ask("big", "one two")\nask("none", "one")');
    const totals = await session.client.sendRequest<object>(fileTotalsRequest.method, { uri });
    assert.deepEqual(totals, {
      ...{ calls: 2, prompts: 2, promptTokens: 3, perCall: 0.01502, unpriced: 1, label: '≈ $0.015 · 3 tok' },
      details: 'Calls: 2\n\nPrompts: 2, 3 tokens\n\nEach call made once: ≈ $0.015\n\nCalls without a known price, left out: 1',
    });
    assert.deepEqual(await session.client.sendRequest(modelsRequest.method, { uri }), [
      { id: 'test/big', provider: 'test', detail: '$10.00 in, $30.00 out per million tokens' },
      { id: 'test/small', provider: 'test', detail: '$1.00 in, $3.00 out per million tokens' },
    ]);
  });

  it('speaks the language of the texts that it is given', async () => {
    const texts = {
      '{0} of {1} tokens can go ({2} %).': 'Sobran {0} de {1} tokens ({2} %).',
      'Compress prompt ({0}, saves 1 token)': 'Comprimir el prompt ({0}, ahorra 1 token)',
    };
    await start({ options: { texts } });
    await session.open(uri, 'ask("big", "a verbose word")');
    assert.deepEqual(
      (await pull()).items.map(({ message }) => message),
      ['Sobran 1 de 2 tokens (50 %).'],
    );
    assert.equal((await actions())[0]?.title, 'Comprimir el prompt (balanced, ahorra 1 token)');
  });
});
