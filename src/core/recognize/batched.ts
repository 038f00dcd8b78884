import type { Argument, CallFact, Expr } from '../facts';
import type { SdkCall } from '../sdks/sdk';
import type { Tools } from './fileTools';
import type { Match } from './match';
import { type Parameters, readParameters } from './parameters';
import { type RequestDraft, readRequests } from './readRequest';

/** The requests that a batch carries, each at the place of the call that sends the batch and at the price of batches. Empty where none can be read. */
export function batchedRequests(fact: CallFact, match: Match<SdkCall>, parameters: Parameters, tools: Tools): RequestDraft[] {
  const { sdk, receivers, row } = match;
  const { carries } = row;
  if (!carries) return [];
  const lists = parameters.find(carries.list)?.exprs ?? [];
  return lists
    .flatMap((list) => itemsOf(list, tools))
    .flatMap((item) => {
      const [sent] = tools.resolver.entry(item, carries.at)?.values ?? [];
      if (!sent) return [];
      const argument: Argument = { name: null, value: sent, spread: false, span: sent.span };
      const call: CallFact = { ...fact, args: [argument] };
      const own: Match<SdkCall> = { sdk, receivers, row: { ...carries.row, path: row.path, on: row.on, api: row.api } };
      const within = readParameters({ call, chain: call, receivers }, tools.resolver, tools.callers);
      return readRequests(call, call, own, within, [], tools).map((draft) => ({ ...draft, fact, chain: fact, site: atBatchPrice(draft.site, fact) }));
    });
}

const atBatchPrice = (site: RequestDraft['site'], fact: CallFact): RequestDraft['site'] => ({
  ...site,
  fact,
  parameters: new Map([...site.parameters, ['service_tier', 'batch']]),
});

/** What stands in a list, what is put in for each turn of a loop, and what is appended later. */
function itemsOf(list: Expr, { resolver }: Tools): Expr[] {
  const written = resolver.valuesOf(list).values.flatMap((value) => {
    if (value.kind === 'array') return value.items.filter(({ kind }) => kind !== 'spread');
    return value.kind === 'comprehension' ? [value.item] : [];
  });
  return [...written, ...resolver.changes(list).flatMap(({ kind, value }) => (kind === 'append' && value ? [value] : []))];
}
