import { z } from 'zod';
import { ruleInfos } from '../ruleInfos';
import { defineTool, ToolError } from './tool';

export default defineTool({
  name: 'explain',
  title: 'Explain a rule',
  description: 'What a rule of prompt-cost finds, why it costs money, how to mend it, and how to switch it off. In Markdown.',
  input: { rule: z.string().min(1).describe('id of the rule, such as missing-output-limit') },
  async answer({ rule }, { readDocs }) {
    const infos = ruleInfos();
    const info = infos.find(({ id }) => id === rule);
    if (!info) throw new ToolError(`there is no rule ${rule}; there are ${infos.map(({ id }) => id).join(', ')}`);
    return { ...info, docs: await readDocs(rule) };
  },
});
