import type { Examples } from './examples';

/** What each Portuguese row shortens, and what it leaves alone. */
export const pt: Record<string, Examples> = {
  'por-favor-inicio-pt': {
    hits: [['Por favor, resuma o texto para o cliente.', 'Resuma o texto para o cliente.']],
    misses: ['Diga por favor ao cliente e espere a resposta do cliente.'],
  },
  'por-favor-final-pt': {
    hits: [['Resuma o texto para o cliente, por favor.', 'Resuma o texto para o cliente.']],
    misses: ['Escreva por favor na carta do cliente para você.'],
  },
  'a-fim-de': {
    hits: [['Leia o texto a fim de encontrar a data.', 'Leia o texto para encontrar a data.']],
    misses: ['Leia o texto a fim de que o cliente seja informado.'],
  },
  'devido-ao-fato': {
    hits: [['A loja fecha devido ao fato de que chove.', 'A loja fecha porque chove.']],
    misses: ['A loja fecha devido à chuva.'],
  },
  'faca-uso-de': {
    hits: [['Faça uso de tabelas para o cliente.', 'Use tabelas para o cliente.']],
    misses: ['O cliente explica o uso de tabelas.'],
  },
  'de-acordo-com': {
    hits: [['Responda de acordo com o guia do cliente.', 'Responda conforme o guia do cliente.']],
    misses: ['O cliente está de acordo com a proposta.'],
  },
  'quero-que-voce': {
    hits: [['Quero que você escreva uma carta para o cliente.', 'Escreva uma carta para o cliente.']],
    misses: ['Quero que você tenha um bom dia com o cliente.', 'Quero que você escreva a carta e que traduza o texto.'],
  },
  'sua-tarefa-e': {
    hits: [['Sua tarefa é resumir o texto para o cliente.', 'Resumir o texto para o cliente.']],
    misses: ['Sua tarefa é a seguinte: resuma o texto.', 'Seu papel é ser o guia do cliente.'],
  },
  'certifique-se-de': {
    hits: [['Certifique-se de incluir a data na resposta do cliente.', 'Incluir a data na resposta do cliente.']],
    misses: ['Certifique-se de que a data está na resposta.', 'Certifique-se de ler o texto e de incluir a data.'],
  },
  'lembre-se-que': {
    hits: [['Lembre-se de que o cliente é uma criança.', 'O cliente é uma criança.']],
    misses: ['Lembre-se de que o cliente é uma criança e adapte o tom.', 'Lembre-se da data do cliente.'],
  },
  'aqui-esta-pt': {
    hits: [['Aqui está a pergunta do cliente: {q} para você', 'Pergunta do cliente: {q} para você']],
    misses: ['Aqui está a pergunta que o cliente faz.'],
  },
  'de-forma-clara': {
    hits: [['Responda ao cliente de forma objetiva.', 'Responda ao cliente objetivamente.']],
    misses: ['Responda ao cliente de forma clara e concisa.'],
  },
  'em-formato-json': {
    hits: [['Dê a resposta em formato JSON.', 'Dê a resposta em JSON.']],
    misses: ['Dê a resposta em formato JSON do guia.'],
  },
};
