import { z } from 'zod';
import { defineTool } from './tool';

export default defineTool({
  name: 'context_cost',
  title: 'Cost of the context of agents',
  description:
    'What coding agents load of a project into each session (instructions with imports, rules, skills, servers of tools), in tokens and USD per turn and session.',
  input: { path: z.string().min(1).default('.').describe('folder that the agent starts in, from the workspace root') },
  async answer({ path: name }, { find, print }) {
    const { root, path } = await find(name);
    const { printed, remarks } = await print(root, ['context', '--format', 'json', '--', path]);
    return { ...JSON.parse(printed), ...(remarks.length && { remarks }) };
  },
});
