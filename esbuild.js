// Builds dist/: the extension, the language server, the command line, and the engine's assets (wasm grammars, rank tables).
const { context, build } = require('esbuild');
const { cpSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Grammar files by package; one line per grammar that a file in src/core/languages names. */
const grammars = {
  '@vscode/tree-sitter-wasm/wasm': ['c-sharp', 'go', 'java', 'javascript', 'php', 'python', 'ruby', 'rust', 'tsx', 'typescript'],
  '@tree-sitter-grammars/tree-sitter-kotlin': ['kotlin'],
};
const encodings = ['cl100k_base', 'o200k_base'];

const at = (...parts) => path.join(__dirname, ...parts);

function copyAssets() {
  const assets = at('dist', 'assets');
  mkdirSync(assets, { recursive: true });
  cpSync(at('node_modules/web-tree-sitter/web-tree-sitter.wasm'), path.join(assets, 'web-tree-sitter.wasm'));
  for (const [folder, names] of Object.entries(grammars)) {
    for (const name of names) cpSync(at('node_modules', folder, `tree-sitter-${name}.wasm`), path.join(assets, `tree-sitter-${name}.wasm`));
  }
  cpSync(at('docs/rules'), path.join(assets, 'rules'), { recursive: true });
  for (const name of encodings) {
    const table = require(`js-tiktoken/ranks/${name}`);
    writeFileSync(path.join(assets, `${name}.json`), JSON.stringify(table));
  }
}

async function main() {
  rmSync(at('dist'), { recursive: true, force: true });
  copyAssets();
  const options = {
    entryPoints: {
      extension: at('src/client/extension.ts'),
      server: at('src/server/main.ts'),
      serverThread: at('src/server/thread.ts'),
      cli: at('src/cli/main.ts'),
    },
    outdir: at('dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // jsonc-parser's other form loads its parts in a way that no bundler can follow.
    mainFields: ['module', 'main'],
    // The module form asks for import.meta.url, which a CommonJS bundle has not.
    alias: { 'web-tree-sitter': at('node_modules/web-tree-sitter/web-tree-sitter.cjs') },
    external: ['vscode', '@duckdb/node-api'],
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
    metafile: true,
  };
  if (watch) await (await context(options)).watch();
  else writeFileSync(at('dist', 'meta.json'), JSON.stringify((await build(options)).metafile));
}

main().catch(() => process.exit(1));
