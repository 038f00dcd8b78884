// Lists what the bundles hold of others: `npm run audit:licenses`, after a build. Writes dist/THIRD-PARTY-NOTICES.txt, which goes into the
// package, and dist/prompt-cost-lint.cdx.json, a bill of materials (CycloneDX) that lies beside it. Exits with 1 for a licence that is not on the list.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that allow what we do: give the code on, bundled, with its notice. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'Unlicense']);

/** Packages whose files the build copies rather than bundles. */
const copied = ['@tree-sitter-grammars/tree-sitter-kotlin', '@vscode/tree-sitter-wasm', 'js-tiktoken', 'web-tree-sitter'];

export interface BundledPackage {
  name: string;
  version: string;
  license: string;
  /** The licence's text and notices, as the package has them. */
  text: string;
}

/** The packages that files of a bundle come from: the innermost folder below `node_modules`, which may lie in another package's own. */
export function packageFolders(inputs: readonly string[]): string[] {
  const folders = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set([...folders, ...copied.map((name) => `node_modules/${name}`)])].sort();
}

export function readPackage(folder: string): BundledPackage {
  const { name, version, license = 'unknown' } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // A folder of licences is a list of files of its own.
  const files = readdirSync(folder, { withFileTypes: true })
    .filter(({ name: file }) => /^(licen[cs]es?|copying|notice|third-?party-?notices)/i.test(file) && !/\.(c|m)?[jt]s$/.test(file))
    .flatMap((entry) => (entry.isDirectory() ? readdirSync(path.join(folder, entry.name)).map((file) => path.join(entry.name, file)) : [entry.name]));
  return {
    name,
    version,
    license,
    text: files
      .sort()
      .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
      .join('\n\n'),
  };
}

/** Is one of the licences that a package offers on the list? */
export const isAllowed = ({ license }: BundledPackage): boolean =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));

export function writeNotices(packages: readonly BundledPackage[]): string {
  const parts = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text || `Licensed under ${license}.`}\n`);
  return `Prompt Cost Lint holds the following packages of others.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

export function writeBill(packages: readonly BundledPackage[], version: string): object {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'prompt-cost-lint', version, 'bom-ref': `pkg:npm/prompt-cost-lint@${version}` } },
    components: packages.map(({ name, version: own, license }) => {
      const purl = `pkg:npm/${name.replace('@', '%40')}@${own}`;
      const licenses = license.includes(' ') ? [{ expression: license }] : [{ license: { id: license } }];
      return { type: 'library', 'bom-ref': purl, name, version: own, purl, licenses };
    }),
  };
}

function main(): void {
  const { inputs } = JSON.parse(readFileSync('dist/meta.json', 'utf8')) as { inputs: Record<string, unknown> };
  const packages = packageFolders(Object.keys(inputs)).map(readPackage);
  const refused = packages.filter((one) => !isAllowed(one));
  for (const { name, version, license } of refused) console.error(`${name} ${version} has the licence ${license}, which is not on the list`);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', writeNotices(packages));
  writeFileSync('dist/prompt-cost-lint.cdx.json', `${JSON.stringify(writeBill(packages, version), null, 2)}\n`);
  console.log(`${packages.length} packages of others in the bundles`);
  process.exitCode = refused.length ? 1 : 0;
}

if (require.main === module) main();
