import type { ZodRawShape, z } from 'zod';
import type { Place } from './places';

/** A question that an agent may ask. It reads, and never writes. */
export interface Tool<Shape extends ZodRawShape = ZodRawShape> {
  /** As agents call it: `price_call`. */
  name: string;
  title: string;
  /** When to ask, and what comes back. */
  description: string;
  input: Shape;
  /** Answers what the command line prints, JSON as data. Throws `ToolError` for what the caller can put right. */
  answer(input: z.output<z.ZodObject<Shape>>, context: ToolContext): Promise<unknown>;
}

/** What a tool works with. */
export interface ToolContext {
  /** The root that a file or folder lies in, and its path from there. Throws for what lies outside of all. */
  find(path: string): Promise<Place>;
  /** The roots, the first of which is meant where nothing is said. */
  roots(): Promise<readonly string[]>;
  /** Runs a command line in a root, and answers what it prints and remarks. Throws the remarks where it prints nothing and is at fault. */
  print(root: string, args: readonly string[], stdin?: string): Promise<Printed>;
  /** The documentation of a rule, in Markdown. */
  readDocs(rule: string): Promise<string>;
}

export interface Printed {
  printed: string;
  /** What the command line says on standard error. */
  remarks: string[];
}

/** What is wrong with a question, for the one who asked. */
export class ToolError extends Error {}

/** Ties a tool's input to its answer; the list of all takes them as they are. */
export const defineTool = <Shape extends ZodRawShape>(tool: Tool<Shape>): Tool => tool as unknown as Tool;
