import { createLexicon } from '../lexicon';
import { countWith } from './numerals';
import { plainLetters } from './stems';

const marks = `
NOT: nicht | nie | niemals | kein | keine | keinen | keinem | keiner | keines | keinerlei | weder | vermeide* | verzichte auf | auf keinen fall | keinesfalls | unter keinen umständen | in keinem fall | niemand | nichts | zu keiner zeit | unterlasse
NOT: es ist nicht erlaubt | ist nicht erlaubt | nicht erlaubt | es ist verboten | ist verboten | ist untersagt | ist dir untersagt | es ist untersagt | noch | nicht gestattet | ist nicht gestattet | darfst keinesfalls | darfst nicht | darf nicht | dürfen nicht
WITHOUT: ohne | statt | anstatt | anstelle von | anstelle | außer | abgesehen von | mit ausnahme von
ONLY: nur | ausschließlich | lediglich | allein | bloß | nichts außer
ALL: alle | allen | aller | alles | jede | jeder | jeden | jedem | jedes | sämtliche | sämtlichen | jede einzelne | jeder einzelne | jeden einzelnen | jedes einzelne | das ganze | das gesamte | ganze | ganzen | gesamte | gesamten | jeweils jede
SOME: einige | einigen | manche | manchen | ein paar | etliche | mehrere | mehreren | verschiedene | bestimmte | gewisse
MANY: viele | vielen | eine große anzahl von | eine vielzahl von | zahlreiche | eine menge
MOST: die meisten | den meisten | der meisten | meisten | die mehrheit der | ein großteil der
HALF: halbe | halben | die hälfte der | die hälfte des | die hälfte
BOTH: beide | beiden
EITHER: einen der | eine der | eines der | einer der
ALWAYS: immer | stets | jederzeit | in jedem fall | ausnahmslos | in allen fällen | zu jeder zeit | auf jeden fall
USUALLY: meistens | normalerweise | in der regel | gewöhnlich | üblicherweise | meist | im allgemeinen
SOMETIMES: manchmal | gelegentlich | ab und zu | hin und wieder | bisweilen
OFTEN: oft | häufig
RARELY: selten
MAX: maximale anzahl der | maximale anzahl an | maximale anzahl von | maximale anzahl | maximale länge | höchstens | maximal | nicht mehr als | bis zu | nicht länger als | maximum von | ein maximum von | längstens | allerhöchstens
MIN: mindestens | wenigstens | nicht weniger als | minimal | zumindest | ein minimum von | nicht unter
BACKMAX: oder weniger | nicht überschreiten | nicht übersteigen
BACKMIN: oder mehr | nicht unterschreiten
MORE: mehr als | über | länger als | größer als | übersteig* | überschreit* | oberhalb von | höher als
LESS: weniger als | unter | kürzer als | kleiner als | unterhalb von
old MORE: älter als
old LESS: jünger als
EXACT: genau | exakt | insgesamt | präzise
ABOUT: etwa | ungefähr | circa | ca | rund | zirka
MUSTDE: musst | muss | müssen | müsst | muß | brauchst
MUST: hast zu | hat zu | haben zu | ist zu | sind zu | es ist notwendig | es ist notwendig, dass | es ist nötig | nötig | notwendig | es ist erforderlich | erforderlich | es ist zwingend | verpflichtet | verpflichtend | obligatorisch | zwingend | ist pflicht | unbedingt
SHOULD: sollst | soll | sollen | solltest | sollte | sollten | es empfiehlt sich | empfehlenswert | am besten
MAY: kannst | kann | können | könntest | könnte | könnten | darfst | darf | dürfen | dürftest | dürfte | möglich | es ist möglich | es ist erlaubt | ist erlaubt | erlaubt | frei | gern | gerne | steht dir frei | steht es frei | wenn du willst | wenn du möchtest | es ist gestattet
OPTIONAL: optional | freiwillig | bei bedarf | gegebenenfalls | ggf | wahlweise | es ist nicht nötig | es ist nicht notwendig | nicht erforderlich | nicht notwendig | nicht nötig | brauchst nicht | musst nicht | muss nicht | müssen nicht | nicht unbedingt | nicht verpflichtet | falls nötig | wenn nötig
TRY: versuche | versuch | versuchen | bemühe dich | bemüh dich
IF: wenn | falls | sofern | für den fall, dass | für den fall dass | für den fall | im fall | im falle | im fall von | im falle von | im fall, dass | im falle, dass | in dem fall, dass | unter der bedingung, dass | vorausgesetzt, dass | vorausgesetzt | solange | immer wenn | jedes mal, wenn | sollte | angenommen | unter der voraussetzung, dass
EVENIF: auch wenn | selbst wenn | obwohl | auch dann, wenn | auch ohne dass
IF NOT: außer wenn | es sei denn | es sei denn, dass | ausgenommen, wenn | außer, wenn
ELSE: andernfalls | sonst | ansonsten | anderenfalls | im anderen fall
-: so
THEN: dann | danach | anschließend | daraufhin | im anschluss | zweitens | drittens | viertens | hierauf | als nächstes | gefolgt von | im nächsten schritt | hinterher
FIRST: zuerst | zunächst | als erstes | erstens | zu beginn | am anfang | anfangs | vorab | zuallererst
LAST: zuletzt | schließlich | abschließend | am ende | zum schluss | am schluss | als letztes | zu guter letzt
BUT: aber | sondern | jedoch | doch | hingegen | während hingegen
BECAUSE: weil | da | denn | aufgrund der tatsache, dass | wegen | aufgrund | auf grund | infolge | angesichts der tatsache, dass
REL: , der | , die | , das | , dem | , den | , deren | , dessen | , dass | , was | , wer | , wo | , welche | , welcher | , welches | , wie
SOTHAT: damit | sodass | so dass
AND: und | sowie | als auch | wie auch | und auch
OR: oder
BEFORE: bevor | vor | ehe | im vorfeld | im vorfeld der | im vorfeld von
AFTER: nachdem | nach | sobald | im anschluss an
UNTIL: bis
WHILE: während
FROM: aus | von | vom | ab
TO: an | ins | in das | in die | an das | an die | in den | zum | zur
OF: des | eines
WITH: mit | mithilfe von | mit hilfe von | mittels | anhand von | unter verwendung von | durch
IN: in | im | innerhalb | innerhalb von | binnen
AS: als | in der rolle
FOR: für | zwecks
ON: zum thema | bezüglich | hinsichtlich | in bezug auf | betreffend | zu | auf | bei
AT: beim | am | um
AGAINST: gegen
LIKE: wie zum beispiel | zum beispiel | z b | beispielsweise | etwa
DAT: dem
YOU: dich | dir | ihnen
-: der | die | das | den | ein | eine | einen | einem | einer | dieser | diese | dieses | diesen | diesem | ist | sind | sein | sei | seid | war | wird | werden | wurde | wurden | worden | werde | hat | habe | haben | hatte | sich | du | man | es | ihm | sehr | wirklich | auch | außerdem | zudem | ferner | darüber hinaus | ebenfalls | ebenso | einfach | natürlich | selbstverständlich | ganz | selbst | selber | hier | da | dort | jeweils | mal | doch | eben | halt | schon | bereits | wobei | dabei | dass | daß | ich | mir | mich | wir | uns | unser | mein | meine | dein | deine | deinen | deinem | deiner | seinen | seine | seiner | seinem | ihre | ihren | ihrem | ihrer | ihr | bist | indem | welche | was | darüber | dazu | hierbei
-: von dir | von ihnen | durch dich | von dir selbst | du selbst
PRON: sie | er | ihn | es | ihn | dieser | diese | davon | daraus | damit | darin | darauf | deren
POLITE: danke | vielen dank | hallo | guten tag | herzlichen dank | besten dank | guten morgen
-: bitte | danke | vielen dank | danke schön | hallo | guten tag | danke für deine hilfe | vielen dank für deine hilfe | herzlichen dank | könntest du bitte | kannst du bitte | würdest du bitte | könntest du | kannst du | würdest du | ich wäre dir dankbar, wenn du | es wäre schön, wenn du | es wäre nett, wenn du | sei so gut und | sei so nett und | freundlicherweise | danke im voraus | vielen dank im voraus
-: deine aufgabe ist es | deine aufgabe ist es, | deine aufgabe besteht darin | deine aufgabe besteht darin, | deine aufgabe ist | dein ziel ist es | dein ziel ist es, | deine rolle ist es | du hast die aufgabe | du hast die aufgabe, | ich möchte, dass du | ich möchte dass du | ich will, dass du | ich hätte gern, dass du | ich brauche, dass du | es geht darum | du bist dafür zuständig | du bist dafür verantwortlich | du bist zuständig für | du bist dafür da | deine aufgabe wird es sein | die aufgabe besteht darin
-: stelle sicher, dass du | stelle sicher, dass | stell sicher, dass | stelle sicher dass | stelle bitte sicher, dass | sorge dafür, dass du | sorge dafür, dass | achte darauf, dass du | achte darauf, dass | achte darauf | achte bitte darauf, dass | denk daran, dass | denk daran, dass du | denk daran | denke daran, dass | denke daran, dass du | denke daran | denke daran, | vergiss nicht | vergiss nicht, | vergiss nicht, dass | beachte, dass | beachte bitte, dass | bitte beachte, dass | es ist wichtig, dass du | es ist wichtig, dass | es ist wichtig | wichtig ist, dass | wichtig ist, dass du | es ist zu beachten, dass | berücksichtige, dass | merke dir, dass | die tatsache, dass | wichtig | vergiss bitte nicht | vergiss bitte nicht, | und vergiss nicht | und vergiss nicht, | und denk daran | und denke daran | und denk daran, | und denke daran, | und achte darauf, dass | außerdem ist es wichtig, dass du | es ist entscheidend, dass | behalte im kopf, dass | zögere nicht | zögere nicht,
-: du bist ein assistent, der | du bist jemand, der | du bist eine person, die | du bist ein hilfreicher assistent, der | du bist derjenige, der | du agierst als assistent, der
AS: du agierst als | agiere als | du handelst als | du übernimmst die rolle | übernimm die rolle | du bist | stell dir vor, du bist | schlüpfe in die rolle
-: was den ton betrifft | was die länge betrifft | was den stil betrifft | was das format betrifft | was den ton angeht | was die länge angeht | was den stil angeht | was das format angeht | was die sprache betrifft | was die sprache angeht | was den umfang betrifft | was den umfang angeht | hinsichtlich des tons | bezüglich des tons | bezüglich der länge | hinsichtlich der länge | in bezug auf den ton | in bezug auf die länge | im hinblick auf den ton | auf folgende weise | wie folgt
-: du erhältst | du bekommst | dir wird | dir werden | ich gebe dir | du wirst
FOLLOWING: folgendes | die folgenden regeln | folgende punkte | folgende regeln | die folgenden punkte | diese regeln
`;

const concepts = `
!answer: beantworte die frage | die frage beantwort* | die frage zu beantwort* | antwort* | beantwort* | gib eine antwort auf | erwider*
!help: hilf* | helf* | unterstütz* | hilfe | steh* zur seite | behilflich
~!use: verwend* | benutz* | nutz* | gebrauch* | einsetz* | setz* ein | mach* gebrauch von | vom gebrauch | wend* an | machst gebrauch
!give: gib* | geb* | gegeben* | nenn* | genannt* | liefer* | biet* | angebot* | stell* zur verfügung
!show: zeig* | gezeigt* | anzeig* | darstell*
!write: schreib* | schrieb* | geschrieben* | verfass* | formulier* | entwirf | entwerf*
!ask: frag* | gefragt* | anfrag* | erkundig*
!check: prüf* | geprüft* | überprüf* | kontrollier* | untersuch* | nachprüf*
!tell: informier* | mitteil* | teil* mit | benachrichtig* | sag*
!mention: erwähn* | anführ*
!describe: beschreib* | beschrieb*
!explain: erklär* | erläuter*
!summary: zusammenfass* | zusammenzufass* | fass* | zusammengefasst | zusammen
!list: list* | auflist* | auf
!translate: übersetz*
!choose: wähl* | auswähl* | auswahl | such* aus
!fix: korrigier* | berichtig* | verbesser* | korrektur*
!delete: lösch* | gelöscht* | entfern* | streich*
!keep: behalt* | behält | bewahr* | bleib* | lass | belass* | halte bei
!make: mach* | erstell* | erzeug* | generier* | produzier* | anfertig*
!send: send* | gesendet* | schick* | geschickt* | gesandt
!forward: leit*
!share: teil*
!include: enthalt* | enthält* | umfass* | beinhalt*
!begin: beginn* | begonn* | anfang* | starte*
!end: beend* | ende | endet | abschließ* | hör* auf | schließ*
!get: bekomm* | erhalt* | erhält*
!buy: kauf* | erwerb*
!assess: bewert* | beurteil* | benot*
!suggest: schlag* vor | vorschlag* | empfiehl* | empfehl* | vorzuschlag* | schlag*
!search: such* | find* | gefunden*
!change: änder* | geändert* | verändert* | veränder* | modifizier* | bearbeit*
!refuse: ablehn* | lehn* ab | lehn* | abzulehn* | verweiger*
!discuss: sprich* über | sprech* über | besprech* | besprich*
!speak: sprech* | sprich* | red*
!estimate: schätz*
!assign: vergib | vergeb* | zuweis* | weis* zu | ordne zu
!classify: klassifizier* | einordn*
!sort: sortier* | ordn*
!sign: unterschreib* | unterzeichn*
!pay: zahl* | bezahl*
!count: zähl*
!greet: begrüß* | grüß*
!approve: genehmig*
!move: verschieb* | beweg*
!read: lies | les | lesen | lesst | lest | gelesen | liest
!take: nimm | nehm* | genommen
!pose: stell* | gestellt*
!point: weis* | hinweis* | hinzuweis*
!remind: erinner*
!confirm: bestätig*
!add: hinzufüg* | füg* | ergänz*
!thank: bedank*
!apologise: entschuldig*
!contain: fass
!look: sieh | seh* | schau*
!request: bitt* | verlang* | forder* | bitte um
customer: kund*
user: benutzer* | nutzer* | anwender*
employee: mitarbeit* | angestellt* | beschäftigt*
error: fehler*
document: dokument*
picture: bild | bilder* | bildes
photo: foto* | fotografie*
child: kind*
company: firma | firmen | unternehm*
shop: laden | läden | geschäft*
mail: mail* | e mail* | email*
brief: kurz* | knapp* | prägnant* | in kurzer form | in knapper form
long: lang* | ausführlich*
quick: schnell* | rasch* | zügig* | umgehend* | sofort | unverzüglich
important: wichtig* | wesentlich* | entscheidend*
polite: höflich* | auf höfliche weise | in höflicher form
friendly: freundlich* | auf freundliche weise
formal: förmlich* | formell*
factual: sachlich* | objektiv* | neutral*
clear: klar* | deutlich* | auf klare weise
current: derzeit | zum jetzigen zeitpunkt | momentan | im moment | gegenwärtig | zum gegenwärtigen zeitpunkt | zurzeit | zur zeit | aktuell | im augenblick | jetzt | heutzutage
~careful: sorgfältig* | genau durch | aufmerksam* | mit sorgfalt
wrong: falsch* | inkorrekt*
incomplete: unvollständig*
length: länge | umfang
~text: text | texte | textes | den folgenden text | der folgende text
~content: inhalt* | ding* | sache* | punkt*
#task: aufgabe* | regel* | anweisung* | rolle | ziel | ziele | hinweis | hinweise | anforderung* | kontext | vorgaben | richtlinien
~way: weise | art | form | art und weise
~amount: beträgt | betragen
!speak: gesprochen
!help: geholfen
!find: gefunden
!take: mitgenommen
!point: gewiesen | hingewiesen
!close: geschlossen
!understand: versteh* | verstand*
!request: gebeten
!mention: genannt
~scale: skala | bedeut* | steht für | einer skala von
~follow: folgend* | unten | gegebene* | bereitgestellt* | nachfolgend*
~system: betreffend* | entsprechend* | jeweilig* | relevant* | geeignet* | passend*
~number: anzahl der | anzahl von
assistant: assistent
~!do: tun | tut | tue
~particle: weiter | zurück | an | aus | ein | vor | um | mit | hin | dazu | bei | ab
`;

const endings =
  /(?:ierungen|ierung|ieren|iert|iere|ungen|ung|erinnen|erin|innen|heiten|heit|keiten|keit|lichen|lich|isch|ischen|ern|ers|est|eten|ete|ten|tes|tem|ter|te|et|em|en|er|es|st|t|e|n|s)$/;
/** Particles of verbs, which stand apart in a sentence. */
const particles =
  /^(?:zusammen|weiter|zurück|heraus|hinaus|herein|hinzu|wieder|durch|auf|aus|ein|vor|nach|mit|an|ab|um|hin|her|bei)(?:zu|ge)?(?=\p{L}{4})/u;

const bare = (word: string): string => word.replace(particles, '');

/** Light: endings, the `ge` and `zu` inside of verbs, without umlauts. Particles of verbs count as nothing: they may stand apart. */
function stem(word: string): string {
  const root = plainLetters(bare(word)).replace(/^ge(?=\p{L}{3,}(?:t|en)$)/u, '');
  if (root.length < 4) return root;
  let cut = root;
  for (let length = 0; cut.length > 4 && cut.length !== length; ) {
    length = cut.length;
    cut = cut.replace(endings, '');
  }
  return cut.length < 3 ? root : cut;
}

const ones = 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn';
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig';
const join = (ten: string, one: string, value: number): string => `${value === 1 ? 'ein' : one}und${ten}`;

/** German. */
export const de = createLexicon(
  marks + concepts,
  stem,
  countWith(ones, tens, { hundert: 100, tausend: 1000, million: 1e6, dutzend: 12 }, join),
  bare,
);
