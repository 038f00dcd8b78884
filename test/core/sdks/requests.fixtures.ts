import type { Fixture } from './fixture';

const BODY = `JSONObject body = new JSONObject();
    body.put("model", "gpt-4o-mini");
    body.put("max_tokens", 50);
    JSONArray messages = new JSONArray();
    messages.put(new JSONObject().put("role", "user").put("content", q));
    body.put("messages", messages);`;

/** Raw HTTP in the languages whose requests are built before they are sent, or in a block. */
export const requests: Fixture[] = [
  {
    sdk: 'http',
    path: 'NetHttp.java',
    code: `import java.net.http.*;
class NetHttp {
  private static final String URL = "https://api.openai.com/v1/chat/completions";
  String ask(String q) {
    ${BODY}
    HttpRequest request = HttpRequest.newBuilder().uri(URI.create(URL)).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
  void read() {
    client.send(HttpRequest.newBuilder(URI.create("https://api.openai.com/v1/models")).GET().build(), HttpResponse.BodyHandlers.ofString());
    mailer.send(new Mail("info@openai.com", "/v1/chat/completions"));
  }
}
`,
    calls: [{ api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 50 }],
  },
  {
    sdk: 'http',
    path: 'OkHttp.java',
    code: `import okhttp3.*;
class OkHttp {
  void ask(String q) {
    ${BODY}
    RequestBody older = RequestBody.create(MediaType.parse("application/json"), body.toString());
    client.newCall(new Request.Builder().url("https://api.openai.com/v1/chat/completions").post(older).build()).execute();
    RequestBody newer = RequestBody.create(body.toString(), MediaType.parse("application/json"));
    Request request = new Request.Builder().url("https://api.openai.com/v1/chat/completions").post(newer).build();
    for (int i = 0; i < 3; i++) client.newCall(request).enqueue(callback);
  }
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 50 },
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 50, loop: true },
    ],
  },
  {
    sdk: 'http',
    path: 'Spring.java',
    code: `import org.springframework.http.HttpEntity;
class Spring {
  private static final String URL = "https://api.openai.com/v1/chat/completions";
  void ask(String q) {
    Map<String, Object> body = Map.of("model", "gpt-4o", "messages", List.of(Map.of("role", "system", "content", "Answer in one word."), Map.of("role", "user", "content", q)));
    HttpEntity<Map<String, Object>> entity = new HttpEntity<>(body, headers);
    restTemplate.postForEntity(URL, entity, Map.class);
    restTemplate.exchange(URL, HttpMethod.POST, new HttpEntity<>(mapper.writeValueAsString(body), headers), String.class);
    webClient.post().uri(URL).header("Authorization", key).bodyValue(body).retrieve().bodyToMono(String.class).block();
  }
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o', limit: null },
      { api: 'http.chat.completions', model: 'gpt-4o', limit: null },
      { api: 'http.chat.completions', model: 'gpt-4o', limit: null },
    ],
    prompts: ['system: Answer in one word.'],
  },
  {
    sdk: 'http',
    path: 'ktor.kt',
    code: `import io.ktor.client.HttpClient
class Api(private val client: HttpClient) {
    suspend fun ask(q: String) {
        client.post("https://api.openai.com/v1/chat/completions") {
            header("Authorization", "Bearer key")
            setBody(ChatRequest(model = "gpt-4o-mini", messages = listOf(Message("user", q)), max_tokens = 60))
        }
    }
    fun askWithOkHttp(q: String) {
        val json = JSONObject().apply {
            put("model", "gpt-4o")
            put("max_tokens", 150)
        }
        val body = json.toString().toRequestBody("application/json".toMediaType())
        okHttp.newCall(Request.Builder().url("https://api.openai.com/v1/chat/completions").post(body).build()).execute()
    }
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 60 },
      { api: 'http.chat.completions', model: 'gpt-4o', limit: 150 },
    ],
  },
  {
    sdk: 'http',
    path: 'Requests.cs',
    code: `using System.Net.Http;
class Requests
{
    const string Url = "https://api.openai.com/v1/chat/completions";
    async Task Ask(string q)
    {
        var body = new { model = "gpt-4o-mini", messages = new[] { new { role = "system", content = "Translate to French." }, new { role = "user", content = q } }, max_tokens = 100 };
        var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        await http.PostAsync(Url, content);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        request.Content = new StringContent(JsonConvert.SerializeObject(body), Encoding.UTF8, "application/json");
        await http.SendAsync(request);
        await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://api.openai.com/v1/models"));
    }
}
`,
    calls: [
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 100 },
      { api: 'http.chat.completions', model: 'gpt-4o-mini', limit: 100 },
    ],
    prompts: ['system: Translate to French.'],
  },
  {
    sdk: 'http',
    path: 'net_http.rb',
    code: `ENDPOINT = "https://api.openai.com/v1/chat/completions"
def ask(text)
  uri = URI.parse(ENDPOINT)
  request = build(uri, text)
  Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) { |http| http.request(request) }
end
def build(uri, text)
  request = Net::HTTP::Post.new(uri.path)
  request.body = { model: "gpt-4o", max_tokens: 50, messages: [{ role: "system", content: "You are a guide." }, { role: "user", content: text }] }.to_json
  request
end
def load(uri)
  Net::HTTP.start(uri.hostname) { |http| http.request(Net::HTTP::Get.new(uri)) }
end
`,
    calls: [{ api: 'http.chat.completions', model: 'gpt-4o', limit: 50 }],
    prompts: ['system: You are a guide.'],
  },
  {
    sdk: 'http',
    path: 'helper.rs',
    code: `async fn post(url: &str, body: &str) -> String {
    let client = Client::new();
    client.post(url).body(body.to_owned()).send().await.unwrap().text().await.unwrap()
}
async fn ask(port: u16, question: String) -> String {
    let body = Body { model: name(), messages: vec![Message { role: "system".to_owned(), content: "You are a guide.".to_owned() }], max_tokens: 250 };
    post(format!("http://localhost:{port}/v1/chat/completions").as_str(), serde_json::to_string(&body).unwrap().as_str()).await
}
async fn read() -> String {
    post("http://localhost/notes", "{}").await
}
`,
    calls: [{ api: 'http.chat.completions', model: null, limit: 250 }],
    prompts: ['system: You are a guide.'],
  },
  {
    sdk: 'http',
    path: 'Helper.kt',
    code: `class Api(private val client: HttpClient) {
    private val base = "https://generativelanguage.googleapis.com/v1/models"
    suspend fun describe(image: ByteArray) = send("$base/gemini-pro-vision:generateContent?key=$key") { addImage(image) }
    private suspend fun send(url: String, build: Builder.() -> Unit): String {
        val request = Builder().apply(build).make()
        return client.post(url) { body = Json.encodeToString(request) }.bodyAsText()
    }
}
`,
    calls: [{ api: 'http.generate_content', model: 'gemini-pro-vision', limit: null }],
  },
  {
    sdk: 'http',
    path: 'complete.rs',
    code: `// Asks OpenAI for a shell command.
fn ask(config: Config, task: String) {
    let address = format!("{}/completions", config.base);
    client.post(address).json(&json!({ "model": "gpt-3.5-turbo-instruct", "max_tokens": 1000, "prompt": task })).send();
    client.post(format!("{}/completions", config.own)).json(&json!({ "prompt": task })).send();
}
`,
    calls: [{ api: 'http.completions', model: 'gpt-3.5-turbo-instruct', limit: 1000 }],
  },
  {
    sdk: 'http',
    path: 'Pictures.php',
    code: `<?php
$client = new \\GuzzleHttp\\Client(['base_uri' => 'https://api.openai.com/v1/']);
$client->post('images/generations', ['json' => ['model' => 'dall-e-3', 'prompt' => "Draw a $subject in oil.", 'n' => 1]]);
`,
    calls: [{ api: 'http.images', model: 'dall-e-3', limit: null }],
    prompts: ['user: Draw a <$subject> in oil.'],
  },
  {
    sdk: 'http',
    path: 'Screen.kt',
    code: `val url = "https://api.openai.com/v1/completions"
class Screen(private val builder: WebClient.Builder) {
    fun ask(question: String) {
        val body = JSONObject()
        body.put("model", "gpt-3.5-turbo-instruct")
        body.put("prompt", question)
        body.put("max_tokens", 400)
        val request = object : JsonObjectRequest(Method.POST, url, body, Response.Listener { show(it) }, null) {}
        queue.add(request)
    }
    fun chat(request: ChatRequest): Answer {
        val client = builder.baseUrl("https://api.openai.com/v1").build()
        return client.post().uri("/chat/completions").bodyValue(request).retrieve().bodyToMono(Answer::class.java).block()!!
    }
}
`,
    calls: [
      { api: 'http.completions', model: 'gpt-3.5-turbo-instruct', limit: 400 },
      { api: 'http.chat.completions', model: null, limit: null },
    ],
  },
];
