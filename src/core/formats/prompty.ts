import { type Format, promptsOnly } from './format';
import { declaredIn, splitFrontMatter } from './helpers/frontMatter';
import { promptSections } from './helpers/prompts';
import { JINJA } from './helpers/templates';

/** Prompty: the model in the front matter, then messages behind role markers, with Jinja or Mustache values. */
export default {
  id: 'prompty',
  editorIds: ['prompty'],
  globs: ['**/*.prompty'],
  read(text) {
    const { matter, body } = splitFrontMatter(text);
    return {
      ...promptsOnly(promptSections(text, body, null, JINJA)),
      declared: declaredIn(
        matter,
        ['model.id', 'model.configuration.model', 'model.configuration.azure_deployment', 'model.configuration.name', 'model'],
        [
          'model.options.maxOutputTokens',
          'model.parameters.max_completion_tokens',
          'model.parameters.max_tokens',
          'model.options.max_tokens',
          'model.configuration.max_tokens',
        ],
      ),
    };
  },
} satisfies Format;
