import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultSettings, type Part } from '../../../src/core';
import { imageSize } from '../../../src/core/recognize/imageSize';
import { createTestEngine } from '../../helpers/engine';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA10dzk';
const GIF = 'R0lGODlhCgAUAIAAAP///wAAACH5BAAAAAAALAAAAAAKABQ=';

/** A JPEG of 320 × 200 with nothing behind its headers. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108 00c8 0140 03012200021101031101ffda'.replaceAll(' ', ''), 'hex').toString(
  'base64',
);

const parts = (all: readonly Part[]): Part[] => all.flatMap((part) => (part.kind === 'message' ? parts(part.parts) : [part]));

async function kinds(path: string, text: string): Promise<string[]> {
  const { calls } = await (await createTestEngine()).analyze({ path, text }, defaultSettings());
  return parts(calls.at(-1)?.parts ?? []).map((part) => (part.kind === 'image' ? `image ${part.width}x${part.height} ${part.detail}` : part.kind));
}

describe('The size of a picture', () => {
  for (const [name, text, expected] of [
    ['PNG', PNG, { width: 640, height: 480 }],
    ['a data URL', `data:image/png;base64,${PNG}`, { width: 640, height: 480 }],
    ['GIF', GIF, { width: 10, height: 20 }],
    ['JPEG', JPEG, { width: 320, height: 200 }],
    ['a header that is cut', 'iVBORw0KGgo', null],
    ['an address', 'https://example.org/a.png', null],
  ] as const)
    it(`is read from ${name}`, () => assert.deepEqual(imageSize(text), expected));
});

describe('Pictures and files are seen in', () => {
  const rows: [string, string, string, string[]][] = [
    [
      'a data URL of a message for OpenAI',
      'a.ts',
      `import OpenAI from 'openai';
new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: [
  { type: 'text', text: 'What is it?' }, { type: 'image_url', image_url: { url: 'data:image/png;base64,${PNG}', detail: 'high' } } ] }] });
`,
      ['text', 'image 640x480 high'],
    ],
    [
      "a source of Anthropic's, and a document",
      'a.py',
      `import anthropic
anthropic.Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[{"role": "user", "content": [
    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "${PNG}"}},
    {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": pdf}},
    {"type": "text", "text": "What is it?"}]}])
`,
      ['image 640x480 null', 'file', 'text'],
    ],
    [
      'contents for Gemini that mix them',
      'a.py',
      `from google import genai
genai.Client().models.generate_content(model="gemini-2.5-flash", contents=["What is it?", Image.open("a.png"),
    types.Part.from_bytes(data=b, mime_type="audio/mp3"), types.Part.from_uri(file_uri=u, mime_type="application/pdf")])
`,
      ['text', 'image nullxnull null', 'audio', 'file'],
    ],
    [
      "blocks of Amazon's",
      'a.py',
      `import boto3
boto3.client("bedrock-runtime").converse(modelId="m", messages=[{"role": "user", "content": [{"text": "What is it?"},
    {"image": {"format": "png", "source": {"bytes": data}}}, {"document": {"format": "pdf", "name": "d", "source": {"bytes": d}}}]}])
`,
      ['text', 'image nullxnull null', 'file'],
    ],
    [
      "parts of the AI SDK's",
      'a.ts',
      `import { generateText } from 'ai';
generateText({ model: 'openai/gpt-4o', messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' },
  { type: 'image', image: bytes }, { type: 'file', data: bytes, mediaType: 'application/pdf' }, { type: 'file', data: bytes, mediaType: 'image/png' }] }] });
`,
      ['text', 'image nullxnull null', 'file', 'image nullxnull null'],
    ],
  ];
  for (const [name, path, text, expected] of rows) it(name, async () => assert.deepEqual(await kinds(path, text), expected));
});
