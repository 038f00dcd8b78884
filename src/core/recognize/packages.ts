import type { Facts } from '../facts';
import type { Ecosystem } from '../languages/language';
import type { Sdk } from '../sdks/sdk';
import { behindOwner, isUnder } from './packageNames';

/** The SDKs of one package world by the modules that bring them. Made once; what was looked up stays known. */
export interface Packages {
  sdks: readonly Sdk[];
  ecosystem: Ecosystem;
  named(name: string): Sdk | null;
  /** The SDK that a module belongs to, and the steps behind its package's name. */
  sdkOfModule(module: string): { sdk: Sdk; rest: string[] } | null;
  /** The SDKs that a file imports. */
  importedBy(facts: Facts): ReadonlySet<Sdk>;
}

export function indexPackages(sdks: readonly Sdk[], ecosystem: Ecosystem): Packages {
  const modules = new Map<string, { sdk: Sdk; rest: string[] } | null>();
  const imported = new WeakMap<Facts, ReadonlySet<Sdk>>();
  const packages = sdks
    .flatMap((sdk) => (sdk.packages[ecosystem] ?? []).map((name) => ({ sdk, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const byName = new Map(packages.toReversed().map(({ sdk, name }) => [name, sdk]));

  function sdkOfModule(module: string): { sdk: Sdk; rest: string[] } | null {
    const known = modules.get(module);
    if (known !== undefined) return known;
    const found = packages.find(({ name }) => isUnder(module, name)) ?? originalOf(module);
    const result = found
      ? {
          sdk: found.sdk,
          rest: (isUnder(module, found.name) ? module.slice(found.name.length) : behindOwner(module).slice(behindOwner(found.name).length))
            .split(/[./:\\]+/)
            .filter(Boolean),
        }
      : null;
    modules.set(module, result);
    return result;
  }

  /** The package that a Go module is a fork of: the same name under another owner. */
  function originalOf(module: string): { sdk: Sdk; name: string } | undefined {
    return ecosystem === 'go' ? packages.find(({ name }) => behindOwner(name) && isUnder(behindOwner(module), behindOwner(name))) : undefined;
  }

  function importedBy(facts: Facts): ReadonlySet<Sdk> {
    const known = imported.get(facts);
    if (known) return known;
    const result = new Set<Sdk>();
    for (const fact of facts.imports) {
      const found = sdkOfModule(fact.module) ?? (fact.name ? sdkOfModule(`${fact.module}.${fact.name}`) : null);
      if (found) result.add(found.sdk);
    }
    imported.set(facts, result);
    return result;
  }

  return { sdks, ecosystem, named: (name) => byName.get(name) ?? null, sdkOfModule, importedBy };
}
