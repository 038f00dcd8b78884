import type { Settings } from '../config';
import type { Analysis, Estimate, Prompt, Request } from '../types';

/** One file of a state of the project. */
export interface ProjectFile {
  /** With forward slashes, from the project's root. */
  path: string;
  analysis: Analysis;
  settings: Settings;
}

/** A request of the project, with all that tells it from others. */
export interface ProjectRequest {
  file: ProjectFile;
  request: Request;
  estimate: Estimate;
  /** Its fixed texts, placeholders as `{}`: the same wherever the request stands. */
  text: string;
}

/** The requests of a file but those that other files ask. */
export function requestsOf(file: ProjectFile, asked: ReadonlySet<number> = new Set()): ProjectRequest[] {
  const { calls, estimates, prompts } = file.analysis;
  return calls.flatMap((request, index) =>
    asked.has(index) ? [] : [{ file, request, estimate: estimates[index]!, text: fixedText(request, prompts) }],
  );
}

/** The model as it is written, or the likeliest of several; null when it cannot be known. */
export const modelNameOf = ({ request: { model, models } }: ProjectRequest): string | null => model ?? models[0] ?? null;

function fixedText({ prompts: sent }: Request, prompts: readonly Prompt[]): string {
  const texts = sent.map((index) => {
    const { role = null, segments = [] } = prompts[index] ?? {};
    return `${role ?? ''}:${segments.map((segment) => (segment.kind === 'text' ? segment.text : '{}')).join('')}`;
  });
  return texts.join('\n');
}
