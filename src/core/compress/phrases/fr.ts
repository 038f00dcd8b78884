import type { PhraseTable } from '.';
import { courtesy, leadIn, type Place, shorter } from './phrase';

/** A verb by its ending, and none of the words that only look like one. */
const infinitive = '(?!(?:votre|notre|autre|entre|titre|lettre|chaque)(?!\\p{L}))(?=\\p{Ll}+(?:er|ir|re|oir)(?!\\p{L}))';
const addressed = ({ label }: Place): boolean => label !== null;
/** A second infinitive hangs on the lead-in: "de lire et d'écrire". */
const further = ({ after, label }: Place): boolean =>
  label !== null || /(?<!\p{L})(?:et|ou|puis|mais|,|;)[ \n]+(?:ensuite |puis )?(?:de |d['’]|à |que |qu['’])/u.test(after);
/** A further clause may be an instruction of its own. */
const furtherClause = ({ after, label }: Place): boolean => label !== null || /(?<!\p{L})(?:et|ou|puis|mais|donc)(?!\p{L})|[;:]/u.test(after);
const adverbs: Readonly<Record<string, string>> = {
  claire: 'clairement',
  automatique: 'automatiquement',
  systématique: 'systématiquement',
  objective: 'objectivement',
  logique: 'logiquement',
  naturelle: 'naturellement',
  précise: 'précisément',
  efficace: 'efficacement',
};

/** French. What governs a subjunctive ("veille à ce que", "bien que") stays. */
export const fr: PhraseTable = {
  safe: [
    { id: 'sil-te-plait', find: "s['’]il (?:te|vous) pla[iî]t,? (?=\\p{Ll})", to: '', at: 'start', reason: courtesy, unless: addressed },
    { id: 'sil-te-plait-fin', find: ", s['’]il (?:te|vous) pla[iî]t(?=\\s?[.!]?\\s*$)", to: '', at: 'any', reason: courtesy, unless: addressed },
    { id: 'veuillez', find: `veuillez ${infinitive}`, to: '', at: 'start', reason: courtesy, unless: addressed },
    { id: 'merci-de', find: `merci de ${infinitive}`, to: '', at: 'start', reason: courtesy, unless: addressed },
    { id: 'afin-de', find: `(?:afin de|dans le but de|en vue de) ${infinitive}`, to: 'pour ', at: 'any', reason: shorter },
    { id: 'afin-d', find: "(?:afin|dans le but|en vue) d['’](?=\\p{Ll}+(?:er|ir|re|oir)(?!\\p{L}))", to: 'pour ', at: 'any', reason: shorter },
    { id: 'en-raison-du-fait', find: 'en raison du fait que', to: 'parce que', at: 'any', reason: shorter },
    { id: 'en-ce-qui-concerne', find: 'en ce qui concerne', to: 'concernant', at: 'any', reason: shorter },
    { id: 'a-l-aide-de', find: "(?:à l['’]aide|au moyen) de (?=\\p{L})", to: 'avec ', at: 'any', reason: shorter },
    { id: 'a-l-aide-d', find: "(?:à l['’]aide|au moyen) d['’](?=une? )", to: 'avec ', at: 'any', reason: shorter },
    { id: 'par-le-biais-de', find: 'par le biais de', to: 'via', at: 'any', reason: shorter },
    { id: 'en-conformite-avec', find: 'en conformité avec', to: 'selon', at: 'any', reason: shorter },
  ],
  balanced: [
    {
      id: 'ta-tache-est-de',
      find: `(?:ta|ton|votre) (?:tâche|mission|rôle|objectif|travail|but)(?: principale?)? (?:est de|consiste à) ${infinitive}(?!être)`,
      to: '',
      at: 'start',
      reason: leadIn,
      unless: further,
    },
    {
      id: 'ta-tache-est-d',
      find: `(?:ta|ton|votre) (?:tâche|mission|rôle|objectif|travail|but)(?: principale?)? est d['’]${infinitive}(?!être)`,
      to: '',
      at: 'start',
      reason: leadIn,
      unless: further,
    },
    {
      id: 'assure-toi-de',
      find: `(?:assure-toi|assurez-vous)(?: bien)? de ${infinitive}(?!ne )`,
      to: '',
      at: 'start',
      reason: leadIn,
      unless: further,
    },
    {
      id: 'note-que',
      find: "(?:(?:veuillez )?noter|notez?|sache|sachez|gardez? à l['’]esprit|il est important de noter) que (?=\\p{Ll})",
      to: '',
      at: 'start',
      reason: leadIn,
      unless: furtherClause,
    },
    { id: 'voici', find: 'voici (?:le|la|les) (?=\\p{Ll}+(?: \\p{Ll}+){0,3} ?:(?:\\s|$))', to: '', at: 'start', reason: leadIn },
    {
      id: 'de-maniere-claire',
      find: `de (?:manière|façon) (${Object.keys(adverbs).join('|')})(?! et| ou|,)`,
      to: ([word]) => adverbs[word!]!,
      at: 'any',
      reason: shorter,
    },
    { id: 'au-format-json', find: 'au format (JSON|XML|YAML|CSV|HTML|Markdown)(?=[.,;)]|$)', to: 'en $1', at: 'any', reason: shorter },
  ],
  aggressive: [],
};
