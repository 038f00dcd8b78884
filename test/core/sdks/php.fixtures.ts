import type { Fixture } from './fixture';

/** Calls of each SDK in PHP. */
export const php: Fixture[] = [
  {
    sdk: 'prism',
    path: 'begun.php',
    code: `<?php
use Prism\\Prism\\Prism;
class Report {
    private function request() { return Prism::text()->using('openai', 'gpt-4o-mini')->withMaxTokens(90); }
    public function run() { return $this->request()->withPrompt('Sum up the week in one line.')->asText(); }
}
`,
    calls: [{ api: 'prism.text', model: 'gpt-4o-mini', limit: 90 }],
    prompts: ['user: Sum up the week in one line.'],
  },
  {
    sdk: 'openai',
    path: 'client.php',
    code: `<?php
$client = OpenAI::client('key');
foreach ($names as $name) {
    $client->chat()->create([
        'model' => 'gpt-4o',
        'messages' => [['role' => 'system', 'content' => 'Greet people.'], ['role' => 'user', 'content' => "Greet {$name}."]],
        'max_tokens' => 25,
    ]);
}
$client->chat()->createStreamed(['model' => 'gpt-4o-mini', 'messages' => $messages]);
$client->embeddings()->create(['model' => 'text-embedding-3-small', 'input' => $text]);
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 25, loop: true },
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: null, stream: true },
      { api: 'openai.embeddings', model: 'text-embedding-3-small', limit: null },
    ],
    prompts: ['system: Greet people.', 'user: Greet <$name>.'],
  },
  {
    sdk: 'openai',
    path: 'facade.php',
    code: `<?php
use OpenAI\\Laravel\\Facades\\OpenAI;
$result = OpenAI::chat()->create(['model' => 'gpt-4o-mini', 'messages' => [['role' => 'user', 'content' => 'Hello there!']]]);
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: null }],
    prompts: ['user: Hello there!'],
  },
  {
    sdk: 'openai',
    path: 'orhanerday.php',
    code: `<?php
use Orhanerday\\OpenAi\\OpenAi;
$open_ai = new OpenAi('key');
$chat = $open_ai->chat(['model' => 'gpt-3.5-turbo', 'messages' => [['role' => 'user', 'content' => 'Who won the cup?']], 'max_tokens' => 4000]);
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-3.5-turbo', limit: 4000 }],
    prompts: ['user: Who won the cup?'],
  },
  {
    sdk: 'anthropic',
    path: 'claude.php',
    code: `<?php
$client = Anthropic::client('key');
$client->messages()->create([
    'model' => 'claude-3-5-sonnet-20241022',
    'max_tokens' => 1024,
    'system' => 'You are kind.',
    'messages' => [['role' => 'user', 'content' => 'Hello, Claude!']],
]);
`,
    calls: [{ api: 'anthropic.messages', model: 'claude-3-5-sonnet-20241022', limit: 1024 }],
    prompts: ['system: You are kind.', 'user: Hello, Claude!'],
  },
  {
    sdk: 'google',
    path: 'gemini.php',
    code: `<?php
$client = Gemini::client('key');
$client->generativeModel(model: 'gemini-2.0-flash')->generateContent('Name a star.');
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-2.0-flash', limit: null }],
    prompts: ['user: Name a star.'],
  },
  {
    sdk: 'bedrock',
    path: 'bedrock.php',
    code: `<?php
use Aws\\BedrockRuntime\\BedrockRuntimeClient;
$client = new BedrockRuntimeClient(['region' => 'us-east-1']);
$client->converse(['modelId' => 'amazon.nova-lite-v1:0', 'inferenceConfig' => ['maxTokens' => 128]]);
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 128 }],
  },
  {
    sdk: 'mistral',
    path: 'mistral.php',
    code: `<?php
use HelgeSverre\\Mistral\\Mistral;
$mistral = new Mistral(apiKey: 'key');
$mistral->chat()->create(messages: [['role' => 'user', 'content' => 'Name a cheese.']], model: 'mistral-small', maxTokens: 30);
`,
    calls: [{ api: 'mistral.chat.complete', model: 'mistral-small', limit: 30 }],
    prompts: ['user: Name a cheese.'],
  },
  {
    sdk: 'ollama',
    path: 'ollama.php',
    code: `<?php
use ArdaGnsrn\\Ollama\\Ollama;
$client = Ollama::client();
$client->completions()->create(['model' => 'llama3.1', 'prompt' => 'Once upon a time']);
`,
    calls: [{ api: 'ollama.generate', model: 'llama3.1', limit: null }],
    prompts: ['user: Once upon a time'],
  },
  {
    sdk: 'prism',
    path: 'prism.php',
    code: `<?php
use Prism\\Prism\\Prism;
use Prism\\Prism\\Enums\\Provider;
$response = Prism::text()
    ->using(Provider::OpenAI, 'gpt-4o')
    ->withSystemPrompt('You are a poet.')
    ->withPrompt('Write a couplet.')
    ->withMaxTokens(60)
    ->asText();
`,
    calls: [{ api: 'prism.text', model: 'gpt-4o', limit: 60 }],
    prompts: ['system: You are a poet.', 'user: Write a couplet.'],
  },
  {
    sdk: 'openai',
    path: 'lookalike.php',
    code: `<?php
use Twilio\\Rest\\Client;
$client = new Client($sid, $token);
$client->messages->create($to, ['body' => 'You are next in line']);
$user->messages()->create(['content' => 'hello', 'model' => 'x']);
$slack->chat()->create(['text' => 'hi']);
`,
    calls: [],
  },
  {
    sdk: 'http',
    path: 'curl.php',
    code: `<?php
function ask($questions) {
    foreach ($questions as $question) {
        $data = ['model' => 'gpt-4o-mini', 'max_tokens' => 60, 'messages' => [['role' => 'system', 'content' => 'You are polite.'], ['role' => 'user', 'content' => $question]]];
        $ch = curl_init();
        curl_setopt($ch, CURLOPT_URL, 'https://api.openai.com/v1/chat/completions');
        curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($data));
        $response = curl_exec($ch);
    }
}
function claude($text) {
    $curl = curl_init('https://api.anthropic.com/v1/messages');
    curl_setopt_array($curl, [
        CURLOPT_POST => true,
        CURLOPT_POSTFIELDS => json_encode(['model' => 'claude-sonnet-4-5', 'max_tokens' => 1000, 'system' => 'You translate to Dutch.', 'messages' => [['role' => 'user', 'content' => $text]]]),
    ]);
    return curl_exec($curl);
}
$page = curl_init('https://example.com/');
curl_exec($page);
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 60, loop: true },
      { api: 'http.messages', model: 'claude-sonnet-4-5', limit: 1000 },
    ],
    prompts: ['system: You are polite.', 'system: You translate to Dutch.'],
  },
  {
    sdk: 'http',
    path: 'clients.php',
    code: `<?php
class Assistant {
    const URL = 'https://api.anthropic.com/v1/messages';
    public function guzzle() {
        $client = new \\GuzzleHttp\\Client(['base_uri' => 'https://api.openai.com/v1/']);
        return $client->post('chat/completions', ['json' => ['model' => 'gpt-4o', 'messages' => $this->messages, 'max_tokens' => 220]]);
    }
    public function laravel($question) {
        return Http::withToken($this->key)->post('https://api.openai.com/v1/chat/completions', ['model' => 'gpt-4o-mini', 'messages' => [['role' => 'user', 'content' => 'Answer: ' . $question]]]);
    }
    public function wordpress() {
        $body = wp_parse_args($this->args, ['model' => get_option('model', 'gpt-4o'), 'max_tokens' => 300, 'messages' => $this->messages]);
        return wp_remote_post('https://api.openai.com/v1/chat/completions', ['headers' => $headers, 'body' => wp_json_encode($body)]);
    }
    public function elsewhere(Ask $ask) {
        return Http::withHeaders($headers)->post(self::URL, $ask->body());
    }
    public function context() {
        $context = stream_context_create(['http' => ['method' => 'POST', 'content' => json_encode(['model' => 'gpt-4', 'messages' => $this->messages])]]);
        return file_get_contents('https://api.openai.com/v1/chat/completions', false, $context);
    }
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o', limit: 220 },
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: null },
      { api: 'http.chat.completions', model: null, limit: 'dynamic' },
      { api: 'http.messages', model: null, limit: null },
      { api: 'http.chat.completions', model: 'gpt-4', limit: null },
    ],
  },
  {
    sdk: 'llphant',
    path: 'llphant.php',
    code: `<?php
use LLPhant\\Chat\\OpenAIChat;
use LLPhant\\OpenAIConfig;
class Agent {
    public function __construct(private readonly OpenAIChat $chat) {}
    public function run($tasks) {
        $config = new OpenAIConfig();
        $config->model = 'gpt-4o';
        $own = new OpenAIChat($config);
        $own->setSystemMessage('You are a planner.');
        foreach ($tasks as $task) $own->generateText('Plan the task ' . $task);
        return $this->chat->generateStreamOfText('Summarise all of it.');
    }
}
`,
    calls: [
      { api: 'llphant.generateText', model: 'gpt-4o', limit: null, loop: true },
      { api: 'llphant.generateText', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You are a planner.', 'user: Plan the task <$task>', 'user: Summarise all of it.'],
  },
  {
    sdk: 'openai',
    path: 'container.php',
    code: `<?php
use OpenAI\\Client;
$stream = app('openai')->chat()->createStreamed(['model' => 'gpt-4', 'messages' => $messages]);
$answer = resolve(Client::class)->chat()->create(['model' => 'gpt-4o', 'messages' => $messages]);
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4', limit: null, stream: true },
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: null },
    ],
  },
  {
    sdk: 'symfony-ai',
    path: 'Films.php',
    code: `<?php
use Symfony\\AI\\Agent\\AgentInterface;
use Symfony\\AI\\Platform\\Bridge\\OpenAi\\PlatformFactory;
use Symfony\\AI\\Platform\\Message\\Message;
use Symfony\\AI\\Platform\\Message\\MessageBag;
final class Films
{
    public function __construct(private readonly AgentInterface $agent, private readonly Bus $bus) {}
    public function ask(string $wish): string
    {
        $platform = PlatformFactory::create($key);
        $messages = new MessageBag(Message::forSystem('You know every film.'), Message::ofUser($wish));
        $platform->invoke('gpt-4o-mini', $messages, ['max_tokens' => 300]);
        $this->bus->call($messages);
        return $this->agent->call($messages, ['stream' => true])->getContent();
    }
}
`,
    calls: [
      { api: 'symfony-ai.invoke', model: 'gpt-4o-mini', limit: 300 },
      { api: 'symfony-ai.call', model: null, limit: null, stream: true },
    ],
    prompts: ['system: You know every film.'],
  },
  {
    sdk: 'neuron',
    path: 'Writer.php',
    code: `<?php
use NeuronAI\\Agent;
use NeuronAI\\SystemPrompt;
use NeuronAI\\Chat\\Messages\\UserMessage;
class Writer extends Agent
{
    protected function instructions(): string
    {
        return (string) new SystemPrompt(background: ['You write short articles.'], steps: ['Name the main points first.']);
    }
}
$answer = Writer::make()->chat(new UserMessage('Write about the sea.'));
`,
    calls: [{ api: 'neuron.chat', model: null, limit: null }],
    prompts: ['system: You write short articles.', 'system: Name the main points first.', 'user: Write about the sea.'],
  },
  {
    sdk: 'openai',
    path: 'OwnService.php',
    code: `<?php
use Acme\\Assistants\\Services\\OpenAIClientService;
class Builder
{
    public function __construct(protected OpenAIClientService $client) {}
    public function ask(array $messages): array
    {
        return $this->client->chat($this->key, ['model' => $this->model, 'messages' => $messages]);
    }
}
`,
    calls: [],
  },
];
