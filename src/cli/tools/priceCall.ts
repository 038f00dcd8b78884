import { z } from 'zod';
import type { FileReport } from '../../report';
import { defineTool, ToolError } from './tool';

export default defineTool({
  name: 'price_call',
  title: 'Price an LLM call',
  description:
    'What the LLM call at a line of a file costs, in USD at list price: the first and later requests, each billed line with its price, and what of it is counted, stated, measured or assumed. A line of a prompt answers for the calls that send it.',
  input: {
    file: z.string().min(1).describe('path from the workspace root'),
    line: z.int().min(1).describe('1-based line; in a notebook, within its cell'),
    cell: z.int().min(0).optional().describe('0-based cell of a notebook'),
  },
  async answer({ file, line, cell }, { find, print }) {
    const { root, path } = await find(file);
    const { printed, remarks } = await print(root, ['analyze', '--format', 'json', '--', path]);
    const { version, prices, files } = JSON.parse(printed) as Analyzed;
    const report = files.find((one) => one.path === path);
    if (!report) throw new ToolError(remarks.join('; ') || `${file} is no file`);
    const isHere = (one: { cell?: number }) => cell === undefined || one.cell === cell;
    const sending = report.prompts
      .filter((prompt) => isHere(prompt) && prompt.startLine <= line && line <= prompt.endLine)
      .flatMap(({ calls }) => calls);
    const calls = report.calls.filter((call, index) => (isHere(call) && call.line <= line && line <= call.endLine) || sending.includes(index));
    if (!calls.length) throw new ToolError(`no LLM call is at line ${line} of ${file}${describeOthers(report)}`);
    return { version, prices, path, calls };
  },
});

interface Analyzed {
  version: number;
  prices: unknown;
  files: FileReport[];
}

function describeOthers({ calls, notice }: FileReport): string {
  if (notice !== undefined) return ` (${notice})`;
  return calls.length ? `; there are calls at lines ${calls.map((call) => call.line).join(', ')}` : '; it has none';
}
