/** An answer that went on for longer than any rewrite can be. */
export class EndlessAnswer extends Error {}

/** Puts the parts of a model's answer together. Throws EndlessAnswer beyond `limit` UTF-16 units. */
export async function readAnswer(parts: AsyncIterable<string>, limit: number): Promise<string> {
  let answer = '';
  for await (const part of parts) {
    answer += part;
    if (answer.length > limit) throw new EndlessAnswer(`more than ${limit} characters`);
  }
  return answer;
}
