import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createSettingsReader, knownNames, parseProjectFile, projectFileName, type SettingRemark, type Settings, type SettingsSource } from '../core';
import { createProjectFiles, type ProjectFiles } from '../projectFiles';
import { createLocator } from '../report';
import { createUsageFiles } from '../usageFiles';
import type { Unreadable } from './analyzeFile';
import { type Host, UsageError } from './host';

/** What reading settings needs of the world. */
export type SettingsHost = Pick<Host, 'cwd' | 'warn'>;

/** The settings of each folder. What is wrong in a file is named on standard error when the file is first met. */
export interface FolderSettings {
  /** Of the files in a folder, given by its absolute path. Folders with the same settings get the same object. */
  of(folder: string): Promise<Settings>;
  /** The project files met so far that could not be read at all; they count for nothing. */
  readonly broken: readonly Unreadable[];
}

/** Where settings are read from: the disk, or a state of a repository. */
export interface SettingsFiles {
  projectFiles: ProjectFiles;
  /** The text of `.vscode/settings.json` of the working folder; null where there is none. */
  editorText(): Promise<string | null>;
}

const onDisk = (cwd: string): SettingsFiles => ({ projectFiles: createProjectFiles(), editorText: () => readOptional(path.join(cwd, editorFile)) });

/**
 * Opens the settings for a run: the named file wins over the project files, merged from the root down, those over the `promptCost.*` keys
 * of `.vscode/settings.json` in the working folder, those over the defaults. A named file that cannot be read is a wrong use.
 */
export async function openSettings(host: SettingsHost, configFile?: string, from: SettingsFiles = onDisk(host.cwd)): Promise<FolderSettings> {
  const reader = createSettingsReader(knownNames());
  const files = from.projectFiles;
  const usages = createUsageFiles((file, reason) => host.warn(`${path.relative(host.cwd, file)} is not used: ${reason}`));
  const editor = readEditorSettings(await from.editorText());
  const named = configFile === undefined ? [] : [await readNamed(host.cwd, configFile)];
  const byChain = new Map<string, Settings>();
  const said = new Set<string>();
  const broken: Unreadable[] = [];

  const say = (remark: SettingRemark, text: string) => {
    const place = `${remark.file ?? editorFile}:${placeIn(text, remark.range.start)}`;
    if (remark.severity === 'error') broken.push({ path: place, error: remark.message });
    else host.warn(`${place}: ${remark.key ? `${remark.key} ` : ''}${remark.message}`);
  };

  return {
    broken,
    async of(folder) {
      const chain = (await files.chainOf(folder)).map(
        ({ folder: inFolder, text }): ProjectSource => ({ kind: 'project', text, folder: inFolder, file: shownFrom(host.cwd, inFolder) }),
      );
      const measured = await usages.usageOf(folder);
      const key = [measured?.folder ?? '', ...chain.map(({ file }) => file)].join('\n');
      const known = byChain.get(key);
      if (known) return known;
      const sources = [...(editor ? [editor.source] : []), ...chain, ...named];
      const { settings: stated, remarks } = reader.read(sources, toSlashes(host.cwd));
      const settings = { ...stated, measured };
      for (const remark of remarks) {
        const about = `${remark.file} ${remark.range.start} ${remark.key} ${remark.message}`;
        if (said.has(about)) continue;
        said.add(about);
        say(remark, [...chain, ...named].find(({ file }) => file === remark.file)?.text ?? editor?.text ?? '');
      }
      byChain.set(key, settings);
      return settings;
    },
  };
}

type ProjectSource = SettingsSource & { kind: 'project' };

/** Where VS Code keeps the settings of a folder. */
export const editorFile = '.vscode/settings.json';

/** The settings of the working folder, for subcommands over one text. A project file that cannot be read is a wrong use. */
export async function loadSettings(host: Host, configFile?: string): Promise<Settings> {
  const all = await openSettings(host, configFile);
  const settings = await all.of(host.cwd);
  const [broken] = all.broken;
  if (broken) throw new UsageError(`cannot read ${broken.path} (${broken.error})`);
  return settings;
}

async function readNamed(cwd: string, configFile: string): Promise<ProjectSource> {
  const file = path.resolve(cwd, configFile);
  const text = await readOptional(file);
  if (text === null) throw new UsageError(`cannot read the configuration ${configFile}`);
  const parsed = parseProjectFile(text);
  if (parsed.kind === 'broken') throw new UsageError(`cannot read ${configFile}:${placeIn(text, parsed.at.start)} (${parsed.reason})`);
  return { kind: 'project', text, folder: toSlashes(path.dirname(file)), file: configFile };
}

function readEditorSettings(text: string | null): { source: SettingsSource; text: string } | null {
  if (text === null) return null;
  const parsed = parseProjectFile(text);
  if (parsed.kind === 'broken') throw new UsageError(`cannot read ${editorFile}:${placeIn(text, parsed.at.start)} (${parsed.reason})`);
  const entries = Object.entries(typeof parsed.raw === 'object' && parsed.raw !== null ? parsed.raw : {});
  const raw = Object.fromEntries(entries.filter(([key]) => key.startsWith('promptCost.')));
  return { source: { kind: 'editor', raw, rangeOf: parsed.rangeOf }, text };
}

function placeIn(text: string, offset: number): string {
  const { line, column } = createLocator(text)({ start: offset, end: offset });
  return `${line}:${column}`;
}

async function readOptional(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

/** The name of a folder's project file, from the working folder. */
const shownFrom = (cwd: string, folder: string): string => toSlashes(path.relative(cwd, path.join(folder || '/', projectFileName)));

const toSlashes = (name: string): string => (path.sep === '\\' ? name.replaceAll('\\', '/') : name);
