/**
 * Fits the estimators on the features and counts of `features.json.gz` and writes their weights, bands and what was measured on documents kept
 * aside. Run as `npx tsx scripts/estimator/fit.ts [FILE…]`, all of them where none is named; needs no texts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Band } from '../../src/core/tokenizers/estimator/band';
import { FEATURES, type Group, groups, kindNames, offsets } from '../../src/core/tokenizers/estimator/layout';
import { type BandCase, fitBand, halfWidthOf } from './band';
import { type FeatureFile, type FeatureRow, featureFile } from './featureFile';
import { dot, fitRidge, type SparseRow } from './ridge';
import { type Vocabulary, vocabularies } from './vocabularies';

/** Parts that are kept aside in turn. A document's part hangs on its hash alone. */
const FOLDS = 8;
/** Share of the documents that a band is made to hold. */
const HOLD = 0.98;
const FIRST_SCRIPT = kindNames.indexOf('greek') - 1;
const LATIN_KINDS = FIRST_SCRIPT;
/** Least half of a band: tables of numbers in forms that no document has are off by so much. */
const LEAST = 0.06;
/** The same for other scripts: the documents of one are much alike. */
const LEAST_FOREIGN = 0.15;

/** How firmly each group of features is held to its prior. */
function penaltyOf(group: Group): number {
  if (group === 'cyrillic.letters') return 0.006;
  return /^(?:word|symbol|pair)/.test(group) ? 0.02 : 0.05;
}

interface Document {
  row: FeatureRow;
  features: SparseRow;
  fold: number;
  shares: number[];
}

interface Fit {
  weights: Float64Array;
  documents: Document[];
  /** Estimates of each document without it, and with it. */
  heldOut: number[];
}

function readDocuments(): Document[] {
  const file = JSON.parse(gunzipSync(readFileSync(featureFile)).toString('utf8')) as FeatureFile;
  if (JSON.stringify(file.groups) !== JSON.stringify(groups)) throw new Error('The features are of another layout; run extract.ts');
  return file.rows.map((row) => {
    const columns: number[] = [];
    const values: number[] = [];
    let column = 0;
    row.features.forEach((number, i) => {
      if (i % 2 === 1) {
        values.push(number);
        return;
      }
      column += number;
      columns.push(column);
    });
    const kinds = kindNames.map((_, kind) => values[columns.indexOf(offsets.kind + kind)] ?? 0);
    const tokens = kinds.reduce((sum, count) => sum + count, 0);
    const features = { columns: Int32Array.from(columns), values: Float64Array.from(values) };
    return { row, features, fold: Number.parseInt(row.hash.slice(0, 4), 16) % FOLDS, shares: kinds.map((count) => count / tokens) };
  });
}

function fitWeights(documents: readonly Document[], { name, ratio }: Vocabulary): Float64Array {
  const prior = new Float64Array(FEATURES);
  prior.fill(ratio, offsets.kind, offsets.kind + groups.kind);
  const penalty = new Float64Array(FEATURES);
  for (const group of Object.keys(groups) as Group[]) penalty.fill(penaltyOf(group), offsets[group], offsets[group] + groups[group]);
  const targets = documents.map(({ row }) => row.counts[name]!);
  const importance = targets.map((count) => 1 / (count + 6));
  return fitRidge(
    documents.map(({ features }) => features),
    targets,
    importance,
    prior,
    penalty,
  );
}

function fitVocabulary(all: readonly Document[], vocabulary: Vocabulary): Fit {
  const documents = all.filter(({ row }) => row.counts[vocabulary.name] !== undefined);
  const parts = Array.from({ length: FOLDS }, (_, fold) =>
    fitWeights(
      documents.filter((document) => document.fold !== fold),
      vocabulary,
    ),
  );
  const heldOut = documents.map(({ features, fold }) => Math.max(1, dot(features, parts[fold]!)));
  return { weights: fitWeights(documents, vocabulary), documents, heldOut };
}

const topKind = (shares: readonly number[]): number => shares.indexOf(Math.max(...shares));
const isForeign = (document: Document): boolean => topKind(document.shares) >= LATIN_KINDS;

/** Bands by kind: fitted together for Latin script and code; for other scripts what the worst document needs, the widest where there are few. */
function fitBands({ documents, heldOut }: Fit, { name, widest }: Vocabulary): Band {
  const cases = documents.map((document, i): BandCase => {
    const error = document.row.counts[name]! / heldOut[i]! - 1;
    return { shares: document.shares, estimate: heldOut[i]!, error, importance: document.row.corpus === 'programs' ? 1 : 6 };
  });
  const worst = kindNames.map((_, kind) =>
    cases.filter(({ shares }, i) => topKind(shares) === kind && isForeign(documents[i]!)).map(({ error }) => Math.abs(error)),
  );
  const foreign = worst.map((errors) => (errors.length < 3 ? widest : Math.min(widest, Math.max(LEAST_FOREIGN, 1.1 * Math.max(...errors)))));
  const least = kindNames.map((_, kind) => (kind < LATIN_KINDS ? LEAST : foreign[kind]!));
  const most = kindNames.map((_, kind) =>
    kind >= LATIN_KINDS ? foreign[kind]! : kindNames[kind] === 'plain' || kindNames[kind] === 'whole' ? 0.11 : widest,
  );
  return fitBand(
    cases.filter((_, i) => !isForeign(documents[i]!)),
    least,
    most,
    HOLD,
  );
}

/** What the documents kept aside show, by corpus. Shares of 1. */
function measure({ documents, heldOut }: Fit, band: Band, { name }: Vocabulary) {
  const of = (corpus: string) => {
    const cases = documents.flatMap((document, i) => (document.row.corpus === corpus ? [{ document, estimate: heldOut[i]! }] : []));
    const truth = ({ document }: (typeof cases)[number]) => document.row.counts[name]!;
    const half = cases.map(({ document, estimate }) => halfWidthOf(band, { shares: document.shares, estimate }));
    const held = cases.filter((one, i) => {
      const [low, high] = [Math.floor(one.estimate * (1 - half[i]!)), Math.ceil(one.estimate * (1 + half[i]!))];
      return low <= truth(one) && truth(one) <= high;
    });
    const mean = (values: readonly number[]) => Math.round((10_000 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10_000;
    return {
      documents: cases.length,
      meanError: mean(cases.map((one) => Math.abs(Math.round(one.estimate) / truth(one) - 1))),
      inBand: Math.round((10_000 * held.length) / cases.length) / 10_000,
      meanHalfWidth: mean(half),
      widest: Math.round(1000 * Math.max(...half)) / 1000,
    };
  };
  const hasMessages = documents.some(({ row }) => row.corpus === 'messages');
  return { programs: of('programs'), languages: of('languages'), ...(hasMessages && { messages: of('messages') }) };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function writeWeights(vocabulary: Vocabulary, weights: Float64Array, band: Band, heldOut: object): void {
  const byGroup: Record<string, number[]> = {};
  for (const group of Object.keys(groups) as Group[]) {
    const values = [...weights.slice(offsets[group], offsets[group] + groups[group])].map(round);
    byGroup[group] = values.slice(0, values.findLastIndex((value) => value !== 0) + 1);
  }
  const { name: _, file, ratio: __, widest: ___, ...about } = vocabulary;
  const lines = Object.entries(byGroup).map(([group, values]) => `    ${JSON.stringify(group)}: ${JSON.stringify(values)}`);
  const head = Object.entries({ ...about, heldOut, spread: band.spread.map(round), short: round(band.short) });
  const text = `{\n${head.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join('')}  "weights": {\n${lines.join(',\n')}\n  }\n}\n`;
  writeFileSync(path.join(import.meta.dirname, `../../src/core/tokenizers/estimator/weights/${file}.json`), text);
}

const documents = readDocuments();
const named = process.argv.slice(2);
for (const vocabulary of vocabularies.filter(({ file }) => named.length === 0 || named.includes(file))) {
  const fit = fitVocabulary(documents, vocabulary);
  if (fit.documents.length === 0) continue;
  const band = fitBands(fit, vocabulary);
  const heldOut = measure(fit, band, vocabulary);
  writeWeights(vocabulary, fit.weights, band, heldOut);
  process.stdout.write(`${vocabulary.file} ${JSON.stringify(heldOut)}\n${band.spread.map(round).join(' ')} short ${round(band.short)}\n`);
}
