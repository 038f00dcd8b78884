import type { Sdk, SdkCall } from './sdk';

const OPTIONS = ['options.', '0.options.'];
const ASK = {
  api: 'claude-agent.query',
  kind: 'chat',
  messages: ['prompt', '0.prompt', '0'],
  stream: true,
} satisfies Partial<SdkCall>;

/** Anthropic's Claude Agent SDK: its program asks Claude with instructions of its own, and goes on by itself. */
export default {
  id: 'claude-agent',
  provider: 'anthropic',
  packages: {
    python: ['claude_agent_sdk', 'claude_code_sdk'],
    javascript: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
  },
  clients: [{ name: 'ClaudeSDKClient' }],
  calls: [
    {
      ...ASK,
      path: ['query', 'unstable_v2_prompt'],
      on: 'module',
      asks: ['options', '0.options'],
      model: OPTIONS.map((at) => `${at}model`),
      system: OPTIONS.flatMap((at) => [`${at}system_prompt.append`, `${at}system_prompt`]),
      adds: true,
    },
    { ...ASK, path: 'query', on: 'client', of: ['ClaudeSDKClient'], asks: ['receiver'] },
    {
      path: 'ClaudeSDKClient',
      on: 'class',
      makes: 'agent',
      api: 'claude-agent.ClaudeSDKClient',
      kind: 'chat',
      uses: ['options', '0'],
    },
    {
      path: ['ClaudeAgentOptions', 'ClaudeCodeOptions'],
      on: 'class',
      makes: 'agent',
      api: 'claude-agent.query',
      kind: 'chat',
      model: ['model'],
      system: ['system_prompt.append', 'system_prompt', 'append_system_prompt'],
      adds: true,
      schema: ['output_format.schema'],
    },
  ],
} satisfies Sdk;
