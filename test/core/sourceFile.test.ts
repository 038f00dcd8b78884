import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import python from '../../src/core/languages/python';
import { SourceFile } from '../../src/core/sourceFile';
import { createParser } from '../helpers/facts';

describe('a source file', () => {
  it('holds one syntax tree while it is edited, and none when it is closed', async () => {
    const parser = await createParser(python);
    let held = 0;
    const parse = parser.parse.bind(parser);
    parser.parse = (...args) => {
      const tree = parse(...args);
      if (!tree) return tree;
      held++;
      const free = tree.delete.bind(tree);
      tree.delete = () => {
        held--;
        free();
      };
      return tree;
    };
    const file = new SourceFile(python, 'x = 1\n\n\ndef f():\n    return x\n');
    const parsers = { load: async () => parser };
    for (const text of ['y = 2\n', 'def broken(:\n\n\n', 'z = 3\n']) {
      await file.read(parsers);
      assert.equal(held, 1);
      file.edit({ start: 0, end: 0, text });
    }
    await file.read(parsers);
    assert.equal(held, 1);
    file.close();
    assert.equal(held, 0);
    parser.delete();
  });
});
