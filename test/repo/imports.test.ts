import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, it } from 'mocha';
import { listRepository, readRepository } from './files';
import { type ImportFact, readImports } from './imports';

/** Who may import whom; the first row whose room holds a file is the file's row. */
interface Row {
  room: string;
  /** Rooms and files that it may import. */
  own: string[];
  /** Those of which it may import types alone. */
  types?: string[];
  /** Packages that it may not import; `node` stands for Node's own modules. */
  never: (RegExp | 'node')[];
}

const hosts = [/^vscode($|-)/, /^@vscode\//];
const core = (room: string, own: string[], types: string[] = []): Row => ({ room, own: [room, ...own], types, never: ['node', ...hosts] });
const vocabulary = ['src/core/types', 'src/core/facts', 'src/core/config/', 'src/core/stop'];

const table: Row[] = [
  core('src/core/rules/', [...vocabulary, 'src/core/calls/', 'src/core/snippets/'], ['src/core/languages/']),
  core('src/core/resolve/', [...vocabulary, 'src/core/languages/', 'src/core/snippets/helperNames']),
  core('src/core/recognize/', [
    ...vocabulary,
    'src/core/resolve/',
    'src/core/languages/',
    'src/core/sdks/',
    'src/core/providers/',
    'src/core/snippets/helperNames',
  ]),
  core('src/core/agents/', vocabulary),
  core('src/core/recorded/', vocabulary),
  core('src/core/project/', [...vocabulary, 'src/core/cost/'], ['src/core/engine']),
  core('src/core/usage/', vocabulary),
  core('src/core/languages/', vocabulary),
  core('src/core/sdks/', vocabulary, ['src/core/languages/']),
  core('src/core/providers/', vocabulary),
  core('src/core/tokenizers/', [...vocabulary, 'src/core/providers/']),
  core('src/core/calls/', [...vocabulary, 'src/core/resolve/']),
  core('src/core/cost/', [...vocabulary, 'src/core/pricing/', 'src/core/providers/']),
  core('src/core/', ['src/core/']),
  { room: 'src/report/', own: ['src/report/'], types: ['src/core/index'], never: ['node', ...hosts] },
  {
    room: 'src/server/',
    own: [
      'src/server/',
      'src/core/index',
      'src/report/',
      'src/loadEngine',
      'src/prices/',
      'src/projectFiles',
      'src/readFile',
      'src/tokenizerFiles',
      'src/usageFiles',
      'src/disk/',
      'src/protocol',
    ],
    never: [/^vscode$/, /^vscode-languageclient/],
  },
  { room: 'src/client/', own: ['src/client/', 'src/protocol', 'src/report/'], never: [/^vscode-languageserver/] },
  {
    room: 'src/cli/',
    own: [
      'src/cli/',
      'src/core/index',
      'src/loadEngine',
      'src/prices/',
      'src/projectFiles',
      'src/readFile',
      'src/tokenizerFiles',
      'src/usageFiles',
      'src/disk/',
      'src/git/',
      'src/report/',
      'package.json',
    ],
    never: hosts,
  },
  { room: 'src/prices/', own: ['src/prices/', 'src/core/index'], never: hosts },
  { room: 'src/loadEngine.ts', own: ['src/core/index', 'src/assets', 'src/prices/'], never: hosts },
  { room: 'src/assets.ts', own: ['src/core/index'], never: hosts },
  { room: 'src/projectFiles.ts', own: ['src/core/index'], never: hosts },
  { room: 'src/usageFiles.ts', own: ['src/core/index'], never: hosts },
  { room: 'src/readFile.ts', own: ['src/core/index', 'src/disk/'], never: hosts },
  { room: 'src/tokenizerFiles.ts', own: ['src/core/index', 'src/disk/'], never: hosts },
  { room: 'src/git/', own: ['src/git/'], never: hosts },
  { room: 'src/disk/', own: ['src/disk/'], never: hosts },
  { room: 'src/protocol.ts', own: [], never: ['node', /./] },
];

const sources = listRepository().filter((file) => /^src\/.*\.tsx?$/.test(file));
const rowOf = (file: string) => table.find(({ room }) => file.startsWith(room));

/** What an import means in the repository: the file without its ending, or null for a package. */
function resolveImport(file: string, { specifier }: ImportFact): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const found = sources.find((source) => source === `${target}.ts` || source === `${target}/index.ts`);
  return found ? found.replace(/\.ts$/, '') : target;
}

function complain(file: string, fact: ImportFact, row: Row): string | null {
  const target = resolveImport(file, fact);
  if (target === null) {
    const isNode = /^node:/.test(fact.specifier) || builtinModules.includes(fact.specifier);
    const refused = row.never.some((pattern) => (pattern === 'node' ? isNode : pattern.test(fact.specifier)));
    return refused ? `${file} must not import ${fact.specifier}` : null;
  }
  const allowed = fact.typeOnly ? [...row.own, ...(row.types ?? [])] : row.own;
  return allowed.some((name) => (name.endsWith('/') ? target.startsWith(name) : target === name)) ? null : `${file} must not import ${target}`;
}

describe('who may import whom', () => {
  for (const row of table) {
    it(`${row.room} keeps to its row, and there is such a room`, () => {
      const files = sources.filter((file) => rowOf(file) === row);
      assert.notEqual(files.length, 0, `no file is in ${row.room}`);
      const complaints = files.flatMap((file) => readImports(readRepository(file)).map((fact) => complain(file, fact, row)));
      assert.deepEqual(complaints.filter(Boolean), []);
    });
  }
  it('has a row for every source file', () => {
    assert.deepEqual(
      sources.filter((file) => !rowOf(file)),
      [],
    );
  });
  it('sees every way to import', () => {
    const text = `import a from 'a'; import type { B } from 'b'; import { type C } from 'c'; import { type D, e } from 'd';
      export * from 'e'; export type { F } from 'f'; import 'g'; const h = await import('h'); const i = require('i'); let j: import('j').J;`;
    assert.deepEqual(
      readImports(text).map(({ specifier, typeOnly }) => (typeOnly ? `type ${specifier}` : specifier)),
      ['a', 'type b', 'type c', 'd', 'e', 'type f', 'g', 'h', 'i', 'type j'],
    );
  });
  it('refuses what the table forbids', () => {
    const inRules = (specifier: string, typeOnly = false) => complain('src/core/rules/x.ts', { specifier, typeOnly }, table[0]!);
    for (const specifier of ['../tokenizers/x', '../languages/language', 'vscode', 'node:fs', 'fs', '../../server/x'])
      assert.ok(inRules(specifier), specifier);
    assert.equal(inRules('../languages/language', true), null);
    assert.equal(inRules('./rule'), null);
  });
});
