import { z } from 'zod';
import { defineTool } from './tool';

export default defineTool({
  name: 'count',
  title: 'Count tokens',
  description: 'How many tokens a text has for a model, whether that is exact, and what it costs as input, in USD at list price.',
  input: {
    text: z.string().max(5_000_000),
    model: z.string().min(1).describe('a model id such as gpt-5 or claude-sonnet-4-5'),
  },
  async answer({ text, model }, { roots, print }) {
    const [root = '.'] = await roots();
    const { printed } = await print(root, ['count', `--model=${model}`, '--format', 'json', '-'], text);
    const [count] = JSON.parse(printed);
    return count;
  },
});
