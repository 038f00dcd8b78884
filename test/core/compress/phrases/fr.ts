import type { Examples } from './examples';

/** What each French row shortens, and what it leaves alone. */
export const fr: Record<string, Examples> = {
  'sil-te-plait': {
    hits: [["S'il te plaît, résume le texte pour le client.", 'Résume le texte pour le client.']],
    misses: ["Dis s'il te plaît au client et attends la réponse."],
  },
  'sil-te-plait-fin': {
    hits: [["Résume le texte pour le client, s'il vous plaît.", 'Résume le texte pour le client.']],
    misses: ["Message : Attendez la réponse du client, s'il vous plaît."],
  },
  veuillez: {
    hits: [['Veuillez résumer le texte pour le client.', 'Résumer le texte pour le client.']],
    misses: ['Veuillez à la clarté de la réponse pour le client.', 'Erreur : veuillez vous connecter à la page.'],
  },
  'merci-de': {
    hits: [['Lis la page. Merci de rédiger une réponse pour le client.', 'Lis la page. Rédiger une réponse pour le client.']],
    misses: ['Merci de votre réponse à la question du client.'],
  },
  'afin-de': {
    hits: [['Lis le texte afin de trouver la date.', 'Lis le texte pour trouver la date.']],
    misses: ['Lis le texte afin que le client soit informé.'],
  },
  'afin-d': {
    hits: [["Lis le texte afin d'extraire la date.", 'Lis le texte pour extraire la date.']],
    misses: ["Lis le texte à la fin d'une page."],
  },
  'en-raison-du-fait': {
    hits: [['Le magasin est fermé en raison du fait que le client est en retard.', 'Le magasin est fermé parce que le client est en retard.']],
    misses: ['Le magasin est fermé en raison de la pluie.'],
  },
  'en-ce-qui-concerne': {
    hits: [['Réponds en ce qui concerne la facture du client.', 'Réponds concernant la facture du client.']],
    misses: ['Réponds à ce qui concerne le client.'],
  },
  'a-l-aide-de': {
    hits: [["Réponds à l'aide de tableaux et de listes.", 'Réponds avec tableaux et de listes.']],
    misses: ["Réponds à l'aide demandée par le client."],
  },
  'a-l-aide-d': {
    hits: [["Réponds à l'aide d'un tableau et d'une liste.", "Réponds avec un tableau et d'une liste."]],
    misses: ["Réponds à l'aide d'outils pour le client."],
  },
  'par-le-biais-de': {
    hits: [['Contacte le client par le biais de la page.', 'Contacte le client via la page.']],
    misses: ['Explique le biais de la question pour le client.'],
  },
  'en-conformite-avec': {
    hits: [['Réponds en conformité avec le guide.', 'Réponds selon le guide.']],
    misses: ['Vérifie la conformité avec le guide.'],
  },
  'ta-tache-est-de': {
    hits: [['Ta tâche est de résumer le texte pour le client.', 'Résumer le texte pour le client.']],
    misses: ['Ta tâche est de résumer le texte et de traduire la page.', 'Votre rôle est important pour le client.'],
  },
  'ta-tache-est-d': {
    hits: [["Votre objectif est d'expliquer le texte au client.", 'Expliquer le texte au client.']],
    misses: ["Votre objectif est d'expliquer le texte et d'aider le client."],
  },
  'assure-toi-de': {
    hits: [['Assure-toi de citer la source dans la réponse.', 'Citer la source dans la réponse.']],
    misses: ['Assure-toi de la source de la réponse.', 'Assurez-vous de lire le texte et de citer la source.'],
  },
  'note-que': {
    hits: [['Note que le client est un enfant.', 'Le client est un enfant.']],
    misses: ['Note que le client est un enfant et adapte le ton.', 'Note la question que pose le client.'],
  },
  voici: {
    hits: [['Voici la question du client : {q} pour vous et les autres', 'Question du client : {q} pour vous et les autres']],
    misses: ['Voici la question que pose le client.'],
  },
  'de-maniere-claire': {
    hits: [['Réponds au client de manière objective pour la page.', 'Réponds au client objectivement pour la page.']],
    misses: ['Réponds au client de manière claire et concise.'],
  },
  'au-format-json': {
    hits: [['Formate la réponse pour les clients au format JSON.', 'Formate la réponse pour les clients en JSON.']],
    misses: ['Donne la réponse au format JSON du guide.'],
  },
};
