import { python, testRule } from '../../helpers/rules';

testRule('uncached-embedding', {
  valid: [
    {
      name: 'vectors that are kept',
      code: `${python}cache = {}
cache["a"] = client.embeddings.create(model="text-embedding-3-small", input=texts)`,
    },
    {
      name: 'a query that a person types',
      code: `${python}def search(query):
    return client.embeddings.create(model="text-embedding-3-small", input=query)`,
    },
    {
      name: 'a chat call',
      code: `${python}client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'vectors that are not kept',
      code: `${python}def topics():
    return client.embeddings.⟦create⟧(model="text-embedding-3-small", input=["Invoices and refunds", "Delivery"])`,
      severity: 'hint',
      fixes: null,
    },
  ],
});
