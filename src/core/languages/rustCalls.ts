import type { Argument, Expr, ListSite } from '../facts';
import type { Site } from './lowering';
import { dotted } from './names';
import { collection, neutralMethod } from './neutral';
import { concatenate, literalText } from './strings';
import type { Walker } from './walker';

/** Calls that only wrap or convert their argument. */
const BOXES =
  /^(?:Some|Ok|(?:Box|Arc|Rc|Cow|Pin)\.(?:new|from)|(?:String|Vec|Cow|Into|PathBuf)\.(?:from|into|from_iter)|(?:std\.)?borrow\.Cow\.from|serde_json\.(?:to_string|to_string_pretty|to_vec|to_value|from_str))$/;
/** `{}`, `{0}`, `{name}`, `{name:?}`, doubled braces. */
const FORMAT = /\{\{|\}\}|\{([A-Za-z_]\w*|\d+)?(?::[^{}]*)?\}/g;
const brace = (match: string): string | null => (match === '{{' ? '{' : match === '}}' ? '}' : null);

/** A call, or what it gives where that can be read. `X::new(…)` constructs X. */
export function rustCall(site: Site, callee: Expr, args: Argument[], list: ListSite, walker: Walker): Expr {
  const values = args.map((arg) => arg.value);
  const [first] = values;
  const path = dotted(callee) ?? '';
  if (first && values.length === 1 && BOXES.test(path)) return first;
  if (path === 'String.new') return walker.string(site, []);
  if (callee.kind === 'member') {
    const { object, property } = callee;
    const made =
      /^(?:new|with_capacity|default)$/.test(property) && object.kind === 'name'
        ? collection(walker, site, object.name === 'Vec' ? 'List' : object.name, values, null)
        : null;
    if (made) return made;
    const neutral = neutralMethod(walker, site, object, property, values);
    if (neutral) return neutral;
    if (property === 'new' && /(?:^|\.)[A-Z]\w*\.new$/.test(path)) return walker.call(site, { callee: object, args, list, constructs: true });
  }
  return walker.call(site, { callee, args, list });
}

/** What a macro of the standard library or serde gives; `args` are its comma-separated expressions. */
export function rustMacro(site: Site, name: string, args: Argument[], walker: Walker): Expr {
  const values = args.map((arg) => arg.value);
  const [first] = values;
  if (name === 'vec') return walker.array(site, values);
  if (name === 'json' && values.length === 1 && first) return first;
  if (name === 'include_str' && first)
    return walker.call(site, {
      callee: walker.name(site, name),
      args,
      list: walker.list(null, 'positional', { startIndex: site.endIndex, endIndex: site.endIndex }),
    });
  if (name === 'concat') return concatenate(values, walker.lowering.span(site), walker.lowering.source);
  if (/^(?:format|formatdoc|indoc)$/.test(name) && first?.kind === 'string') {
    const names = new Map(args.flatMap((arg) => (arg.name ? [[arg.name, arg.value] as const] : [])));
    for (const [, own] of (literalText(first) ?? '').matchAll(FORMAT))
      if (own && /^[A-Za-z_]/.test(own) && !names.has(own)) names.set(own, walker.name(site, own));
    return walker.formatted(
      site,
      first,
      args
        .filter((arg) => !arg.name)
        .slice(1)
        .map((arg) => arg.value),
      FORMAT,
      brace,
      names,
    );
  }
  for (const value of values) walker.keep(value);
  return walker.unknown(site);
}
