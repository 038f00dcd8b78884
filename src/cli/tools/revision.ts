import { z } from 'zod';

/** A revision of git: what could be an option of its command line is none. */
export const revision = z
  .string()
  .regex(/^[^-\s][^\s]*$/, 'no revision of git')
  .describe('a revision such as HEAD, main or a1b2c3d');
