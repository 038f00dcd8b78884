import type { Ecosystem } from '../../languages/language';
import type { SdkCall } from '../sdk';
import { CHAT as OPENAI_CHAT, RESPONSES } from './openaiBase';

/** Rows that differ from OpenAI's own Python and JavaScript shape, by package world: other method names, requests, builders. */
const only = (...ecosystems: Ecosystem[]): Pick<SdkCall, 'ecosystems' | 'on'> => ({ ecosystems, on: 'client' });

const BUILT = { system: ['system_message', 'developer_message'], user: ['user_message'] } satisfies Partial<SdkCall>;
const CHAT = { ...OPENAI_CHAT, model: ['model', 'deployment_name'], messages: ['messages', 'message'] } satisfies Partial<SdkCall>;
const COMPLETIONS = {
  api: 'openai.completions',
  kind: 'completion',
  model: ['model', 'deployment_name'],
  user: ['prompt', 'prompts'],
  outputLimit: ['max_tokens'],
  stream: ['stream'],
} satisfies Partial<SdkCall>;
const EMBEDDINGS = { api: 'openai.embeddings', kind: 'embedding', model: ['model', 'deployment_name'] } satisfies Partial<SdkCall>;
const IMAGES = { api: 'openai.images', kind: 'image', model: ['model'], user: ['prompt'] } satisfies Partial<SdkCall>;
const AUDIO = { kind: 'audio', model: ['model'] } satisfies Partial<SdkCall>;
const STREAM = { stream: true } satisfies Partial<SdkCall>;
const AZURE_JS = { ...OPENAI_CHAT, model: ['0'], messages: ['1'], outputLimit: ['2.maxTokens'], stream: undefined } satisfies Partial<SdkCall>;

/** Azure's client for JavaScript: the deployment, the messages, then the options. */
const azureJavascript: SdkCall[] = [
  { ...only('javascript'), path: 'getChatCompletions', ...AZURE_JS, distinctive: true },
  { ...only('javascript'), path: ['streamChatCompletions', 'listChatCompletions'], ...AZURE_JS, distinctive: true, ...STREAM },
  { ...COMPLETIONS, ...only('javascript'), path: 'getCompletions', model: ['0'], user: ['1'], outputLimit: ['2.maxTokens'], stream: undefined },
  { ...EMBEDDINGS, ...only('javascript'), path: 'getEmbeddings', model: ['0'] },
  { ...IMAGES, ...only('javascript'), path: 'getImages', model: ['0'], user: ['1'] },
];

const go: SdkCall[] = [
  { ...CHAT, ...only('go'), path: 'Chat.Completions.New', distinctive: true },
  { ...CHAT, ...only('go'), path: 'CreateChatCompletionStream', distinctive: true, ...STREAM },
  { ...RESPONSES, ...only('go'), path: 'Responses.New' },
  { ...RESPONSES, ...only('go'), path: 'Responses.NewStreaming', ...STREAM },
  { ...RESPONSES, ...only('go'), path: 'CreateResponse' },
  { ...COMPLETIONS, ...only('go'), path: ['Completions.New', 'CreateCompletion'] },
  { ...COMPLETIONS, ...only('go'), path: ['Completions.NewStreaming', 'CreateCompletionStream'], ...STREAM },
  { ...EMBEDDINGS, ...only('go'), path: ['Embeddings.New', 'CreateEmbeddings'] },
  { ...IMAGES, ...only('go'), path: ['CreateImage', 'CreateEditImage', 'CreateVariImage', 'Images.NewVariation'] },
  { ...AUDIO, ...only('go'), path: ['Audio.Transcriptions.New', 'CreateTranscription'], api: 'openai.audio.transcriptions' },
  { ...AUDIO, ...only('go'), path: ['Audio.Transcriptions.NewStreaming'], api: 'openai.audio.transcriptions', ...STREAM },
  { ...AUDIO, ...only('go'), path: ['Audio.Translations.New', 'CreateTranslation'], api: 'openai.audio.translations' },
  { ...AUDIO, ...only('go'), path: ['Audio.Speech.New', 'CreateSpeech'], api: 'openai.audio.speech' },
  {
    ...only('go'),
    path: ['FineTuning.Jobs.New', 'CreateFineTuningJob'],
    api: 'openai.fine_tuning.jobs',
    kind: 'fine-tuning',
    model: ['model'],
  },
  { ...only('go'), path: ['Batches.New', 'CreateBatch', 'CreateBatchWithUploadFile'], api: 'openai.batches', kind: 'batch' },
  { ...CHAT, ...only('go'), path: 'GetChatCompletions', distinctive: true },
  { ...CHAT, ...only('go'), path: 'GetChatCompletionsStream', distinctive: true, ...STREAM },
  { ...COMPLETIONS, ...only('go'), path: 'GetCompletions' },
  { ...EMBEDDINGS, ...only('go'), path: 'GetEmbeddings' },
];

const AZURE_JAVA = { model: ['0'], messages: ['1.messages', '1.0'] } satisfies Partial<SdkCall>;
const jvm: SdkCall[] = [
  { ...CHAT, ...BUILT, ...only('jvm'), path: ['chat.completions.create', 'createChatCompletion', 'chatCompletions.create'], distinctive: true },
  {
    ...CHAT,
    ...BUILT,
    ...only('jvm'),
    path: ['chat.completions.createStreaming', 'streamChatCompletion', 'chatCompletions.createStream', 'chatCompletions.createStreaming'],
    distinctive: true,
    ...STREAM,
  },
  { ...CHAT, ...only('jvm'), path: 'chatCompletion', of: ['OpenAI'] },
  { ...CHAT, ...only('jvm'), path: 'chatCompletions', of: ['OpenAI'], ...STREAM },
  { ...COMPLETIONS, ...only('jvm'), path: 'completion', of: ['OpenAI'] },
  { ...EMBEDDINGS, ...only('jvm'), path: 'embeddings', of: ['OpenAI'] },
  { ...IMAGES, ...only('jvm'), path: ['imageURL', 'imageJSON'], of: ['OpenAI'] },
  { ...AUDIO, ...only('jvm'), path: 'transcription', of: ['OpenAI'], api: 'openai.audio.transcriptions' },
  { ...AUDIO, ...only('jvm'), path: 'translation', of: ['OpenAI'], api: 'openai.audio.translations' },
  { ...RESPONSES, ...only('jvm'), path: 'responses.createStreaming', distinctive: true, ...STREAM },
  { ...COMPLETIONS, ...only('jvm'), path: 'createCompletion' },
  { ...COMPLETIONS, ...only('jvm'), path: ['completions.createStreaming', 'streamCompletion'], ...STREAM },
  { ...EMBEDDINGS, ...only('jvm'), path: 'createEmbeddings' },
  { ...IMAGES, ...only('jvm'), path: ['createImage', 'images.generateStreaming', 'images.createVariation'] },
  { ...AUDIO, ...only('jvm'), path: 'createTranscription', api: 'openai.audio.transcriptions' },
  { ...AUDIO, ...only('jvm'), path: 'createTranslation', api: 'openai.audio.translations' },
  { ...AUDIO, ...only('jvm'), path: ['createSpeech'], api: 'openai.audio.speech' },
  { ...CHAT, ...AZURE_JAVA, ...only('jvm'), path: ['getChatCompletions', 'getChatCompletionsWithResponse'], distinctive: true },
  { ...CHAT, ...AZURE_JAVA, ...only('jvm'), path: 'getChatCompletionsStream', distinctive: true, ...STREAM },
  { ...COMPLETIONS, ...only('jvm'), path: 'getCompletions', model: ['0'], user: ['1.prompt', '1.0'] },
  { ...COMPLETIONS, ...only('jvm'), path: 'getCompletionsStream', model: ['0'], user: ['1.prompt', '1.0'], ...STREAM },
  { ...EMBEDDINGS, ...only('jvm'), path: 'getEmbeddings', model: ['0'] },
  { ...IMAGES, ...only('jvm'), path: 'getImageGenerations', model: ['0'], user: ['1.prompt', '1.0'] },
];

/** The clients of .NET are made for one model. */
const MODEL = ['model', 'deployment_name', 'receiver.model', 'receiver.deployment_name', 'receiver.model_name', 'receiver.0'];
const DOTNET = {
  api: 'openai.chat.completions',
  kind: 'chat',
  model: MODEL,
  messages: ['messages', '0', '1', '2'],
  outputLimit: ['max_output_token_count', 'max_completion_tokens', 'max_tokens'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;
const DOTNET_RESPONSES = {
  api: 'openai.responses',
  kind: 'chat',
  model: MODEL,
  system: ['instructions'],
  messages: ['input_items', 'user_input_text', 'input', '0'],
  outputLimit: ['max_output_token_count'],
  tools: ['tools'],
} satisfies Partial<SdkCall>;
/** The newer client of responses takes the model with each request. */
const RESPONSES_CLIENT = {
  of: ['ResponsesClient', 'GetResponsesClient'],
  model: ['model', '0.0', '0'],
  messages: ['input_items', 'user_input_text', 'input', '0.1', '1'],
} satisfies Partial<SdkCall>;
/** ChatGptNet: the conversation, then what is asked. */
const ASKED = { of: ['IChatGptClient'], model: ['model'], messages: [], user: ['message', '1'], outputLimit: ['parameters.max_tokens'] };
const dotnet: SdkCall[] = [
  { ...DOTNET, ...only('dotnet'), path: ['CompleteChat', 'CompleteChatAsync'], distinctive: true },
  { ...DOTNET, ...only('dotnet'), path: ['CompleteChatStreaming', 'CompleteChatStreamingAsync'], distinctive: true, ...STREAM },
  { ...DOTNET_RESPONSES, ...RESPONSES_CLIENT, ...only('dotnet'), path: ['CreateResponse', 'CreateResponseAsync'] },
  {
    ...DOTNET_RESPONSES,
    ...RESPONSES_CLIENT,
    ...only('dotnet'),
    path: ['CreateResponseStreaming', 'CreateResponseStreamingAsync'],
    ...STREAM,
  },
  { ...DOTNET_RESPONSES, ...only('dotnet'), path: ['CreateResponse', 'CreateResponseAsync'] },
  { ...DOTNET_RESPONSES, ...only('dotnet'), path: ['CreateResponseStreaming', 'CreateResponseStreamingAsync'], ...STREAM },
  {
    ...EMBEDDINGS,
    ...only('dotnet'),
    path: ['GenerateEmbedding', 'GenerateEmbeddingAsync', 'GenerateEmbeddings', 'GenerateEmbeddingsAsync', 'GetEmbeddings', 'GetEmbeddingsAsync'],
    model: MODEL,
  },
  {
    ...IMAGES,
    ...only('dotnet'),
    path: ['GenerateImage', 'GenerateImageAsync', 'GenerateImages', 'GenerateImagesAsync', 'GetImageGenerations', 'GetImageGenerationsAsync'],
    model: MODEL,
    user: ['prompt', '0'],
  },
  {
    ...IMAGES,
    ...only('dotnet'),
    path: ['GenerateImageEdit', 'GenerateImageEditAsync', 'GenerateImageEdits', 'GenerateImageEditsAsync'],
    model: MODEL,
    user: ['prompt', '1', '2'],
  },
  { ...IMAGES, ...only('dotnet'), path: ['GenerateImageVariation', 'GenerateImageVariationAsync'], model: MODEL, user: [] },
  { ...AUDIO, ...only('dotnet'), path: ['TranscribeAudio', 'TranscribeAudioAsync'], api: 'openai.audio.transcriptions', model: MODEL },
  { ...AUDIO, ...only('dotnet'), path: ['TranslateAudio', 'TranslateAudioAsync'], api: 'openai.audio.translations', model: MODEL },
  { ...AUDIO, ...only('dotnet'), path: ['GenerateSpeech', 'GenerateSpeechAsync'], api: 'openai.audio.speech', model: MODEL },
  // Azure's client before version 2: the deployment stands first or in the options
  { ...CHAT, ...only('dotnet'), path: ['GetChatCompletions', 'GetChatCompletionsAsync'], model: ['model', 'deployment_name', '0'] },
  {
    ...CHAT,
    ...only('dotnet'),
    path: ['GetChatCompletionsStreaming', 'GetChatCompletionsStreamingAsync'],
    model: ['model', 'deployment_name', '0'],
    ...STREAM,
  },
  { ...COMPLETIONS, ...only('dotnet'), path: ['GetCompletions', 'GetCompletionsAsync'] },
  // the clients of others
  { ...CHAT, ...only('dotnet'), path: ['ChatCompletion.CreateCompletion', 'Chat.CreateChatCompletionAsync', 'ChatEndpoint.GetCompletionAsync'] },
  { ...CHAT, ...only('dotnet'), path: ['ChatCompletion.CreateCompletionAsStream', 'Chat.StreamChatEnumerableAsync'], ...STREAM },
  { ...COMPLETIONS, ...only('dotnet'), path: ['Completions.CreateCompletion', 'Completions.CreateCompletionAsync', 'Completions.GetCompletion'] },
  { ...EMBEDDINGS, ...only('dotnet'), path: ['Embeddings.CreateEmbedding', 'Embeddings.CreateEmbeddingAsync'] },
  { ...IMAGES, ...only('dotnet'), path: ['Image.CreateImage', 'ImageGenerations.CreateImageAsync'] },
  { ...CHAT, ...ASKED, ...only('dotnet'), path: 'AskAsync' },
  { ...CHAT, ...ASKED, ...only('dotnet'), path: 'AskStreamAsync', ...STREAM },
  {
    ...CHAT,
    ...only('dotnet'),
    path: ['GetResponseFromChatbotAsync', 'GetResponseFromChatbot'],
    model: ['receiver.model', 'chain.CreateConversation.model'],
    messages: [],
    system: ['chain.AppendSystemMessage'],
    user: ['chain.AppendUserInput'],
  },
];

/** ruby-openai takes a whole request by this keyword, whatever the client is called. */
const PARAMETERS = { ...only('ruby'), keyword: 'parameters', distinctive: true } satisfies Partial<SdkCall>;
const ruby: SdkCall[] = [
  { ...CHAT, ...only('ruby'), path: 'chat', messages: ['messages'] },
  { ...CHAT, ...PARAMETERS, path: 'chat', messages: ['messages'] },
  { ...CHAT, ...only('ruby'), path: ['chat.completions.stream_raw'], distinctive: true, ...STREAM },
  { ...COMPLETIONS, ...PARAMETERS, path: 'completions' },
  { ...EMBEDDINGS, ...PARAMETERS, path: 'embeddings' },
  { ...IMAGES, ...PARAMETERS, path: ['images.generate', 'images.edit', 'images.variations'] },
  { ...AUDIO, ...only('ruby'), path: 'audio.transcribe', api: 'openai.audio.transcriptions' },
  { ...AUDIO, ...only('ruby'), path: 'audio.translate', api: 'openai.audio.translations' },
  { ...AUDIO, ...only('ruby'), path: 'audio.speech', api: 'openai.audio.speech' },
  { ...only('ruby'), path: ['finetunes.create', 'fine_tunes.create'], api: 'openai.fine_tuning.jobs', kind: 'fine-tuning', model: ['model'] },
];

const php: SdkCall[] = [
  { ...CHAT, ...only('php'), path: ['chat.create', 'chat'] },
  { ...CHAT, ...only('php'), path: 'chat.createStreamed', ...STREAM },
  { ...RESPONSES, ...only('php'), path: 'responses.createStreamed', ...STREAM },
  { ...COMPLETIONS, ...only('php'), path: 'completion' },
  { ...COMPLETIONS, ...only('php'), path: 'completions.createStreamed', ...STREAM },
  { ...EMBEDDINGS, ...only('php'), path: 'embeddings', of: ['Orhanerday', 'OpenAi'] },
  { ...IMAGES, ...only('php'), path: ['images.create', 'images.createStreamed', 'images.editStreamed', 'images.variation', 'image'] },
  { ...AUDIO, ...only('php'), path: ['audio.transcribe', 'audio.transcribeStreamed'], api: 'openai.audio.transcriptions' },
  { ...AUDIO, ...only('php'), path: 'audio.translate', api: 'openai.audio.translations' },
  { ...AUDIO, ...only('php'), path: ['audio.speech', 'audio.speechStreamed'], api: 'openai.audio.speech' },
  { ...only('php'), path: ['fineTuning.createJob'], api: 'openai.fine_tuning.jobs', kind: 'fine-tuning', model: ['model'] },
];

/** `ChatCompletionRequest::new(model, messages)` of openai_api_rs, `ChatCompletion::builder(model, messages)` of openai. */
const POSITIONAL = { model: ['0.model', '0.0'], messages: ['0.messages', '0.1'], outputLimit: ['0.max_completion_tokens', '0.max_tokens'] };
const BUILDER = { model: ['chain.builder.0'], messages: ['chain.builder.1'], outputLimit: ['chain.max_tokens'] };
const rust: SdkCall[] = [
  { ...CHAT, ...POSITIONAL, ...only('rust'), path: ['chat_completion', 'chat_completions'] },
  { ...CHAT, ...POSITIONAL, ...only('rust'), path: 'chat_completion_stream', ...STREAM },
  { ...CHAT, ...BUILDER, ...only('rust'), path: 'create', of: ['ChatCompletion'] },
  { ...CHAT, ...BUILDER, ...only('rust'), path: 'create_stream', of: ['ChatCompletion'], ...STREAM },
  { ...EMBEDDINGS, ...only('rust'), path: 'embedding', model: ['0.model', '0.0'] },
  { ...CHAT, ...only('rust'), path: ['chat.create', 'chat.create_byot'] },
  { ...CHAT, ...only('rust'), path: ['chat.create_stream', 'chat.create_stream_byot'], ...STREAM },
  { ...RESPONSES, ...only('rust'), path: ['responses.create_byot'] },
  { ...RESPONSES, ...only('rust'), path: ['responses.create_stream', 'responses.create_stream_byot'], ...STREAM },
  { ...COMPLETIONS, ...only('rust'), path: ['completions.create_stream'], ...STREAM },
  { ...EMBEDDINGS, ...only('rust'), path: ['embeddings.create_base64', 'embeddings.create_byot'] },
  { ...IMAGES, ...only('rust'), path: ['images.create', 'images.create_edit', 'images.create_variation'] },
  {
    ...AUDIO,
    ...only('rust'),
    path: ['audio.transcribe', 'audio.transcription.create', 'audio.transcription.create_stream'],
    api: 'openai.audio.transcriptions',
  },
  { ...AUDIO, ...only('rust'), path: ['audio.translate', 'audio.translation.create'], api: 'openai.audio.translations' },
  { ...AUDIO, ...only('rust'), path: ['audio.speech.create', 'audio.speech'], api: 'openai.audio.speech' },
  { ...only('rust'), path: ['fine_tuning.create'], api: 'openai.fine_tuning.jobs', kind: 'fine-tuning', model: ['model'] },
];

export const openaiWorlds: readonly SdkCall[] = [...azureJavascript, ...go, ...jvm, ...dotnet, ...ruby, ...php, ...rust];
