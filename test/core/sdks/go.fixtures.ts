import type { Fixture } from './fixture';

/** Calls of each SDK in Go. */
export const go: Fixture[] = [
  {
    sdk: 'openai',
    path: 'community.go',
    code: `package main
import openai "github.com/sashabaranov/go-openai"
func ask(ctx context.Context, questions []string) {
	client := openai.NewClient("key")
	for _, question := range questions {
		client.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
			Model: openai.GPT4oMini,
			MaxTokens: 100,
			Messages: []openai.ChatCompletionMessage{
				{Role: openai.ChatMessageRoleSystem, Content: "Answer in one word."},
				{Role: openai.ChatMessageRoleUser, Content: fmt.Sprintf("Question: %s", question)},
			},
		})
	}
	request := openai.ChatCompletionRequest{Model: "gpt-4o", MaxCompletionTokens: limit}
	client.CreateChatCompletionStream(ctx, request)
	client.CreateEmbeddings(ctx, openai.EmbeddingRequest{Model: openai.SmallEmbedding3, Input: questions})
}
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o-mini', limit: 100, loop: true },
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 'dynamic', stream: true },
      { api: 'openai.embeddings', model: 'text-embedding-3-small', limit: null },
    ],
    prompts: ['system: Answer in one word.', 'user: Question: <question>'],
  },
  {
    sdk: 'openai',
    path: 'official.go',
    code: `package main
import (
	"github.com/openai/openai-go/v2"
	"github.com/openai/openai-go/v2/responses"
)
func ask(ctx context.Context) {
	client := openai.NewClient()
	params := openai.ChatCompletionNewParams{
		Model: openai.ChatModelGPT4o,
		MaxCompletionTokens: openai.Int(64),
		Messages: []openai.ChatCompletionMessageParamUnion{openai.SystemMessage("Be brief."), openai.UserMessage("What is Go?")},
	}
	client.Chat.Completions.New(ctx, params)
	client.Chat.Completions.NewStreaming(ctx, params)
	client.Responses.New(ctx, responses.ResponseNewParams{
		Model: "gpt-5",
		Input: responses.ResponseNewParamsInputUnion{OfString: openai.String("Say hello.")},
	})
}
`,
    calls: [
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 64 },
      { api: 'openai.chat.completions', model: 'gpt-4o', limit: 64, stream: true },
      { api: 'openai.responses', model: 'gpt-5', limit: null },
    ],
    prompts: ['system: Be brief.', 'user: What is Go?', 'user: Say hello.'],
  },
  {
    sdk: 'anthropic',
    path: 'claude.go',
    code: `package main
import "github.com/anthropics/anthropic-sdk-go"
func ask(ctx context.Context) {
	client := anthropic.NewClient()
	client.Messages.New(ctx, anthropic.MessageNewParams{
		MaxTokens: 1024,
		Model: anthropic.ModelClaudeSonnet4_5,
		System: []anthropic.TextBlockParam{{Text: "You are a chef."}},
		Messages: []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock("A recipe, please."))},
	})
	client.Messages.NewStreaming(ctx, anthropic.MessageNewParams{MaxTokens: 10, Model: "claude-3-5-haiku-latest"})
}
`,
    calls: [
      { api: 'anthropic.messages', model: 'claude-sonnet-4-5', limit: 1024 },
      { api: 'anthropic.messages', model: 'claude-3-5-haiku-latest', limit: 10, stream: true },
    ],
    prompts: ['system: You are a chef.', 'user: A recipe, please.'],
  },
  {
    sdk: 'google',
    path: 'gemini.go',
    code: `package main
import "google.golang.org/genai"
func ask(ctx context.Context) {
	client, err := genai.NewClient(ctx, nil)
	config := &genai.GenerateContentConfig{MaxOutputTokens: 256}
	client.Models.GenerateContent(ctx, "gemini-2.5-flash", genai.Text("Why is the sky blue?"), config)
}
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-2.5-flash', limit: 256 }],
    prompts: ['user: Why is the sky blue?'],
  },
  {
    sdk: 'google',
    path: 'older.go',
    code: `package main
import "github.com/google/generative-ai-go/genai"
func ask(ctx context.Context, prompt string) {
	client, err := genai.NewClient(ctx)
	model := client.GenerativeModel("gemini-1.5-flash")
	model.SetMaxOutputTokens(500)
	model.GenerateContent(ctx, genai.Text("Name a colour."))
}
`,
    calls: [{ api: 'google.generate_content', model: 'gemini-1.5-flash', limit: 500 }],
    prompts: ['user: Name a colour.'],
  },
  {
    sdk: 'ollama',
    path: 'ollama.go',
    code: `package main
import "github.com/ollama/ollama/api"
func ask(ctx context.Context) {
	client, err := api.ClientFromEnvironment()
	client.Generate(ctx, &api.GenerateRequest{Model: "llama3", Prompt: "Tell a joke about boats."}, respond)
	client.Chat(ctx, &api.ChatRequest{Model: "llama3", Messages: []api.Message{{Role: "user", Content: "Hello there"}}}, respond)
	client.Chat(ctx, &api.ChatRequest{Model: "llama3", Messages: messages, Stream: new(bool)}, respond)
	stream := false
	client.Generate(ctx, &api.GenerateRequest{Model: "llama3", Prompt: prompt, Stream: &stream}, respond)
}
`,
    calls: [
      { api: 'ollama.generate', model: 'llama3', limit: null, stream: true },
      { api: 'ollama.chat', model: 'llama3', limit: null, stream: true },
      { api: 'ollama.chat', model: 'llama3', limit: null },
      { api: 'ollama.generate', model: 'llama3', limit: null },
    ],
    prompts: ['user: Tell a joke about boats.', 'user: Hello there'],
  },
  {
    sdk: 'cohere',
    path: 'cohere.go',
    code: `package main
import cohere "github.com/cohere-ai/cohere-go/v2"
func (c *Client) ask(ctx context.Context) {
	c.inner.Chat(ctx, &cohere.ChatRequest{Message: "What is new?", Model: cohere.String("command-r"), MaxTokens: cohere.Int(50)})
}
`,
    calls: [{ api: 'cohere.chat', model: 'command-r', limit: 50 }],
    prompts: ['user: What is new?'],
  },
  {
    sdk: 'bedrock',
    path: 'bedrock.go',
    code: `package main
import "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
func ask(ctx context.Context) {
	client := bedrockruntime.NewFromConfig(cfg)
	client.Converse(ctx, &bedrockruntime.ConverseInput{
		ModelId: aws.String("amazon.nova-lite-v1:0"),
		InferenceConfig: &types.InferenceConfiguration{MaxTokens: aws.Int32(300)},
	})
}
`,
    calls: [{ api: 'bedrock.converse', model: 'amazon.nova-lite-v1:0', limit: 300 }],
  },
  {
    sdk: 'mistral',
    path: 'mistral.go',
    code: `package main
import "github.com/gage-technologies/mistral-go"
func ask() {
	client := mistral.NewMistralClientDefault("key")
	client.Chat("mistral-tiny", []mistral.ChatMessage{{Content: "Name a wind.", Role: mistral.RoleUser}}, nil)
}
`,
    calls: [{ api: 'mistral.chat', model: 'mistral-tiny', limit: null }],
    prompts: ['user: Name a wind.'],
  },
  {
    sdk: 'langchaingo',
    path: 'chain.go',
    code: `package main
import (
	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/openai"
)
func ask(ctx context.Context) {
	llm, err := openai.New(openai.WithModel("gpt-4o"))
	llms.GenerateFromSinglePrompt(ctx, llm, "Suggest a name for a shop.", llms.WithMaxTokens(40))
}
`,
    calls: [{ api: 'langchaingo.GenerateFromSinglePrompt', model: 'gpt-4o', limit: 40 }],
    prompts: ['user: Suggest a name for a shop.'],
  },
  {
    sdk: 'openai',
    path: 'lookalike.go',
    code: `package main
import "github.com/slack-go/slack"
func send(ctx context.Context) {
	client := slack.New("token")
	client.PostMessage("general", slack.MsgOptionText("You are late", false))
	store.Messages.New(ctx, Message{Model: "gpt"})
	agent.Chat(ctx, "hello")
}
`,
    calls: [],
  },
  {
    sdk: 'http',
    path: 'request.go',
    code: `package main
const base = "https://api.openai.com/v1"
type chatRequest struct {
	Model     string \`json:"model"\`
	Messages  []message \`json:"messages"\`
	MaxTokens int \`json:"max_tokens"\`
}
func ask(ctx context.Context, questions []string) {
	for _, question := range questions {
		payload, err := json.Marshal(chatRequest{
			Model: "gpt-4o-mini",
			MaxTokens: 200,
			Messages: []message{{Role: "system", Content: "You answer in French."}, {Role: "user", Content: question}},
		})
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/chat/completions", bytes.NewReader(payload))
		http.DefaultClient.Do(req)
	}
	body := map[string]any{"model": "claude-sonnet-4-5", "max_tokens": 1024, "messages": []map[string]string{{"role": "user", "content": "Say hello."}}}
	data, _ := json.MarshalIndent(body, "", " ")
	http.NewRequest("POST", "https://api.anthropic.com/v1/messages", bytes.NewBuffer(data))
	var buffer bytes.Buffer
	json.NewEncoder(&buffer).Encode(map[string]any{"model": "llama3", "prompt": "Why is the sky blue?", "stream": false})
	http.Post("http://localhost:11434/api/generate", "application/json", &buffer)
	resty.New().R().SetBody(map[string]any{"model": "gpt-4o", "messages": messages, "stream": true}).Post(base + "/chat/completions")
}
func forward(ctx context.Context, given chatRequest) {
	data, _ := json.Marshal(given)
	http.NewRequest("POST", "https://api.openai.com/v1/chat/completions", bytes.NewReader(data))
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 200, loop: true },
      { api: 'http.messages', model: 'claude-sonnet-4-5', limit: 1024 },
      { api: 'http.generate', model: 'llama3', limit: null },
      { api: 'http.chat.completions', model: 'gpt-4o', limit: null, stream: true },
      { api: 'http.chat.completions', model: null, limit: null },
    ],
    prompts: ['system: You answer in French.', 'user: Say hello.', 'user: Why is the sky blue?'],
  },
  {
    sdk: 'http',
    path: 'routes.go',
    code: `package main
func routes(router *Router) {
	router.Post("/v1/chat/completions", handleChat)
	httptest.NewRequest("POST", "/v1/chat/completions", strings.NewReader(body))
	httptest.NewRequest("POST", "/v1/messages", bytes.NewReader(marshal(map[string]any{"model": "m", "messages": messages})))
	http.NewRequest("GET", "https://api.openai.com/v1/models", nil)
	http.NewRequest("GET", "https://api.openai.com/v1/chat/completions", nil)
}
`,
    calls: [],
  },
  {
    sdk: 'eino',
    path: 'eino.go',
    code: `package main
import (
	"github.com/cloudwego/eino-ext/components/model/openai"
	"github.com/cloudwego/eino/schema"
)
func ask(ctx context.Context) {
	chatModel, err := openai.NewChatModel(ctx, &openai.ChatModelConfig{Model: "gpt-4o", MaxTokens: &limit})
	chatModel.Generate(ctx, []*schema.Message{schema.SystemMessage("You are a librarian."), schema.UserMessage("Which book is best?")})
	chatModel.Stream(ctx, messages)
}
`,
    calls: [
      { api: 'eino.Generate', model: 'gpt-4o', limit: 'dynamic' },
      { api: 'eino.Stream', model: 'gpt-4o', limit: 'dynamic', stream: true },
    ],
    prompts: ['system: You are a librarian.', 'user: Which book is best?'],
  },
  {
    sdk: 'http',
    path: 'literal.go',
    code: `package main
func ask(text string) {
	body := strings.NewReader(\`{
		"model": "gpt-4o-mini",
		"max_tokens": 30,
		"messages": [{"role": "system", "content": "You are a judge."}, {"role": "user", "content": "Say \\"guilty\\"."}]
	}\`)
	http.NewRequest("POST", "https://api.openai.com/v1/chat/completions", body)
	filled := fmt.Sprintf(\`{"model": "gpt-4o", "messages": [{"role": "user", "content": "Judge this: %s"}], "stream": true}\`, text)
	http.NewRequest("POST", "https://api.openai.com/v1/chat/completions", bytes.NewBuffer([]byte(filled)))
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 30 },
      { api: 'http.chat.completions', model: 'gpt-4o', limit: null, stream: true },
    ],
    prompts: ['system: You are a judge.', 'user: Say "guilty".', 'user: Judge this: <text>'],
  },
  {
    sdk: 'openai',
    path: 'wrapper.go',
    code: `package main
import (
	"example.com/shop/internal/openai"
	"example.com/shop/internal/types"
)
var oaiClient = openai.NewClient("key")
func ask(ctx context.Context) {
	oaiClient.CreateChatCompletion(ctx, &types.Question{Text: "Where is it?"})
}
`,
    calls: [],
  },
  {
    sdk: 'openai',
    path: 'handed.go',
    code: `package main
import "github.com/openai/openai-go"
func (c *Bot) request(text string) openai.ChatCompletionNewParams {
	params := openai.ChatCompletionNewParams{Model: openai.ChatModelGPT4o}
	if c.reasons {
		params.MaxCompletionTokens = openai.Int(c.limit)
	}
	return params
}
func (c *Bot) Ask(ctx context.Context) {
	params := c.request("x")
	for {
		c.client.Chat.Completions.New(ctx, params)
	}
}
`,
    calls: [{ api: 'openai.chat.completions', model: 'gpt-4o', limit: 'dynamic', loop: true }],
  },
  {
    sdk: 'langchaingo',
    path: 'options.go',
    code: `package main
import (
	"github.com/tmc/langchaingo/embeddings"
	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/ollama"
)
var name = flag.String("model", "llama2", "which model")
func ask(ctx context.Context) {
	llm, err := ollama.New(ollama.WithModel("llama3.2"))
	options := []llms.CallOption{llms.WithTemperature(0)}
	options = append(options, llms.WithMaxTokens(10))
	llms.GenerateFromSinglePrompt(ctx, llm, "Count to three.", options...)
	embedder, err := embeddings.NewEmbedder(llm)
	embedder.EmbedQuery(ctx, "dinosaurs")
}
`,
    calls: [
      { api: 'langchaingo.GenerateFromSinglePrompt', model: 'llama3.2', limit: 10 },
      { api: 'langchaingo.embeddings', model: 'llama3.2', limit: null },
    ],
    prompts: ['user: Count to three.'],
  },
  {
    sdk: 'http',
    path: 'fields.go',
    code: `package main
type Client struct {
	base  string
	model string
}
func NewClient() *Client {
	return &Client{base: "https://api.mistral.ai", model: "mistral-small-latest"}
}
func (c *Client) Ask(question string) {
	data, err := json.Marshal(map[string]any{"model": c.model, "messages": []map[string]string{{"role": "user", "content": question}}, "max_tokens": 50})
	http.NewRequest("POST", c.base+"/v1/chat/completions", bytes.NewReader(data))
}
func other(base string) {
	data, err := json.Marshal(map[string]any{"model": name, "messages": messages})
	http.NewRequest("POST", base+"/v1/messages", bytes.NewReader(data))
}
var name string
func init() {
	command.PersistentFlags().StringVarP(&name, "model", "m", "gpt-4o", "which model")
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'mistral-small-latest', limit: 50 },
      { api: 'http.messages', model: null, limit: null },
    ],
  },
];
