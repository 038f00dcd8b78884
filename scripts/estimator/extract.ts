/**
 * Reads documents with known counts and writes what the estimators are fitted on: features, counts and hashes, no texts.
 * Run as `npx tsx scripts/estimator/extract.ts FOLDER PACKAGES`, where the first holds `programs.jsonl.gz` and `languages.jsonl.gz`, and the
 * second is where the reference packages were installed, see references.ts. What TypeScript's compiler says in 13 languages is counted by those alone.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import o200kTable from 'js-tiktoken/ranks/o200k_base';
import { createFeatureCounter } from '../../src/core/tokenizers/estimator/document';
import { groups } from '../../src/core/tokenizers/estimator/layout';
import { parseRanks } from '../../src/core/tokenizers/ranks';
import { type Corpus, type FeatureFile, type FeatureRow, featureFile } from './featureFile';
import { type CountText, loadReferences } from './references';

const corpora: readonly Corpus[] = ['programs', 'languages'];
/** Messages of a document, and documents of a language. */
const MESSAGES = 50;
const DOCUMENTS = 20;

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

/** What TypeScript's compiler says, in each of its languages: technical prose as prompts are. */
function readMessages(): SourceRow[] {
  const lib = path.dirname(createRequire(import.meta.url).resolve('typescript'));
  const folders = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const file = path.join(lib, name, 'diagnosticMessages.generated.json');
    const messages = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    return Array.from({ length: DOCUMENTS }, (_, i) => ({ text: messages.slice(i * MESSAGES, (i + 1) * MESSAGES).join('\n') }));
  });
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

function main([folder, packages]: readonly string[]): void {
  if (folder === undefined || packages === undefined) throw new Error('Name the folders of the documents and of the reference packages');
  const references = loadReferences(packages);
  const countFeatures = createFeatureCounter(parseRanks(o200kTable));
  const rows = corpora.flatMap((corpus) => readCorpus(folder, corpus).map((row) => featureRow(corpus, row, countFeatures, references)));
  rows.push(...readMessages().map((row) => featureRow('messages', row, countFeatures, references)));
  const file: FeatureFile = { groups, rows };
  writeFileSync(featureFile, gzipSync(JSON.stringify(file), { level: 9 }));
  process.stdout.write(`${rows.length} documents\n`);
}

main(process.argv.slice(2));
