import { revision } from './revision';
import { defineTool } from './tool';

export default defineTool({
  name: 'diff_cost',
  title: 'What a change costs',
  description:
    'What the change since a revision of the git repository does to the cost of each LLM request, in USD per call at list price, split by cause (prompt, model, tools, limit, cache and others).',
  input: { base: revision.default('HEAD'), head: revision.optional().describe('another revision; absent: the files as they are') },
  async answer({ base, head }, { roots, print }) {
    const [root = '.'] = await roots();
    const { printed, remarks } = await print(root, ['diff', '--format', 'json', '--', base, ...(head === undefined ? [] : [head])]);
    return { ...JSON.parse(printed), ...(remarks.length && { remarks }) };
  },
});
