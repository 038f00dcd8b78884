import type { Rule } from './rule';

export default {
  meta: {
    id: 'uncached-embedding',
    severity: 'hint',
    fixable: false,
    description: 'Embeddings that are computed again for the same text.',
    messages: { again: 'The same text is embedded again each time. Keep the vectors by a hash of the text.' },
  },
  checkCall(call, _estimate, { text, report }) {
    if (call.kind !== 'embedding' || call.cached) return;
    const keeps = /cache|memo|sha\d|md5|hashlib|createHash|upsert|vector_?store|pgvector|chroma|pinecone|faiss|qdrant|weaviate/i.test(text);
    if (!keeps) report({ span: call.nameSpan, message: 'again' });
  },
} satisfies Rule;
