import { readPairs } from './readPairs';

/**
 * Pairs to build the judge with.
 * In a change, `«old|new»` is what changes; a pair that keeps the meaning stands on both sides of `=>`.
 */
export const pairs = readPairs({
  negation: {
    en: `
You should «not |»share the customer's address with the courier.
Give a short summary, not «a list of quotes|a summary of quotes»; «do not quote|quote» the author.
Answer in full sentences «without|with» abbreviations.
Use the metric system and «avoid|use» inches.
Recommend a hotel, «never a hostel|never a hotel»«| but a hostel».
Leave the comments as they are; «change|do not change» the code.
«Do not ask|Ask» for the password of the user.
Messages from the sandbox are «not |»forwarded to the team.
State the diagnosis only if the doctor «has not|has» objected.
Keep the tables and drop the figures«|, not the captions».
`,
    es: `
«No menciones|Menciona» el precio de la competencia.
Debes usar tablas, «no|también» listas.
Si el formulario está incompleto, «no lo envíes|envíalo» al archivo.
«Evita|Usa» las metáforas.
Escribe para niños, «no para adultos|y para adultos».
Da un resumen, «nunca una cita|nunca un resumen»«|, sino una cita».
Tampoco «traduzcas|dejes de traducir» los títulos.
«No dejes|Deja» comentarios en el código.
No des consejos médicos«|, sino legales».
Usa aceite, «no mantequilla|no aceite»«|, sino mantequilla».
`,
    de: `
Nenne den Preis der Konkurrenz «nicht|immer».
Du sollst Tabellen verwenden, «keine|auch» Listen.
Wenn das Formular unvollständig ist, sende es «nicht |»an das Archiv.
«Vermeide|Verwende» Metaphern.
Schreibe für Kinder, «nicht|auch» für Erwachsene.
Nachrichten aus dem Test werden «nicht |»an das Team weitergeleitet.
Du darfst den Bericht zitieren, aber «nie|immer» den Autor nennen.
Gib keine medizinischen Ratschläge«|, sondern rechtliche».
Koche mit Öl, «nicht mit Butter|nicht mit Öl»«|, sondern mit Butter».
Übersetze die Titel «nicht|ebenfalls».
`,
  },
  number: {
    en: `
Write «three|four» paragraphs about the museum.
Each answer has at most «120|150» words.
Tickets older than «14|40» days are closed.
Show «five|fifteen» results per page and 20 pages at most.
Refund orders below «$50|$500» at once.
Children under «12|21» travel for free.
The title has «60|160» characters and the description «160|60» characters.
Stop after «two|three» failed attempts.
Reserve a table for «eight|eighteen» guests.
Split the text into chunks of «500|5000» tokens.
`,
    es: `
Escribe «tres|cuatro» párrafos sobre el museo.
Cada respuesta tiene como máximo «80|180» palabras.
Cierra los casos de más de «15|50» días.
La primera llamada dura «diez|veinte» minutos y la segunda «veinte|diez».
Los niños menores de «12|16» años no pagan.
El título tiene «60|160» caracteres y la descripción «160|60».
Para tras «dos|tres» intentos fallidos.
El descuento es del «15|25» %.
Cita como mucho «una|dos» frases del original.
Avisa con «24|48» horas de antelación.
`,
    de: `
Schreibe «drei|vier» Absätze über das Museum.
Jede Antwort hat höchstens «80|180» Wörter.
Schließe Fälle, die älter als «14|40» Tage sind.
Der erste Anruf dauert «zehn|zwanzig» Minuten und der zweite «zwanzig|zehn».
Kinder unter «12|16» Jahren fahren kostenlos.
Der Titel hat «60|160» Zeichen und die Beschreibung «160|60».
Höre nach «zwei|drei» Fehlversuchen auf.
Der Rabatt beträgt «15|25» %.
Zitiere höchstens «einen|zwei» Sätze aus der Quelle.
Melde dich «24|48» Stunden vorher.
`,
  },
  unit: {
    en: `
Answer within 24 «hours|days».
Limit the summary to 200 «words|characters».
Give prices in «euros|dollars».
Keep the log for 30 «days|months».
Drive at most 50 «km/h|mph» in the simulation.
Add 5 «ml|l» of vanilla.
The room is 20 «square metres|square feet» large.
Orders above 100 «EUR|GBP» ship for free.
Use at most 2 «lines|pages» per entry.
Raise an alert when the disk is fuller than 90 «%|GB».
`,
    es: `
Responde en 24 «horas|días».
Limita el resumen a 200 «palabras|caracteres».
Indica los precios en «euros|dólares».
Escribe 3 «párrafos|frases» sobre el tema.
Añade 5 «ml|l» de vainilla.
Repite la consulta tras 500 «milisegundos|segundos».
Usa como máximo 2 «líneas|páginas» por entrada.
La charla dura 15 «minutos|segundos».
Los pedidos de más de 100 «EUR|USD» no pagan envío.
La imagen mide 800 «píxeles|milímetros» de ancho.
`,
    de: `
Antworte innerhalb von 24 «Stunden|Tagen».
Begrenze die Zusammenfassung auf 200 «Wörter|Zeichen».
Gib Preise in «Euro|Dollar» an.
Schreibe 3 «Absätze|Sätze» zum Thema.
Gib 5 «ml|l» Vanille dazu.
Wiederhole die Anfrage nach 500 «Millisekunden|Sekunden».
Verwende höchstens 2 «Zeilen|Seiten» pro Eintrag.
Der Vortrag dauert 15 «Minuten|Sekunden».
Bestellungen über 100 «EUR|USD» sind versandfrei.
Das Bild ist 800 «Pixel|Millimeter» breit.
`,
  },
  party: {
    en: `
«The nurse informs the doctor|The doctor informs the nurse» about each new patient.
The «seller pays the fee to the buyer|buyer pays the fee to the seller».
Translate from «English into Spanish|Spanish into English».
«The manager approves the request of the employee|The employee approves the request of the manager».
The «bank sends the client|client sends the bank» a confirmation.
«The parents sign the form for the school|The school signs the form for the parents».
The «author reviews the comments of the editor|editor reviews the comments of the author».
Blame the «server, not the client|client, not the server».
Payments are sent by the «buyer to the shop|shop to the buyer».
Tell the «driver where the passenger|passenger where the driver» is waiting.
`,
    es: `
«La enfermera informa al médico|El médico informa a la enfermera» de cada paciente.
El «vendedor paga la tarifa al comprador|comprador paga la tarifa al vendedor».
El «asistente pregunta al usuario|usuario pregunta al asistente» por el número.
Compara la respuesta del «alumno con la del profesor|profesor con la del alumno».
Escribe como «anfitrión al huésped|huésped al anfitrión».
Mueve los casos de la «bandeja al archivo|archivo a la bandeja».
El «abogado asesora al fundador|fundador asesora al abogado».
Di al «conductor dónde espera el pasajero|pasajero dónde espera el conductor».
El «piloto avisa a la torre|torre avisa al piloto» cada hora.
El «profesor entrega las hojas a los alumnos|alumno entrega las hojas a los profesores».
`,
    de: `
«Die Pflegerin informiert den Arzt|Der Arzt informiert die Pflegerin» über jeden Patienten.
Der «Verkäufer zahlt dem Käufer|Käufer zahlt dem Verkäufer» die Gebühr.
Der «Assistent fragt den Benutzer|Benutzer fragt den Assistenten» nach der Nummer.
Vergleiche die Antwort des «Schülers mit der des Lehrers|Lehrers mit der des Schülers».
Schreibe als «Gastgeber an den Gast|Gast an den Gastgeber».
Verschiebe Fälle aus dem «Eingang in das Archiv|Archiv in den Eingang».
Der «Anwalt berät den Gründer|Gründer berät den Anwalt».
Sag dem «Fahrer, wo der Fahrgast|Fahrgast, wo der Fahrer» wartet.
Der «Pilot meldet sich beim Turm|Turm meldet sich beim Piloten» jede Stunde.
Der «Lehrer gibt den Schülern|Schüler gibt den Lehrern» die Blätter.
`,
  },
  condition: {
    en: `
If the user is «under|over» 18, refuse the order.
If the invoice is paid, «archive it; if it is open, send a reminder|send a reminder; if it is open, archive it».
Only when the test «fails|passes» show the log.
Send a warning «if the budget is exceeded|before the budget is exceeded».
When the topic is medical, refer to a doctor«|; when it is legal, too».
If you «don't know|know» the answer, say so.
If the code has errors, explain them; «otherwise|in any case» praise the author.
If the file is «empty|full», report an error.
If a name appears twice, «keep the first one|delete both», and «|if it appears once,» sort the list.
In case of «rain|snow», move the event indoors.
`,
    es: `
Si el usuario es «menor|mayor» de 18 años, rechaza el pedido.
Si la factura está pagada, «archívala; si está pendiente, envía un aviso|envía un aviso; si está pendiente, archívala».
Muestra el registro solo cuando la prueba «falle|pase».
Avisa «si se supera el presupuesto|antes de que se supere el presupuesto».
Responde en francés si la «pregunta|respuesta» está en francés.
Devuelve el dinero «salvo que|si» el pedido tenga más de 30 días.
Usa el trato formal si el «destinatario|remitente» es una empresa.
Escala el caso «si nadie responde en dos días|».
En caso de «lluvia|nieve», traslada el evento.
Mientras la puerta esté «abierta|cerrada», deja la luz encendida.
`,
    de: `
Wenn der Benutzer «jünger|älter» als 18 ist, lehne die Bestellung ab.
Wenn die Rechnung bezahlt ist, «archiviere sie; wenn sie offen ist, sende eine Mahnung|sende eine Mahnung; wenn sie offen ist, archiviere sie».
Zeige das Protokoll nur, wenn der Test «fehlschlägt|gelingt».
Warne, «wenn|bevor» das Budget überschritten wird.
Antworte auf Französisch, wenn die «Frage|Antwort» auf Französisch ist.
Erstatte den Betrag, «es sei denn|falls» die Bestellung ist älter als 30 Tage.
Verwende die Höflichkeitsform, wenn der «Empfänger|Absender» eine Firma ist.
Eskaliere den Fall«, wenn zwei Tage lang niemand antwortet|».
Bei «Regen|Schnee» verlege die Veranstaltung.
Solange die Tür «offen|geschlossen» ist, lass das Licht an.
`,
  },
  modal: {
    en: `
You «must|may» cite the source of each figure.
You «should|could» ask for the date of birth.
You «have to|don't have to» check the spelling.
Employees «are allowed to|are required to» work from home.
«Mention|You can mention» the warranty.
You «may|should» use tables.
You «need to|can» confirm the booking by phone.
Guests «must not|need not» register.
Visitors «cannot|must» enter the lab.
«Try to answer|Answer» within one minute.
`,
    es: `
«Debes|Puedes» citar la fuente de cada dato.
«Deberías|Podrías» preguntar la fecha de nacimiento.
«Tienes que|No tienes que» revisar la ortografía.
El resumen es «opcional|obligatorio».
El título «debe|podría» ir en mayúsculas.
Los invitados «no deben|no tienen que» registrarse.
«Hay que|Se puede» cifrar el archivo.
«Usa|Puedes usar» viñetas para listas largas.
Los empleados «tienen permiso para|tienen la obligación de» trabajar en casa.
«Firma|Opcionalmente, firma» cada carta con tu nombre.
`,
    de: `
Du «musst|kannst» die Quelle jeder Zahl nennen.
Du «solltest|könntest» nach dem Geburtsdatum fragen.
Du «musst|musst nicht» die Rechtschreibung prüfen.
Die Zusammenfassung ist «freiwillig|verpflichtend».
Der Titel «muss|könnte» in Großbuchstaben stehen.
Gäste «dürfen sich nicht|müssen sich nicht» anmelden.
«Versuche, in einer Minute zu antworten|Antworte in einer Minute».
Der Bot ist «verpflichtet|frei», jeden Anruf zu protokollieren.
«Du darfst Tabellen verwenden|Verwende Tabellen».
Die Notiz «hat kurz zu sein|kann kurz sein».
`,
  },
  quantifier: {
    en: `
Check «all|some» links of the page.
Use at «most|least» five sources.
«Only the admin may|The admin may only» delete accounts.
Give «exactly|about» three examples.
Mention «both|either» of the authors.
The password has «more|less» than 8 characters.
Read «the whole|half of the» document.
Include «a minimum|a maximum» of four photos.
Change «nothing but|everything but» the title.
Describe «several|all» uses of the tool.
`,
    es: `
Revisa «todos los|algunos» enlaces de la página.
Usa como «máximo|mínimo» cinco fuentes.
«Solo el administrador puede|El administrador solo puede» borrar cuentas.
«Siempre saluda|Saluda a veces» al usuario por su nombre.
«La mayoría|La totalidad» de los nombres son ficticios.
Elimina «todos los|los últimos» duplicados de la tabla.
«Normalmente|Siempre» redondea a dos decimales.
Nombra «al menos una|una» objeción.
Describe «varios|todos los» usos de la herramienta.
«Ninguno|Alguno» de los participantes recibe una placa.
`,
    de: `
Prüfe «alle|einige» Links der Seite.
Verwende «höchstens|mindestens» fünf Quellen.
«Nur der Administrator darf|Der Administrator darf nur» Konten löschen.
Begrüße den Benutzer «immer|manchmal» mit Namen.
«Die meisten|Alle» Namen sind erfunden.
Entferne «alle|die letzten» Duplikate aus der Tabelle.
Runde «meistens|immer» auf zwei Stellen.
Nenne «mindestens ein|ein» Gegenargument.
Beschreibe «mehrere|alle» Einsatzgebiete des Werkzeugs.
«Keiner|Einer» der Teilnehmer erhält eine Plakette.
`,
  },
  list: {
    en: `
Report the name, «the street and the city|the city and the street» of the customer.
Ask for the «date, the time and|date and» the place.
- Greet the guest.\\n- Show the menu.«\\n- Mention the allergens.|»\\n- Take the order.
Allowed formats are PNG, JPEG «and GIF|and PDF».
Use headings for «causes, effects and remedies|causes and remedies».
Sections:\\n- Summary\\n- Risks\\n«- Costs\\n|»- Outlook
Sort by «country, city and street|city, country and street».
Check grammar, «style and punctuation|style, punctuation and rhythm».
Columns: date, «amount, payee|payee, amount».
Rank by «rating, then by price|price, then by rating».
`,
    es: `
Indica el nombre, «la calle y la ciudad|la ciudad y la calle» del cliente.
Pregunta «la fecha, la hora y|la fecha y» el lugar.
- Saluda al huésped.\\n- Muestra la carta.«\\n- Menciona los alérgenos.|»\\n- Toma nota.
Los formatos permitidos son PNG, JPEG «y GIF|y PDF».
Usa títulos para «causas, efectos y remedios|causas y remedios».
Ordena por «país, ciudad y calle|ciudad, país y calle».
Revisa la gramática, el «estilo y la puntuación|estilo, la puntuación y el ritmo».
Columnas: fecha, «importe, beneficiario|beneficiario, importe».
El tono es amable, «tranquilo y breve|y tranquilo».
Los colores son «rojo, verde|verde, rojo» y azul.
`,
    de: `
Nenne Name, «Straße und Ort|Ort und Straße» des Kunden.
Frage nach «Datum, Uhrzeit und|Datum und» Ort.
- Begrüße den Gast.\\n- Zeige die Karte.«\\n- Erwähne die Allergene.|»\\n- Nimm die Bestellung auf.
Erlaubte Formate sind PNG, JPEG «und GIF|und PDF».
Verwende Überschriften für «Ursachen, Folgen und Abhilfe|Ursachen und Abhilfe».
Sortiere nach «Land, Stadt und Straße|Stadt, Land und Straße».
Prüfe Grammatik, «Stil und Zeichensetzung|Stil, Zeichensetzung und Rhythmus».
Spalten: Datum, «Betrag, Empfänger|Empfänger, Betrag».
Der Ton ist freundlich, «ruhig und knapp|und ruhig».
Die Farben sind «Rot, Grün|Grün, Rot» und Blau.
`,
  },
  order: {
    en: `
First «read the question, then look at the picture|look at the picture, then read the question».
Summarise the article «after translating it|before translating it».
Begin with «the conclusion and end with the reasons|the reasons and end with the conclusion».
1. «Check the stock.\\n2. Take the order.|Take the order.\\n2. Check the stock.»\\n3. Send the invoice.
Put the «date before the name|name before the date».
Name the cause first and «the remedy second|the cause second»«|, the remedy first».
The newest entry comes «first|last».
Let the «user speak before the bot|bot speak before the user».
Step 1: «wash the rice. Step 2: soak the beans|soak the beans. Step 2: wash the rice».
Thank the customer at the «end|beginning» of the mail.
`,
    es: `
Primero «lee la pregunta, después mira la imagen|mira la imagen, después lee la pregunta».
Resume el artículo «después|antes» de traducirlo.
Empieza con «la conclusión y termina con las razones|las razones y termina con la conclusión».
Pide permiso «antes|después» de grabar.
Una vez «llegado el pago, envía el producto|enviado el producto, pide el pago».
Ordena de «más antiguo a más nuevo|más nuevo a más antiguo».
Primero suben «los adultos, luego los niños|los niños, luego los adultos».
Paso 1: «lava el arroz. Paso 2: remoja los frijoles|remoja los frijoles. Paso 2: lava el arroz».
Empieza por «los riesgos, seguidos de las ventajas|las ventajas, seguidas de los riesgos».
Valida los datos, a continuación «guárdalos y por último envía el recibo|envía el recibo y por último guárdalos».
`,
    de: `
«Lies zuerst die Frage, sieh dann das Bild an|Sieh zuerst das Bild an, lies dann die Frage».
Fasse den Artikel «nach|vor» der Übersetzung zusammen.
Beginne mit «dem Fazit und ende mit den Gründen|den Gründen und ende mit dem Fazit».
Bitte um Erlaubnis «vor|nach» der Aufnahme.
Sobald «das Geld da ist, versende die Ware|die Ware versandt ist, fordere das Geld an».
Sortiere vom «ältesten zum neuesten|neuesten zum ältesten» Eintrag.
Zuerst steigen «die Erwachsenen ein, dann die Kinder|die Kinder ein, dann die Erwachsenen».
Schritt 1: «Wasche den Reis. Schritt 2: Weiche die Bohnen ein|Weiche die Bohnen ein. Schritt 2: Wasche den Reis».
Beginne mit «den Risiken, gefolgt von den Chancen|den Chancen, gefolgt von den Risiken».
Prüfe die Eingabe, «speichere sie danach und sende zuletzt eine Quittung|sende danach eine Quittung und speichere sie zuletzt».
`,
  },
  added: {
    en: `
Write a short «|and funny »story about a dog.
List the ingredients«| with their calories».
Summarise the article«| in French».
Reply to the customer«| within an hour».
Use simple words«|, metaphors» and short sentences.
Propose a title for the «|sad »poem.
Translate the «|technical »manual into German.
Greet the guests«| loudly».
Review the code for bugs«| and performance».
Label each photo«| with its location».
`,
    es: `
Escribe un cuento corto «|y gracioso »sobre un perro.
Enumera los ingredientes«| con sus calorías».
Resume el artículo«| en francés».
Contesta al cliente«| en una hora».
Usa palabras sencillas«|, metáforas» y frases cortas.
Propón un título para el poema«| triste».
Traduce el manual«| técnico» al alemán.
Saluda a los huéspedes«| en voz alta».
Revisa el código en busca de errores«| y de rendimiento».
Etiqueta cada foto«| con su lugar».
`,
    de: `
Schreibe eine kurze «|und lustige »Geschichte über einen Hund.
Liste die Zutaten«| mit ihren Kalorien» auf.
Fasse den Artikel «|auf Französisch »zusammen.
Antworte dem Kunden«| innerhalb einer Stunde».
Verwende einfache Wörter«|, Metaphern» und kurze Sätze.
Schlage einen Titel für das «|traurige »Gedicht vor.
Übersetze das «|technische »Handbuch ins Englische.
Begrüße die Gäste«| laut».
Prüfe den Code auf Fehler«| und Tempo».
Beschrifte jedes Foto«| mit seinem Ort».
`,
  },
  lost: {
    en: `
Answer in French«, using formal language|».
Write a poem «of four lines |»about the sea.
Reply «in the language of the user|».
Describe the suspect «without naming the victim|».
Draft a contract «under German law|».
Sort the names «alphabetically|».
Return the result as JSON «with double quotes|».
Answer the «technical |»questions of the user.
Classify the mails. «Ignore newsletters. |»Answer with one label.
Write a headline «in capital letters|».
`,
    es: `
Responde en francés«, con lenguaje formal|».
Escribe un poema «de cuatro versos |»sobre el mar.
Responde «en el idioma del usuario|».
Describe al sospechoso «sin nombrar a la víctima|».
Redacta un contrato «según la ley española|».
Ordena los nombres «alfabéticamente|».
Devuelve el resultado como JSON «con comillas dobles|».
Responde las preguntas «técnicas |»del usuario.
Clasifica los correos. «Ignora los boletines. |»Responde con una etiqueta.
Escribe el titular «en mayúsculas|».
`,
    de: `
Antworte auf Französisch«, in förmlicher Sprache|».
Schreibe ein Gedicht «mit vier Versen |»über das Meer.
Antworte «in der Sprache des Benutzers|».
Beschreibe den Verdächtigen«, ohne das Opfer zu nennen|».
Entwirf einen Vertrag «nach deutschem Recht|».
Sortiere die Namen «alphabetisch|».
Gib das Ergebnis als JSON «mit doppelten Anführungszeichen |»zurück.
Beantworte die «technischen |»Fragen des Benutzers.
Ordne die Mails ein. «Ignoriere Newsletter. |»Antworte mit einem Etikett.
Schreibe die Überschrift «in Großbuchstaben|».
`,
  },
  keeps: {
    en: `
You should always greet the guest by name. => Always greet the guest by name.
Your task is to summarize the article in three sentences. => Summarise the article in 3 sentences.
You must not, under any circumstances, share passwords. => Never share passwords.
I would like you to translate the text that follows into Spanish. => Translate the following text into Spanish.
Rate the essay on a scale from 1 to 10, where 1 means poor and 10 means excellent. => Rate the essay from 1 (poor) to 10 (excellent).
The answer should be no longer than fifty words. => The answer has at most 50 words.
You are an assistant who helps users with their taxes. Be polite. Be brief. => You help users with their taxes. Be polite and brief.
At this point in time, we do not ship to Canada. => We currently don't ship to Canada.
Thank you for your help! Could you please check the grammar of {text}? => Check the grammar of {text}.
You need to make use of the metric system in order to describe sizes. => Use the metric system to describe sizes.
As for the length, write at most two paragraphs. => Write at most 2 paragraphs.
- The title must be short.\\n- The title must be in English.\\n- The title must not contain digits. => The title must:\\n- be short\\n- be in English\\n- not contain digits
The user will provide a question. Your job is to answer it using the documents. => Answer the user's question using the documents.
You'll receive a list of tickets. For each of the tickets, assign a label. => For each ticket in the list you receive, assign a label.
`,
    es: `
Deberías saludar siempre al huésped por su nombre. => Saluda siempre al huésped por su nombre.
Tu tarea consiste en resumir el artículo en tres frases. => Resume el artículo en 3 frases.
No debes compartir contraseñas bajo ninguna circunstancia. => Nunca compartas contraseñas.
Quiero que traduzcas al español el texto que aparece a continuación. => Traduce al español el siguiente texto.
Puntúa el ensayo en una escala del 1 al 10, donde 1 significa malo y 10 significa excelente. => Puntúa el ensayo de 1 (malo) a 10 (excelente).
La respuesta no debería tener más de cincuenta palabras. => La respuesta tiene como máximo 50 palabras.
Eres un asistente que ayuda a los usuarios con sus impuestos. Sé amable. Sé breve. => Ayudas a los usuarios con sus impuestos. Sé amable y breve.
En este momento no hacemos envíos a Canadá. => Actualmente no hacemos envíos a Canadá.
¡Gracias por tu ayuda! ¿Podrías revisar la gramática de {texto}? => Revisa la gramática de {texto}.
Todas y cada una de las respuestas tienen que incluir una fuente. => Cada respuesta debe incluir una fuente.
No está permitido cambiar los números. => No cambies los números.
Con anterioridad a responder, lee todo el documento. => Antes de responder, lee todo el documento.
Los tickets son clasificados por ti. Para cada uno de los tickets, asigna una etiqueta. => Clasificas los tickets. Para cada ticket, asigna una etiqueta.
Debido al hecho de que los datos son privados, no los muestres. => Como los datos son privados, no los muestres.
`,
    de: `
Du solltest den Gast immer mit Namen begrüßen. => Begrüße den Gast immer mit Namen.
Deine Aufgabe besteht darin, den Artikel in drei Sätzen zusammenzufassen. => Fasse den Artikel in 3 Sätzen zusammen.
Du darfst unter keinen Umständen Passwörter weitergeben. => Gib niemals Passwörter weiter.
Ich möchte, dass du den folgenden Text ins Spanische übersetzt. => Übersetze den folgenden Text ins Spanische.
Bewerte den Aufsatz auf einer Skala von 1 bis 10, wobei 1 schlecht und 10 ausgezeichnet bedeutet. => Bewerte den Aufsatz von 1 (schlecht) bis 10 (ausgezeichnet).
Die Antwort sollte nicht länger als fünfzig Wörter sein. => Die Antwort hat höchstens 50 Wörter.
Du bist ein Assistent, der Benutzern bei der Steuer hilft. Sei höflich. Sei knapp. => Du hilfst Benutzern bei der Steuer. Sei höflich und knapp.
Zum gegenwärtigen Zeitpunkt liefern wir nicht nach Kanada. => Derzeit liefern wir nicht nach Kanada.
Danke für deine Hilfe! Könntest du bitte die Grammatik von {text} prüfen? => Prüfe die Grammatik von {text}.
Jede einzelne Antwort hat eine Quelle zu enthalten. => Jede Antwort muss eine Quelle enthalten.
Es ist nicht erlaubt, die Zahlen zu ändern. => Ändere die Zahlen nicht.
Im Vorfeld der Antwort lies das gesamte Dokument. => Lies vor der Antwort das ganze Dokument.
Die Tickets werden von dir sortiert. Für jedes der Tickets vergib ein Etikett. => Du sortierst die Tickets. Vergib für jedes Ticket ein Etikett.
Aufgrund der Tatsache, dass die Daten privat sind, zeige sie nicht. => Zeige die Daten nicht, weil sie privat sind.
`,
  },
});
