import type { Examples } from './examples';

/** What each Spanish row shortens, and what it leaves alone. */
export const es: Record<string, Examples> = {
  'por-favor-inicio': {
    hits: [['Por favor, resume el texto para el cliente.', 'Resume el texto para el cliente.']],
    misses: ['Di por favor al cliente y espera la respuesta.'],
  },
  'por-favor-final': {
    hits: [['Resume el texto para el cliente, por favor.', 'Resume el texto para el cliente.']],
    misses: ['Escribe por favor en la carta del cliente.'],
  },
  'con-el-fin-de': {
    hits: [['Lee el texto con el fin de encontrar la fecha.', 'Lee el texto para encontrar la fecha.']],
    misses: ['Lee el texto con el fin de que el cliente esté informado.'],
  },
  'debido-al-hecho': {
    hits: [['La tienda cierra debido al hecho de que llueve.', 'La tienda cierra porque llueve.']],
    misses: ['La tienda cierra debido a la lluvia.'],
  },
  'a-pesar-del-hecho': {
    hits: [['Responde a pesar del hecho de que es tarde.', 'Responde aunque es tarde.']],
    misses: ['Responde a pesar de la lluvia.'],
  },
  'con-respecto-a': {
    hits: [['Responde con respecto a la factura.', 'Responde sobre la factura.']],
    misses: ['Responde con respecto y de forma amable a la clienta.'],
  },
  'ten-en-cuenta': {
    hits: [['Ten en cuenta que el cliente es menor de edad.', 'El cliente es menor de edad.']],
    misses: ['Ten en cuenta la edad del cliente.'],
  },
  'cabe-destacar': {
    hits: [['Cabe destacar que la tienda abre los lunes.', 'La tienda abre los lunes.']],
    misses: ['Cabe en la caja que está en la tienda.'],
  },
  'tu-tarea-es': {
    hits: [['Tu tarea es resumir el texto de la carta.', 'Resumir el texto de la carta.']],
    misses: ['Tu tarea es la siguiente: resume el texto.', 'Tu objetivo es ser el mejor de la clase.'],
  },
  'asegurate-de': {
    hits: [['Asegúrate de incluir la fecha en la carta.', 'Incluir la fecha en la carta.']],
    misses: ['Asegúrate de que la fecha esté en la carta.', 'Asegúrate de leer el texto y de incluir la fecha.'],
  },
  'aqui-esta': {
    hits: [['Aquí está la pregunta del cliente: {q} y el texto de la carta', 'Pregunta del cliente: {q} y el texto de la carta']],
    misses: ['Aquí está la pregunta que hace el cliente.'],
  },
  'de-acuerdo-con': {
    hits: [['Responde de acuerdo con la guía del cliente.', 'Responde según la guía del cliente.']],
    misses: ['El cliente está de acuerdo con la propuesta.'],
  },
  'de-manera-clara': {
    hits: [['Responde de manera clara al cliente de la tienda.', 'Responde claramente al cliente de la tienda.']],
    misses: ['Responde de manera clara y concisa al cliente.'],
  },
  'en-formato-json': {
    hits: [['Da la respuesta en formato JSON.', 'Da la respuesta en JSON.']],
    misses: ['Da la respuesta en formato JSON de la guía.'],
  },
  'haz-uso-de': { hits: [['Haz uso de las tablas para el cliente.', 'Usa las tablas para el cliente.']], misses: ['Explica el uso de las tablas.'] },
  'hacer-uso-de': {
    hits: [['Puedes hacer uso de las tablas para el cliente.', 'Puedes usar las tablas para el cliente.']],
    misses: ['Explica el uso de las tablas.'],
  },
  'lleva-a-cabo': {
    hits: [['Lleva a cabo el análisis de la carta.', 'Realiza el análisis de la carta.']],
    misses: ['El cliente lleva a cabo el análisis de la carta.'],
  },
  'quiero-que': {
    hits: [['Quiero que resumas el texto de la carta.', 'Resume el texto de la carta.']],
    misses: ['Quiero que tengas éxito con la carta.', 'Quiero que resumas el texto y que traduzcas la carta.'],
  },
};
