import type { PhraseTable } from '.';
import { courtesy, leadIn, shorter } from './phrase';

const addressed = ({ label }: { label: string | null }): boolean => label !== null;
const adjective =
  'klar|präzise|einfach|verständlich|freundlich|höflich|professionell|sachlich|neutral|objektiv|systematisch|strukturiert|natürlich|logisch';

/** German, only where case and the order of words can't break: "dass" and "um … zu" govern the verb, so their lead-ins stay. */
export const de: PhraseTable = {
  safe: [
    {
      id: 'bitte-anfang',
      find: 'bitte (?!um |nicht |und |oder |wenden |\\p{Ll}+ung)(?=\\p{Ll})',
      to: '',
      at: 'start',
      reason: courtesy,
      unless: addressed,
    },
    {
      id: 'bitte-mitte',
      find: 'bitte (?=\\p{L})',
      to: '',
      at: 'any',
      reason: courtesy,
      unless: ({ before, label }) =>
        label !== null || !/^\p{Lu}\p{Ll}+(?: Sie)? $/u.test(before) || /^(?:Sag|Sage|Schreib|Antworte|Um) $/i.test(before),
    },
    { id: 'aufgrund-der-tatsache', find: '(?:aufgrund|wegen) der Tatsache, dass', to: 'weil', at: 'any', reason: shorter },
    { id: 'trotz-der-tatsache', find: '(?:trotz|ungeachtet) der Tatsache, dass', to: 'obwohl', at: 'any', reason: shorter },
    { id: 'fuer-den-fall', find: '(?:für|in) (?:den|dem) Falle?, dass', to: 'falls', at: 'any', reason: shorter },
    { id: 'zum-jetzigen-zeitpunkt', find: 'zum (?:jetzigen|gegenwärtigen) Zeitpunkt', to: 'jetzt', at: 'any', reason: shorter },
    { id: 'zum-aktuellen-zeitpunkt', find: 'zum aktuellen Zeitpunkt', to: 'aktuell', at: 'any', reason: shorter },
    { id: 'unter-verwendung-von', find: 'unter (?:Verwendung|Zuhilfenahme|Nutzung) von', to: 'mit', at: 'any', reason: shorter },
    { id: 'und-so-weiter', find: 'und so weiter(?=[.;,)])\\.?', to: 'usw.', at: 'any', reason: shorter },
  ],
  balanced: [
    {
      id: 'auf-klare-weise',
      find: `auf (?:eine )?(${adjective})e? (?:und (${adjective})e? )?(?:Art und Weise|Weise|Art)`,
      to: (groups) => groups.filter((word) => word !== undefined).join(' und '),
      at: 'any',
      reason: shorter,
    },
    {
      id: 'hier-ist',
      find: 'hier (?:ist|sind|findest du|finden Sie) (?:der|die|das|den) (?=\\p{Lu}[\\p{L}-]+:(?:\\s|$))',
      to: '',
      at: 'start',
      reason: leadIn,
    },
    { id: 'mit-hilfe-von', find: '(?:mit Hilfe|mithilfe) von', to: 'mit', at: 'any', reason: shorter },
    { id: 'im-json-format', find: 'im (JSON|XML|YAML|CSV|HTML|Markdown)-Format(?=[.,;)]|$)', to: 'als $1', at: 'any', reason: shorter },
  ],
  aggressive: [],
};
