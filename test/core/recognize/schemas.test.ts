import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { partOf, partsOf } from './partsOf';

const PYTHON = 'from openai import OpenAI\nclient = OpenAI()\n';
const ASK = 'client.chat.completions.parse(model="gpt-4o", messages=[{"role": "user", "content": "Name a river."}], response_format=';
const ZOD = `import { z } from 'zod';\nimport { generateObject } from 'ai';\nimport { openai } from '@ai-sdk/openai';\n`;
const asked = (schema: string) => `generateObject({ model: openai('gpt-4o'), prompt: 'Name a river.', schema: ${schema} });\n`;

const SCHEMAS: [string, string, string, unknown, boolean?][] = [
  [
    'a pydantic model with all that its fields say',
    'a.py',
    `${PYTHON}class River(BaseModel):
    """A river."""
    name: str = Field(..., description="Its name")
    length: float = Field(default=1.5, gt=0)
    kind: Literal["stream", "river"]
    others: list[str] = Field(default_factory=list, max_length=3)
    mouth: Optional[int] = None
    _seen: bool = False
    total: ClassVar[int] = 0
${ASK}River)
`,
    {
      type: 'object',
      properties: {
        name: { type: 'string', description: 'Its name' },
        length: { type: 'number', exclusiveMinimum: 0, default: 1.5 },
        kind: { enum: ['stream', 'river'], type: 'string' },
        others: { type: 'array', items: { type: 'string' }, maxItems: 3 },
        mouth: { anyOf: [{ type: 'integer' }, { type: 'null' }], default: null },
      },
      required: ['name', 'kind'],
      description: 'A river.',
    },
  ],
  [
    'models in models, once each, and one that holds itself',
    'a.py',
    `${PYTHON}class Level(str, Enum):
    LOW = "low"
    HIGH = "high"
class Node(BaseModel):
    level: Level
    next: "Node | None"
    nodes: List["Node"]
${ASK}Node)
`,
    {
      type: 'object',
      properties: { level: { enum: ['low', 'high'], type: 'string' }, next: {}, nodes: { type: 'array', items: { $ref: '#/$defs/Node' } } },
      required: ['level', 'next', 'nodes'],
    },
    true,
  ],
  [
    'what a model inherits, and a dictionary of a TypedDict',
    'a.py',
    `${PYTHON}class Place(TypedDict):
    x: Annotated[int, "from the left"]
    y: NotRequired[int]
class Base(BaseModel):
    id: int
class Map(Base):
    places: dict[str, Place]
${ASK}Map)
`,
    {
      type: 'object',
      properties: {
        id: { type: 'integer' },
        places: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: { x: { type: 'integer', description: 'from the left' }, y: { type: 'integer' } },
            required: ['x'],
          },
        },
      },
      required: ['id', 'places'],
    },
  ],
  [
    'a list of a dataclass, in an object as vendors want one',
    'a.py',
    `${PYTHON}@dataclass
class Point:
    x: int
    y: int = 0
${ASK}list[Point])
`,
    {
      type: 'object',
      properties: {
        response: {
          type: 'array',
          items: { type: 'object', properties: { x: { type: 'integer' }, y: { type: 'integer', default: 0 } }, required: ['x'] },
        },
      },
      required: ['response'],
    },
  ],
  [
    'one of several, and a schema that a model gives of itself',
    'a.py',
    `${PYTHON}class A(BaseModel):
    a: bool
class B(BaseModel):
    b: bool
${ASK}{"type": "json_schema", "json_schema": {"name": "x", "schema": A.model_json_schema()}})
`,
    { name: 'x', schema: { type: 'object', properties: { a: { type: 'boolean' } }, required: ['a'] } },
  ],
  [
    'a class with a field of a type that is not seen',
    'a.py',
    `${PYTHON}class A(BaseModel):
    a: elsewhere.Thing
${ASK}A)
`,
    { type: 'object', properties: { a: {} }, required: ['a'] },
    true,
  ],
  [
    'a zod object with all that its fields say',
    'a.ts',
    `${ZOD}const Kind = z.enum(['stream', 'river']).describe('How wide');
${asked(`z.object({
  name: z.string().min(1).describe('Its name'),
  kind: Kind,
  other: Kind.optional(),
  mouths: z.array(z.object({ x: z.number().int() })).optional(),
  depth: z.number().nullable().default(3),
  note: z.union([z.literal('a'), z.boolean()]).nullish(),
  more: z.record(z.string(), z.coerce.number()),
})`)}`,
    {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, description: 'Its name' },
        kind: { type: 'string', enum: ['stream', 'river'], description: 'How wide' },
        other: { type: 'string', enum: ['stream', 'river'], description: 'How wide' },
        mouths: { type: 'array', items: { type: 'object', properties: { x: { type: 'integer' } }, required: ['x'], additionalProperties: false } },
        depth: { anyOf: [{ type: 'number' }, { type: 'null' }], default: 3 },
        note: { anyOf: [{ anyOf: [{ type: 'string', const: 'a' }, { type: 'boolean' }] }, { type: 'null' }] },
        more: { type: 'object', additionalProperties: { type: 'number' } },
      },
      required: ['name', 'kind', 'more'],
      additionalProperties: false,
    },
  ],
  [
    'a zod object that goes on from another, and a part of one',
    'a.ts',
    `${ZOD}const Base = z.object({ id: z.string(), at: z.date() });
${asked("Base.extend({ b: z.boolean(), of: Base.pick({ id: true }) }).describe('All')")}`,
    {
      type: 'object',
      properties: {
        id: { type: 'string' },
        at: { type: 'string', format: 'date-time' },
        b: { type: 'boolean' },
        of: { type: 'object', additionalProperties: false, properties: { id: { type: 'string' } }, required: ['id'] },
      },
      required: ['id', 'at', 'b', 'of'],
      additionalProperties: false,
      description: 'All',
    },
  ],
  [
    'a zod object that holds itself',
    'a.ts',
    `${ZOD}const Node = z.object({ next: z.lazy(() => Node) });\n${asked('Node')}`,
    { type: 'object', properties: { next: {} }, required: ['next'], additionalProperties: false },
    true,
  ],
  [
    'valibot behind a helper',
    'a.ts',
    `${ZOD}import * as v from 'valibot';\n${asked("valibotSchema(v.object({ a: v.pipe(v.string(), v.description('What')), b: v.optional(v.number()) }))")}`,
    {
      type: 'object',
      properties: { a: { type: 'string', description: 'What' }, b: { type: 'number' } },
      required: ['a'],
      additionalProperties: false,
    },
  ],
  [
    'JSON behind a helper',
    'a.ts',
    `${ZOD}${asked("jsonSchema({ type: 'object', properties: { a: { type: 'string' } } })")}`,
    { type: 'object', properties: { a: { type: 'string' } } },
  ],
  [
    "zod behind OpenAI's helper",
    'a.ts',
    `import OpenAI from 'openai';
import { z } from 'zod/v4';
import { zodResponseFormat } from 'openai/helpers/zod';
const A = z.object({ a: z.string() });
new OpenAI().chat.completions.parse({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Hi there.' }], response_format: zodResponseFormat(A, 'a') });
`,
    { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
  ],
];

describe('The schema of an answer is read from', () => {
  for (const [name, path, text, expected, open = false] of SCHEMAS) {
    it(name, async () => {
      const part = await partOf('schema', path, text);
      assert.deepEqual(part.schema, expected);
      assert.equal(part.open, open);
    });
  }

  it('a model of another file', async () => {
    const models = 'from pydantic import BaseModel\nclass B(BaseModel):\n    b: int\nclass A(BaseModel):\n    a: list[B]\n';
    const part = await partOf('schema', 'a.py', `from models import A\n${PYTHON}${ASK}A)\n`, { 'models.py': models });
    const inner = { type: 'object', properties: { b: { type: 'integer' } }, required: ['b'] };
    assert.deepEqual(part, {
      kind: 'schema',
      schema: { type: 'object', properties: { a: { type: 'array', items: inner } }, required: ['a'] },
      open: false,
    });
  });

  it('plain types where the framework wraps them, and not from plain text', async () => {
    const agent = (type: string) =>
      `from pydantic_ai import Agent\nagent = Agent("openai:gpt-4o", output_type=${type})\nagent.run_sync("Is it so, or not?")\n`;
    assert.deepEqual((await partOf('schema', 'a.py', agent('bool'))).schema, {
      type: 'object',
      properties: { response: { type: 'boolean' } },
      required: ['response'],
    });
    assert.equal(
      (await partsOf('a.py', agent('str'))).some(({ kind }) => kind === 'schema'),
      false,
    );
  });
});
