import { courtesy, leadIn, type Phrase, shorter } from './phrase';

const infinitive = '(?=\\p{Ll}+[aeií]r(?:l[aoe]s?|se|me|te|nos)?(?![\\p{L}]))';

/** Spanish, only where grammar and mood can't break. */
export const safeEs: readonly Phrase[] = [
  { id: 'por-favor-inicio', find: 'por favor,? (?=\\p{Ll})(?!y\\b|o\\b)', to: '', at: 'start', reason: courtesy },
  { id: 'por-favor-final', find: ', por favor(?=[.!]?\\s*$)', to: '', at: 'any', reason: courtesy },
  { id: 'con-el-fin-de', find: `(?:con el (?:fin|objetivo|propósito) de|a fin de) ${infinitive}`, to: 'para ', at: 'any', reason: shorter },
  { id: 'debido-al-hecho', find: 'debido al hecho de que', to: 'porque', at: 'any', reason: shorter },
  { id: 'a-pesar-del-hecho', find: 'a pesar del hecho de que', to: 'aunque', at: 'any', reason: shorter },
  { id: 'con-respecto-a', find: 'con respecto a (?!l\\b)', to: 'sobre ', at: 'any', reason: shorter },
];

/** Spanish lead-ins. Those that govern a subjunctive ("Asegúrate de que esté") stay. */
export const balancedEs: readonly Phrase[] = [
  { id: 'ten-en-cuenta', find: '(?:ten|tenga) en cuenta que (?=\\p{Ll})', to: '', at: 'start', reason: leadIn },
  {
    id: 'cabe-destacar',
    find: '(?:cabe (?:destacar|señalar|mencionar)|es importante (?:tener en cuenta|recordar|señalar)) que (?=\\p{Ll})',
    to: '',
    at: 'start',
    reason: leadIn,
  },
  { id: 'tu-tarea-es', find: `(?:tu|su) (?:tarea|trabajo|objetivo) es ${infinitive}(?!ser(?!\\p{L}))`, to: '', at: 'start', reason: leadIn },
];
