const rows = `
percent: % percent per-cent pct prozent pourcent
second: s sec secs second seconds segundo segundos sekunde sekunden seconde secondes
millisecond: ms millisecond milliseconds milisegundo milisegundos millisekunde millisekunden
minute: min mins minute minutes minuto minutos minuten
hour: h hr hrs hour hours hora horas stunde stunden heure heures
day: day days día días dia dias tag tage tagen jour jours
week: week weeks semana semanas woche wochen semaine semaines
month: month months mes meses monat monate monaten mois
year: year years año años ano anos jahr jahre jahren an ans année années
euro: € eur euro euros
dollar: $ usd dollar dollars dólar dólares
pound-sterling: £ gbp
pound: pound pounds lb lbs libra libras pfund livre livres
kilogram: kg kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes
gram: g gram grams gramo gramos gramm gramme grammes
ounce: oz ounce ounces
litre: l litre litres liter liters litro litros
millilitre: ml millilitre millilitres milliliter milliliters mililitro mililitros
metre: m metre metres meter meters metro metros metern mètre mètres
centimetre: cm centimetre centimetres centimeter centimeters centímetro centímetros zentimeter centimètre centimètres
millimetre: mm millimetre millimetres millimeter millimeters milímetro milímetros millimètre millimètres
kilometre: km kilometre kilometres kilometer kilometers kilómetro kilómetros kilomètre kilomètres
mile: mile miles milla millas meile meilen
foot: ft foot feet pie pies fuß fuss pied pieds
inch: inch inches pulgada pulgadas zoll pouce pouces
square-metre: quadratmeter m²
square-foot: quadratfuß
kilometre-per-hour: km/h kmh
metre-per-second: m/s
mile-per-hour: mph
celsius: celsius °c
fahrenheit: fahrenheit °f
pixel: px pixel pixels píxel píxeles pixeln
point: pt point points
kilobyte: kb kilobyte kilobytes
megabyte: mb megabyte megabytes
gigabyte: gb gigabyte gigabytes
word: word words palabra palabras wort wörter wörtern worte worten mot mots palavra palavras
character: character characters char chars carácter caracteres zeichen caractère caractères
token: token tokens
sentence: sentence sentences frase frases satz sätze sätzen phrase phrases oración oraciones
paragraph: paragraph paragraphs párrafo párrafos absatz absätze absätzen paragraphe paragraphes parágrafo parágrafos
line: line lines línea líneas zeile zeilen ligne lignes linha linhas verso versos vers versen
page: page pages página páginas seite seiten
`;

const known = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [unit, forms] = row.split(': ') as [string, string];
      return forms.split(' ').map((form): [string, string] => [form, unit]);
    }),
);

/** What a word measures or counts in, under one name in all languages. */
export const measureOf = (word: string): string | undefined => known.get(word);

/** Units of which a bare letter or a common word is the sign: only behind a number. */
export const needsNumber = (word: string): boolean =>
  word.length < 3 || /^(?:min|mes|point|points|tag|tage|vers|an|ans|sec|day|days|día|días|second|line|lines|word|words)$/.test(word);
