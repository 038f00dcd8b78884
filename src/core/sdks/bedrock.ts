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

const onClient = (where: Partial<SdkCall>): SdkCall[] => [
  { ...CONVERSE, ...where, path: ['converse', 'converse_async'], on: 'client' },
  {
    ...CONVERSE,
    ...where,
    path: ['converse_stream', 'converse_stream_async'],
    on: 'client',
    api: 'bedrock.converse_stream',
    stream: true,
  },
  { ...INVOKE, ...where, path: ['invoke_model', 'invoke_model_async'], on: 'client' },
  {
    ...INVOKE,
    ...where,
    path: ['invoke_model_with_response_stream', 'invoke_model_with_response_stream_async'],
    on: 'client',
    api: 'bedrock.invoke_model_with_response_stream',
    stream: true,
  },
];

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
    ruby: ['aws-sdk-bedrockruntime', 'Aws.BedrockRuntime'],
    php: ['Aws\\BedrockRuntime'],
    rust: ['aws_sdk_bedrockruntime'],
  },
  clients: [
    { name: 'client' },
    { name: 'BedrockRuntimeClient' },
    { name: 'AmazonBedrockRuntimeClient' },
    { name: 'BedrockRuntimeAsyncClient' },
    { name: 'IAmazonBedrockRuntime' },
  ],
  rootNames: /bedrock/,
  calls: [
    ...onClient({ distinctive: true, ecosystems: ['python', 'go', 'jvm', 'dotnet', 'ruby', 'php', 'rust'] }),
    // in JavaScript many a wrapper calls its own method so
    ...onClient({ ecosystems: ['javascript'] }),
    {
      ...CONVERSE,
      path: 'send',
      on: 'client',
      ecosystems: ['rust'],
      of: ['converse'],
      model: ['chain.model_id'],
      system: ['chain.system'],
      messages: ['chain.messages'],
      outputLimit: ['chain.inference_config.max_tokens', 'chain.inference_config.0.max_tokens'],
    },
    {
      ...CONVERSE,
      path: 'send',
      on: 'client',
      ecosystems: ['rust'],
      of: ['converse_stream'],
      api: 'bedrock.converse_stream',
      model: ['chain.model_id'],
      system: ['chain.system'],
      messages: ['chain.messages'],
      outputLimit: ['chain.inference_config.0.max_tokens'],
      stream: true,
    },
    {
      ...INVOKE,
      path: 'send',
      on: 'client',
      ecosystems: ['rust'],
      of: ['invoke_model'],
      model: ['chain.model_id'],
      outputLimit: ['chain.body.0.max_tokens'],
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
