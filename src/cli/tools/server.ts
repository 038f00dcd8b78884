import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { version } from '../../../package.json';
import { escapeLine } from '../../report';
import { describeError } from '../analyzeFile';
import { exitCodes, type Host, UsageError } from '../host';
import type { Run } from '../program';
import { tools } from './index';
import { findPlace } from './places';
import { type Tool, type ToolContext, ToolError } from './tool';

/** Serves one client over standard input and output, until it leaves. */
export async function serve(host: Host, run: Run, roots: readonly string[] | undefined): Promise<void> {
  const server = createMcpServer(host, run, roots);
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport());
  await ended;
}

/** The server, not connected yet. Without `roots`, the client's hold, else the working folder. */
export function createMcpServer(host: Host, run: Run, roots?: readonly string[]): McpServer {
  const server = new McpServer({ name: 'prompt-cost', title: 'Prompt Cost Lint', version });
  const askRoots = async (): Promise<readonly string[]> => {
    if (roots || !server.server.getClientCapabilities()?.roots) return roots ?? [host.cwd];
    const { roots: offered } = await server.server.listRoots().catch(() => ({ roots: [] }));
    const folders = offered.flatMap(({ uri }) => (uri.startsWith('file:') ? fileURLToPath(uri) : []));
    return folders.length ? folders : [host.cwd];
  };
  const context = createContext(host, run, askRoots);
  for (const { name, title, description, input, answer } of tools) {
    server.registerTool(
      name,
      { title, description, inputSchema: input, annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false } },
      async (given): Promise<CallToolResult> => {
        try {
          return { content: [{ type: 'text', text: write(await answer(given, context)) }] };
        } catch (error) {
          return { content: [{ type: 'text', text: escapeLine(describeError(error)) }], isError: true };
        }
      },
    );
  }
  return server;
}

/** One question without a session: what a host asks that can start a process, but not keep one. */
export async function answerOnce(name: string, host: Host, run: Run, roots: readonly string[] = [host.cwd]): Promise<number> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new UsageError(`there is no tool ${name}; there are ${tools.map((one) => one.name).join(', ')}`);
  const context = createContext(host, run, async () => roots);
  try {
    host.write(`${write(await tool.answer(readQuestion(tool, await host.readStdin()), context))}\n`);
    return exitCodes.fine;
  } catch (error) {
    if (error instanceof ToolError) throw new UsageError(error.message);
    throw error;
  }
}

function readQuestion({ name, input }: Tool, bytes: Buffer): Parameters<Tool['answer']>[0] {
  let raw: unknown;
  try {
    raw = JSON.parse(bytes.toString());
  } catch {
    throw new ToolError(`the input of ${name} is no JSON`);
  }
  const read = z.object(input).safeParse(raw);
  if (!read.success) throw new ToolError(`the input of ${name}: ${z.prettifyError(read.error).replace(/\s+/g, ' ')}`);
  return read.data;
}

/** Without blanks: agents pay for them. */
const write = (answer: unknown): string => JSON.stringify(answer);

function createContext(host: Host, run: Run, roots: () => Promise<readonly string[]>): ToolContext {
  const hosts = new Map([[host.cwd, host]]);
  const hostOf = (root: string): Host => {
    const known = hosts.get(root) ?? host.from(root);
    hosts.set(root, known);
    return known;
  };
  return {
    roots,
    find: async (name) => findPlace(name, await roots()),
    async print(root, args, stdin = '') {
      let printed = '';
      const remarks: string[] = [];
      const code = await run(args, {
        ...hostOf(root),
        write: (text) => {
          printed += text;
        },
        warn: (line) => remarks.push(line),
        readStdin: async () => Buffer.from(stdin),
      });
      if (code === exitCodes.usage && !printed) throw new ToolError(remarks.join('; '));
      return { printed, remarks };
    },
    readDocs: (rule) => readFile(path.join(host.distFolder, 'assets/rules', `${rule}.md`), 'utf8'),
  };
}
