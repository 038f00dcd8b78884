import type { Node } from 'web-tree-sitter';
import type { Loop, LoopExit, LoopKind, Span } from '../facts';
import { boundOf } from './loopBounds';

/** A loop while its body is read. */
interface OpenLoop {
  loop: Loop;
  node: Node;
  label: string | null;
  /** A `try` in it succeeds by leaving it. */
  leavesOnSuccess: boolean;
  /** A handler in it goes on to the next turn, or `continue` in one says so. */
  staysOnFailure: boolean;
  skipsOnFailure: boolean;
}

/** A `try` with handlers, or one of its handlers, while its body is read. */
interface Guard {
  kind: 'try' | 'handler';
  node: Node;
  /** How many loops of the function are around it. */
  loops: number;
  leaves: boolean;
}

/** Where the walk stands in the loops, branches and handlers of one function. */
export class Flow {
  /** How deep in conditions and loops. */
  depth = 0;
  private readonly open: OpenLoop[] = [];
  private readonly guards: Guard[] = [];
  private blockNode: Node | null = null;
  private label: string | null = null;
  /** For each `switch` around, how many loops are around it. */
  private readonly switches: number[] = [];

  constructor(
    /** The innermost block. */
    public block: Span,
    /** Loops around, outermost first; those around the function first. */
    public loops: Loop[] = [],
  ) {}

  /** Runs `body` in a block that may or may not be run. */
  inBlock(node: Node, span: Span, body: () => void): void {
    const { block, blockNode } = this;
    this.block = span;
    this.blockNode = node;
    this.depth++;
    body();
    this.depth--;
    this.block = block;
    this.blockNode = blockNode;
  }

  inLoop(kind: LoopKind, node: Node, span: Span, endless: boolean, body: (loop: Loop) => void): void {
    const outer = this.loops;
    const loop: Loop = { kind, span, endless, over: null, names: [], condition: null, counter: null, bound: null, exits: [], retries: false };
    const open: OpenLoop = { loop, node, label: this.label, leavesOnSuccess: false, staysOnFailure: false, skipsOnFailure: false };
    this.label = null;
    this.loops = [...outer, loop];
    this.open.push(open);
    body(loop);
    this.open.pop();
    this.loops = outer;
    Object.assign(loop, boundOf(loop));
    loop.retries = retries(open);
  }

  /** Runs `body` with a name for the loop that it begins with. */
  labelled<T>(label: string, body: () => T): T {
    this.label = label;
    const result = body();
    this.label = null;
    return result;
  }

  /** Runs the body of a `switch`, which a `break` without a label leaves. */
  inSwitch<T>(body: () => T): T {
    this.switches.push(this.open.length);
    const result = body();
    this.switches.pop();
    return result;
  }

  /** Runs the body of a `try` that has handlers, or what follows where it succeeds. */
  inTry(node: Node, body: () => void): void {
    this.guard('try', node, body);
  }

  /** Runs a handler of a failure. */
  inHandler(node: Node, body: () => void): void {
    const guard = this.guard('handler', node, body);
    const loop = this.open.at(-1);
    if (loop && !guard.leaves) loop.staysOnFailure = true;
  }

  private guard(kind: Guard['kind'], node: Node, body: () => void): Guard {
    const guard: Guard = { kind, node, loops: this.open.length, leaves: false };
    this.guards.push(guard);
    body();
    this.guards.pop();
    return guard;
  }

  /** Notes a statement that leaves loops: of a `break` the innermost or the labelled one, of a `raise` those inside the `try` that catches it. */
  exit(kind: LoopExit['kind'], span: () => Span, label: string | null = null): void {
    if (kind === 'break' && label === null && this.switches.at(-1) === this.open.length) return;
    const guard = this.guards.at(-1);
    if (guard?.kind === 'handler' && this.standsIn(guard.node)) guard.leaves = true;
    if (!this.open.length) return;
    const caught = kind === 'raise' ? (this.guards.findLast((one) => one.kind === 'try')?.loops ?? 0) : 0;
    const first = kind === 'break' ? this.target(label) : caught;
    const where = span();
    for (let at = first; at < this.open.length; at++) {
      const open = this.open[at] as OpenLoop;
      open.loop.exits.push({ kind, span: where, conditional: at < this.open.length - 1 || !this.standsIn(open.node) });
      if (kind !== 'raise' && guard?.kind === 'try' && guard.loops > at) open.leavesOnSuccess = true;
    }
  }

  /** Notes a `continue`. */
  skip(): void {
    const guard = this.guards.at(-1);
    const open = this.open.at(-1);
    if (open && guard?.kind === 'handler' && guard.loops === this.open.length) open.skipsOnFailure = true;
  }

  private target(label: string | null): number {
    const last = this.open.length - 1;
    if (label !== null && /^\d+$/.test(label)) return Math.max(0, last + 1 - Number(label)); // PHP counts
    const found = label === null ? -1 : this.open.findLastIndex((one) => one.label === label);
    return found < 0 ? last : found;
  }

  /** Is the innermost block that of the node itself? */
  private standsIn(node: Node): boolean {
    const { blockNode } = this;
    // not by the block's parent, which is looked for from the root on
    return blockNode !== null && (blockNode.id === node.id || node.namedChildren.some((child) => child?.id === blockNode.id));
  }
}

function retries({ loop, leavesOnSuccess, staysOnFailure, skipsOnFailure }: OpenLoop): boolean {
  const ends = loop.exits.some((exit) => exit.kind !== 'raise' && !exit.conditional);
  return (leavesOnSuccess && staysOnFailure) || (skipsOnFailure && ends);
}
