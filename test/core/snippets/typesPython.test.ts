import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core/config';
import { snippets } from '../../../src/core/snippets';
import { extendHelperModule } from '../../../src/core/snippets/helperModule';
import type { Style } from '../../../src/core/snippets/style';
import { hasMypy, inFolder, python, pythonHelpers, standIns } from '../../helpers/runPython';

const ids = snippets.filter(({ language }) => language === 'python').map(({ id }) => id);

/** What Python says of a text's syntax, as that of 3.9; empty where it is right. */
function syntaxErrors(text: string): string {
  const check = 'import ast, sys\nast.parse(sys.stdin.read(), feature_version=(3, 9))';
  return spawnSync(python, ['-c', check], { input: text, encoding: 'utf8' }).stderr;
}

const checksTypes = hasMypy();

describe('the types of the Python helpers', () => {
  const uses = `import asyncio
from anthropic import Anthropic
from anthropic.types import Message
from openai import AsyncOpenAI, OpenAI
from openai.types.chat import ChatCompletion
from prompt_cost_helpers import *

on_daily_budget(lambda day, cost: print(day, cost), lambda row: 0.1)


def use(client: OpenAI, other: Anthropic) -> ChatCompletion:
    tracked = with_cost_tracking(client.chat.completions, provider="openai", api="openai.chat.completions")
    routed = with_model_router(with_rate_limit(tracked, concurrency=8), small="s")
    cached = with_response_cache(routed, provider="openai", api="openai.chat.completions", namespace="", store=redis_store)
    text: Message = with_response_cache(other.messages, provider="anthropic", api="anthropic.messages", store=memory_store).create(
        model="c", max_tokens=9, messages=[]
    )
    vectors: list[list[float]] = embed_all(client.embeddings.create, [text.model], model="e")
    answers: list[str] = ask_in_batches(lambda text: text, ["a"])
    batch: str = submit_openai_batch(client, {"1": {}}, endpoint="/v1/responses")
    message: Message = collect_anthropic_batch(other, submit_anthropic_batch(other, {})).answers["1"]
    for event in stop_stream(client.chat.completions.create(model="m", messages=[], stream=True), max_tokens=9):
        print(event, vectors, answers, batch, message, daily_report()["m"]["cost"])
    return cached.create(model="m", messages=[])


async def use_async(client: AsyncOpenAI) -> ChatCompletion:
    await gather_limited(3, asyncio.sleep(0), asyncio.sleep(1))
    limited = with_rate_limit_async(client.chat.completions, concurrency=8)
    return await with_response_cache_async(limited, provider="openai", api="openai.chat.completions", store=redis_store).create(model="m", messages=[])
`;

  const title = 'are those of the SDKs: wrapped calls keep their own, strictly checked by mypy';
  it(checksTypes ? title : `${title} (not run: mypy is not installed)`, async function () {
    if (!checksTypes) return this.skip();
    this.timeout(120_000);
    await inFolder(
      { 'prompt_cost_helpers.py': pythonHelpers(ids), 'use.py': uses, 'wrong.py': uses.replace('-> ChatCompletion', '-> int') },
      (folder) => {
        const mypy = (file: string) =>
          spawnSync(python, ['-m', 'mypy', '--strict', '--python-version', '3.9', '--no-error-summary', '--cache-dir', '.cache', file], {
            cwd: folder,
            encoding: 'utf8',
            env: { ...process.env, MYPYPATH: standIns },
          }).stdout;
        assert.equal(mypy('use.py'), '');
        assert.match(mypy('wrong.py'), /got "ChatCompletion", expected "int"/);
      },
    );
  });
});

describe('the text of the Python helpers', () => {
  it('is Python 3.9, alone and together, whatever the settings', () => {
    for (const id of ids) assert.equal(syntaxErrors(pythonHelpers([id])), '', id);
    assert.equal(syntaxErrors(pythonHelpers(ids, { dailyBudgetUsd: 2.5, cacheTtlSeconds: 60, concurrency: 3 })), '');
    assert.match(syntaxErrors(`${pythonHelpers(ids)}\nif`), /SyntaxError/);
  });

  it('is Python in other styles too', () => {
    const style: Style = { quote: "'", semicolons: false, indent: '\t', newline: '\r\n' };
    const { text } = extendHelperModule(null, ids, 'python', defaultSettings(), style);
    assert.ok(text.includes('\r\n\treturn cast(Wrapped, _Wrapped(target, through))\r\n'));
    assert.equal(syntaxErrors(text), '');
  });

  it('has two blank lines between its parts, none at the end of a line, and no line past 140 characters', () => {
    const text = pythonHelpers(ids);
    assert.doesNotMatch(text, /[^\S\n]$/m);
    assert.doesNotMatch(text, /\n{4}/);
    assert.doesNotMatch(text, /^(?!@)[^\n]+\n\n?(?:async def|def|class|@)/m);
    assert.deepEqual(
      text.split('\n').filter((line) => line.length > 140),
      [],
    );
  });

  it('declares what it exports, and nothing under the name of another helper', () => {
    const names = new Map<string, string>();
    for (const snippet of snippets.filter(({ language }) => language === 'python')) {
      const code = snippet.code(defaultSettings());
      const declared = [...code.matchAll(/^(?:async def|def|class) (\w+)|^(\w+)(?:: [^=\n]+)? = /gm)].map(
        ([, first, second]) => first ?? second ?? '',
      );
      for (const name of snippet.exports) assert.ok(declared.includes(name), `${snippet.id} lacks ${name}`);
      for (const name of new Set(declared)) {
        assert.equal(names.get(name), undefined, `${name} is declared by ${snippet.id} and ${names.get(name)}`);
        names.set(name, snippet.id);
      }
    }
  });
});
