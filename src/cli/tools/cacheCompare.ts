import { z } from 'zod';
import { defineTool, ToolError } from './tool';

export default defineTool({
  name: 'cache_compare',
  title: 'Compare two recorded requests',
  description:
    "Why a request does not come from the provider's prompt cache: the first part in which it differs from an earlier one (tools, system, messages), the place, what both share before it, and what that costs.",
  input: {
    first: z.string().min(1).describe('file with the JSON of the earlier request, from the workspace root'),
    second: z.string().min(1).describe('file with the JSON of the later request'),
  },
  async answer({ first, second }, { find, print }) {
    const [one, other] = [await find(first), await find(second)];
    if (one.root !== other.root) throw new ToolError('both files must lie in the same workspace folder');
    const { printed } = await print(one.root, ['cache', 'compare', '--format', 'json', '--', one.path, other.path]);
    return JSON.parse(printed);
  },
});
