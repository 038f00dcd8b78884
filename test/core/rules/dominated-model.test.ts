import { claude, testRule } from '../../helpers/rules';

testRule('dominated-model', {
  valid: [
    {
      name: 'a model of another size',
      code: `import boto3
bedrock = boto3.client("bedrock-runtime")
bedrock.converse(modelId="meta.llama3-1-70b-instruct-v1:0", messages=messages)`,
    },
    {
      name: 'the newest of the family',
      code: `${claude}client.messages.create(model="claude-opus-5-5", max_tokens=500, messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'an unknown model',
      code: `${claude}client.messages.create(model="house-model", max_tokens=500, messages=[{"role": "user", "content": "Hi"}])`,
    },
    {
      name: 'a model that is a variable',
      code: `${claude}client.messages.create(model=name, max_tokens=500, messages=[{"role": "user", "content": "Hi"}])`,
    },
  ],
  invalid: [
    {
      name: 'an older and dearer model',
      code: `${claude}client.messages.create(model=⟦"claude-opus-4-7"⟧, max_tokens=500, messages=[{"role": "user", "content": "Hi"}])`,
      severity: 'information',
      messages: [
        /^claude-opus-\S+ is newer than claude-opus-4-7, takes no less, and costs \$\S+ \/ \$\S+ instead of \$5\.00 \/ \$25\.00 per million tokens\.$/,
      ],
    },
  ],
});
