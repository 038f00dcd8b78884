// Golden logs, one for each format, with totals that were computed by hand from the list prices that stand beside them.
import { sha256 } from './reading';

export interface Golden {
  title: string;
  values: unknown[];
  /** Of all rows: fresh input, read, written, written for an hour, output, reasoning. */
  tokens: [number, number, number, number, number, number];
  calls: number;
  /** To the cent, at list price. */
  usd: string;
  billed?: string | null;
  skipped?: Record<string, number>;
  /** Keys, without what is null. */
  keys?: Record<string, unknown>[];
}

export const tracked = (change: object) => ({
  v: 2,
  time: '2026-11-01T09:30:00.000Z',
  id: 'resp_1',
  provider: 'openai',
  api: 'openai.responses',
  model: 'gpt-4.1',
  tier: null,
  label: null,
  file: 'app/chat.py',
  line: 12,
  function: 'answer',
  promptHash: null,
  input: 600_000,
  cached: 400_000,
  cacheWrite: 0,
  cacheWrite1h: 0,
  output: 100_000,
  reasoning: 30_000,
  ok: true,
  ...change,
});

const attribute = ([key, value]: [string, unknown]) => ({
  key,
  value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
});
export const span = (spanId: string, parentSpanId: string, attributes: Record<string, unknown>, more: object = {}) => ({
  traceId: 't1',
  spanId,
  parentSpanId,
  name: 'chat',
  startTimeUnixNano: '1793525400000000000',
  attributes: Object.entries(attributes).map(attribute),
  ...more,
});
export const otlp = (...spans: object[]) => ({ resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ scope: {}, spans }] }] });
const chat = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'gpt-4.1',
  'gen_ai.response.model': 'gpt-4.1-2025-04-14',
  'gen_ai.usage.input_tokens': 1_000_000,
  'gen_ai.usage.cache_read.input_tokens': 400_000,
  'gen_ai.usage.output_tokens': 100_000,
};

export const spend = (change: object) => ({
  request_id: 'chatcmpl-1',
  call_type: 'acompletion',
  spend: 2.2,
  total_tokens: 1_100_000,
  prompt_tokens: 1_000_000,
  completion_tokens: 100_000,
  startTime: '2026-11-01 09:30:00.000',
  endTime: '2026-11-01 09:30:04.000',
  model: 'gpt-4.1',
  custom_llm_provider: 'openai',
  user: 'ana',
  metadata: { usage_object: { prompt_tokens: 1_000_000, prompt_tokens_details: { cached_tokens: 400_000 } } },
  cache_hit: 'False',
  request_tags: ['tagging', 'code.file.path:app/tag.py', 'line:7'],
  status: 'success',
  ...change,
});

export const observation = (change: object) => ({
  id: 'o1',
  trace_id: 't1',
  parent_observation_id: null,
  type: 'GENERATION',
  name: 'answer-question',
  start_time: '2026-11-01 09:30:00.123456',
  metadata: { code: { file: { path: 'app/chat.py' }, line: { number: 12 } } },
  provided_model_name: 'gpt-4.1',
  usage_details: { input: 600_000, input_cached_tokens: 400_000, output: 70_000, output_reasoning_tokens: 30_000, total: 1_100_000 },
  total_cost: 2.2,
  prompt_name: 'support',
  user_id: 'ana@example.com',
  tags: ['beta'],
  level: 'DEFAULT',
  ...change,
});

export const helicone = (change: object) => ({
  request_id: 'h1',
  request_created_at: '2026-11-01T09:30:00.000Z',
  response_status: 200,
  provider: 'OPENAI',
  model: 'gpt-4.1',
  prompt_tokens: 1_000_000,
  prompt_cache_read_tokens: 400_000,
  prompt_cache_write_tokens: 0,
  completion_tokens: 100_000,
  total_tokens: 1_100_000,
  costUSD: 2.2,
  request_user_id: null,
  request_properties: { label: 'tagging' },
  cache_reference_id: '00000000-0000-0000-0000-000000000000',
  request_body: { messages: [{ role: 'user', content: 'a secret' }] },
  ...change,
});

// gpt-4.1: 2 in, 0.50 cached, 8 out. claude-sonnet-4-6: 3 in, 0.30 read, 3.75 and 6 written, 15 out. Per million.
export const goldens: Golden[] = [
  {
    title: "the tracker's lines of version 2: kinds of input apart, failed calls for nothing",
    values: [tracked({}), tracked({ id: 'resp_2', ok: false, input: 0, cached: 0, output: 0 })],
    tokens: [600_000, 400_000, 0, 0, 100_000, 30_000],
    calls: 1,
    usd: '2.20', // 0.6 × 2 + 0.4 × 0.50 + 0.1 × 8
    billed: null,
    skipped: { failed: 1 },
    keys: [{ file: 'app/chat.py', line: 12, function: 'answer' }],
  },
  {
    title: 'the tracker at half price where the answer says flex, and at its own for an hour of cache',
    values: [
      tracked({ model: 'o4-mini', tier: 'flex', input: 1_000_000, cached: 0, output: 0 }), // 1.10 × 0.5
      tracked({
        id: 'm2',
        provider: 'anthropic',
        model: 'claude-sonnet-4-6',
        input: 100_000,
        cached: 20_000,
        cacheWrite: 10_000,
        cacheWrite1h: 5_000,
        output: 1_000,
      }), // 0.30 + 0.006 + 0.0375 + 0.03 + 0.015
    ],
    tokens: [1_100_000, 20_000, 10_000, 5_000, 1_000, 60_000],
    calls: 2,
    usd: '0.94',
  },
  {
    title: "the tracker's lines of version 1, which say their cost",
    values: [
      {
        time: '2026-11-01T09:30:00Z',
        provider: 'openai',
        api: 'openai.responses',
        model: 'gpt-4.1',
        input: 1_000_000,
        cached: 0,
        cacheWrite: 0,
        output: 0,
        reasoning: 0,
        cost: 1.99,
      },
    ],
    tokens: [1_000_000, 0, 0, 0, 0, 0],
    calls: 1,
    usd: '2.00',
    billed: '1.99',
  },
  {
    title: "OpenTelemetry's spans: input includes the cache, agents and tools are no requests, the place is that of a span around",
    values: [
      otlp(
        span('b', 'a', chat),
        span('a', '', { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.usage.input_tokens': 1_000_000, 'gen_ai.usage.output_tokens': 100_000 }),
        span('tool', 'a', { 'gen_ai.operation.name': 'execute_tool' }),
      ),
      otlp(span('c', 'w', chat)),
      otlp(span('w', '', { 'code.file.path': '/srv/app/chat.py', 'code.line.number': 12, 'code.function.name': 'chat.answer' })),
    ],
    tokens: [1_200_000, 800_000, 0, 0, 200_000, 0],
    calls: 2,
    usd: '4.40',
    skipped: { parents: 1 },
    keys: [{}, { file: '/srv/app/chat.py', line: 12, function: 'chat.answer' }],
  },
  {
    title: 'a request of OpenTelemetry that consists of another one counts once, in whichever order they come, and so does one exported twice',
    values: [
      otlp(span('outer', '', chat)),
      otlp(span('inner', 'outer', chat)),
      otlp(span('inner', 'outer', chat)),
      otlp(span('kid', 'late', chat)),
      otlp(span('late', '', chat)),
    ],
    tokens: [1_200_000, 800_000, 0, 0, 200_000, 0],
    calls: 2,
    usd: '4.40',
    skipped: { parents: 2, repeated: 1 },
  },
  {
    title: 'older names of OpenTelemetry, errors, and instructions that are kept as a hash',
    values: [
      otlp(
        span('a', '', {
          'gen_ai.system': 'openai',
          'gen_ai.request.model': 'gpt-4.1',
          'gen_ai.usage.prompt_tokens': 1_000_000,
          'gen_ai.usage.completion_tokens': 0,
          'gen_ai.system_instructions': '[{"type":"text","content":"Be brief."}]',
        }),
        span('b', '', chat, { status: { code: 2 } }),
      ),
    ],
    tokens: [1_000_000, 0, 0, 0, 0, 0],
    calls: 1,
    usd: '2.00',
    skipped: { failed: 1 },
    keys: [{}, { hash: sha256('Be brief.') }],
  },
  {
    title: "LiteLLM's rows: input includes the cache, its own cache costs nothing, failures are no calls, tags say the place",
    values: [spend({}), spend({ request_id: 'c2', cache_hit: 'True', spend: 0 }), spend({ request_id: 'c3', status: 'failure', spend: 0 })],
    tokens: [600_000, 400_000, 0, 0, 100_000, 0],
    calls: 1,
    usd: '2.20',
    billed: '2.20',
    skipped: { cacheHits: 1, failed: 1 },
    keys: [{ label: 'tagging', file: 'app/tag.py', line: 7 }],
  },
  {
    title: "what LiteLLM's callbacks get, with times in seconds and writes of the cache",
    values: [
      {
        id: 'chatcmpl-9',
        call_type: 'completion',
        response_cost: 0.37,
        status: 'success',
        custom_llm_provider: 'anthropic',
        prompt_tokens: 135_000,
        completion_tokens: 1_000,
        startTime: 1_793_525_400.5,
        model: 'claude-sonnet-4-6',
        metadata: {
          usage_object: {
            cache_read_input_tokens: 20_000,
            cache_creation_input_tokens: 15_000,
            cache_creation: { ephemeral_1h_input_tokens: 5_000 },
          },
        },
        cache_hit: null,
        request_tags: [],
      },
    ],
    tokens: [100_000, 20_000, 10_000, 5_000, 1_000, 0],
    calls: 1,
    usd: '0.39', // 0.30 + 0.006 + 0.0375 + 0.03 + 0.015
    billed: '0.37',
  },
  {
    title: "Langfuse's observations: only generations, whose kinds are apart where they add up to the total",
    values: [
      observation({}),
      observation({ id: 'o0', type: 'SPAN', usage_details: {} }),
      observation({
        id: 'o2',
        usage_details: { input: 1_000_000, input_cached_tokens: 400_000, output: 100_000, output_reasoning_tokens: 30_000, total: 1_100_000 },
      }),
      observation({ id: 'o3', level: 'ERROR' }),
    ],
    tokens: [1_200_000, 800_000, 0, 0, 200_000, 60_000],
    calls: 2,
    usd: '4.40',
    billed: '4.40',
    skipped: { failed: 1 },
    keys: [{ label: 'answer-question', file: 'app/chat.py', line: 12, prompt: 'support' }],
  },
  {
    title: "Helicone's requests: the total settles whether input includes the cache; stored answers and failures do not count",
    values: [
      helicone({}),
      helicone({ request_id: 'h2', prompt_tokens: 600_000 }),
      helicone({ request_id: 'h3', cache_reference_id: '7b9e5a3c-1111-2222-3333-444455556666' }),
      helicone({ request_id: 'h4', response_status: 429 }),
    ],
    tokens: [1_200_000, 800_000, 0, 0, 200_000, 0],
    calls: 2,
    usd: '4.40',
    billed: '4.40',
    skipped: { cacheHits: 1, failed: 1 },
    keys: [{ label: 'tagging' }],
  },
  {
    title: "OpenAI's reports of usage and costs, page by page",
    values: [
      {
        object: 'page',
        data: [
          {
            object: 'bucket',
            start_time: 1_793_491_200,
            end_time: 1_793_577_600,
            results: [
              {
                object: 'organization.usage.completions.result',
                input_tokens: 1_000_000,
                input_cached_tokens: 400_000,
                output_tokens: 100_000,
                num_model_requests: 20,
                model: 'gpt-4.1-2025-04-14',
                batch: false,
              },
            ],
          },
        ],
        has_more: false,
        next_page: null,
      },
      {
        object: 'page',
        data: [
          {
            object: 'bucket',
            start_time: 1_793_491_200,
            results: [
              { object: 'organization.costs.result', amount: { value: '2.31', currency: 'usd' }, line_item: 'gpt-4.1, input', project_id: 'p1' },
            ],
          },
        ],
      },
    ],
    tokens: [600_000, 400_000, 0, 0, 100_000, 0],
    calls: 20,
    usd: '2.20',
    billed: '2.31',
  },
  {
    title: "Anthropic's reports: input excludes the cache, amounts are cents",
    values: [
      {
        data: [
          {
            starting_at: '2026-11-01T00:00:00Z',
            ending_at: '2026-11-02T00:00:00Z',
            results: [
              {
                uncached_input_tokens: 100_000,
                cache_creation: { ephemeral_5m_input_tokens: 10_000, ephemeral_1h_input_tokens: 5_000 },
                cache_read_input_tokens: 20_000,
                output_tokens: 1_000,
                server_tool_use: { web_search_requests: 0 },
                model: 'claude-sonnet-4-6',
                service_tier: 'standard',
              },
            ],
          },
        ],
      },
      { data: [{ starting_at: '2026-11-01T00:00:00Z', results: [{ amount: '38.85', currency: 'USD', model: 'claude-sonnet-4-6' }] }] },
    ],
    tokens: [100_000, 20_000, 10_000, 5_000, 1_000, 0],
    calls: 0,
    usd: '0.39',
    billed: '0.39',
  },
];
