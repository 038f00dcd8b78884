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
    const parsers = { load: async () => parser, drop: () => {} };
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

  it('gives a parser up that fails, so that the next file gets a new one', async () => {
    const faulty = await createParser(python);
    faulty.parse = () => {
      throw new Error('memory access out of bounds');
    };
    const given = [faulty, await createParser(python)];
    const parsers = { load: async () => given[0]!, drop: () => void given.shift() };
    await assert.rejects(new SourceFile(python, 'x = 1\n').read(parsers), /the python parser failed on it \(.*out of bounds\)/);
    assert.equal((await new SourceFile(python, 'f()\n').read(parsers)).calls.length, 1);
  });
});
