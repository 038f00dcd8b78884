import csharp from './csharp';
import go from './go';
import java from './java';
import javascript from './javascript';
import kotlin from './kotlin';
import type { Language } from './language';
import php from './php';
import python from './python';
import ruby from './ruby';
import rust from './rust';
import typescript from './typescript';
import typescriptreact from './typescriptreact';

/** Every source language, in alphabetical order of its file. */
export const languages: readonly Language[] = [csharp, go, java, javascript, kotlin, php, python, ruby, rust, typescript, typescriptreact];
