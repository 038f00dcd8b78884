import { z } from 'zod';
import { defineTool } from './tool';

export default defineTool({
  name: 'check',
  title: 'Check a file or folder',
  description: 'The problems of the LLM calls and prompts in a file or folder, with the edits that mend them and the ids of these fixes.',
  input: { path: z.string().min(1).describe('file or folder, from the workspace root') },
  async answer({ path: name }, { find, print }) {
    const { root, path } = await find(name);
    const { printed, remarks } = await print(root, ['check', '--format', 'json', '--', path]);
    return { ...JSON.parse(printed), ...(remarks.length && { remarks }) };
  },
});
