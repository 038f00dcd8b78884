import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, describe, it } from 'mocha';
import { readRecords } from '../../src/disk/readRecords';
import { createWorkspace } from '../cli/workspace';

describe('files of records', () => {
  const { root, dispose } = createWorkspace({});
  after(dispose);

  /** All that a file of these bytes holds: `line: value`, `line! reason`. */
  async function read(bytes: string | Buffer): Promise<string[]> {
    const file = path.join(root, 'file');
    writeFileSync(file, bytes);
    const found: string[] = [];
    await readRecords(file, {
      record: (value, line) => void found.push(`${line}: ${JSON.stringify(value)}`),
      broken: (line, reason) => void found.push(`${line}! ${reason}`),
    });
    return found;
  }

  const long = JSON.stringify({ text: 'é"\\{[,\n'.repeat(60_000) });
  const cases: [string, string | Buffer, string[]][] = [
    ['JSON lines, with blank ones and without an end', '{"a":1}\n\n{"a":2}', ['1: {"a":1}', '3: {"a":2}']],
    ['lines that end as Windows ends them, behind a mark', '\uFEFF{"a":1}\r\n{"a":2}\r\n', ['1: {"a":1}', '2: {"a":2}']],
    ['broken lines among whole ones', 'x\n{"a":1}\n{"a":\n', ['1! not valid JSON', '2: {"a":1}', '3! not valid JSON']],
    ['a list', '[{"a":"]}"},\n {"a":[{}]}\n]', ['1: {"a":"]}"}', '2: {"a":[{}]}']],
    ['a list with a broken element', '[{"a":1},\n{"a" 2},\n{"a":3}]', ['1: {"a":1}', '2! not valid JSON', '3: {"a":3}']],
    ['a list that is cut', '[{"a":1},\n{"a":', ['1: {"a":1}', '2! ends too early']],
    ['values over several lines', '{\n "a": 1\n}\n{\n "a": {}\n}\n', ['1: {"a":1}', '4: {"a":{}}']],
    ['a table', 'id,name\r\n1,"a, ""b"""\r\n2,c\r\n', ['2: {"id":"1","name":"a, \\"b\\""}', '3: {"id":"2","name":"c"}']],
    ['a table whose rows do not fit', 'id,name\n1,2,3\n4,5\n', ['2! not a row of the table', '3: {"id":"4","name":"5"}']],
    ['a table with semicolons and a mark', '\uFEFFid;name\n1;b\n', ['2: {"id":"1","name":"b"}']],
    ['packed lines', gzipSync('{"a":1}\n{"a":2}\n'), ['1: {"a":1}', '2: {"a":2}']],
    ['nothing in an empty file', '', []],
    ['bytes that are no text', Buffer.from([0, 255, 254, 10, 0]), ['1! not valid JSON', '2! not valid JSON']],
    ['a value that is longer than what is read at a time', `[${long},{"a":1}]`, [`1: ${long}`, '1: {"a":1}']],
  ];
  for (const [title, bytes, expected] of cases) it(`give ${title}`, async () => assert.deepEqual(await read(bytes), expected));

  it('keep what was read of a packed file that is cut', async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `{"a":${(index * 7919) % 1_000_003}}\n`).join('');
    const packed = gzipSync(lines);
    const found = await read(packed.subarray(0, packed.length / 2));
    assert.ok(found.length > 10_000);
    assert.match(found.at(-1)!, /! the packed file ends too early$/);
    for (const one of found.slice(0, -2)) assert.match(one, /^\d+: \{/);
  });
});
