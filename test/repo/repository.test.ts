import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { renderAll } from '../../scripts/generate';
import { listRepository, readRepository } from './files';

const files = listRepository();
const isText = (file: string) => !/\.(png|gif|wasm|ico|jpg)$/.test(file);

describe('the repository', () => {
  it('has no source file over 400 lines, and nine tenths of them under 300', () => {
    const lengths = files
      .filter(
        (file) => /^(src|test|scripts|media)\/.*\.(ts|js|css)$/.test(file) && !file.startsWith('test/fixtures/') && !/\/pairs\w*\.ts$/.test(file),
      )
      .map((file) => ({ file, lines: readRepository(file).trimEnd().split('\n').length }));
    assert.deepEqual(
      lengths.filter(({ lines }) => lines > 400),
      [],
    );
    assert.ok(lengths.filter(({ lines }) => lines < 300).length >= 0.9 * lengths.length);
  });

  it('names no folder of the machine that it was written on, and no package registry', () => {
    const wrong = [
      /\/(?:work|root|Users)\/[\w.+-]+/,
      /\/home\/(?!user\b|me\b|ana\b)[\w-]+/,
      /registry\.(?:npmjs|yarnpkg)/,
      /pypi\.(?:org|python)/,
      /"resolved": "http/,
    ];
    const found = files
      .filter((file) => isText(file) && file !== 'test/repo/repository.test.ts')
      .flatMap((file) => wrong.flatMap((pattern) => (pattern.exec(readRepository(file)) ?? []).map((match) => `${file}: ${match}`)));
    assert.deepEqual(found, []);
  });

  it('needs no package at run time: all is in the bundles', () => {
    const manifest = JSON.parse(readRepository('package.json'));
    assert.equal(manifest.dependencies, undefined);
    assert.equal(manifest.bin['prompt-cost'], 'dist/cli.js');
  });

  it('packs only what is on a list', () => {
    const [first, ...rest] = readRepository('.vscodeignore')
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#'));
    assert.equal(first, '**');
    assert.notEqual(rest.length, 0);
    assert.deepEqual(
      rest.filter((line) => !line.startsWith('!')),
      [],
    );
  });

  it('has generated files that follow the code', async () => {
    const stale = Object.entries(await renderAll()).filter(([file, text]) => readRepository(file) !== text);
    assert.deepEqual(
      stale.map(([file]) => file),
      [],
      'run npm run generate',
    );
  });

  it('has a CHANGELOG in the form of Keep a Changelog, with the version of the package', () => {
    const text = readRepository('CHANGELOG.md');
    const { version } = JSON.parse(readRepository('package.json'));
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);
    assert.match(text, /^# Changelog\n/);
    for (const heading of headings) assert.match(heading, /^\[(Unreleased|\d+\.\d+\.\d+)\]( - \d{4}-\d\d-\d\d)?$/);
    assert.equal(headings[0], '[Unreleased]');
    assert.ok(headings.some((heading) => heading.startsWith(`[${version}]`)));
    for (const [, kind] of text.matchAll(/^### (.+)$/gm)) assert.match(kind!, /^(Added|Changed|Deprecated|Removed|Fixed|Security)$/);
  });

  it('shows pictures and links to files that exist', () => {
    for (const file of files.filter((name) => name.endsWith('.md') && !name.startsWith('test/fixtures/'))) {
      const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
      for (const [, target] of readRepository(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(target!)) continue;
        const path = new URL(target!, `file:///${folder}`).pathname.slice(1).replace(/\/$/, '');
        assert.ok(
          files.some((name) => name === path || name.startsWith(`${path}/`)),
          `${file} links to ${target}, which is not there`,
        );
      }
    }
  });
});
