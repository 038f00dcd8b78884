import { createLexicon } from '../lexicon';
import { countWith } from './numerals';
import { plainLetters } from './stems';

const marks = `
NOT: no | nunca | jamás | tampoco | ni | evita* | evite* | evitar | abstente de | absténgase de | bajo ningún concepto | bajo ninguna circunstancia | en ningún caso | de ningún modo | en ningún momento | ningun* | ningún | nadie | nada
NOT: no está permitido | no se permite | está prohibido | queda prohibido | se prohíbe | no puedes | no puede | no pueden | no debes | no debe | no deben | no deberías | no debería | no deberían | no se debe | no se puede | no se deben | no tienes permiso para | tienes prohibido
WITHOUT: sin | en lugar de | en vez de | salvo | excepto | menos | a excepción de | con excepción de
ONLY: solo | sólo | solamente | únicamente | exclusivamente | nada más que
ALL: todo | toda | todos | todas | todo el | toda la | todos los | todas las | todos sus | todas sus | cada | cada uno de | cada una de | todos y cada uno de | todas y cada una de | cada uno | cada una | la totalidad de | completo | completa | entero | entera
SOME: algunos | algunas | algún | alguna | alguno | unos | unas | unos cuantos | varias | varios | ciertos | ciertas | diversos | alguno de | alguna de
MANY: muchos | muchas | gran número de | un gran número de | una gran cantidad de | numerosos | numerosas
MOST: la mayoría de | la mayoría | la mayor parte de
HALF: la mitad de | la mitad
BOTH: ambos | ambas | los dos | las dos
EITHER: uno de | una de
ALWAYS: siempre | en todo momento | en todos los casos | en todo caso | sin excepción | invariablemente
USUALLY: normalmente | generalmente | por lo general | habitualmente | en general
SOMETIMES: a veces | de vez en cuando | ocasionalmente | en ocasiones
OFTEN: a menudo | con frecuencia | frecuentemente
RARELY: raramente | rara vez
MAX: número máximo de | longitud máxima de | como máximo | como mucho | a lo sumo | no más de | hasta | un máximo de | máximo de | máximo | el máximo de | no exceda* | no superes | no supere | no debe superar | no debe exceder | no debería superar | limitado a
MIN: número mínimo de | como mínimo | al menos | por lo menos | cuando menos | un mínimo de | mínimo de | mínimo | no menos de | cuanto menos
BACKMAX: o menos | como máximo | como mucho | a lo sumo
BACKMIN: o más | como mínimo | por lo menos
MORE: más de | más que | por encima de | mayor de | mayor que | mayores de | superior a | superiores a | excede* | supera* | supere* | más larga de | más largo de
LESS: menos de | menos que | por debajo de | inferior a | inferiores a
old MORE: mayor de edad
EXACT: exactamente | precisamente | justo | un total de | en total
ABOUT: aproximadamente | alrededor de | cerca de | más o menos | unos | unas
MUST: debe | debes | deben | debe de | deberás | deberá | deberán | tiene que | tienes que | tienen que | hay que | ha de | has de | han de | es necesario que | es necesario | es obligatorio | es obligatorio que | es imprescindible | es imprescindible que | es preciso | es preciso que | está obligado a | estás obligado a | están obligados a | es preciso | obligatorio | obligatoria | tienen la obligación de | tienes la obligación de | necesitas | se debe | se deben | hace falta | hace falta que
SHOULD: deberías | debería | deberían | se debería | conviene | conviene que | es recomendable | es recomendable que | es aconsejable
MAY: puede | puedes | pueden | podría | podrías | podrían | podrás | podrá | se puede | se pueden | es posible | está permitido | se permite | tienes permiso para | tienen permiso para | es libre de | eres libre de | si quieres | si lo deseas | si te parece | está autorizado a | están autorizados a | siéntete libre de
OPTIONAL: opcional | opcionalmente | opcionales | no tienes que | no tiene que | no tienen que | no hace falta | no hace falta que | no es necesario | no es necesario que | no es obligatorio | no hay que | no necesitas | si es necesario | si hace falta | voluntario
TRY: intenta | intente | trata de | trate de | procura | procure | intentar | tratar de
IF: si | cuando | en caso de que | en caso de | en el caso de que | en el supuesto de que | siempre que | siempre y cuando | cada vez que | con tal de que | mientras | en la medida en que | en los casos en que | en el momento en que | siempre que se dé el caso de que | suponiendo que | a condición de que
EVENIF: aunque | incluso si | aun cuando | aun si
IF NOT: a menos que | salvo que | salvo si | excepto si | a no ser que | excepto cuando | salvo cuando
ELSE: de lo contrario | si no , | en caso contrario | en otro caso | de no ser así
THEN: entonces | después, | después | luego | a continuación, | seguidamente | posteriormente | acto seguido | en segundo lugar | más tarde | seguidos de | seguidas de | seguido de | seguida de | y después | y luego
FIRST: primero | en primer lugar | al principio | para empezar | ante todo | antes que nada | primeramente | al inicio
THEN: segundo, | tercero,
LAST: por último | finalmente | al final | en último lugar | para terminar | para acabar
BUT: pero | sino | sino que | sin embargo | mientras que
BECAUSE: porque | ya que | puesto que | debido a que | debido al hecho de que | debido a | dado que | a causa de | por el hecho de que | como los | como las | como el | como la
REL: que | quien | quienes | cuyo | cuya | el cual | la cual | los cuales | las cuales | lo que
SOTHAT: para que | de modo que | de manera que | de forma que
AND: y | e | así como | además de | junto con | y también
OR: o | u
BEFORE: antes de | antes de que | antes que | con anterioridad a | previamente a | ante
AFTER: después de | después de que | tras | una vez | con posterioridad a | luego de | tan pronto como | en cuanto
UNTIL: hasta que
WHILE: durante
FROM: desde
TO: a | al | hacia
OF: de | del
WITH: con | mediante | por medio de | a través de | usando | utilizando
IN: en | dentro de
AS: como | en calidad de
BY: por
FOR: para
ON: sobre | acerca de | respecto a | con respecto a | en relación con | en cuanto a | referente a | por lo que respecta a | relativo a | relacionado con | relacionados con
AGAINST: contra
LIKE: tales como | por ejemplo | es decir
FOR: con el fin de | a fin de | con el objetivo de | con el propósito de | con objeto de
YOU: te | ti | contigo
-: el | la | los | las | lo | un | una | este | esta | estos | estas | ese | esa | esos | esas | es | son | ser | sea | sean | está | están | estar | esté | estén | ha | han | haya | hayan | sido | he | había | hay | fue | era | se | su | sus | tu | tus | mi | mis | me | nos | muy | también | además | asimismo | realmente | simplemente | propio | propios | ello | donde | así | ya | bien | mismo | misma | aquí | tal | desde luego | por supuesto | por cierto | y recuerda | eres | sé | eh | tan
-: por ti | por ti mismo | tú | tú mismo | por usted | usted
PRON: lo | los | las | le | les | él | ella | ellos | ellas | eso | esto | ello | aquel | aquella | la misma | el mismo
POLITE: gracias | muchas gracias | hola | mil gracias | buenos días | buenas tardes
-: ¿ podrías | ¿ puedes | ¿ podría | ¿ me podrías | ¿ serías tan amable de | por favor | gracias | muchas gracias | gracias de antemano | gracias por tu ayuda | muchas gracias por tu ayuda | hola | te agradecería que | te agradecería | te agradezco que | le agradecería que | podrías, por favor, | podrías por favor | puedes por favor | te pido que | te ruego que | ten la amabilidad de | ten la bondad de | sería estupendo que | si eres tan amable | amablemente
-: tu tarea es | tu tarea consiste en | tu trabajo es | tu trabajo consiste en | tu misión es | tu objetivo es | tu función es | tu papel es | quiero que | quisiera que | me gustaría que | necesito que | te encargas de | eres el encargado de | tu cometido es | la tarea consiste en | se trata de | lo que quiero que hagas es | lo que debes hacer es
-: asegúrate de | asegúrate de que | asegúrese de | asegúrese de que | no olvides | no te olvides de | no olvides que | recuerda | recuerda que | ten en cuenta | ten en cuenta que | ten presente que | es importante | es importante que | es importante señalar que | es fundamental que | es esencial que | es crucial que | cabe destacar que | nota que | observa que | procura que | cuida de | cuida que | cuídate de | encárgate de | acuérdate de | recuerda también | importante | no dudes en | conviene recordar que | fíjate en que | has de saber que | el hecho de que
-: eres un asistente que | eres una asistente que | eres alguien que | eres una persona que | actúas como un asistente que | eres un asistente cuya tarea es | eres un asistente encargado de | eres un asistente útil que
AS: actúa como | actúas como | asume el papel de | adopta el papel de | imagina que eres | haz de
-: en cuanto al tono | en cuanto a la longitud | en cuanto al estilo | en cuanto al formato | en cuanto a la extensión | respecto al tono | con respecto al tono | respecto a la longitud | por lo que respecta al tono | por lo que se refiere al tono | en lo que respecta al tono | en lo que se refiere al tono | en lo referente al tono | por lo que respecta a la longitud | de la siguiente manera | de la siguiente forma | en lo que respecta a la longitud | en lo que respecta al formato
-: recibirás | te daré | se te dará | se te proporcionará | te proporcionaré | te voy a dar
FOLLOWING: lo siguiente | los siguientes puntos | las siguientes reglas | estas reglas | estos puntos | las siguientes instrucciones
`;

const concepts = `
!answer: responder a la pregunta | responde a la pregunta | responde la pregunta | respondas a la pregunta | contesta a la pregunta | respond* | respuesta* | contest* | da una respuesta a | dar respuesta a | da respuesta a | responde a | contesta a | respondes a | responder a
!help: ayud* | asist* | apoy* | prest* ayuda a
~!use: usa | usar | use | usas | uses | usen | utiliz* | utilic* | emple* | haz uso de | hagas uso de | hacer uso de | haciendo uso de | aplica | aplicar | uso
!give: da | dar | des | dé | den | das | proporcion* | ofrec* | ofrezc* | facilit* | brind* | entreg* | indica | indicar | indique | indiques | indicas
!show: muestr* | mostr* | present*
!write: escrib* | escrit* | redact* | redacción
!ask: pregunt* | cuestión | cuestiones | consult*
!request: pid* | pedi* | solicit* | requier*
!check: revis* | comprueb* | comprob* | verific* | verifiqu* | examin* | inspeccion* | chequ*
!tell: inform* | comunic* | comuniqu* | notific* | notifiqu* | avis* | di
!mention: mencion* | nombra* | nombre* | cita* | cite*
name: nombre | nombres | su nombre | el nombre | los nombres
!say: dice | dilo | digas | decir
!describe: describ* | descri*
!explain: explic* | expliqu* | aclar*
!summary: resum* | haz un resumen de | sintetiz*
!list: enumer* | lista* | haz una lista de | liste*
!translate: traduc* | traduzc* | traduj*
!choose: elig* | elij* | eleg* | escog* | escoj* | seleccion*
!fix: corrig* | correg* | corrij* | arregl* | correc*
!delete: elimin* | borr* | quit* | suprim*
!keep: conserv* | mantén | manten* | mantien* | deja | dejes | dejar | guarda
!make: haz | hacer | hagas | haga | crea | crear | crees | cree | cread* | gener* | produc* | produzc* | prepar* | elabor* | realiz* | realic*
!send: envi* | envío* | envía* | mand*
!forward: reenv*
!include: inclu* | conten* | contien* | tenga | tener | tiene | tienen | ten
!begin: empiez* | empez* | comienz* | comenz* | inici*
!end: termin* | acab* | finaliz* | finalic* | conclu* | para
!get: recib* | obten* | obtien*
!buy: compr*
conclusion: conclusión | conclusiones
!assess: evalu* | evalú* | valor* | puntú* | puntu* | calific* | califiqu*
!suggest: sugier* | suger* | propon* | propón | recomiend* | recomend*
!search: busc* | busqu* | encuentr* | encontr* | localiz* | en busca de
!return: devuelv* | devolv*
!change: cambi* | modific* | modifiqu* | alter* | edita | editar
!refuse: rechaz* | rechac* | nieg* | neg* | niégu*
!discuss: habla de | hables de | hablar de | trata sobre
!speak: habl*
!estimate: estim*
!label: etiquet*
!assign: asign*
!classify: clasific* | clasifiqu* | categoriz*
!sort: orden* | organiz*
!sign: firm*
!pay: pag*
!count: cuent* | contar | contad* | contabil* | cuéntalos | cuéntalas
!greet: salud* | da la bienvenida a
!approve: aprueb* | aprob*
!move: muev* | mov*
!read: lee | leer | leas | lees | lea
!translate: traducción*
!formulate: formul* | plante*
!measure: mid*
!start: arranc*
!share: compart*
!remind: recuerd* a | recuérd* a
!follow: sigue | seguir
!protect: proteg*
!confirm: confirm*
!forward: remit*
!add: añad* | agreg*
!convert: conviert* | convert*
customer: client* | comprador habitual
user: usuari*
employee: emplead* | trabajador*
error: error* | fallo* | equivocac*
document: document*
picture: imagen* | imágenes
photo: foto* | fotograf*
child: niñ*
company: empresa* | compañía*
shop: tienda*
mail: correo* | mail* | email* | e mail
brief: breve* | corto* | corta* | concis* | de forma breve | de manera breve | de forma concisa | brevemente
long: largo* | larga* | extens*
quick: rápid* | rápidamente | enseguida | inmediatamente | de inmediato | sin demora
important: crucial* | esencial* | fundamental*
polite: cortés | corteses | educad* | de forma educada | con cortesía
friendly: amable* | simpátic* | cordial* | de forma amable | de manera amable | amistos*
formal: formal*
clear: clar* | de forma clara | de manera clara | claramente
current: actualmente | en este momento | en el momento actual | en el momento presente | en la época actual | en estos momentos | ahora | a día de hoy | hoy en día | por el momento | en la actualidad | de momento | ahora mismo
~careful: cuidadosamente | con cuidado | con atención | atentamente | detenidamente
wrong: incorrect* | erróne*
incomplete: incomplet*
length: longitud | extensión
~text: texto | textos | el texto que aparece a continuación | el texto siguiente | el siguiente texto
~content: contenido | cosa | cosas | elemento* | tema
#task: tarea* | regla* | instruccion* | rol | objetivo* | nota | notas | requisito* | contexto
~way: manera* | forma | formas | modo | tipo de
~scale: escala | signific* | equivale a | una escala de
~follow: siguiente | siguientes | a continuación | dad* | proporcionad* | indicad* | que aparece
~system: en cuestión | correspondiente* | pertinente* | adecuad* | necesari*
~number: número de | cantidad de
assistant: asistente
~total: total
`;

const endings =
  /(?:aciones|acion|uciones|iciones|icion|ciones|amientos?|imientos?|amente|mente|andol[oa]s?|iendol[oa]s?|ando|iendo|ados?|adas?|idos?|idas?|iran|aran|eran|arl[oa]s?|erl[oa]s?|irl[oa]s?|al[oa]s|el[oa]s|ar|er|ir|amos|emos|imos|as|es|an|en|os|is|io|ia|a|e|o|s)$/;

/** Light: endings of number, gender and verbs, without the marks over letters. */
function stem(word: string): string {
  const enclitic = /[áéíóú].*[aeoi](?:lo|la|le|te|se|me)s?$|[aei]r(?:lo|la|le|te|se|me)s?$/.test(word)
    ? word.replace(/(?:lo|la|le|te|se|me)s?$/, '')
    : word;
  const plain = plainLetters(enclitic);
  if (plain.length < 4) return plain;
  const root = plain.replace(endings, '');
  const kept = root.length < 3 ? plain : root;
  return kept.replace(/qu$/, 'c').replace(/gu$/, 'g').replace(/zc$/, 'c').replace(/z$/, 'c').replace(/j$/, 'g');
}

const ones = 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve';
const tens = 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa';
const others = {
  veintiuno: 21,
  veintidós: 22,
  veintitrés: 23,
  veinticuatro: 24,
  veinticinco: 25,
  veintiséis: 26,
  veintisiete: 27,
  veintiocho: 28,
  veintinueve: 29,
};

/** Spanish. */
export const es = createLexicon(
  marks + concepts,
  stem,
  countWith(ones, tens, { ...others, cien: 100, ciento: 100, quinientos: 500, mil: 1000, millón: 1e6, docena: 12 }),
);
