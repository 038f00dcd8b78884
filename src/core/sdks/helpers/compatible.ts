import type { Ecosystem } from '../../languages/language';
import type { Sdk, SdkCall } from '../sdk';

/** Rows of an SDK that copies OpenAI's interface under its own name. Not an SDK itself. */
export function compatibleSdk(
  id: string,
  provider: string,
  packages: Partial<Record<Ecosystem, string[]>>,
  clients: string[],
  rootNames: RegExp,
): Sdk {
  const chat = {
    api: `${id}.chat.completions`,
    kind: 'chat',
    model: ['model'],
    messages: ['messages'],
    outputLimit: ['max_completion_tokens', 'max_tokens'],
    stream: ['stream'],
    tools: ['tools', 'functions'],
    schema: ['response_format'],
  } satisfies Partial<SdkCall>;
  return {
    id,
    provider,
    packages,
    clients: clients.map((name) => ({ name })),
    rootNames,
    calls: [
      { ...chat, path: ['chat.completions.create', 'chat.completions.parse'], on: 'client' },
      { ...chat, path: ['chat.completions.stream'], on: 'client', stream: true },
      {
        path: 'completions.create',
        on: 'client',
        api: `${id}.completions`,
        kind: 'completion',
        model: ['model'],
        user: ['prompt'],
        outputLimit: ['max_tokens'],
        stream: ['stream'],
      },
      { path: 'embeddings.create', on: 'client', api: `${id}.embeddings`, kind: 'embedding', model: ['model'] },
      {
        path: ['images.create', 'images.generate', 'images.generations'],
        on: 'client',
        api: `${id}.images`,
        kind: 'image',
        model: ['model'],
        user: ['prompt'],
      },
      { path: 'audio.transcriptions.create', on: 'client', api: `${id}.audio.transcriptions`, kind: 'audio', model: ['model'] },
      { path: 'audio.speech.create', on: 'client', api: `${id}.audio.speech`, kind: 'audio', model: ['model'] },
      { path: ['fine_tuning.create', 'fine_tuning.jobs.create'], on: 'client', api: `${id}.fine_tuning`, kind: 'fine-tuning', model: ['model'] },
      { path: 'batches.create', on: 'client', api: `${id}.batches`, kind: 'batch' },
    ],
  };
}
