import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportAsSarif } from '../../src/report';
import { sampleFile, sampleProblem, sampleRules } from './sample';

const log = (...problems: Parameters<typeof sampleProblem>[0][]) =>
  reportAsSarif([sampleFile(problems.map((change) => sampleProblem(change)))], sampleRules, '1.2.3').runs[0]!;

describe('reportAsSarif', () => {
  it('names the tool and describes every rule, with its page and default level', () => {
    const { driver } = log().tool;
    assert.equal(driver.version, '1.2.3');
    assert.deepEqual(
      driver.rules!.map(({ id, helpUri, defaultConfiguration }) => [id, helpUri, defaultConfiguration!.level]),
      [
        ['missing-output-limit', 'https://example.org/limit.md', 'note'],
        ['retired-model', 'https://example.org/retired.md', 'error'],
      ],
    );
  });
  it('gives each result a rule that exists, a level and a region', () => {
    const { results, tool } = log({}, { rule: 'retired-model', severity: 'error' }, { severity: 'hint' });
    assert.deepEqual(
      results!.map(({ level }) => level),
      ['warning', 'error', 'note'],
    );
    for (const { ruleId, ruleIndex } of results!) assert.equal(tool.driver.rules![ruleIndex!]!.id, ruleId);
    assert.deepEqual(results![0]!.locations![0]!.physicalLocation, {
      artifactLocation: { uri: 'app/chat.py' },
      region: { startLine: 3, startColumn: 12, endLine: 3, endColumn: 20 },
    });
  });
  it('carries fixes as replacements by offset', () => {
    assert.deepEqual(log({}).results![0]!.fixes![0]!.artifactChanges[0]!.replacements, [
      { deletedRegion: { charOffset: 40, charLength: 0 }, insertedContent: { text: ', max_tokens=1000' } },
    ]);
  });
  it('writes paths as URIs', () => {
    const uri = (path: string) => log({ path }).results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri;
    assert.equal(uri('a b/ü#.py'), 'a%20b/%C3%BC%23.py');
    assert.equal(uri('/srv/a.py'), 'file:///srv/a.py');
    assert.equal(uri('C:/a.py'), 'file:///C:/a.py');
  });
  it('says the cell of a notebook in place of a region that would be wrong', () => {
    const [location] = log({ cell: 4 }).results![0]!.locations!;
    assert.equal(location!.physicalLocation!.region, undefined);
    assert.equal(location!.logicalLocations![0]!.name, 'cell 5');
  });
});
