import { z } from 'zod';
import { revision } from './revision';
import { defineTool } from './tool';

export default defineTool({
  name: 'check_changes',
  title: 'Check what a change added',
  description:
    'The errors and warnings that came since a revision of the git repository (by default the last commit), with the edits that mend them and the ids of these fixes. Empty where the change added none.',
  input: { base: revision.default('HEAD'), path: z.string().min(1).default('.').describe('file or folder, from the workspace root') },
  async answer({ base, path: name }, { find, print }) {
    const { root, path } = await find(name);
    const { printed, remarks } = await print(root, ['check', '--format', 'json', '--severity', 'warning', `--changed-since=${base}`, '--', path]);
    return { ...JSON.parse(printed), ...(remarks.length && { remarks }) };
  },
});
