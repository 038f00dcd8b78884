import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** Folder of an installed package. */
export const packageFolder = (name: string): string => path.join(root, 'node_modules', name);

export const packageVersion = (name: string): string => JSON.parse(readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8')).version;
