import type { Examples } from './examples';

/** What each German row shortens, and what it leaves alone. */
export const de: Record<string, Examples> = {
  'bitte-anfang': {
    hits: [['Bitte antworte auf Deutsch und nenne die Quelle.', 'Antworte auf Deutsch und nenne die Quelle.']],
    misses: ['Bitte um Geduld und erkläre dem Kunden den Grund.', 'Fehlertext: Bitte versuchen Sie es später und melden Sie sich.'],
  },
  'bitte-mitte': {
    hits: [['Beantworte bitte die Frage des Kunden und nenne die Quelle.', 'Beantworte die Frage des Kunden und nenne die Quelle.']],
    misses: ['Sag bitte und danke zu dem Kunden.', 'Der Kunde sagt bitte und wartet auf die Antwort.'],
  },
  'aufgrund-der-tatsache': {
    hits: [['Der Laden ist zu aufgrund der Tatsache, dass es regnet.', 'Der Laden ist zu weil es regnet.']],
    misses: ['Der Laden ist aufgrund des Regens zu.'],
  },
  'trotz-der-tatsache': {
    hits: [['Antworte trotz der Tatsache, dass es spät ist.', 'Antworte obwohl es spät ist.']],
    misses: ['Antworte dem Kunden trotz der Verspätung.'],
  },
  'fuer-den-fall': {
    hits: [['Frage nach für den Fall, dass die Angabe fehlt.', 'Frage nach falls die Angabe fehlt.']],
    misses: ['Nenne für den Fall des Kunden die Frist.'],
  },
  'zum-jetzigen-zeitpunkt': {
    hits: [['Der Laden ist zum jetzigen Zeitpunkt offen und die Ware ist da.', 'Der Laden ist jetzt offen und die Ware ist da.']],
    misses: ['Nenne den Zeitpunkt der Lieferung und die Frist.'],
  },
  'zum-aktuellen-zeitpunkt': {
    hits: [['Der Laden ist zum aktuellen Zeitpunkt offen und die Ware ist da.', 'Der Laden ist aktuell offen und die Ware ist da.']],
    misses: ['Nenne den aktuellen Zeitpunkt und die Frist.'],
  },
  'unter-verwendung-von': {
    hits: [['Antworte unter Verwendung von Tabellen und die Quelle nenne.', 'Antworte mit Tabellen und die Quelle nenne.']],
    misses: ['Antworte unter Verwendung der Tabellen und nenne die Quelle.'],
  },
  'und-so-weiter': {
    hits: [['Nenne die Namen, die Orte und so weiter.', 'Nenne die Namen, die Orte usw.']],
    misses: ['Lies den Text und so weiter bis zum Ende, und nenne die Namen.'],
  },
  'auf-klare-weise': {
    hits: [['Erkläre das Ergebnis auf eine klare und verständliche Weise.', 'Erkläre das Ergebnis klar und verständlich.']],
    misses: ['Erkläre das Ergebnis auf die Weise, die der Kunde wünscht.'],
  },
  'hier-ist': {
    hits: [['Hier ist die Frage: {frage}', 'Frage: {frage}']],
    misses: ['Hier ist die Frage, die der Kunde stellt.'],
  },
  'mit-hilfe-von': {
    hits: [['Löse die Aufgabe mit Hilfe von Tabellen und nenne das Ergebnis.', 'Löse die Aufgabe mit Tabellen und nenne das Ergebnis.']],
    misses: ['Löse die Aufgabe mit Hilfe der Tabelle.'],
  },
  'im-json-format': {
    hits: [['Gib das Ergebnis im JSON-Format.', 'Gib das Ergebnis als JSON.']],
    misses: ['Gib das Ergebnis im JSON-Format der Vorlage.'],
  },
};
