import { usdOf } from '../cost';
import type { Engine } from '../engine';
import type { Fix, Problem, Span } from '../types';
import type { ProjectRequest } from './requests';

/** What a fix of a problem saves. USD at list price, each request made once; `perMonth` null where no request says how often it is made. */
export interface ProjectSaving {
  problem: Problem;
  fix: Fix;
  perCall: number;
  perMonth: number | null;
}

/** What the fixes of one file's problems save with its requests, as far as that can be said. A problem is fixed in one way only. */
export async function findSavings(requests: readonly ProjectRequest[], engine: Pick<Engine, 'compare' | 'findModel'>): Promise<ProjectSaving[]> {
  const [first] = requests;
  if (!first) return [];
  const found: ProjectSaving[] = [];
  for (const problem of first.file.analysis.findProblems()) {
    const fix = problem.fixes.find(({ preferred, refused }) => preferred && !refused) ?? problem.fixes.find(({ refused }) => !refused);
    if (!fix) continue;
    const own = requests.filter((one) => isAbout(problem, one));
    let perCall = 0;
    let perMonth: number | null = null;
    for (const one of own) {
      const usd = await savedBy(fix, one, engine);
      perCall += usd;
      const { volume } = one.estimate;
      if (volume) perMonth = (perMonth ?? 0) + usd * volume.callsPerDay * 30;
    }
    if (perCall > 0) found.push({ problem, fix, perCall, perMonth });
  }
  return found;
}

/** Does a problem speak of a request, or of a prompt that it sends? */
function isAbout({ span, cell }: Problem, { request, file }: ProjectRequest): boolean {
  if (cell !== request.cell) return false;
  const places = [request.span, ...request.prompts.map((index) => file.analysis.prompts[index]?.span ?? null), request.modelSpan];
  return places.some((place) => place !== null && touches(place, span));
}

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

async function savedBy({ tokensSaved, edits }: Fix, one: ProjectRequest, engine: Pick<Engine, 'compare' | 'findModel'>): Promise<number> {
  if (tokensSaved !== null) return usdOf(one.estimate, 'input', tokensSaved) ?? 0;
  const { modelSpan } = one.request;
  const other = modelSpan && edits.find((edit) => touches(edit, modelSpan));
  const { analysis, settings } = one.file;
  if (!other || engine.findModel(other.text, settings, one.request.provider).kind !== 'found') return 0;
  const [compared] = await engine.compare(analysis, analysis.calls.indexOf(one.request), [other.text], settings);
  const [before, after] = [one.estimate.cost, compared?.estimate.cost];
  return before && after ? before.perCall - after.perCall : 0;
}
