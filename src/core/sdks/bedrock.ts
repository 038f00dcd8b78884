import type { Sdk, SdkCall } from './sdk';

const CONVERSE = {
  api: 'bedrock.converse',
  kind: 'chat',
  model: ['model_id'],
  system: ['system'],
  messages: ['messages'],
  outputLimit: ['inference_config.max_tokens'],
  tools: ['tool_config'],
  promptCache: ['cachePoint'],
} satisfies Partial<SdkCall>;
const INVOKE = {
  api: 'bedrock.invoke_model',
  kind: 'chat',
  model: ['model_id'],
  system: ['body.system'],
  messages: ['body.messages'],
  user: ['body.prompt', 'body.inputText'],
  outputLimit: [
    'body.max_tokens',
    'body.max_tokens_to_sample',
    'body.max_gen_len',
    'body.textGenerationConfig.maxTokenCount',
    'body.inferenceConfig.maxTokens',
    'body.inferenceConfig.max_new_tokens',
    'body.maxTokens',
  ],
} satisfies Partial<SdkCall>;
const inCommand = (row: Partial<SdkCall>): Partial<SdkCall> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Array.isArray(value) ? value.map((source) => `0.${source}`) : value]));

/** Amazon Bedrock's runtime. */
export default {
  id: 'bedrock',
  provider: 'bedrock',
  packages: {
    python: ['boto3', 'aioboto3', 'botocore', 'aiobotocore'],
    javascript: ['@aws-sdk/client-bedrock-runtime'],
    go: ['github.com/aws/aws-sdk-go-v2/service/bedrockruntime'],
    jvm: ['software.amazon.awssdk.services.bedrockruntime'],
    dotnet: ['Amazon.BedrockRuntime'],
    ruby: ['aws-sdk-bedrockruntime'],
    php: ['Aws\\BedrockRuntime'],
    rust: ['aws_sdk_bedrockruntime'],
  },
  clients: [{ name: 'client' }, { name: 'BedrockRuntimeClient' }, { name: 'AmazonBedrockRuntimeClient' }],
  rootNames: /bedrock/,
  calls: [
    { ...CONVERSE, path: ['converse', 'converse_async'], on: 'client', distinctive: true },
    {
      ...CONVERSE,
      path: ['converse_stream', 'converse_stream_async'],
      on: 'client',
      distinctive: true,
      api: 'bedrock.converse_stream',
      stream: true,
    },
    { ...INVOKE, path: ['invoke_model', 'invoke_model_async'], on: 'client', distinctive: true },
    {
      ...INVOKE,
      path: ['invoke_model_with_response_stream', 'invoke_model_with_response_stream_async'],
      on: 'client',
      distinctive: true,
      api: 'bedrock.invoke_model_with_response_stream',
      stream: true,
    },
    { ...CONVERSE, ...inCommand(CONVERSE), path: 'send', on: 'client', argument: 'ConverseCommand' },
    {
      ...CONVERSE,
      ...inCommand(CONVERSE),
      path: 'send',
      on: 'client',
      argument: 'ConverseStreamCommand',
      api: 'bedrock.converse_stream',
      stream: true,
    },
    { ...INVOKE, ...inCommand(INVOKE), path: 'send', on: 'client', argument: 'InvokeModelCommand' },
    {
      ...INVOKE,
      ...inCommand(INVOKE),
      path: 'send',
      on: 'client',
      argument: 'InvokeModelWithResponseStreamCommand',
      api: 'bedrock.invoke_model_with_response_stream',
      stream: true,
    },
  ],
} satisfies Sdk;
