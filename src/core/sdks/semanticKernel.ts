import { type ModelClasses, modelClasses, modelClients } from './helpers/modelClasses';
import type { Sdk, SdkCall } from './sdk';

/** Where the kernel was told its model. */
const SERVICES = [
  'AddOpenAIChatCompletion',
  'AddAzureOpenAIChatCompletion',
  'AddOllamaChatCompletion',
  'AddGoogleAIGeminiChatCompletion',
  'AddMistralChatCompletion',
];
const MODEL = [
  'model_id',
  ...SERVICES.flatMap((service) => [`chain.${service}.model_id`, `chain.${service}.deployment_name`, `chain.${service}.0`]),
  'receiver.model_id',
  'receiver.deployment_name',
];
const LIMIT = ['max_tokens', 'max_output_tokens', '1.0.max_tokens', '1.max_tokens', 'arguments.0.max_tokens', 'chain.Arguments.max_tokens'];
const KERNEL = { on: 'client', kind: 'chat', model: MODEL, outputLimit: LIMIT } satisfies Partial<SdkCall>;
const CHAT = {
  ...KERNEL,
  system: ['0.system', '0.system_message', 'chat_history.0', '0.0'],
  messages: ['chat_history', 'prompt', '0'],
} satisfies Partial<SdkCall>;
const AGENT = {
  ...KERNEL,
  of: ['ChatCompletionAgent', 'OpenAIAssistantAgent', 'AzureAIAgent', 'OpenAIResponseAgent', 'AgentGroupChat', 'BedrockAgent', 'CopilotStudioAgent'],
} satisfies Partial<SdkCall>;
const INVOKED = [...LIMIT, '0.1.max_tokens'];
/** What makes a function out of a prompt; invoking such a function calls the model. */
const PROMPT_FUNCTIONS = [
  'CreateFunctionFromPrompt',
  'CreateFromPrompt',
  'CreateFunctionFromPromptYaml',
  'CreateFunctionFromPromptyFile',
  'CreateSemanticFunction',
];

/** A function that was made from a prompt is invoked itself. */
const FUNCTION = {
  ...KERNEL,
  api: 'semantic-kernel.Invoke',
  user: ['receiver.0'],
  outputLimit: ['receiver.1.max_tokens', 'receiver.execution_settings.max_tokens'],
} satisfies Partial<SdkCall>;

/** Python's connectors, which a kernel or an agent is given. */
const CONNECTORS: ModelClasses = {
  OpenAIChatCompletion: 'openai',
  AzureChatCompletion: 'azure',
  AnthropicChatCompletion: 'anthropic',
  GoogleAIChatCompletion: 'google',
  MistralAIChatCompletion: 'mistral',
  OllamaChatCompletion: 'ollama',
  BedrockChatCompletion: 'bedrock',
  AzureAIInferenceChatCompletion: 'azure',
};
const PYTHON_AGENTS = ['ChatCompletionAgent', 'OpenAIResponsesAgent', 'AzureResponsesAgent'];
const pythonRows: SdkCall[] = [
  ...modelClasses('semantic-kernel', CONNECTORS, { kind: 'chat', model: ['ai_model_id', 'deployment_name', 'gemini_model_id', 'model_id'] }),
  {
    path: PYTHON_AGENTS,
    on: 'class',
    makes: 'agent',
    api: 'semantic-kernel.Agent',
    kind: 'chat',
    model: ['ai_model_id'],
    uses: ['service', 'kernel'],
    system: ['instructions'],
    outputLimit: ['arguments.settings.max_tokens', 'arguments.0.max_tokens', 'execution_settings.max_tokens'],
    tools: ['plugins'],
  },
  { path: 'add_service', on: 'client', makes: 'task', binds: true, api: 'semantic-kernel.Kernel', kind: 'chat', uses: ['service', '0'] },
  ...['get_response', 'invoke', 'invoke_stream'].map(
    (path): SdkCall => ({
      path,
      on: 'client',
      of: PYTHON_AGENTS,
      api: 'semantic-kernel.Agent',
      kind: 'chat',
      asks: ['receiver'],
      messages: ['messages', '0'],
      ...(path === 'invoke_stream' ? { stream: true as const } : {}),
    }),
  ),
];
const python = pythonRows.map((row): SdkCall => ({ ...row, ecosystems: ['python'] }));

/** Semantic Kernel for .NET and Java: the request is the call site. */
export default {
  id: 'semantic-kernel',
  provider: null,
  packages: { dotnet: ['Microsoft.SemanticKernel'], jvm: ['com.microsoft.semantickernel'], python: ['semantic_kernel'] },
  clients: [
    { name: 'Kernel' },
    { name: 'IKernel' },
    { name: 'IChatCompletionService' },
    { name: 'ITextGenerationService' },
    { name: 'ITextEmbeddingGenerationService' },
    { name: 'OpenAIChatCompletionService', provider: 'openai' },
    ...modelClients(CONNECTORS),
    { name: 'AzureOpenAIChatCompletionService', provider: 'azure' },
    { name: 'ChatCompletionAgent' },
    { name: 'OpenAIAssistantAgent' },
    { name: 'OpenAIResponseAgent' },
    { name: 'AzureAIAgent' },
    { name: 'AgentGroupChat' },
    { name: 'BedrockAgent', provider: 'bedrock' },
    { name: 'CopilotStudioAgent' },
    { name: 'ChatCompletionService' },
    { name: 'OpenAITextEmbeddingGenerationService', provider: 'openai' },
    { name: 'KernelFunctionFactory' },
    { name: 'ChatHistory' },
  ],
  calls: [
    ...python,
    {
      path: SERVICES,
      on: 'client',
      distinctive: true,
      makes: 'model',
      binds: true,
      api: 'semantic-kernel.AddChatCompletion',
      kind: 'chat',
      model: ['model_id', 'deployment_name', '0'],
    },
    { ...CHAT, path: ['InvokePromptAsync', 'invoke_prompt'], asks: ['receiver'], distinctive: true, api: 'semantic-kernel.InvokePrompt' },
    {
      ...CHAT,
      path: ['InvokePromptStreamingAsync', 'invoke_prompt_stream'],
      asks: ['receiver'],
      distinctive: true,
      api: 'semantic-kernel.InvokePrompt',
      stream: true,
    },
    {
      ...CHAT,
      asks: ['receiver'],
      path: ['GetChatMessageContentAsync', 'GetChatMessageContentsAsync', 'get_chat_message_content', 'get_chat_message_contents'],
      distinctive: true,
      api: 'semantic-kernel.GetChatMessageContent',
    },
    {
      ...CHAT,
      asks: ['receiver'],
      path: ['GetStreamingChatMessageContentsAsync', 'get_streaming_chat_message_content', 'get_streaming_chat_message_contents'],
      distinctive: true,
      api: 'semantic-kernel.GetStreamingChatMessageContents',
      stream: true,
    },
    { ...CHAT, path: ['GetTextContentAsync', 'GetTextContentsAsync'], api: 'semantic-kernel.GetTextContent', kind: 'completion' },
    { ...CHAT, path: ['GetStreamingTextContentsAsync'], api: 'semantic-kernel.GetTextContent', kind: 'completion', stream: true },
    ...PROMPT_FUNCTIONS.flatMap((argument): SdkCall[] => [
      {
        ...KERNEL,
        path: ['InvokeAsync', 'RunAsync', 'invoke'],
        argument,
        api: 'semantic-kernel.Invoke',
        system: [],
        user: ['0.0'],
        outputLimit: INVOKED,
      },
      {
        ...KERNEL,
        path: ['InvokeStreamingAsync', 'invoke_stream'],
        argument,
        api: 'semantic-kernel.Invoke',
        stream: true,
        user: ['0.0'],
        outputLimit: INVOKED,
      },
    ]),
    { ...FUNCTION, path: ['InvokeAsync', 'invoke'], of: PROMPT_FUNCTIONS },
    { ...FUNCTION, path: ['InvokeStreamingAsync', 'invoke_stream'], of: PROMPT_FUNCTIONS, stream: true },
    { ...AGENT, path: ['InvokeAsync'], api: 'semantic-kernel.Agent', system: ['receiver.instructions'], messages: ['0'], asks: ['receiver.kernel'] },
    {
      ...AGENT,
      path: ['InvokeStreamingAsync'],
      api: 'semantic-kernel.Agent',
      system: ['receiver.instructions'],
      messages: ['0'],
      asks: ['receiver.kernel'],
      stream: true,
    },
    {
      on: 'client',
      path: ['GenerateEmbeddingAsync', 'GenerateEmbeddingsAsync', 'generate_embeddings'],
      api: 'semantic-kernel.GenerateEmbedding',
      kind: 'embedding',
      model: ['receiver.model_id', 'receiver.0'],
    },
  ],
  prompts: [
    { path: ['ChatHistory'], on: 'class', system: ['0', 'system_message'] },
    { path: ['AddSystemMessage', 'AddDeveloperMessage', 'add_system_message'], on: 'client', of: ['ChatHistory'], system: ['0'] },
    { path: ['AddUserMessage', 'add_user_message'], on: 'client', of: ['ChatHistory'], user: ['0'] },
    { path: PROMPT_FUNCTIONS, on: 'client', template: ['0', 'prompt_template', 'prompt'] },
    { path: PROMPT_FUNCTIONS.map((name) => `KernelFunctionFactory.${name}`), on: 'module', template: ['0', 'prompt_template', 'prompt'] },
    { path: 'ChatCompletionAgent', on: 'class', system: ['instructions'] },
  ],
} satisfies Sdk;
