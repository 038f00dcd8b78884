import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decodeFile } from '../../src/disk/decode';

const text = 'prompt = "Señor, 你好 🎉"\r\n';
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

const KNOWN: [string, Buffer][] = [
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with a mark, little end first', utf16],
  ['UTF-16 with a mark, big end first', swapped(utf16)],
];

const UNKNOWN: [string, Buffer][] = [
  ['Latin-1', Buffer.from('prompt = "Señor"\n', 'latin1')],
  ['UTF-8 that is cut within a character', Buffer.from(text).subarray(0, -5)],
  ['a surrogate written as UTF-8', Buffer.from([0x61, 0xed, 0xa0, 0x80])],
  ['UTF-16 of an odd length', utf16.subarray(0, -1)],
  ['UTF-16 of an odd length, big end first', swapped(utf16).subarray(0, -1)],
];

describe('decodeFile', () => {
  for (const [name, bytes] of KNOWN)
    it(`reads ${name} and writes it as it was`, () => {
      const { text: read, encoding } = decodeFile(bytes);
      assert.equal(read, text);
      assert.deepEqual(encoding?.encode(read), bytes);
      assert.equal(decodeFile(encoding!.encode('x')!).text, 'x');
    });
  for (const [name, bytes] of UNKNOWN) it(`knows no way to write ${name}`, () => assert.equal(decodeFile(bytes).encoding, null));

  it('refuses to write half of a surrogate pair as UTF-8', () => {
    assert.equal(decodeFile(Buffer.from('a')).encoding?.encode('🎉'.slice(0, 1)), null);
  });
});
