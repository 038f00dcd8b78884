import javascript from './javascript';
import type { Language } from './language';
import python from './python';
import typescript from './typescript';
import typescriptreact from './typescriptreact';

/** Every source language, in alphabetical order of its file. */
export const languages: readonly Language[] = [javascript, python, typescript, typescriptreact];
