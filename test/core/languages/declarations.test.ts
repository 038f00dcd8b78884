import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DecoratorFact, Facts, Scope, TypeExpr } from '../../../src/core/facts';
import csharp from '../../../src/core/languages/csharp';
import java from '../../../src/core/languages/java';
import kotlin from '../../../src/core/languages/kotlin';
import type { Language } from '../../../src/core/languages/language';
import php from '../../../src/core/languages/php';
import python from '../../../src/core/languages/python';
import typescript from '../../../src/core/languages/typescript';
import { readFacts } from '../../helpers/facts';
import { show, showBindings } from '../../helpers/showFacts';

const scopes = (scope: Scope): Scope[] => [scope, ...scope.children.flatMap(scopes)];

function scopeNamed(facts: Facts, name: string): Scope {
  const scope = scopes(facts.file).find((one) => one.name === name);
  assert.ok(scope, name);
  return scope;
}

const showDecorator = ({ name, args }: DecoratorFact): string =>
  `${name}(${args.map((arg) => (arg.name === null ? '' : `${arg.name}=`) + show(arg.value)).join(', ')})`;

function showType(type: TypeExpr | null | undefined): string {
  if (!type) return '-';
  switch (type.kind) {
    case 'name':
      return type.name + (type.args.length ? `<${type.args.map(showType).join(', ')}>` : '');
    case 'union':
      return type.options.map(showType).join(' | ');
    case 'intersection':
      return type.options.map(showType).join(' & ');
    case 'literal':
      return JSON.stringify(type.value);
    case 'tuple':
      return `[${type.items.map(showType).join(', ')}]`;
    case 'object':
      return `{${type.members.map((member) => `${member.name}${member.optional ? '?' : ''}: ${showType(member.type)}`).join(', ')}}`;
    case 'annotated':
      return `${showType(type.type)} @ ${type.notes.map(show).join(' @ ')}`;
    case 'unknown':
      return '?';
  }
}

describe('Decorators, annotations and attributes', () => {
  const rows: [Language, string, string, string[]][] = [
    [python, '@retry\n@tool("x", strict=True)\ndef f(): pass\n', 'f', ['retry()', "tool('x', strict=true)"]],
    [python, '@dataclasses.dataclass(frozen=True)\nclass A: pass\n', 'A', ['dataclasses.dataclass(frozen=true)']],
    [typescript, '@Injectable({ scope: "x" }) @Plain export class A {}', 'A', ["Injectable({scope: 'x'})", 'Plain()']],
    [java, '@AiService("x") class A { @Tool(name = "y") @Plain void f() {} }', 'f', ["Tool(name='y')", 'Plain()']],
    [java, '@AiService("x") class A { @Tool(name = "y") @Plain void f() {} }', 'A', ["AiService('x')"]],
    [kotlin, '@A1("x") class A(val b: Int) { @Tool(description = "y") @Plain fun f() {} }', 'f', ["Tool(description='y')", 'Plain()']],
    [kotlin, '@A1("x") class A(val b: Int) { @Tool(description = "y") @Plain fun f() {} }', 'A', ["A1('x')"]],
    [csharp, '[B] class A { [KernelFunction("n"), Description("d")] void F() {} }', 'F', ["KernelFunction('n')", "Description('d')"]],
    [csharp, '[B] class A { [KernelFunction("n"), Description("d")] void F() {} }', 'A', ['B()']],
    [php, "<?php #[Tool('x', name: 'y')] function f() {}", 'f', ["Tool('x', name='y')"]],
    [php, "<?php #[A\\B('x')] class C {}", 'C', ["A.B('x')"]],
  ];
  for (const [language, text, name, expected] of rows) {
    it(`keep their arguments on ${name} in ${language.id}: ${text.trim()}`, async () => {
      const scope = scopeNamed(await readFacts(text, language), name);
      assert.deepEqual(scope.decoratorFacts.map(showDecorator), expected);
      assert.deepEqual(
        scope.decorators,
        scope.decoratorFacts.map((fact) => fact.name),
      );
    });
  }

  it('point to the call that they are read as', async () => {
    const facts = await readFacts('@tool("x")\ndef f(): pass\n', python);
    assert.equal(scopeNamed(facts, 'f').decoratorFacts[0]?.call, facts.calls[0]);
  });
});

describe('Declared types in full', () => {
  const types: [Language, string, string][] = [
    [python, 'str', 'str'],
    [python, 'list[dict[str, Any]]', 'list<dict<str, Any>>'],
    [python, 'Optional[int]', 'int | null'],
    [python, 'typing.Optional[openai.OpenAI]', 'openai.OpenAI | null'],
    [python, 'int | str | None', 'int | str | null'],
    [python, 'Union[int, None]', 'int | null'],
    [python, 'Literal["a", 1, True]', '"a" | 1 | true'],
    [python, 'typing.Literal["a"]', '"a"'],
    [python, 'Annotated[str, "what for", Field(gt=0)]', "str @ 'what for' @ new Field(0)"],
    [python, '"Forward"', 'Forward'],
    [python, 'Callable[[int], str]', 'Callable<?, str>'],
    [typescript, 'string[]', 'Array<string>'],
    [typescript, 'Record<string, A.B>', 'Record<string, A.B>'],
    [typescript, '"a" | 1 | null', '"a" | 1 | null'],
    [typescript, 'A & { x?: number; "y-z": boolean }', 'A & {x?: number, y-z: boolean}'],
    [typescript, 'readonly [string, -1]', '[string, -1]'],
    [typescript, '(x: string) => void', '?'],
  ];
  for (const [language, type, expected] of types) {
    it(`are read from ${type} in ${language.id}, for parameters and variables alike`, async () => {
      const text = language === python ? `def f(a: ${type}): pass\nb: ${type} = None\n` : `function f(a: ${type}) {} const b: ${type} = x;`;
      const facts = await readFacts(text, language);
      assert.equal(showType(scopeNamed(facts, 'f').params[0]?.annotation), expected);
      assert.equal(showType(facts.file.bindings[0]?.annotation), expected);
      assert.deepEqual(facts.strings, [], 'texts in a type are no values');
    });
  }

  it('say what a model, a dataclass or a TypedDict holds', async () => {
    const facts = await readFacts(
      'class A(BaseModel):\n  """What it is."""\n  x: str = Field("d", description="long")\n  y: Optional[int] = None\n  z: B\n',
      python,
    );
    const scope = scopeNamed(facts, 'A');
    assert.equal(show(scope.doc), "'What it is.'");
    assert.deepEqual(showBindings(scope), ["this.x assign 'd'", 'this.y assign null', 'this.z assign -']);
    assert.deepEqual(
      scope.bindings.map(({ annotation }) => showType(annotation)),
      ['str', 'int | null', 'B'],
    );
    assert.deepEqual(
      scope.bindings.map(({ field }) => field?.args.length ?? null),
      [2, null, null],
    );
  });

  it('come with the docstring and the return type of a function', async () => {
    const facts = await readFacts('def f(a: int = 1) -> list[str]:\n  # first\n  """Adds."""\n  "no docstring"\n', python);
    const scope = scopeNamed(facts, 'f');
    assert.deepEqual([show(scope.doc), showType(scope.annotation)], ["'Adds.'", 'list<str>']);
    assert.deepEqual(facts.strings, []);
  });

  it('stand with interfaces and named types where they are declared', async () => {
    const facts = await readFacts('export interface A<T> extends B, C<T> { x: string; m(): void } function f() { type D = "a" | A<1>; }', typescript);
    const shown = (scope: Scope) => scope.types.map(({ name, bases, type }) => `${name}(${bases.join(' ')}) ${showType(type)}`);
    assert.deepEqual(shown(facts.file), ['A(B C<T>) {x: string}']);
    assert.deepEqual(shown(scopeNamed(facts, 'f')), ['D() "a" | A<1>']);
  });

  it('of what may be left out include undefined, and those of destructured names are the members', async () => {
    const facts = await readFacts('class A { a?: string; m(b?: number, { c }: { c: "x" } = d) {} }', typescript);
    const scope = scopeNamed(facts, 'A');
    assert.equal(showType(scope.bindings[0]?.annotation), 'string | undefined');
    assert.deepEqual(
      scope.children[0]?.params.map(({ annotation }) => showType(annotation)),
      ['number | undefined', '{c: "x"}', '"x"'],
    );
  });
});
