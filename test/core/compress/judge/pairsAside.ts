import { readPairs } from './readPairs';

/**
 * Pairs put aside before the first line of the judge was written: they only measure it, nobody reads them to change it.
 * In a change, `«old|new»` is what changes; a pair that keeps the meaning stands on both sides of `=>`.
 */
export const pairsAside = readPairs({
  negation: {
    en: `
«Never|Always» mention the price of a competitor.
If the form is incomplete, «do not |»send it to the archive.
You must «not |»correct the spelling of names.
Write for children, «not|also» for experts.
The reply «must not|must» contain links to shops.
You may quote the report, but «never|always» name its author.
Cook with butter, «not oil|not butter»«|, use oil».
Sort the tickets by age, «not by priority|by priority too».
«Refrain from|Keep» guessing the age of the person.
Translate the text, but «leave|do not leave» product names in English.
`,
    es: `
Responde «sin|con» abreviaturas.
La respuesta «no |»debe contener enlaces.
«Nunca|Siempre» compartas la dirección del cliente.
Corrige la ortografía, pero «no |»cambies los nombres.
«No pidas|Pide» la contraseña del usuario.
Los mensajes de prueba «no |»se reenvían al equipo.
Puedes citar el informe, pero «jamás|siempre» nombres al autor.
Recomienda un hotel «sin piscina|con piscina».
«Ningún|Cada» huésped recibe una llave.
Conserva las tablas; «no conserves|conserva» las imágenes.
`,
    de: `
Antworte «ohne|mit» Abkürzungen.
Die Antwort darf «keine|auch» Links enthalten.
Gib die Adresse des Kunden «niemals|immer» weiter.
Korrigiere die Rechtschreibung, aber ändere «keine|die» Namen.
Frage «nicht |»nach dem Passwort des Benutzers.
Gib eine Zusammenfassung, «kein Zitat|keine Zusammenfassung»«|, sondern ein Zitat».
Empfiehl ein Hotel «ohne|mit» Pool.
«Kein|Jeder» Gast erhält einen Schlüssel.
Behalte die Tabellen; die Bilder behalte «nicht|auch».
Lösche Kommentare im Code «nicht |»vor der Prüfung.
`,
  },
  number: {
    en: `
Wait «30|45» seconds before you retry the request.
Offer «2|3» alternatives for every headline.
Rate the essay from 1 to «10|5».
The first call lasts «10|20» minutes and the second «20|10» minutes.
Use a temperature of «0.2|0.7» for drafts.
List the «top 5|top 3» risks of the project.
Summarise the last «seven|ten» messages of the chat.
Quote at most «1|2» sentences from the source.
The discount is «15|50» percent for students.
A meeting needs «twenty-four|twenty-five» hours of notice.
`,
    es: `
Espera «30|60» segundos antes de repetir la consulta.
Ofrece «2|3» alternativas para cada título.
Puntúa el ensayo de 1 a «10|5».
Los pedidos de menos de «50|500» euros se devuelven enseguida.
Enumera los «cinco|siete» riesgos principales.
Resume los últimos «siete|diez» mensajes.
Reserva una mesa para «ocho|dieciocho» personas.
Divide el texto en bloques de «500|1000» palabras.
Muestra «veinte|treinta» resultados por página.
La receta es para «cuatro|seis» personas.
`,
    de: `
Warte «30|60» Sekunden, bevor du die Anfrage wiederholst.
Biete «2|3» Alternativen für jede Überschrift an.
Bewerte den Aufsatz von 1 bis «10|5».
Bestellungen unter «50|500» Euro werden sofort erstattet.
Nenne die «fünf|sieben» größten Risiken.
Fasse die letzten «sieben|zehn» Nachrichten zusammen.
Reserviere einen Tisch für «acht|achtzehn» Gäste.
Teile den Text in Blöcke von «500|1000» Wörtern.
Zeige «zwanzig|dreißig» Ergebnisse pro Seite.
Das Rezept ist für «vier|sechs» Personen.
`,
  },
  unit: {
    en: `
The parcel must not weigh more than 2 «kg|g».
The recipe serves 4 people and takes 45 «minutes|hours».
The image is at least 800 «pixels|points» wide.
Write 3 «paragraphs|sentences» on the topic.
The file may be up to 10 «MB|GB» large.
Report the temperature in «Celsius|Fahrenheit».
Retry after 500 «milliseconds|seconds».
The rope is 12 «metres|feet» long.
The offer is valid for 6 «weeks|months».
The talk takes 15 «minutes|seconds».
`,
    es: `
El paquete no debe pesar más de 2 «kg|g».
La receta tarda 45 «minutos|horas».
Guarda el registro durante 30 «días|meses».
El archivo puede ocupar hasta 10 «MB|GB».
Indica la temperatura en «Celsius|Fahrenheit».
La cuerda mide 12 «metros|centímetros».
La oferta vale 6 «semanas|meses».
La habitación mide 20 «metros cuadrados|pies cuadrados».
Avisa cuando el disco pase del 90 «%|GB».
Conduce como máximo a 50 «km/h|m/s».
`,
    de: `
Das Paket darf nicht mehr als 2 «kg|g» wiegen.
Das Rezept dauert 45 «Minuten|Stunden».
Bewahre das Protokoll 30 «Tage|Monate» auf.
Die Datei darf bis zu 10 «MB|GB» groß sein.
Nenne die Temperatur in «Celsius|Fahrenheit».
Das Seil ist 12 «Meter|Zentimeter» lang.
Das Angebot gilt 6 «Wochen|Monate».
Das Zimmer ist 20 «Quadratmeter|Quadratfuß» groß.
Warne, wenn die Platte zu mehr als 90 «%|GB» voll ist.
Fahre höchstens 50 «km/h|m/s».
`,
  },
  party: {
    en: `
Forward the complaint of the «tenant to the landlord|landlord to the tenant».
Ask the «customer whether the technician|technician whether the customer» may call.
The «assistant asks the user|user asks the assistant» for the order number.
Compare the answer of the «student with that of the teacher|teacher with that of the student».
Write as the «host to the guest|guest to the host».
Move tickets from «the inbox to the archive|the archive to the inbox».
«You remind the user|The user reminds you» of open tasks.
The «agent transfers the caller|caller transfers the agent» to the hotline.
«The lawyer advises the founder|The founder advises the lawyer» on contracts.
The «pilot reports to the tower|tower reports to the pilot» every hour.
`,
    es: `
Reenvía la queja del «inquilino al propietario|propietario al inquilino».
Traduce del «inglés al español|español al inglés».
«El jefe aprueba la petición del empleado|El empleado aprueba la petición del jefe».
El «banco envía al cliente|cliente envía al banco» una confirmación.
«Los padres firman el formulario de la escuela|La escuela firma el formulario de los padres».
El «autor revisa los comentarios del editor|editor revisa los comentarios del autor».
Los pagos son enviados por el «comprador a la tienda|tienda al comprador».
«Recuerda al usuario|El usuario te recuerda» las tareas pendientes.
Culpa al «servidor, no al cliente|cliente, no al servidor».
El «camarero sirve al cocinero|cocinero sirve al camarero» la cena.
`,
    de: `
Leite die Beschwerde des «Mieters an den Vermieter|Vermieters an den Mieter» weiter.
Übersetze aus dem «Englischen ins Spanische|Spanischen ins Englische».
«Der Chef genehmigt den Antrag des Mitarbeiters|Der Mitarbeiter genehmigt den Antrag des Chefs».
Die «Bank sendet dem Kunden|Kunden senden der Bank» eine Bestätigung.
«Die Eltern unterschreiben das Formular der Schule|Die Schule unterschreibt das Formular der Eltern».
Der «Autor prüft die Kommentare des Lektors|Lektor prüft die Kommentare des Autors».
Zahlungen werden vom «Käufer an den Laden|Laden an den Käufer» gesendet.
«Erinnere den Benutzer|Der Benutzer erinnert dich» an offene Aufgaben.
Mache den «Server verantwortlich, nicht den Client|Client verantwortlich, nicht den Server».
Der «Kellner bringt dem Koch|Koch bringt dem Kellner» den Zettel.
`,
  },
  condition: {
    en: `
«If|Unless» the text is in English, translate it.
Ask for the size «if the product is a shoe|».
If the customer is «angry|calm», apologise.
If the date is «missing|given», write today's date.
Answer in French «when the question is in French|when the answer is in French».
Refund the order «unless it is older than 30 days|if it is older than 30 days».
Use the formal form «if the recipient is a company|if the sender is a company».
Escalate the ticket «if nobody has replied for two days|».
Show the map «only if|even if» the user asks for it.
As long as the door is «open|closed», keep the light on.
`,
    es: `
«Si|A menos que» el texto esté en inglés, tradúcelo.
Pregunta la talla «si el producto es un zapato|».
Si el cliente está «enfadado|contento», discúlpate.
Si «falta|aparece» la fecha, escribe la de hoy.
Si «no sabes|sabes» la respuesta, dilo.
Si el código tiene errores, explícalos; «de lo contrario|en todo caso», felicita al autor.
Si el archivo está «vacío|lleno», informa de un error.
Muestra el mapa «solo si|aunque no» lo pide el usuario.
Cuando la dirección «sea|no sea» válida, envía el paquete.
Llama al médico «si el paciente tiene fiebre|si el paciente tiene tos».
`,
    de: `
«Wenn|Außer wenn» der Text auf Englisch ist, übersetze ihn.
Frage nach der Größe«, wenn das Produkt ein Schuh ist|».
Wenn der Kunde «verärgert|zufrieden» ist, entschuldige dich.
Wenn das Datum «fehlt|vorliegt», schreibe das heutige.
Wenn du die Antwort «nicht |»weißt, sag es.
Wenn der Code Fehler hat, erkläre sie; «andernfalls|auf jeden Fall» lobe den Autor.
Wenn die Datei «leer|voll» ist, melde einen Fehler.
Zeige die Karte «nur, wenn|auch ohne dass» der Benutzer darum bittet.
Sobald die Adresse gültig ist«, |, aber nicht vorher bezahlt, »sende das Paket.
Rufe den Arzt, wenn der Patient «Fieber|Husten» hat.
`,
  },
  modal: {
    en: `
The agent «can|must» offer a voucher.
Replies «may|must» contain emojis.
«Check|Feel free to check» the total of the invoice.
You «must|should» encrypt the attachment.
The summary «is optional|is mandatory».
The title «must|might» be in capitals.
«Sign|If you like, sign» each letter with your name.
You «shall|may» keep the tone formal.
The bot «is required to|is free to» log every call.
«Use|You might use» bullet points for long lists.
`,
    es: `
El agente «puede|debe» ofrecer un vale.
Las respuestas «pueden|deben» contener emojis.
«Revisa|Si quieres, revisa» el total de la factura.
«Menciona|Puedes mencionar» la garantía.
Es «necesario|posible» confirmar la reserva por teléfono.
Los visitantes «no pueden|deben» entrar en el laboratorio.
«Intenta responder|Responde» en un minuto.
El bot «está obligado a|es libre de» registrar cada llamada.
«Puedes usar|Usa» tablas.
La nota «tiene que|puede» ser breve.
`,
    de: `
Der Agent «kann|muss» einen Gutschein anbieten.
Antworten «dürfen|müssen» Emojis enthalten.
«Prüfe|Prüfe bei Bedarf» die Summe der Rechnung.
«Erwähne|Du kannst» die Garantie«| erwähnen».
Es ist «nötig|möglich», die Buchung telefonisch zu bestätigen.
Besucher «dürfen das Labor nicht|müssen das Labor» betreten.
«Verwende|Gern darfst du» Aufzählungen«| verwenden».
Mitarbeiter «dürfen|müssen» zu Hause arbeiten.
«Unterschreibe|Unterschreibe optional» jeden Brief mit deinem Namen.
Du «sollst|musst» den Anhang verschlüsseln.
`,
  },
  quantifier: {
    en: `
Answer «only |»questions about cooking.
Translate «every|the first» comment.
Reply to «each|one» message of the thread.
«Always|Sometimes» greet the user by name.
«Most|All» of the names are fictional.
Remove «all |»duplicates from the table.
«Usually|Always» round to two decimals.
Name «at least one|one» counterargument.
«No|Not every» participant gets a badge.
Spend «no more|no less» than ten words on each item.
`,
    es: `
Responde «solo |»preguntas sobre cocina.
Traduce «cada|el primer» comentario.
Da «exactamente|unos» tres ejemplos.
Nombra a «ambos|uno de los» autores.
La contraseña tiene «más|menos» de 8 caracteres.
Lee «todo el|la mitad del» documento.
Incluye «al menos|como mucho» cuatro fotos.
Cambia «únicamente |»el título.
Contesta «cada|un» mensaje del hilo.
Dedica «más|menos» de diez palabras a cada punto.
`,
    de: `
Beantworte «nur |»Fragen zum Kochen.
Übersetze «jeden|den ersten» Kommentar.
Gib «genau|etwa» drei Beispiele.
Nenne «beide|einen der» Autoren.
Das Passwort hat «mehr|weniger» als 8 Zeichen.
Lies «das ganze|das halbe» Dokument.
Füge «mindestens|maximal» vier Fotos ein.
Ändere «ausschließlich |»den Titel.
Beantworte «jede|eine» Nachricht des Verlaufs.
Verwende «mehr|weniger» als zehn Wörter pro Punkt.
`,
  },
  list: {
    en: `
Cover price, quality«, delivery|» and service.
Return the fields id, «title and tags|tags and title».
1. Boil the water.\\n2. «Add the pasta.\\n3. Add the salt.|Add the salt.\\n3. Add the pasta.»
Consider the «budget, the season and the weather|weather, the season and the budget».
Answer with subject, «verb, object|object, verb».
Never discuss politics, «religion or sports|or religion».
The roles are admin, editor «and viewer|and guest».
Describe the colour, the «material and the weight|weight» of each product.
Extract names, «phone numbers and addresses|and addresses».
The tone is friendly, «calm and brief|and calm».
`,
    es: `
Habla del precio, la calidad«, la entrega|» y el servicio.
Devuelve los campos id, «título y etiquetas|etiquetas y título».
1. Hierve el agua.\\n2. «Echa la pasta.\\n3. Echa la sal.|Echa la sal.\\n3. Echa la pasta.»
Considera «el presupuesto, la temporada y el clima|el clima, la temporada y el presupuesto».
Nunca hables de política, «religión ni deporte|ni religión».
Los roles son administrador, editor «y lector|e invitado».
Describe el color, el «material y el peso|peso» de cada producto.
Extrae nombres, «teléfonos y direcciones|y direcciones».
Apartados:\\n- Resumen\\n- Riesgos\\n«- Costes\\n|»- Perspectivas
Cuenta sílabas, «palabras y líneas|y líneas».
`,
    de: `
Behandle Preis, Qualität«, Lieferung|» und Service.
Gib die Felder id, «Titel und Schlagwörter|Schlagwörter und Titel» zurück.
1. Koche das Wasser.\\n2. «Gib die Nudeln dazu.\\n3. Gib das Salz dazu.|Gib das Salz dazu.\\n3. Gib die Nudeln dazu.»
Beachte «Budget, Saison und Wetter|Wetter, Saison und Budget».
Sprich nie über Politik, «Religion oder Sport|oder Religion».
Die Rollen sind Administrator, Redakteur «und Leser|und Gast».
Beschreibe Farbe, «Material und Gewicht|Gewicht» jedes Produkts.
Extrahiere Namen, «Telefonnummern und Adressen|und Adressen».
Abschnitte:\\n- Überblick\\n- Risiken\\n«- Kosten\\n|»- Ausblick
Zähle Silben, «Wörter und Zeilen|und Zeilen».
`,
  },
  order: {
    en: `
«Greet the guest before you show the menu|Show the menu before you greet the guest».
Sort the list, then «remove duplicates, then count|count, then remove duplicates» the rows.
Validate the input, «next store it, and finally|finally store it, and next» send a receipt.
Ask for consent «before|after» recording.
Start with the «risks, followed by the chances|chances, followed by the risks».
Once the «payment has arrived, ship the goods|goods are shipped, ask for the payment».
Explain the theory, and only then «give the example|give up the theory».
Save the file, then «close the editor|open the editor».
Sort from «oldest to newest|newest to oldest».
First the «adults, then the children|children, then the adults» board the bus.
`,
    es: `
«Saluda al huésped antes de mostrar la carta|Muestra la carta antes de saludar al huésped».
Ordena la lista, luego «quita los duplicados y luego cuenta las filas|cuenta las filas y luego quita los duplicados».
1. «Comprueba las existencias.\\n2. Toma el pedido.|Toma el pedido.\\n2. Comprueba las existencias.»\\n3. Envía la factura.
Pon la «fecha antes del nombre|el nombre antes de la fecha».
La entrada más nueva va «al principio|al final».
Da las gracias al «final|principio» del correo.
Guarda el archivo, después «cierra|abre» el editor.
Nombra primero «la causa y luego el remedio|el remedio y luego la causa».
Deja hablar al «usuario antes que al bot|bot antes que al usuario».
Corrige el texto «tras|antes de» la traducción.
`,
    de: `
«Begrüße den Gast, bevor du die Karte zeigst|Zeige die Karte, bevor du den Gast begrüßt».
Sortiere die Liste, «entferne dann Duplikate und zähle dann die Zeilen|zähle dann die Zeilen und entferne dann Duplikate».
1. «Prüfe den Bestand.\\n2. Nimm die Bestellung auf.|Nimm die Bestellung auf.\\n2. Prüfe den Bestand.»\\n3. Sende die Rechnung.
Setze «das Datum vor den Namen|den Namen vor das Datum».
Der neueste Eintrag steht «am Anfang|am Ende».
Bedanke dich am «Ende|Anfang» der Mail.
Speichere die Datei und «schließe danach|öffne danach» den Editor.
Nenne zuerst «die Ursache, dann die Abhilfe|die Abhilfe, dann die Ursache».
Lass den «Benutzer vor dem Bot|Bot vor dem Benutzer» sprechen.
Korrigiere den Text «nach|vor» der Abgabe.
`,
  },
  added: {
    en: `
Answer the question of the user«| and suggest a product».
You are a «|certified »tax adviser.
Check the spelling«| and the facts» of the letter.
Describe the picture. «|Mention the weather. »Name the colours.
Return JSON«| sorted by date».
Help the user with «|legal »contracts.
Collect the «|private »phone numbers from the page.
Draft an email to the landlord«| about the rent».
Explain the joke«| to a child».
Plan a trip to Rome«| by train».
`,
    es: `
Responde la pregunta del usuario«| y sugiere un producto».
Eres un asesor fiscal«| certificado».
Revisa la ortografía«| y los hechos» de la carta.
Describe la imagen. «|Menciona el clima. »Nombra los colores.
Devuelve un JSON«| ordenado por fecha».
Ayuda al usuario con contratos«| laborales».
Recoge los teléfonos«| privados» de la página.
Redacta un correo al casero«| sobre el alquiler».
Explica el chiste«| a un niño».
Planea un viaje a Roma«| en tren».
`,
    de: `
Beantworte die Frage des Benutzers«| und schlage ein Produkt vor».
Du bist ein «|zertifizierter »Steuerberater.
Prüfe die Rechtschreibung«| und die Fakten» des Briefs.
Beschreibe das Bild. «|Erwähne das Wetter. »Nenne die Farben.
Gib JSON«|, sortiert nach Datum,» zurück.
Hilf dem Benutzer mit «|seinen befristeten »Verträgen.
Sammle die «|privaten »Telefonnummern der Seite.
Entwirf eine Mail an den Vermieter«| über die Miete».
Erkläre den Witz«| einem Kind».
Plane eine Reise nach Rom«| mit dem Zug».
`,
  },
  lost: {
    en: `
List the risks«. Do not list risks that are already solved|».
Book a room «with a balcony |»for the guest.
Name the capital «and the population |»of each country.
Summarise the report. «Mention the budget. |»Name the authors.
Translate the subtitles «line by line|».
Give feedback «on the structure |»of the essay.
Suggest «vegetarian |»recipes for the evening.
Write «polite |»reminders for late payers.
Convert the amounts «to dollars |»at today's rate.
Check the contract «for missing signatures|».
`,
    es: `
Enumera los riesgos. «No enumeres los riesgos resueltos.|»
Reserva una habitación «con balcón |»para el huésped.
Nombra la capital «y la población |»de cada país.
Resume el informe. «Menciona el presupuesto. |»Nombra a los autores.
Traduce los subtítulos «línea por línea|».
Comenta «la estructura d|»el ensayo.
Sugiere recetas «vegetarianas |»para la cena.
Escribe recordatorios «amables |»para los morosos.
Convierte los importes «a dólares |»al cambio de hoy.
Comprueba que «al contrato no le falten firmas|el contrato existe».
`,
    de: `
Liste die Risiken auf. «Liste keine gelösten Risiken auf.|»
Buche ein Zimmer «mit Balkon |»für den Gast.
Nenne die Hauptstadt «und die Einwohnerzahl |»jedes Landes.
Fasse den Bericht zusammen. «Erwähne das Budget. |»Nenne die Autoren.
Übersetze die Untertitel «Zeile für Zeile|».
Kommentiere «den Aufbau des Aufsatzes|den Aufsatz».
Schlage «vegetarische |»Rezepte für den Abend vor.
Schreibe «höfliche |»Erinnerungen für säumige Zahler.
Rechne die Beträge «in Dollar |»zum heutigen Kurs um.
Prüfe den Vertrag «auf fehlende Unterschriften|».
`,
  },
  keeps: {
    en: `
Please make sure that you answer the question in English. => Answer in English.
In the event that the customer asks for a refund, you should check the date of the order. => If the customer asks for a refund, check the order date.
Do not use any long words. => Avoid long words.
The invoice is checked by the accountant before it is sent to the client. => The accountant checks the invoice before it is sent to the client.
First, read the text. Second, list the names. Third, count them. => 1. Read the text.\\n2. List the names.\\n3. Count them.
## **Task**\\n\\n- **Describe** the product.\\n- **Name** its price. => Describe the product. Name its price.
It is important that you don't give legal advice. Remember that you must not give legal advice. => Do not give legal advice.
When the user writes in German, reply in German. Keep the tone friendly. => Keep the tone friendly. If the user writes in German, reply in German.
The summary must contain the date, the place and the names of all persons. => The summary must contain date, place and the names of all persons.
Each and every answer has to include a source. => Every answer must include a source.
You are not allowed to change the numbers. => Do not change the numbers.
Prior to answering, read the whole document. => Before answering, read the whole document.
Don't forget to end each message with "Have a nice day". => End each message with "Have a nice day".
A total of twelve questions must be asked by you. => Ask 12 questions.
`,
    es: `
Por favor, asegúrate de responder a la pregunta en inglés. => Responde en inglés.
En caso de que el cliente pida un reembolso, debes comprobar la fecha del pedido. => Si el cliente pide un reembolso, comprueba la fecha del pedido.
No utilices palabras largas. => Evita las palabras largas.
La factura es revisada por el contable antes del envío. => El contable revisa la factura antes del envío.
Primero, lee el texto. Segundo, enumera los nombres. Tercero, cuéntalos. => 1. Lee el texto.\\n2. Enumera los nombres.\\n3. Cuéntalos.
## **Tarea**\\n\\n- **Describe** el producto.\\n- **Indica** su precio. => Describe el producto. Indica su precio.
Es importante que no des consejos legales. Recuerda que no debes dar consejos legales. => No des consejos legales.
Cuando el usuario escriba en alemán, responde en alemán. Mantén un tono amable. => Mantén un tono amable. Si el usuario escribe en alemán, responde en alemán.
Con el fin de describir tamaños, es necesario que hagas uso del sistema métrico. => Usa el sistema métrico para describir tamaños.
En cuanto a la longitud, escribe como máximo dos párrafos. => Escribe como máximo 2 párrafos.
- El título debe ser corto.\\n- El título debe estar en inglés.\\n- El título no debe contener cifras. => El título debe:\\n- ser corto\\n- estar en inglés\\n- no contener cifras
No olvides terminar cada mensaje con "Buen día". => Termina cada mensaje con "Buen día".
Describe el plato principal. Describe también el postre. => Describe el plato principal y el postre.
Un total de doce preguntas deben ser formuladas por ti. => Formula 12 preguntas.
`,
    de: `
Bitte stelle sicher, dass du die Frage auf Englisch beantwortest. => Antworte auf Englisch.
Für den Fall, dass der Kunde eine Erstattung verlangt, sollst du das Datum der Bestellung prüfen. => Falls der Kunde eine Erstattung verlangt, prüfe das Datum der Bestellung.
Verwende keine langen Wörter. => Vermeide lange Wörter.
Die Rechnung wird vor dem Versand vom Buchhalter geprüft. => Der Buchhalter prüft die Rechnung vor dem Versand.
Lies erstens den Text. Liste zweitens die Namen auf. Zähle sie drittens. => 1. Lies den Text.\\n2. Liste die Namen auf.\\n3. Zähle sie.
## **Aufgabe**\\n\\n- **Beschreibe** das Produkt.\\n- **Nenne** seinen Preis. => Beschreibe das Produkt. Nenne seinen Preis.
Es ist wichtig, dass du keine Rechtsberatung gibst. Denk daran, dass du keine Rechtsberatung geben darfst. => Gib keine Rechtsberatung.
Wenn der Benutzer auf Spanisch schreibt, antworte auf Spanisch. Bleibe freundlich. => Bleibe freundlich. Schreibt der Benutzer auf Spanisch, antworte auf Spanisch.
Um Größen zu beschreiben, ist es notwendig, dass du vom metrischen System Gebrauch machst. => Verwende das metrische System, um Größen zu beschreiben.
Was die Länge angeht, so schreibe höchstens zwei Absätze. => Schreibe höchstens 2 Absätze.
- Der Titel muss kurz sein.\\n- Der Titel muss auf Englisch sein.\\n- Der Titel darf keine Ziffern enthalten. => Der Titel muss:\\n- kurz sein\\n- auf Englisch sein\\n- keine Ziffern enthalten
Vergiss nicht, jede Nachricht mit „Schönen Tag“ zu beenden. => Beende jede Nachricht mit „Schönen Tag“.
Beschreibe das Hauptgericht. Beschreibe auch den Nachtisch. => Beschreibe das Hauptgericht und den Nachtisch.
Insgesamt zwölf Fragen müssen von dir gestellt werden. => Stelle 12 Fragen.
`,
  },
});
