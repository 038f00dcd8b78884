import type { PhraseTable } from '.';
import { courtesy, leadIn, type Place, plainRequest, shorter } from './phrase';

const infinitive = '(?=\\p{Ll}+[aeiô]r(?:-\\p{Ll}+)?(?![\\p{L}]))';
const addressed = ({ label }: Place): boolean => label !== null;
/** A second infinitive or clause hangs on the lead-in: "de ler e de responder". */
const further = ({ after, label }: Place): boolean =>
  label !== null || /(?<!\p{L})(?:e|ou|mas|depois|,|;)[ \n]+(?:também |depois )?(?:de |a |que )/u.test(after);
const furtherClause = ({ after, label }: Place): boolean => label !== null || /(?<!\p{L})(?:e|ou|mas|portanto|então)(?!\p{L})|[;:]/u.test(after);
const manners: Readonly<Record<string, string>> = {
  clara: 'claramente',
  objetiva: 'objetivamente',
  automática: 'automaticamente',
  natural: 'naturalmente',
  lógica: 'logicamente',
};

/** Portuguese. The imperative and the subjunctive of "você" are one form, so "quero que você escreva" loses its lead-in. */
export const pt: PhraseTable = {
  safe: [
    { id: 'por-favor-inicio-pt', find: 'por favor,? (?=\\p{Ll})(?!e\\b|ou\\b)', to: '', at: 'start', reason: courtesy, unless: addressed },
    { id: 'por-favor-final-pt', find: ', por favor(?=[.!]?\\s*$)', to: '', at: 'any', reason: courtesy, unless: addressed },
    {
      id: 'a-fim-de',
      find: `(?:a fim de|com (?:o (?:objetivo|intuito|propósito)|a finalidade) de) ${infinitive}`,
      to: 'para ',
      at: 'any',
      reason: shorter,
    },
    { id: 'devido-ao-fato', find: 'devido ao fato de que', to: 'porque', at: 'any', reason: shorter },
    { id: 'faca-uso-de', find: 'faça uso de', to: 'use', at: 'any', reason: shorter },
    {
      id: 'de-acordo-com',
      find: 'de acordo com (?=\\p{L})',
      to: 'conforme ',
      at: 'any',
      reason: shorter,
      unless: ({ before }) => /(?<!\p{L})(?:est\p{L}*|fic\p{L}*|cheg\p{L}*)(?: \p{L}+)? $/iu.test(before),
    },
    {
      id: 'quero-que-voce',
      find: '(?:eu )?(?:quero|gostaria|preciso)(?: de)? que você (?!saiba|tenha|consiga|possa|fique|sinta|se |não)(?=\\p{Ll}+[ae] )',
      to: '',
      at: 'start',
      reason: plainRequest,
      unless: further,
    },
  ],
  balanced: [
    {
      id: 'sua-tarefa-e',
      find: `(?:sua|seu|tua|teu) (?:tarefa|missão|função|objetivo|trabalho|papel)(?: principal)? (?:é|consiste em) ${infinitive}(?!ser(?!\\p{L}))`,
      to: '',
      at: 'start',
      reason: leadIn,
      unless: further,
    },
    {
      id: 'certifique-se-de',
      find: `(?:certifique-se|lembre-se|assegure-se) de ${infinitive}`,
      to: '',
      at: 'start',
      reason: leadIn,
      unless: further,
    },
    {
      id: 'lembre-se-que',
      find: '(?:lembre-se (?:de )?que|tenha em mente que|(?:observe|note) que|é importante (?:lembrar|ressaltar|notar|destacar) que) (?=\\p{Ll})',
      to: '',
      at: 'start',
      reason: leadIn,
      unless: furtherClause,
    },
    {
      id: 'aqui-esta-pt',
      find: '(?:aqui (?:está|estão)|abaixo (?:está|estão)) (?:o|a|os|as) (?=\\p{Ll}+(?: \\p{Ll}+){0,3}:(?:\\s|$))',
      to: '',
      at: 'start',
      reason: leadIn,
    },
    {
      id: 'de-forma-clara',
      find: `de (?:forma|maneira) (${Object.keys(manners).join('|')})(?! e| ou|,)`,
      to: ([word]) => manners[word!]!,
      at: 'any',
      reason: shorter,
    },
    { id: 'em-formato-json', find: '(?:em|no) formato (JSON|XML|YAML|CSV|HTML|Markdown)(?=[.,;)]|$)', to: 'em $1', at: 'any', reason: shorter },
  ],
  aggressive: [],
};
