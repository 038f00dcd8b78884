import { rules } from '../core';
import type { CheckedFile } from '../report';

const once = new Set(rules.filter(({ meta }) => 'oncePerProject' in meta && meta.oncePerProject).map(({ meta }) => meta.id));

/** Of what is true of a project as a whole, the problem at the first place in the order of the files. */
export function sayOnce(checked: readonly CheckedFile[]): CheckedFile[] {
  const said = new Set<string>();
  return checked.map((file) => ({
    ...file,
    problems: file.problems.filter(({ rule }) => {
      if (!once.has(rule)) return true;
      const isFirst = !said.has(rule);
      said.add(rule);
      return isFirst;
    }),
  }));
}
