import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { languages } from '../../../src/core/languages';
import { sdks } from '../../../src/core/sdks';
import { agents } from './agents.fixtures';
import { dotnet } from './dotnet.fixtures';
import { readFixture } from './fixture';
import { frameworks } from './frameworks.fixtures';
import { frameworksPython } from './frameworksPython.fixtures';
import { go } from './go.fixtures';
import { javascript } from './javascript.fixtures';
import { joined } from './joined.fixtures';
import { jvm } from './jvm.fixtures';
import { kotlin } from './kotlin.fixtures';
import { php } from './php.fixtures';
import { python } from './python.fixtures';
import { requests } from './requests.fixtures';
import { ruby } from './ruby.fixtures';
import { rust } from './rust.fixtures';

const worlds = { agents, dotnet, frameworks, frameworksPython, go, javascript, joined, jvm, kotlin, php, python, requests, ruby, rust };

for (const [world, fixtures] of Object.entries(worlds)) {
  describe(`SDK calls of ${world}`, () => {
    for (const fixture of fixtures) {
      it(`${fixture.calls.length ? `finds those of ${fixture.sdk} in` : 'finds none in'} ${fixture.path}`, async () => {
        const found = await readFixture(fixture);
        assert.deepEqual(found.calls, fixture.calls);
        if (fixture.prompts) assert.deepEqual(found.prompts, fixture.prompts);
        if (fixture.calls.length) assert.ok(found.sdks.includes(fixture.sdk), `found ${found.sdks}`);
      });
    }
  });
}

describe('the SDK tables', () => {
  it('have a fixture for each world that an SDK has packages in', () => {
    const worldOf = (path: string) => languages.find(({ extensions }) => extensions.some((ending) => path.endsWith(ending)))?.ecosystem;
    const tested = new Set(
      Object.values(worlds).flatMap((list) => list.flatMap(({ sdk, path, calls }) => (calls.length ? [`${worldOf(path)} ${sdk}`] : []))),
    );
    const promised = sdks.flatMap(({ id, packages }) => Object.keys(packages).map((world) => `${world} ${id}`));
    assert.deepEqual(
      promised.filter((pair) => !tested.has(pair)),
      [],
    );
  });

  it('name each SDK once', () => {
    const ids = sdks.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });
});
