import type { PhraseTable } from '.';
import { courtesy, leadIn, type Place, plainRequest, shorter } from './phrase';

const infinitive = '(?=\\p{Ll}+[aeií]r(?:l[aoe]s?|se|me|te|nos)?(?![\\p{L}]))';
const addressed = ({ label }: Place): boolean => label !== null;
/** A second infinitive or clause hangs on the lead-in: "de leer y de responder". */
const further = ({ after, label }: Place): boolean =>
  label !== null || /(?<!\p{L})(?:y|e|o|u|pero|luego|,|;)[ \n]+(?:luego |también )?(?:de |a |que )/u.test(after);
const furtherClause = ({ after, label }: Place): boolean =>
  label !== null || /(?<!\p{L})(?:y|e|o|pero|así que|por lo que|luego)(?!\p{L})|[;:]/u.test(after);
/** Subjunctives behind "quiero que", and the imperatives that say the same. */
const requests: Readonly<Record<string, string>> = {
  actúes: 'actúa',
  analices: 'analiza',
  clasifiques: 'clasifica',
  crees: 'crea',
  escribas: 'escribe',
  expliques: 'explica',
  extraigas: 'extrae',
  generes: 'genera',
  identifiques: 'identifica',
  redactes: 'redacta',
  respondas: 'responde',
  resumas: 'resume',
  revises: 'revisa',
  traduzcas: 'traduce',
  uses: 'usa',
};
const manners: Readonly<Record<string, string>> = {
  clara: 'claramente',
  precisa: 'con precisión',
  objetiva: 'objetivamente',
  automática: 'automáticamente',
  natural: 'naturalmente',
  lógica: 'lógicamente',
};

/** Spanish, only where grammar and mood can't break: lead-ins that govern a subjunctive ("Asegúrate de que esté") stay. */
export const es: PhraseTable = {
  safe: [
    { id: 'por-favor-inicio', find: 'por favor,? (?=\\p{Ll})(?!y\\b|o\\b)', to: '', at: 'start', reason: courtesy, unless: addressed },
    { id: 'por-favor-final', find: ', por favor(?=[.!]?\\s*$)', to: '', at: 'any', reason: courtesy, unless: addressed },
    {
      id: 'con-el-fin-de',
      find: `(?:con (?:el (?:fin|objetivo|propósito)|la finalidad) de|a fin de) ${infinitive}`,
      to: 'para ',
      at: 'any',
      reason: shorter,
    },
    { id: 'debido-al-hecho', find: 'debido al hecho de que', to: 'porque', at: 'any', reason: shorter },
    { id: 'a-pesar-del-hecho', find: 'a pesar del hecho de que', to: 'aunque', at: 'any', reason: shorter },
    { id: 'con-respecto-a', find: 'con respecto a (?!l\\b)', to: 'sobre ', at: 'any', reason: shorter },
    {
      id: 'de-acuerdo-con',
      find: 'de acuerdo (?:con|a) (?=\\p{L})',
      to: 'según ',
      at: 'any',
      reason: shorter,
      unless: ({ before }) => /(?<!\p{L})(?:est\p{L}*|pon\p{L}*|lleg\p{L}*|qued\p{L}*|muy|muestr\p{L}*)(?: \p{L}+)? $/iu.test(before),
    },
    { id: 'haz-uso-de', find: 'haz uso de', to: 'usa', at: 'any', reason: shorter },
    { id: 'hacer-uso-de', find: 'hacer uso de', to: 'usar', at: 'any', reason: shorter },
    { id: 'lleva-a-cabo', find: 'lleva a cabo (?=\\p{L})', to: 'realiza ', at: 'start', reason: shorter },
    {
      id: 'quiero-que',
      find: `(?:quiero|necesito|me gustaría) que (${Object.keys(requests).join('|')})`,
      to: ([verb]) => requests[verb!]!,
      at: 'start',
      reason: plainRequest,
      unless: further,
    },
  ],
  balanced: [
    {
      id: 'ten-en-cuenta',
      find: '(?:ten|tenga|toma|tome) en cuenta que (?=\\p{Ll})|(?:recuerda|recuerde) que (?=\\p{Ll})',
      to: '',
      at: 'start',
      reason: leadIn,
      unless: furtherClause,
    },
    {
      id: 'cabe-destacar',
      find: '(?:cabe (?:destacar|señalar|mencionar)|es importante (?:tener en cuenta|recordar|señalar)) que (?=\\p{Ll})',
      to: '',
      at: 'start',
      reason: leadIn,
      unless: furtherClause,
    },
    {
      id: 'tu-tarea-es',
      find: `(?:tu|su) (?:tarea|trabajo|objetivo|misión|función)(?: principal)? (?:es|consiste en) ${infinitive}(?!ser(?!\\p{L}))`,
      to: '',
      at: 'start',
      reason: leadIn,
      unless: further,
    },
    { id: 'asegurate-de', find: `(?:asegúrate|asegúrese) de ${infinitive}`, to: '', at: 'start', reason: leadIn, unless: further },
    {
      id: 'aqui-esta',
      find: '(?:aquí (?:está|están|tienes)|a continuación (?:está|están|tienes)) (?:el|la|los|las) (?=\\p{Ll}+(?: \\p{Ll}+){0,3}:(?:\\s|$))',
      to: '',
      at: 'start',
      reason: leadIn,
    },
    {
      id: 'de-manera-clara',
      find: `de (?:manera|forma) (${Object.keys(manners).join('|')})(?! y| e| o|,)`,
      to: ([word]) => manners[word!]!,
      at: 'any',
      reason: shorter,
    },
    { id: 'en-formato-json', find: 'en formato (JSON|XML|YAML|CSV|HTML|Markdown)(?=[.,;)]|$)', to: 'en $1', at: 'any', reason: shorter },
  ],
  aggressive: [],
};
