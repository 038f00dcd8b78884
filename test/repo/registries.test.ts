import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import ts from 'typescript';
import { rules } from '../../src/core';
import { listRepository, readRepository } from './files';

/** The folders that are open for additions: an index with all entries, one file per entry. */
const registries = ['formats', 'languages', 'rules', 'sdks', 'snippets', 'snippets/actions', 'tokenizers'];

const files = listRepository();

/** The entries that an index imports, and the names in its array, in their order. */
function readIndex(text: string): { imported: Map<string, string>; listed: string[] } {
  const source = ts.createSourceFile('index.ts', text, ts.ScriptTarget.Latest, true);
  const imported = new Map<string, string>();
  let listed: string[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && statement.importClause?.name && ts.isStringLiteral(statement.moduleSpecifier)) {
      imported.set(statement.importClause.name.text, statement.moduleSpecifier.text.replace('./', ''));
    }
    if (!ts.isVariableStatement(statement) || listed.length) continue;
    const { initializer } = statement.declarationList.declarations[0]!;
    if (initializer && ts.isArrayLiteralExpression(initializer)) listed = initializer.elements.map((element) => element.getText());
  }
  return { imported, listed };
}

describe('the open folders', () => {
  for (const name of registries) {
    const folder = `src/core/${name}/`;
    it(`${folder}index.ts lists every entry file once, in the order of the alphabet`, () => {
      const { imported, listed } = readIndex(readRepository(`${folder}index.ts`));
      const inFolder = files.filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes('/'));
      const entries = inFolder.filter((file) => /^export default /m.test(readRepository(file))).map((file) => file.slice(folder.length, -3));
      assert.notEqual(entries.length, 0);
      assert.deepEqual([...imported.values()].sort(), entries.sort());
      const order = listed.map((variable) => imported.get(variable) ?? variable);
      assert.deepEqual(order, [...order].sort(), 'not in the order of the alphabet');
      assert.deepEqual(new Set(order), new Set(entries));
      assert.equal(order.length, entries.length, 'an entry is listed twice');
    });
  }

  it('each rule has its file, its test and its page, and there are no others', () => {
    const ids = rules.map(({ meta }) => meta.id).sort();
    const named = (pattern: RegExp) => files.flatMap((file) => pattern.exec(file)?.[1] ?? []).sort();
    assert.deepEqual(named(/^src\/core\/rules\/([a-z0-9]+(?:-[a-z0-9]+)+)\.ts$/), ids);
    assert.deepEqual(named(/^docs\/rules\/(.+)\.md$/), ids);
    const tests = named(/^test\/core\/rules\/(.+)\.test\.ts$/);
    assert.deepEqual(
      ids.filter((id) => !tests.includes(id)),
      [],
      'rules without a test',
    );
  });
});
