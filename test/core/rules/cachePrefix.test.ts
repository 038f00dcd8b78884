// Cache bugs as people reported them, rebuilt small: what ends the prefix is followed to where it comes from.
import { python, testRule } from '../../helpers/rules';

const ask = (system: string, before = '', tools = '') => `${python}${before}def ask(question, history):
    return client.chat.completions.create(model="gpt-4o", ${tools}messages=[{"role": "system", "content": ${system}}, *history, {"role": "user", "content": question}])`;

testRule('volatile-prefix', {
  valid: [
    {
      name: 'a day that a function reads',
      code: ask('f"Today is {today()}. Be kind."', 'def today():\n    return datetime.now().strftime("%Y-%m-%d")\n'),
    },
    { name: 'a time that is cut down to the day where it is used', code: ask('f"Today is {now:%d %B %Y}. Be kind."', 'now = datetime.now()\n') },
    { name: 'a function that returns a constant', code: ask('f"Speak {tone()}. Be kind."', 'def tone():\n    return "softly"\n') },
    { name: 'a setting of the deployment', code: ask('f"You work for {os.environ[\'COMPANY\']}. Be kind."') },
    { name: 'functions that call each other', code: ask('f"Speak {a()}. Be kind."', 'def a():\n    return b()\ndef b():\n    return a()\n') },
  ],
  invalid: [
    {
      name: 'a clock behind a function',
      code: ask('f"It is ⟦{stamp()}⟧. Be kind."', 'def stamp():\n    return datetime.now().isoformat()\n'),
      messages: [/^stamp\(\) changes from call to call/],
    },
    {
      name: 'a clock behind two functions',
      code: ask('f"⟦{header()}⟧ Be kind."', 'def stamp():\n    return datetime.now().isoformat()\ndef header():\n    return pad("Now", stamp())\n'),
    },
    {
      name: 'a clock behind a variable of a function',
      code: ask('f"⟦{stamp()}⟧ Be kind."', 'def stamp():\n    now = datetime.now()\n    return now.isoformat()\n'),
    },
    { name: 'a random value behind a variable', code: ask('f"Session ⟦{session}⟧. Be kind."', 'session = str(uuid.uuid4())\n') },
    {
      name: 'a random value that a variable took from a function',
      code: ask('f"Seed ⟦{seed}⟧. Be kind."', 'def make_seed():\n    return random.randint(0, 10)\nseed = make_seed()\n'),
    },
    {
      name: 'a method that reads the clock',
      code: `${python}class Bot:
    def stamp(self):
        return time.time()
    def ask(self, question, history):
        return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"At ⟦{self.stamp()}⟧. Be kind."}, *history])`,
    },
    {
      name: 'the working folder',
      code: ask('f"You are in ⟦{os.getcwd()}⟧. Be kind."'),
      severity: 'information',
      messages: [/^os\.getcwd\(\) differs between machines/],
    },
    {
      name: 'the working folder behind a variable',
      code: ask('f"You are in ⟦{folder}⟧. Be kind."', 'folder = Path.cwd()\n'),
      severity: 'information',
    },
    { name: 'the user of the machine', code: ask('f"You help ⟦{os.environ[\'USER\']}⟧. Be kind."'), severity: 'information' },
  ],
});

testRule('nondeterministic-prefix', {
  valid: [
    { name: 'a set that is sorted where it is joined', code: ask('f"Tags: {\', \'.join(sorted(tags))}. Be kind."', 'tags = {"red", "green"}\n') },
    { name: 'a folder whose names are sorted', code: ask('f"Files: {sorted(os.listdir(root))}. Be kind."') },
    { name: 'a list', code: ask('f"Tags: {\', \'.join(tags)}. Be kind."', 'tags = ["red", "green"]\n') },
    { name: 'tools in a list', code: ask('"Be kind."', 'TOOLS = [{"type": "function"}, {"type": "web_search"}]\n', 'tools=TOOLS, ') },
    { name: 'tools out of a sorted set', code: ask('"Be kind."', 'NAMES = {"a", "b"}\n', 'tools=[make(name) for name in sorted(NAMES)], ') },
  ],
  invalid: [
    { name: 'a set behind a variable', code: ask('f"Tags: ⟦{tags}⟧. Be kind."', 'tags = {"red", "green"}\n') },
    { name: 'a joined set behind a variable', code: ask('f"Tags: ⟦{\', \'.join(tags)}⟧. Be kind."', 'tags = set(load())\n') },
    { name: 'a set behind a function', code: ask('f"Tags: ⟦{tags()}⟧. Be kind."', 'def tags():\n    return ", ".join({word for word in words})\n') },
    { name: 'the listing of a folder', code: ask('f"Files: ⟦{os.listdir(root)}⟧. Be kind."'), messages: [/^A folder is listed/] },
    { name: 'JSON behind a function', code: ask('f"Rules: {rules()}. Be kind."', 'def rules():\n    return ⟦json.dumps(load())⟧\n') },
    { name: 'tools out of a set', code: ask('"Be kind."', 'TOOLS = {a, b}\n', '⟦tools=list(TOOLS)⟧, '), messages: [/^Tools out of a set/] },
    { name: 'tools out of a call of set', code: ask('"Be kind."', '', '⟦tools=list(set(registry))⟧, ') },
  ],
});
