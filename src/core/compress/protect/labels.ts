/** Labels of the instructions themselves: what follows is said to the model. */
const instructive =
  /^(?:notes?|important|critical|warning|reminder|remember|tips?|hints?|tasks?|your task|instructions?|goals?|objectives?|purpose|roles?|persona|rules?|guidelines?|constraints?|requirements?|steps?(?: \d+)?|style|tone|voice|formats?|output format|language|length|audience|scope|process|approach|focus|behaviou?r|action|request|context|caution|attention|hinweis|wichtig|aufgabe|rolle|ziel|regeln?|schritt \d+|nota|importante|tarea|rol|objetivo|reglas?|paso \d+|tono|remarque|attention|tâche|rôle|objectif|règles?|étape \d+|ton|tarefa|papel|regras?|passo \d+|tom)$/i;
/** Things that are sent or shown word for word: `Error text: Please try again later.` */
const sayable =
  /^(?:texts?|messages?|msg|reply|replies|response|greeting|answer|error|title|subject|caption|headline|tagline|slogan|quote|signature|disclaimer|footer|header|banner|notification|toast|tooltip|placeholder|button|fallback|refusal|apology|confirmation|question|query|script|voicemail|sms|e-?mail|tweet|post|comment|utterance|speech|dialog|dialogue|transcript|customer|caller|user|client|assistant|bot|wording|copy|welcome|closing|sign-?off|template|statement|sentence|phrase|input|output|examples?|sample|review|feedback|complaint|ticket|excerpt|passage|article|document|body|letter|story|paragraph|data|value|default|auto-?reply|acknowledg\w*|announcement|farewell|prompt text|nachricht|antwort|begrüßung|fehlertext|fehlermeldung|betreff|titel|mensaje|respuesta|saludo|asunto|título|ejemplo|réponse|salutation|objet|titre|exemple|mensagem|resposta|saudação|assunto|exemplo|beispiel)$/i;

/** Does the label of a line name a text that is given, sent or shown, so that what follows is that text? */
export function namesText(label: string): boolean {
  const words = bare(label).split(/\s+/);
  if (instructive.test(words.join(' '))) return false;
  return sayable.test(words.at(-1)!) && !/^(?:the|an?|your|this|these|all|each|der|die|das|den|el|la|los|le|les|o|os|as)$/i.test(words[1] ?? '');
}

/** Is what follows the label said to the model, so that its "please" asks the model? */
export const addressesModel = (label: string): boolean => instructive.test(bare(label));

const bare = (label: string): string =>
  label
    .replace(/\([^)]*\)|[*_#:]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
