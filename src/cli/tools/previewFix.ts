import { z } from 'zod';
import { fileOfFix } from '../../report';
import { defineTool, ToolError } from './tool';

export default defineTool({
  name: 'preview_fix',
  title: 'Preview a fix',
  description: 'The unified diff of a fix, by its id as check names it. Nothing is written: apply the diff yourself.',
  input: { id: z.string().min(1).describe('id of a fix, such as app/chat.py#1c9e0f3a.1') },
  async answer({ id }, { find, print }) {
    const file = fileOfFix(id);
    if (file === null) throw new ToolError(`${id} is no id of a fix, such as app/chat.py#1c9e0f3a.1`);
    const { root } = await find(file);
    const { printed } = await print(root, ['fix', `--id=${id}`, '--dry-run', '--', file]);
    return { id, diff: printed };
  },
});
