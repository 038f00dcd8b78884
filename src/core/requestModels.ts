import { aliasFor, type Settings } from './config';
import type { Catalogue } from './pricing';
import type { ModelMatch, Request } from './types';

/** A request whose model nobody knows takes the one that the project assumes. */
export function withAssumed(call: Request, { assumeModel }: Settings): Request {
  const unknown = call.model === null && !call.models.length && (call.kind === 'chat' || call.kind === 'completion');
  return unknown && assumeModel !== null ? { ...call, models: [assumeModel], modelBasis: 'assumed' } : call;
}

/** The catalogue's rows of all models that a request may take, the likely one first; an alias of the project stands for another id. */
export function matchModels(call: Request, settings: Settings, catalogue: Catalogue): readonly ModelMatch[] {
  const names = call.model === null ? call.models : [call.model, ...call.models];
  return [...new Set(names)].map((name) => {
    const alias = aliasFor(settings, name);
    return alias === null && call.modelBasis !== 'assumed' ? catalogue.find(name, call.provider) : catalogue.find(alias ?? name);
  });
}
