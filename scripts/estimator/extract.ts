/**
 * Reads documents with known counts and writes what the estimators are fitted on: features, counts and hashes, no texts.
 * Run as `npx tsx scripts/estimator/extract.ts FOLDER PACKAGES`, where the first holds `programs.jsonl.gz` and `languages.jsonl.gz`, and the
 * second is where the reference packages were installed, see references.ts.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import o200kTable from 'js-tiktoken/ranks/o200k_base';
import { createFeatureCounter } from '../../src/core/tokenizers/estimator/document';
import { groups } from '../../src/core/tokenizers/estimator/layout';
import { parseRanks } from '../../src/core/tokenizers/ranks';
import { type Corpus, type FeatureFile, type FeatureRow, featureFile } from './featureFile';
import { type CountText, loadReferences } from './references';

const corpora: readonly Corpus[] = ['programs', 'languages'];

interface SourceRow {
  text: string;
  [vocabulary: string]: string | number;
}

function readCorpus(folder: string, corpus: Corpus): SourceRow[] {
  const lines = gunzipSync(readFileSync(path.join(folder, `${corpus}.jsonl.gz`))).toString('utf8');
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SourceRow);
}

function featureRow(
  corpus: Corpus,
  row: SourceRow,
  countFeatures: (text: string) => Float64Array,
  references: Record<string, CountText>,
): FeatureRow {
  const features: number[] = [];
  let last = 0;
  countFeatures(row.text).forEach((value, index) => {
    if (value === 0) return;
    features.push(index - last, value);
    last = index;
  });
  const recorded = Object.fromEntries(Object.entries(row).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
  const counts = { ...recorded, ...Object.fromEntries(Object.entries(references).map(([name, count]) => [name, count(row.text)])) };
  return { hash: createHash('sha256').update(row.text).digest('hex').slice(0, 16), corpus, counts, features };
}

async function main([folder, packages]: readonly string[]): Promise<void> {
  if (folder === undefined || packages === undefined) throw new Error('Name the folders of the documents and of the reference packages');
  const references = await loadReferences(packages);
  const countFeatures = createFeatureCounter(parseRanks(o200kTable));
  const rows = corpora.flatMap((corpus) => readCorpus(folder, corpus).map((row) => featureRow(corpus, row, countFeatures, references)));
  const file: FeatureFile = { groups, rows };
  writeFileSync(featureFile, gzipSync(JSON.stringify(file), { level: 9 }));
  process.stdout.write(`${rows.length} documents\n`);
}

void main(process.argv.slice(2));
