import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findHelperPlace } from '../../../src/core';
import type { Fix } from '../../../src/core/types';

const fix: Fix = {
  title: 'Cache',
  edits: [{ start: 0, end: 0, text: 'from prompt_cost_helpers import with_cache\n' }],
  tokensSaved: null,
  safe: false,
  preferred: false,
  preview: true,
  kind: 'quickfix',
  helpers: { language: 'python', snippets: [], module: 'prompt_cost_helpers.py', specifier: 'prompt_cost_helpers' },
};
const own = 'prompt_cost_helpers.py';

/** What is there below /p besides the file, what the file imports; where the module must be and how it must be imported. */
const CASES: [string, { file: string; text?: string; there: string[]; path: string; line: string }][] = [
  ['a script beside its module', { file: 'app/a.py', there: [], path: `app/${own}`, line: 'prompt_cost_helpers' }],
  [
    'a script whose project has a module above, which Python would not find',
    { file: 'app/a.py', there: [own], path: `app/${own}`, line: 'prompt_cost_helpers' },
  ],
  [
    'a file that imports from the folder above',
    { file: 'app/a.py', text: 'from app.db import x\n', there: [own, 'app/db.py', 'app'], path: own, line: 'prompt_cost_helpers' },
  ],
  [
    'a file that imports from the folder above, without a module there',
    { file: 'app/a.py', text: 'from app.db import x\n', there: ['app'], path: `app/${own}`, line: 'app.prompt_cost_helpers' },
  ],
  ['a module of a package', { file: 'app/a.py', there: ['app/__init__.py'], path: `app/${own}`, line: 'app.prompt_cost_helpers' }],
  [
    'a module of a package that imports relatively',
    { file: 'app/a.py', text: 'from . import db\n', there: ['app/__init__.py'], path: `app/${own}`, line: '.prompt_cost_helpers' },
  ],
  [
    'a deep module that imports relatively from a module above',
    {
      file: 'app/sub/a.py',
      text: 'from .db import x\n',
      there: ['app/__init__.py', 'app/sub/__init__.py', `app/${own}`],
      path: `app/${own}`,
      line: '..prompt_cost_helpers',
    },
  ],
  ['a package whose project has a module above it', { file: 'app/a.py', there: ['app/__init__.py', own], path: own, line: 'prompt_cost_helpers' }],
  [
    'a script in a package folder that imports its neighbours by their names',
    { file: 'app/a.py', text: 'import db\n', there: ['app/__init__.py', 'app/db.py'], path: `app/${own}`, line: 'prompt_cost_helpers' },
  ],
];

describe('the import of a Python helper module', () => {
  for (const [name, { file, text = 'import openai\n', there, path, line }] of CASES)
    it(`runs for ${name}`, async () => {
      const exists = async (candidate: string) => there.some((one) => candidate === `/p/${one}`);
      const place = await findHelperPlace(fix, `/p/${file}`, { text, root: '/p', exists });
      assert.equal(place?.path, `/p/${path}`);
      assert.equal(place?.fix.edits[0]?.text, `from ${line} import with_cache\n`);
    });

  it('is none where a module that is imported already lies outside of the project', async () => {
    const there = { ...fix, edits: [], helpers: { ...fix.helpers!, module: '../../x.py', specifier: '...x' } };
    assert.equal(await findHelperPlace(there, '/p/app/a.py', { text: '', root: '/p', exists: async () => true }), null);
  });
});
