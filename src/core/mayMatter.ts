import type { Ecosystem } from './languages/language';
import { plainName } from './languages/names';
import { mayHoldPrompt, rowsIn } from './recognize';
import { sdks } from './sdks';
import type { SdkCall } from './sdks/sdk';

/**
 * Could a source text of this package world hold a call or a prompt? False means that parsing it finds nothing. Looks for the packages of
 * SDKs, for their calls on clients that other files make, for addresses of their endpoints, and for what makes a text a prompt.
 */
export function mayMatter(text: string, ecosystem: Ecosystem): boolean {
  // as names are compared: in any case, without underscores
  const plain = plainName(text);
  const { calls, roots } = signsOf(ecosystem);
  return namesPackage(plain, ecosystem) || calls.test(plain) || roots.test(plain) || mayHoldPrompt(plain);
}

/** Does a text name a package of an SDK, as an import would? */
export function namesSdk(text: string, ecosystem: Ecosystem): boolean {
  return namesPackage(plainName(text), ecosystem);
}

function namesPackage(plain: string, ecosystem: Ecosystem): boolean {
  const { packages, used } = signsOf(ecosystem);
  if (ecosystem !== 'python') return packages.test(plain);
  return used.test(plain) || isImported(plain, packages);
}

/**
 * Does a line name one of the packages behind `from` or `import`? Names and imports are passed once each in the order of the text: a
 * pattern for both would start anew at each import of a long line.
 */
function isImported(plain: string, packages: RegExp): boolean {
  const imports = plain.matchAll(/\b(?:from|import)\b|\n/g);
  let next = imports.next();
  let inImport = false;
  for (const { index } of plain.matchAll(new RegExp(packages, 'g'))) {
    for (; !next.done && next.value.index < index; next = imports.next()) inImport = next.value[0] !== '\n';
    if (inImport) return true;
  }
  return false;
}

interface Signs {
  /** Packages as an import names them. */
  packages: RegExp;
  /** Packages whose members are used. */
  used: RegExp;
  calls: RegExp;
  roots: RegExp;
}

const signs = new Map<Ecosystem, Signs>();

function signsOf(ecosystem: Ecosystem): Signs {
  const made = signs.get(ecosystem) ?? { ...packageSigns(ecosystem), calls: callSign(ecosystem), roots: rootSign() };
  signs.set(ecosystem, made);
  return made;
}

/** Words such as `ai` and `agents` are packages only where they are imported. */
function packageSigns(ecosystem: Ecosystem): Pick<Signs, 'packages' | 'used'> {
  const names = anyOf(sdks.flatMap(({ packages }) => packages[ecosystem] ?? []).map((name) => escaped(plainName(name))));
  const isQuoted = ecosystem === 'javascript';
  return {
    packages: new RegExp(isQuoted ? String.raw`["'\`]${names}["'\`/.:]` : String.raw`\b${names}\b`),
    used: new RegExp(String.raw`\b${names}\.\w`),
  };
}

/** Between two steps of a path: `.`, `?.`, `->`, `::`, also over lines and behind a call. */
const STEP = String.raw`(?:\([^()]*\))?[?!]?\s*(?:\\\s*)?(?:\.|->|::)\s*`;

/** The ends of the paths that say something by themselves, and the addresses. */
function callSign(ecosystem: Ecosystem): RegExp {
  const ends: string[] = [];
  for (const sdk of sdks) {
    for (const { path, on, distinctive, url, named } of rowsIn<SdkCall>(ecosystem, sdk, sdk.calls)) {
      if (url !== undefined) ends.push(named ?? escaped(plainName(url)));
      for (const one of url === undefined ? [path].flat() : []) {
        const steps = one.split('.').slice(-2);
        if (distinctive || (on === 'client' && steps.length > 1)) ends.push(steps.map((step) => escaped(plainName(step))).join(STEP));
      }
    }
  }
  return new RegExp(anyOf(ends));
}

/** Names by which variables are taken for clients; and what a project's own classes around an SDK's are called. */
function rootSign(): RegExp {
  const roots = sdks.flatMap(({ rootNames }) => (rootNames ? [rootNames.source.replace(/[\^$]/g, '\\b')] : []));
  return new RegExp(anyOf([...roots, String.raw`\bl?lm|llm\b`, 'languagemodel']));
}

const anyOf = (sources: readonly string[]): string => `(?:${[...new Set(sources)].sort().join('|')})`;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
