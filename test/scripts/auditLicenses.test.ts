import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isAllowed, packageFolders, readPackage, writeBill, writeNotices } from '../../scripts/auditLicenses';

const pack = (license: string) => ({ name: '@a/b', version: '1.2.3', license, text: 'Copyright A' });

describe('the audit of licences', () => {
  it('finds the packages of a bundle, also those within others', () => {
    const found = packageFolders(['src/a.ts', 'node_modules/diff/lib/a.js', 'node_modules/@a/b/c.js', 'node_modules/x/node_modules/diff/a.js']);
    for (const folder of ['node_modules/diff', 'node_modules/@a/b', 'node_modules/x/node_modules/diff', 'node_modules/web-tree-sitter'])
      assert.ok(found.includes(folder), folder);
  });

  it('takes a licence that is on the list, of several one of a choice and all of a sum', () => {
    const verdicts = ['MIT', '(MIT OR GPL-3.0)', 'MIT AND GPL-3.0', 'GPL-3.0', 'unknown'].map((license) => isAllowed(pack(license)));
    assert.deepEqual(verdicts, [true, true, false, false, false]);
  });

  it('writes the texts of licences, and a bill that names each package', () => {
    assert.match(writeNotices([pack('MIT')]), /@a\/b 1\.2\.3 \(MIT\)\n\nCopyright A/);
    assert.deepEqual((writeBill([pack('MIT')], '1.0.0') as { components: { purl: string }[] }).components[0]?.purl, 'pkg:npm/%40a/b@1.2.3');
  });

  it('reads what a package says of itself', () => {
    const { name, license, text } = readPackage('node_modules/web-tree-sitter');
    assert.deepEqual([name, license], ['web-tree-sitter', 'MIT']);
    assert.ok(text.length > 100);
  });
});
