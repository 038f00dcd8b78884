import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import type { ContextOptions } from '../core';
import { describeContext, reportContextAsText } from '../report';
import { describeError } from './analyzeFile';
import { readCount } from './analyzeFiles';
import { createContextFiles } from './contextFiles';
import { type Host, UsageError } from './host';
import type { Register } from './program';
import { openSettings } from './settings';

interface Options {
  format: 'text' | 'json';
  model?: string;
  turns?: number;
  tools: string[];
  config?: string;
}

/** `prompt-cost context`: what coding agents load of a project into each session. */
export const registerContext: Register = (program, host) => {
  program
    .command('context')
    .description('Show what coding agents load into each session, and what that costs.')
    .argument('[path]', 'folder that the agent starts in (default: the working folder)')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .option('--model <id>', "model of every agent (default: the agent's own)")
    .option('--turns <count>', 'turns of a session (default: as the project file states, else 20)', readCount)
    .option(
      '--tools <server=file>',
      'saved answer of a server to tools/list, repeatable',
      (given: string, all: string[]) => [...all, given],
      [] as string[],
    )
    .option('--config <file>', 'settings file')
    .action(async (folder: string | undefined, options: Options) => {
      const root = path.resolve(host.cwd, folder ?? '.');
      const isFolder = await stat(root).then(
        (about) => about.isDirectory(),
        () => false,
      );
      if (!isFolder) throw new UsageError(`${folder} is no folder`);
      const settings = await openSettings(host, options.config);
      const { model, turns, tools } = options;
      const asked: ContextOptions = { model, turns, tools: await readTools(host, tools) };
      const contexts = await (await host.engine()).agentContext(createContextFiles(root), await settings.of(root), asked);
      const report = describeContext(contexts);
      host.write(options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportContextAsText(report));
    });
};

type Tools = NonNullable<ContextOptions['tools']>;

async function readTools(host: Host, given: readonly string[]): Promise<Tools> {
  const found: Record<string, Tools[string]> = {};
  for (const one of given) {
    const [, server, file] = /^([^=]+)=(.+)$/s.exec(one) ?? [];
    if (!server || !file) throw new UsageError(`${one} is no server=file`);
    found[server] = toolsIn(await readAnswer(host, file), file);
  }
  return found;
}

async function readAnswer(host: Host, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path.resolve(host.cwd, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`cannot read ${file} (${describeError(error)})`);
  }
}

/** The tools of an answer to `tools/list`, with or without the frame of JSON-RPC, as a request sends them. */
function toolsIn(answer: unknown, file: string): Tools[string] {
  const { result, tools = (result as { tools?: unknown } | undefined)?.tools } = (answer ?? {}) as { result?: unknown; tools?: unknown };
  const list = Array.isArray(answer) ? answer : tools;
  if (!Array.isArray(list)) throw new UsageError(`${file} is no answer to tools/list`);
  // A client hands on these three, not a server's titles and hints.
  return list.map(({ name, description, inputSchema }) => ({ name, description: description ?? '', input_schema: inputSchema ?? {} }));
}
