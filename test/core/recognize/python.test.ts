import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings } from '../../../src/core';
import { createTestEngine } from '../../helpers/engine';
import { read } from './read';

const CLIENT = 'from openai import OpenAI\nclient = OpenAI()\n';
const ASK = 'client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}])';

/** Name, code behind an OpenAI client, the calls. */
const CALLS: [string, string, string[]][] = [
  ['reads a constant', `MODEL = "gpt-4o"\n${ASK}`, ['openai.chat.completions gpt-4o none']],
  ['knows nothing of a parameter', `def ask(MODEL):\n    ${ASK}`, ['openai.chat.completions ? none']],
  [
    'reads an attribute that the constructor sets',
    'class A:\n    def __init__(self):\n        self.model = "gpt-4o"\n    def ask(self):\n        return client.responses.create(model=self.model, input="Hi", max_output_tokens=7)',
    ['openai.responses gpt-4o 7'],
  ],
  [
    'reads a dictionary that is spread',
    'params = {"model": "gpt-4o", "max_tokens": 9}\nparams["stream"] = True\nclient.chat.completions.create(messages=[], **params)',
    ['openai.chat.completions gpt-4o 9 stream'],
  ],
  [
    'reads dictionaries that are merged',
    'class A:\n    def __init__(self):\n        self.defaults = dict(model="gpt-4o", stream=True)\n    def ask(self, **kwargs):\n        client.chat.completions.create(messages=[], **(self.defaults | kwargs))\n        client.chat.completions.create(messages=[], **{**self.defaults, "max_tokens": 3})',
    ['openai.chat.completions ? unknown stream', 'openai.chat.completions gpt-4o 3 stream'],
  ],
  [
    'leaves the limit open where a key is computed',
    'params = {"model": "gpt-4o"}\nfor k, v in extra.items():\n    params[k] = v\nclient.chat.completions.create(messages=[], **params)',
    ['openai.chat.completions ? unknown'],
  ],
  [
    'reads what setdefault gives',
    'def ask(**kwargs):\n    kwargs.setdefault("max_tokens", 50)\n    client.chat.completions.create(model="gpt-4o", messages=[], **kwargs)',
    ['openai.chat.completions gpt-4o 50'],
  ],
  [
    'takes an item of a numbered list for no parameter',
    'rows = [1, 2]\nrows[0] = 5\nparams = {"model": "gpt-4o", "max_tokens": 9}\nclient.chat.completions.create(messages=rows, **params)',
    ['openai.chat.completions gpt-4o 9'],
  ],
  ['sees a loop around the call', `MODEL = "m"\nwhile True:\n    ${ASK}`, ['openai.chat.completions m none loop']],
  ['sees a comprehension', `MODEL = "m"\nanswers = [${ASK} for x in xs]`, ['openai.chat.completions m none loop']],
  ['sees a loop one function away', `MODEL = "m"\ndef ask():\n    return ${ASK}\nfor x in xs:\n    ask()`, ['openai.chat.completions m none looped']],
  [
    'knows a client from a getter, a with statement and an injected parameter',
    'def get():\n    return OpenAI()\nget().responses.create(model="a", input="Hi")\nwith OpenAI() as c:\n    c.responses.create(model="b", input="Hi")\ndef ask(llm: OpenAI):\n    llm.completions.create(model="c", prompt="Hi")',
    ['openai.responses a none', 'openai.responses b none', 'openai.completions c none'],
  ],
  [
    'knows functions of an SDK under other names',
    'from litellm import completion, acompletion as ask\nclass A:\n    def __init__(self):\n        self.client = completion\n        self.completion = completion\n    async def go(self):\n        self.client(model="a")\n        self.completion(model="b")\n        await ask(model="c")',
    ['litellm.completion a none', 'litellm.completion b none', 'litellm.completion c none'],
  ],
  [
    'knows what is imported where it stands for nothing else, and where a class has its name',
    'try:\n    from groq import Groq\nexcept ImportError:\n    Groq = None\ntry:\n    import litellm\nexcept ImportError:\n    litellm = Missing()\nGroq().chat.completions.create(model="a", messages=[])\nlitellm.completion(model="b")\nclass AsyncOpenAI(Base):\n    def __init__(self):\n        from openai import AsyncOpenAI\n        self.client = AsyncOpenAI()\n    def ask(self):\n        return self.client.completions.create(model="c", prompt="Hi")',
    ['groq.chat.completions a none', 'litellm.completion b none', 'openai.completions c none'],
  ],
  [
    'knows a client by its name where a method of another class of the file gives it',
    'import boto3\nclass Pool:\n    def get(self, name):\n        return self.made[name]\nclass A:\n    def __init__(self):\n        self.pool = Pool()\n        self.bedrock_client = self.pool.get("bedrock-runtime")\n        self.queue = self.pool.get("sqs")\n    def ask(self):\n        self.bedrock_client.invoke_model(modelId="a", body=b)\n        self.queue.messages.create(model="b")',
    ['bedrock.invoke_model a none'],
  ],
  [
    'reads a dictionary that is copied without its empty entries',
    'params = {"model": "a", "max_tokens": 9, "stop": None}\nparams = {k: v for k, v in params.items() if v is not None}\nclient.chat.completions.create(messages=[], **params)',
    ['openai.chat.completions a 9'],
  ],
  [
    'knows a function that is kept under the name of another',
    'if LITE:\n    from litellm import completion\nelse:\n    completion = client.chat.completions.create\ndef ask():\n    return completion(model="a", messages=[], stream=True)',
    ['openai.chat.completions a none stream'],
  ],
  [
    'reads what a class keeps under its own name',
    'class A:\n    llm = None\n    def __init__(self):\n        from groq import Groq\n        A.llm = Groq()\n        import dashscope\n        A.dashscope = dashscope\n        self.other = A.make()\n    @staticmethod\n    def make():\n        return OpenAI()\n    def ask(self):\n        A.llm.chat.completions.create(model="a", messages=[])\n        A.dashscope.Generation.call(model="b")\n        self.other.embeddings.create(model="c")',
    ['groq.chat.completions a none', 'dashscope.Generation b none', 'openai.embeddings c none'],
  ],
  [
    'knows a model class that a module of helpers hands on',
    'from helpers import *\nllm = ChatOpenAI(model_name="gpt-4o", max_tokens=5)\nOpenAIEmbeddings()',
    ['langchain.ChatOpenAI gpt-4o 5', 'langchain.OpenAIEmbeddings text-embedding-ada-002 none'],
  ],
  [
    'reads a module that a method imports',
    'class A:\n    def __init__(self):\n        genai = self.load()\n        self.model = genai.GenerativeModel(model_name="gemini-pro", generation_config={"max_output_tokens": 6})\n    def load(self):\n        import google.generativeai as genai\n        return genai\n    def ask(self):\n        self.model.generate_content("Hi", stream=True)',
    ['google.generate_content gemini-pro 6 stream'],
  ],
  [
    'knows a module by the name it is loaded with, and a client by the class that makes it',
    'class A:\n    def load(self):\n        ollama = require("ollama")\n        return self.build(ollama.Client)\n    def build(self, cls):\n        return cls(**self.kw)\n    def ask(self):\n        model = self.load()\n        model.chat(model="a", messages=[])\nvo = importlib.import_module("voyageai").Client()\nvo.embed(x, model="b")',
    ['ollama.chat a none', 'voyage.embed b none'],
  ],
  [
    'reads a call that another function makes',
    'a = asyncio.to_thread(client.chat.completions.create, model="a", messages=[], max_tokens=5)\nb = pool.submit(client.responses.create, **params)\nretry(client.responses.create, tries=3)\nmock.patch(client.responses.create, model="c")',
    ['openai.chat.completions a 5', 'openai.responses ? unknown'],
  ],
  [
    'reads a call that another function makes with what it is given in order',
    'from google import genai\nchat = genai.Client().chats.create(model="a")\nretry(chat.send_message, text)',
    ['google.generate_content a unknown'],
  ],
  [
    'knows which of several clients of one name a call has',
    'if voyage:\n    import voyageai\n    llm = voyageai.Client()\n    llm.embed(x, model="a")\nelse:\n    llm = pick()\n    llm.embeddings.create(model="b")',
    ['voyage.embed a none', 'openai.embeddings b none'],
  ],
  [
    'ends names that lead back to themselves',
    'html = make()\nif a:\n    html = html.replace("a", "b")\nhtml = html.strip().format(html)\nx = y\ny = x.model\nx = y.copy().model\nclient.responses.create(model=x, input=html)',
    ['openai.responses ? none'],
  ],
  [
    'follows a name through many branches in no time',
    `text = start\n${Array.from({ length: 60 }, (_, i) => `if c${i}:\n    text = text.replace("${i}", other.join(text))\n`).join('')}client.responses.create(model="m", input=text)`,
    ['openai.responses m none'],
  ],
  [
    'tells a class from the one of its name that it imports',
    'class AzureOpenAI(Base):\n    def __init__(self):\n        from openai import AzureOpenAI\n        self.client = AzureOpenAI()\n    def ask(self):\n        self.client.chat.completions.create(model="m", messages=[])',
    ['openai.chat.completions m none'],
  ],
  [
    'calls a patched function as what it was before',
    'import instructor\nask = instructor.patch(create=client.chat.completions.create)\nask(model="m", max_tokens=4, messages=[])',
    ['openai.chat.completions m 4'],
  ],
  [
    'knows a table of a database by its key',
    'db["embeddings"].create({"id": int})\nclients["a"].embeddings.create(model="m", input=x)',
    ['openai.embeddings m none'],
  ],
  [
    'reads the code around what is broken',
    `MODEL = "m"\n${ASK}\nx = {"a": \ndef broken(:\n\ny = ${ASK}`,
    ['openai.chat.completions m none', 'openai.chat.completions m none'],
  ],
];

describe('recognition in Python', () => {
  for (const [name, code, expected] of CALLS) {
    it(name, async () => {
      assert.deepEqual((await read('a.py', CLIENT + code)).calls, expected);
    });
  }

  it('finds requests to an address of which only the name is known', async () => {
    const post = (url: string, body: string) => `requests.post(${url}, json={"model": "llama3", ${body}})\n`;
    const code = [
      post('Settings.OLLAMA_URL + "/generate"', '"prompt": x, "options": {"num_predict": 5}'),
      post('f"{OLLAMA_HOST}/embed"', '"input": x'),
      post('config.ollama_endpoint()', '"prompt": x'),
      post('OLLAMA_CHAT_URL', '"messages": [{"role": "user", "content": "Tell me a joke"}]'),
      post('OLLAMA_URL + "/api/pull"', '"stream": True'),
      post('self.deepseek_api_url', '"messages": [], "max_tokens": 7'),
      post('OTHER_URL', '"prompt": x'),
      post('OTHER_URL', '"messages": []'),
      post('OLLAMA_MODEL', '"prompt": x'),
    ].join('');
    const { calls } = await read('a.py', `import requests\n${code}`);
    assert.deepEqual(calls, [
      'http.generate llama3 5',
      'http.embed llama3 none',
      'http.generate llama3 none',
      'http.chat llama3 unknown',
      'http.chat.completions llama3 7',
    ]);
  });

  it('finds requests to pictures and sounds, and those that a method of its own sends', async () => {
    const code =
      'class A:\n    def ask(self, x):\n        body = {"model": "m", "messages": [], "max_tokens": 5}\n        self._request("POST", "/chat/completions", json_body=body)\n        requests.post(f"{BASE}/images/generations", json={"model": "dall-e-3", "prompt": x})\n        requests.post(f"{BASE}/audio/transcriptions", data={"model": "whisper-1"}, files=f)\n        requests.post("/images/generations", json={"prompt": x})\n';
    assert.deepEqual((await read('a.py', code)).calls, [
      'http.chat.completions m 5',
      'http.images dall-e-3 none',
      'http.audio.transcriptions whisper-1 none',
    ]);
  });

  it('tells what kind of call it is by the model where a function serves several', async () => {
    const ids = ['amazon.titan-embed-text-v2:0', 'stability.sd3-large-v1:0', 'meta.llama3-8b-instruct-v1:0'];
    const code = ids.map((id) => `boto3.client("bedrock-runtime").invoke_model(modelId="${id}", body=body)\n`).join('');
    const { calls } = await (await createTestEngine()).analyze({ path: 'a.py', text: `import boto3\n${code}` }, defaultSettings());
    assert.deepEqual(
      calls.map(({ kind }) => kind),
      ['embedding', 'image', 'chat'],
    );
  });

  it('knows a client that a method of something named for it gives', async () => {
    const code = (name: string) => `def ask(app):\n    app.core.${name}.get_client().completions.create(model="a", prompt="Hi")\n`;
    assert.deepEqual((await read('a.py', code('openai'))).calls, ['openai.completions a none']);
    assert.deepEqual((await read('a.py', code('shop'))).calls, []);
  });

  it('sees a client that a parameter of another SDK carries', async () => {
    const code =
      'from google import genai\nfrom pydantic_ai import RunContext\nasync def ask(ctx: RunContext[Deps]):\n    await ctx.deps.client.aio.models.generate_content(model="gemini-2.5-flash", contents="Hi")\n';
    assert.deepEqual((await read('a.py', code)).calls, ['google.generate_content gemini-2.5-flash none']);
  });

  it('sees that the answer to a body of elsewhere is read as a stream', async () => {
    const code = (rest: string) =>
      `import requests\ndef ask(body):\n    requests.post("https://api.openai.com/v1/chat/completions", json=body${rest})\n`;
    assert.deepEqual((await read('a.py', code(', stream=True'))).calls, ['http.chat.completions ? none stream']);
    assert.deepEqual((await read('a.py', code(''))).calls, ['http.chat.completions ? none']);
  });

  it('knows a package that a helper loads when it is first used', async () => {
    const code = (line: string) => `def ask():\n    ${line}\n    return dspy.LM("openai/gpt-4o-mini", max_tokens=90)\n`;
    for (const line of ['dspy, COPRO = _load_dspy()', 'dspy = import_dspy()']) {
      assert.deepEqual((await read('a.py', code(line))).calls, ['dspy.LM openai/gpt-4o-mini 90']);
    }
    for (const line of ['dspy = make_shop()', 'dspy: Shop = open_shop()']) assert.deepEqual((await read('a.py', code(line))).calls, []);
  });

  it('counts what a model is asked by calling it, and not its constructor', async () => {
    const code =
      'import dspy\nlm = dspy.LM("openai/gpt-4o-mini", max_tokens=90)\nlm("Name three rivers.")\ndef ask(lm: dspy.LM):\n    return lm("Name a lake.")\n';
    assert.deepEqual((await read('a.py', code)).calls, ['dspy.LM openai/gpt-4o-mini 90', 'dspy.LM ? none']);
  });

  const LOOKALIKES: [string, string][] = [
    ['Slack', 'from slack_sdk import WebClient\nclient = WebClient()\nclient.chat_postMessage(channel="c", text="You are late")'],
    ['Twilio', 'from twilio.rest import Client\nclient = Client(a, b)\nclient.messages.create(body="Hi", to="+1")'],
    [
      'a local transformer',
      'from transformers import AutoModelForCausalLM\nmodel = AutoModelForCausalLM.from_pretrained("gpt2")\nmodel.generate(**x)',
    ],
    ['a class of its own', 'class LLM:\n    def complete(self, prompt):\n        return prompt\nLLM().complete("Tell me a story")'],
    ['a queue', 'import boto3\nsqs = boto3.client("sqs")\nsqs.send_message(QueueUrl=u, MessageBody="b")'],
    ['code inside a text', 'import openai\nprint("""\nfrom openai import OpenAI\nOpenAI().responses.create(model="m")\n""")'],
  ];
  for (const [name, code] of LOOKALIKES) {
    it(`finds no call in ${name}`, async () => {
      assert.deepEqual((await read('a.py', code)).calls, []);
    });
  }
});

const RESPOND = 'client.responses.create(model="m", input=text)';
/** Name, code behind an OpenAI client, the prompts. */
const PROMPTS: [string, string, string[]][] = [
  [
    'leaves notices for a person',
    'def compare_prompts(a, b):\n    if not a:\n        return "⚠️ Please enter both prompts."\n    return "Compare both prompts to find the better"',
    ['user: Compare both prompts to find the better'],
  ],
  [
    'leaves what tells a person to come back later',
    'user_message = "The kitchen is closed for now. Please wait a while and try again."\nif x:\n    user_message = "There is too much to do, please try again later."\nretry_message_prompt = "That was no valid JSON. Please try again."',
    ['user: That was no valid JSON. Please try again.'],
  ],
  [
    'leaves the questions of a terminal, and a greeting',
    'from rich.prompt import Prompt\nsystem_message = Prompt.ask("Which role shall I play in this talk?", default="none")\nasked = ui.get_user_response(prompt="Please type the number of guests")\nname = input(prompt="Please type the name of the guest")\nlog = [{"role": "assistant", "prompt": "Hello there, how can I help you?"}]',
    [],
  ],
  [
    'takes a text that is put together as one',
    'client.responses.create(model="m", input="You are a careful clerk of a shop. " + x)\nclient.responses.create(model="m", input="You are a careful clerk of a bank. {}".format(y))',
    ['user: You are a careful clerk of a shop. <x>', 'user: You are a careful clerk of a bank. <>'],
  ],
  [
    'takes a named text that is trimmed or put together, though no call uses it',
    'SORT_PROMPT = "\\nSort these animals by size\\n".strip() + "\\n"\nJOIN_PROMPT = "\\n".join(["Join these words", "to one text"])\nFILL_PROMPT = "Fill in %s where it fits" % x',
    ['user: Sort these animals by size', 'user: Join these words\nto one text', 'user: Fill in <%s> where it fits'],
  ],
  [
    'takes messages that are put together over several statements',
    'messages = [{"role": "system", "content": "Be brief."}]\nif x:\n    messages.append({"role": "user", "content": f"Sum up {x}"})\nclient.chat.completions.create(model="m", messages=messages)',
    ['system: Be brief.', 'user: Sum up <x>'],
  ],
  [
    'takes the instructions that a prompt is put together from, and no data',
    'RULES = "Answer the question with the given facts only, please."\ndata = "Ada, Berlin, 1843, blue, seven, and some more"\nclient.responses.create(model="m", input=RULES + "\\nFacts: " + data)',
    [
      'user: Answer the question with the given facts only, please.',
      'user: Answer the question with the given facts only, please.\nFacts: Ada, Berlin, 1843, blue, seven, and some more',
    ],
  ],
  [
    'takes no keys of a session, and no text that is all placeholder',
    'messages = session.user_session.get("messages")\nclient.chat.completions.create(model="m", messages=messages)\nclient.responses.create(model="m", input="{query}")',
    [],
  ],
  [
    'takes the messages of lists that a comprehension makes and runs over',
    'chats = [[Message(role="system", content="Judge it."), Message(role="user", content=f"Is {p} true?")] for p in ps]\nanswers = [client.chat.completions.create(model="m", messages=chat) for chat in chats]',
    ['system: Judge it.', 'user: Is <p> true?'],
  ],
  [
    'takes messages that no call in the file uses',
    'send([Msg(role="user", content="Name a river."), Content(role="user", parts=[Part.from_text("Name a lake.")])])',
    ['user: Name a river.', 'user: Name a lake.'],
  ],
  [
    'takes a task that begins with what is given',
    'task = "Given a list of messages, use eight words to name their topic."',
    ['user: Given a list of messages, use eight words to name their topic.'],
  ],
  [
    'takes a text through a function that passes it on',
    'text = shorten(f"Write a list of five good names for {pet}", 100)\n' + RESPOND,
    ['user: Write a list of five good names for <pet>'],
  ],
  [
    'takes what a field of a form holds, and not what stands beside it',
    'rules = st.text_area("Rules of the house", "Answer in one line.", height=80)\ntone = st.text_area(label="Tone", value="Be kind.")\nquery = st.text_input("What would you like to know?")\nclient.responses.create(model="m", instructions=rules, input=[{"role": "user", "content": tone}, {"role": "user", "content": query}])',
    ['system: Answer in one line.', 'user: Be kind.'],
  ],
  [
    'takes the texts of a table of prompts, and not what an object says about one',
    'PROMPTS = {"headline": "Find a headline for the article."}\nSYSTEM_PROMPTS = {"en": "Speak plainly and in short words."}\nprompt = {"type": "input", "message": "What is the name of the project?"}\nICL_EXAMPLES = {"legs": "Q: how many legs has a spider? A: eight"}',
    ['user: Find a headline for the article.', 'system: Speak plainly and in short words.', 'user: Q: how many legs has a spider? A: eight'],
  ],
  [
    'takes what is set as a prompt of another object',
    'agent.system_prompt = "Keep answers under ten words."\nconfig["user_prompt"] = "Tell me of the sea."\nprompt_templates["x"] = "Name three words that fit best."\nprompts["label"] = "Choose one of the prompts below"\npage.help = "Keep answers under ten words."',
    ['system: Keep answers under ten words.', 'user: Tell me of the sea.', 'user: Name three words that fit best.'],
  ],
  [
    'takes an instruction that tells a model what to do, and not a hint for a person',
    'instruction = "Sort the given words and return one line."\nselect("Who?", instruction="Press space to choose an animal")\ndef tone_instruction():\n    return f"Always write in {tone}."',
    ['system: Sort the given words and return one line.', 'system: Always write in <tone>.'],
  ],
  ['takes no role for a content that a constructor is named for', 'send(types.Content(role="user", parts=[types.Part(text=text)]))', []],
  ['takes no address for the contents that are fetched from it', 'text = fetch_contents("https://example.com/news")\n' + RESPOND, []],
  [
    'takes no format of a chat',
    'tokenizer.chat_template = "{% for message in messages %}{{ message.role }} says {{ message.content }}{% endfor %}"',
    [],
  ],
  ['takes no question to a person', 'text = input("What would you like to ask me about today?")\n' + RESPOND, []],
  [
    'takes the items that a numbered loop runs over',
    'for i, text in enumerate(["Tell me a joke", "Sing a song"]):\n    ' + RESPOND,
    ['user: Tell me a joke', 'user: Sing a song'],
  ],
  [
    'takes what callers give to a wrapper that puts it into a text',
    'def ask(task):\n    return client.responses.create(model="m", input=f"{task}\\nAnswer in French.")\nask("Write a poem about the given animal. You must rhyme.")\nask("Short data")',
    ['user: <task>\nAnswer in French.', 'user: Write a poem about the given animal. You must rhyme.'],
  ],
  ['takes what callers give to a wrapper', 'def ask(text):\n    return ' + RESPOND + '\nask("Why is the sky blue?")', ['user: Why is the sky blue?']],
  [
    'takes a template that is filled by name',
    'PROMPT = "Translate this to %s: hello"\n' + RESPOND.replace('text', 'PROMPT % lang'),
    ['user: Translate this to <%s>: hello'],
  ],
  [
    'takes no messages of errors or pages, and no addresses',
    'template = "s3://a bucket of mine/with its own data"\nraise ValueError("You must give a model and a key to the function")\nhtml = "<div>You are here to read this page</div>"',
    [],
  ],
  [
    'ends prompts that hold each other',
    'a = "You must answer, please."\nfor x in xs:\n    a = f"Use this format, please: {b}"\n    b = f"Follow the given task, please: {a}"\n    client.responses.create(model="m", input=b)',
    ['user: Use this format, please: Follow the given task, please: <a>', 'user: Follow the given task, please: Use this format, please: <b>'],
  ],
];

describe('prompts in Python', () => {
  for (const [name, code, expected] of PROMPTS) {
    it(name, async () => {
      assert.deepEqual((await read('a.py', CLIENT + code)).prompts, expected);
    });
  }

  it('counts a text that is put together from known ones only', async () => {
    const { prompts } = await read(
      'a.py',
      `from openai import OpenAI
client = OpenAI()
POLICY = "Refunds are granted within thirty days of the purchase."
def ask(x):
    return client.responses.create(model="gpt-4o", input=f"{POLICY} {x}")`,
    );
    assert.ok(prompts.includes('user: Refunds are granted within thirty days of the purchase. <x>'), prompts.join());
  });
});
