import { codeOf } from '../calls/code';
import { runsPerItem } from '../calls/loops';
import { allParts } from '../calls/parts';
import type { Request } from '../types';
import type { Rule, RunContext } from './rule';

export default {
  meta: {
    id: 'uncached-embedding',
    severity: 'hint',
    fixable: true,
    atCaller: true,
    description: 'Embeddings that are computed again for the same text.',
    messages: { again: 'The same text is embedded again each time. Keep the vectors by a hash of the text.' },
  },
  checkCall(call, _estimate, { once, act, report }) {
    if (call.kind === 'embedding' && call.site === 'request' && !call.cached && mayComeAgain(call) && !once(keepsVectors))
      report({ span: call.nameSpan, message: 'again', fixes: act('embedding-batch', call) });
  },
} satisfies Rule;

/** A text that is written here, or one of a collection that a loop goes through; a query that a person types is another each time. */
function mayComeAgain(call: Request): boolean {
  return allParts(call.parts).some(({ kind }) => kind === 'text' || kind === 'repeat') || runsPerItem(call);
}

const keepsVectors = (run: RunContext): boolean =>
  /cache|memo|sha\d|md5|hashlib|createHash|upsert|vector_?store|pgvector|chroma|pinecone|faiss|qdrant|weaviate/i.test(codeOf(run));
