import { testRule } from '../../helpers/rules';

testRule('stacked-retries', {
  valid: [
    {
      name: 'a client that does not retry',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(max_retries=0)

@retry(stop=stop_after_attempt(3))
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'no retries around',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI()

@wraps
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'tenacity around a client that retries',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI()

@retry(stop=stop_after_attempt(3))
def ask(q):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'information',
      fixes: {
        "Turn off the client's own retries": `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(max_retries=0)

@retry(stop=stop_after_attempt(3))
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      },
    },
    {
      name: 'backoff around a client that retries',
      code: `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(timeout=9)

@backoff.on_exception(backoff.expo, Exception)
def ask(q):
    return client.chat.completions.⟦create⟧(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      fixes: {
        "Turn off the client's own retries": `from openai import OpenAI
from tenacity import retry, stop_after_attempt
import backoff
client = OpenAI(timeout=9, max_retries=0)

@backoff.on_exception(backoff.expo, Exception)
def ask(q):
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
      },
    },
  ],
});
