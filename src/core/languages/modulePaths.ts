import type { Import } from '../facts';

/** Where a module of the same project may lie, as paths with forward slashes, likeliest first. Nothing for other packages. */
export type ModulePaths = (fact: Pick<Import, 'module' | 'name'>, from: string) => string[];

/** How many folders above a file are tried as the root of an absolute import. */
const ROOTS = 5;

/** `from .prompts import X`, `from app.prompts import X`, `from . import prompts`. */
export const pythonModulePaths: ModulePaths = ({ module, name }, from) => {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const parts = module.slice(dots).split('.').filter(Boolean);
  const starts = dots ? [ancestor(folderOf(from), dots - 1)] : ancestors(folderOf(from));
  return starts.flatMap((start) => {
    const base = join(start, parts.join('/'));
    const own = parts.length ? [`${base}.py`, join(base, '__init__.py')] : [join(base, '__init__.py')];
    return name ? [...own, join(base, `${name}.py`)] : own;
  });
};

const SCRIPTS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '/index.ts', '/index.tsx', '/index.js'];

/** `./prompts`, `../config.js`, `@/lib/prompts`, `~/prompts`, `src/prompts`. */
export const ecmascriptModulePaths: ModulePaths = ({ module }, from) => {
  const here = folderOf(from);
  const alias = /^(?:[@~#]\/|src\/)(.*)$/.exec(module);
  const bases = module.startsWith('.')
    ? [join(here, module)]
    : alias
      ? ancestors(here).flatMap((root) => [join(root, alias[1] as string), join(root, `src/${alias[1]}`)])
      : [];
  return bases.flatMap((base) => {
    const bare = base.replace(/\.[mc]?jsx?$/, '');
    return /\.(tsx?|json)$/.test(base) ? [base] : SCRIPTS.map((ending) => bare + ending);
  });
};

/** The local name of what a file only hands on (`export { a } from "./b"`): one that no identifier can have. */
export const handedOn = (name: string): string => `export(${name})`;

/** The folder of a path, `''` for a bare name. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function ancestor(folder: string, levels: number): string {
  let at = folder;
  for (let level = 0; level < levels; level++) at = join(at, '..');
  return at;
}

/** The folder and those above it, nearest first. */
export function ancestors(folder: string): string[] {
  const result = [folder];
  for (let at = folder; at && at !== '/' && !at.endsWith('..') && result.length < ROOTS; ) {
    at = folderOf(at);
    result.push(at);
  }
  return result;
}

/** Joins and normalises; keeps a leading `/` or `..`. */
export function join(folder: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return (folder.startsWith('/') ? '/' : '') + parts.join('/');
}
