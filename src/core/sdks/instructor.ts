import type { Sdk, SdkCall } from './sdk';

const CHAT = {
  api: 'instructor.chat.completions',
  kind: 'chat',
  model: ['model', 'receiver.model', 'receiver.0'],
  messages: ['messages'],
  system: ['system'],
  outputLimit: ['max_completion_tokens', 'max_tokens', 'receiver.max_completion_tokens', 'receiver.max_tokens'],
  schema: ['response_model'],
  wrapsText: true,
  stream: ['stream'],
} satisfies Partial<SdkCall>;

/** instructor: clients that are wrapped for structured answers. */
export default {
  id: 'instructor',
  provider: null,
  packages: { python: ['instructor'], javascript: ['@instructor-ai/instructor'] },
  rootNames: /instructor/,
  calls: [
    {
      ...CHAT,
      path: ['chat.completions.create', 'chat.completions.create_with_completion', 'completions.create', 'create', 'create_with_completion'],
      on: 'client',
    },
    {
      ...CHAT,
      path: [
        'chat.completions.create_partial',
        'create_partial',
        'chat.completions.create_iterable',
        'create_iterable',
        'messages.create_partial',
        'messages.create_iterable',
      ],
      on: 'client',
      stream: true,
    },
    { ...CHAT, path: 'messages.create', on: 'client', limitRequired: true },
  ],
} satisfies Sdk;
