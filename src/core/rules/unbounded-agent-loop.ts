import { codeOf } from '../calls/code';
import { endlessLoop } from '../calls/loops';
import { capLoop } from './helpers/caps';
import { quickFix } from './helpers/fix';
import { generates } from './helpers/models';
import { formatUsd } from './helpers/money';
import type { Rule } from './rule';

/** A counter that is raised or compared, or a limit by name. */
const cap =
  /\b\w*(?:step|turn|iter|round|attempt|count|tries|budget|spent|cost|tokens)\w*\b\s*(?:\+=|\+\+|>=?|<=?)|\b[in]\b\s*(?:\+=|\+\+|>=?)|\bmax_?[a-z_]+/i;
/** Somebody or something outside sets the pace: a person at a prompt, a queue, a socket. */
const paced = /\binput\(|\bprompt\(|\bquestion\(|readline|\.recv|\.receive|\bqueue\b|\.get\(\)|\.poll\(|\bsleep\(|\bsleep_|listen/i;

const related = 'The loop';

export default {
  meta: {
    id: 'unbounded-agent-loop',
    severity: 'warning',
    fixable: true,
    description: 'A call in an endless loop with no cap on steps or spending.',
    messages: {
      related,
      plain: 'Nothing caps this loop. Count the steps, or the money, and stop.',
      priced: 'Nothing caps this loop: 100 turns cost about {0} or more. Count the steps, or the money, and stop.',
    },
    options: { turns: { default: 15, description: 'Turns that the fix allows.', schema: { type: 'integer', minimum: 1 } } },
  },
  checkCall(call, estimate, { text, once, language, options, report }) {
    const loop = endlessLoop(call);
    const source = loop ? once(codeOf).slice(loop.span.start, loop.span.end) : '';
    if (!loop || !generates(call) || cap.test(withoutCall(source)) || paced.test(source)) return;
    const turn = estimate.cost?.perCall;
    const hundred = turn && turn * 100;
    const turns = Number(options.turns);
    const edits = capLoop(text, loop, language?.ecosystem, turns);
    report({
      span: call.nameSpan,
      ...(hundred ? { message: 'priced', values: [formatUsd(hundred)] } : { message: 'plain' }),
      related: [{ span: { start: loop.span.start, end: loop.span.start + (source.split('\n', 1)[0]?.length ?? 0) }, message: related }],
      fixes: edits ? quickFix(`Stop with an error after ${turns} turns`, edits, { preview: true }) : [],
    });
  },
} satisfies Rule;

/** An output limit is no cap on the turns. */
const withoutCall = (source: string): string => source.replace(/\bmax_?(?:completion_?|output_?)?tokens\b/gi, '');
