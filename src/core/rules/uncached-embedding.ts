import type { Rule, RunContext } from './rule';

export default {
  meta: {
    id: 'uncached-embedding',
    severity: 'hint',
    fixable: true,
    description: 'Embeddings that are computed again for the same text.',
    messages: { again: 'The same text is embedded again each time. Keep the vectors by a hash of the text.' },
  },
  checkCall(call, _estimate, { once, act, report }) {
    if (call.kind === 'embedding' && !call.cached && !once(keepsVectors))
      report({ span: call.nameSpan, message: 'again', fixes: act('embedding-batch', call) });
  },
} satisfies Rule;

const keepsVectors = ({ text }: RunContext): boolean =>
  /cache|memo|sha\d|md5|hashlib|createHash|upsert|vector_?store|pgvector|chroma|pinecone|faiss|qdrant|weaviate/i.test(text);
