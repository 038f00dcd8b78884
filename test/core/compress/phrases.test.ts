import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compressText } from '../../../src/core/compress';
import { phrasesOf } from '../../../src/core/compress/phrases';
import { type Level, levels, type PromptLanguage } from '../../../src/core/compress/types';
import { count } from './count';

interface Examples {
  /** Text and what becomes of it. */
  hits: [string, string][];
  /** Texts in which the row changes nothing. */
  misses: string[];
}

const en: Record<string, Examples> = {
  'please-start': {
    hits: [
      ['Please answer the question.', 'Answer the question.'],
      ['You are a clerk. Kindly answer in French.', 'You are a clerk. Answer in French.'],
      ['- please reply to the user', '- reply to the user'],
    ],
    misses: [
      'Never say please to the user.',
      'Please the user with a joke.',
      'Please and thank you are polite words.',
      'PLEASE answer the question.',
    ],
  },
  'please-inside': {
    hits: [['If the question is unclear, please ask the user.', 'If the question is unclear, ask the user.']],
    misses: [
      'Say yes, please and thank you to the guest.',
      'The user will say: please help me.',
      'You are given a question, and please write an answer.',
    ],
  },
  'please-end': {
    hits: [['Summarize the text for the user, please.', 'Summarize the text for the user.']],
    misses: ['Teach the child to say please, then thank the guest.'],
  },
  'i-want-you-to': {
    hits: [
      ['I want you to act as a travel guide.', 'Act as a travel guide.'],
      ['We would like you to translate the text.', 'Translate the text.'],
    ],
    misses: ['I want you to know that the user is a child.', 'The user said that I want you to win the game.'],
  },
  'i-would-like-you-to': { hits: [["I'd like you to review the code.", 'Review the code.']], misses: ["I'd like you to know the history."] },
  'appreciate-if': {
    hits: [['I would appreciate it if you could review the code.', 'Review the code.']],
    misses: ['I would appreciate it if the user could wait.'],
  },
  'could-you-please': {
    hits: [['Could you please summarize the text?', 'Summarize the text.']],
    misses: [
      'Can you read it in bright sunlight?',
      'Ask the guest: could you please wait here and sit down?',
      'Could you please read it and could you please answer?',
    ],
  },
  'in-order-to': { hits: [['Read the text in order to find the date.', 'Read the text to find the date.']], misses: ['Sort the names in order.'] },
  'so-as-to': { hits: [['Sort the rows so as to find the date.', 'Sort the rows to find the date.']], misses: ['Sort the rows so as they come.'] },
  'due-to-the-fact': {
    hits: [['It is late due to the fact that it rained.', 'It is late because it rained.']],
    misses: ['It is late due to the rain.'],
  },
  'despite-the-fact': {
    hits: [['Answer in spite of the fact that it is late.', 'Answer although it is late.']],
    misses: ['Answer in spite of the rain.'],
  },
  'in-the-event-that': {
    hits: [['In the event that the user asks, answer.', 'If the user asks, answer.']],
    misses: ['Describe a guest in the event which took place.'],
  },
  'at-this-point-in-time': {
    hits: [['At this point in time, the shop is open.', 'Now, the shop is open.']],
    misses: ['At this point the shop is open.'],
  },
  'prior-to': { hits: [['Check the input prior to the call.', 'Check the input before the call.']], misses: ['Name the prior to-do item.'] },
  'subsequent-to': { hits: [['Log the result subsequent to the call.', 'Log the result after the call.']], misses: ['Log the subsequent call.'] },
  'with-regard-to': {
    hits: [['Answer questions with regard to the order.', 'Answer questions regarding the order.']],
    misses: ['Answer with regard for the guest.', 'Differentiate with respect to time.'],
  },
  'in-conjunction-with': {
    hits: [['Use the map in conjunction with the list.', 'Use the map with the list.']],
    misses: ['Use a conjunction with the verb.'],
  },
  'as-to-whether': {
    hits: [['Give a verdict as to whether the claim is true.', 'Give a verdict whether the claim is true.']],
    misses: ['Say whether the claim is true.'],
  },
  'large-number': {
    hits: [['The shop has a large number of products.', 'The shop has many products.']],
    misses: ['Pick a large number of the list.'],
  },
  'on-a-basis': { hits: [['The list is updated on a daily basis.', 'The list is updated daily.']], misses: ['Work on a basis of trust.'] },
  'in-close-proximity': {
    hits: [['Find hotels in close proximity to the station.', 'Find hotels near the station.']],
    misses: ['Measure the proximity to the station.'],
  },
  'in-the-near-future': { hits: [['The shop opens in the near future.', 'The shop opens soon.']], misses: ['The story is set in the future.'] },
  'in-the-course-of': {
    hits: [['The guest calls in the course of the day.', 'The guest calls during the day.']],
    misses: ['Teach in the course on law.'],
  },
  'for-the-purpose-of': {
    hits: [['Keep the data for the purpose of billing customers.', 'Keep the data for billing customers.']],
    misses: ['State the purpose of the call.'],
  },
  'take-into-account': {
    hits: [['Also take into account the tone of the user.', 'Also consider the tone of the user.']],
    misses: ['Take the tone of the user into the account.'],
  },
  'taking-into-account': {
    hits: [['Rank them, taking into account the price.', 'Rank them, considering the price.']],
    misses: ['Rank them, taking the price from the account.'],
  },
  'make-use-of': { hits: [['Make use of the tools.', 'Use the tools.']], misses: ['Make good use of the tools.'] },
  'making-use-of': { hits: [['Answer by making use of the tools.', 'Answer by using the tools.']], misses: ['Answer by making the tools.'] },
  'during-the-course-of': { hits: [['Ask once during the course of the chat.', 'Ask once during the chat.']], misses: ['Teach the course of law.'] },
  'by-means-of': { hits: [['Check the result by means of the tool.', 'Check the result with the tool.']], misses: ['Say what it means of course.'] },
  'for-the-reason-that': {
    hits: [['The shop is shut for the reason that it rains.', 'The shop is shut because it rains.']],
    misses: ['Ask for the reason of the delay.'],
  },
  'given-the-fact-that': {
    hits: [['Rank them given the fact that tea is cheap.', 'Rank them given that tea is cheap.']],
    misses: ['Rank them given the facts.'],
  },
  'on-the-basis-of': { hits: [['Answer on the basis of the text.', 'Answer based on the text.']], misses: ['Explain the basis of the claim.'] },
  'a-total-of': { hits: [['The file has a total of 12 rows.', 'The file has 12 rows.']], misses: ['Give a total of the prices.'] },
  'get-rid-of': { hits: [['Get rid of the old rows.', 'Remove the old rows.']], misses: ['The guest wants to be rid of it.'] },
  'keep-track-of': { hits: [['Keep track of the score.', 'Track the score.']], misses: ['Keep the track of the song.'] },
  'in-addition': { hits: [['In addition, list the sources.', 'Also, list the sources.']], misses: ['In addition to the date, list the sources.'] },
  'your-task-is-to': {
    hits: [
      ['Your task is to summarize the text.', 'Summarize the text.'],
      ['Your primary goal is to help the user.', 'Help the user.'],
    ],
    misses: ['Your task is to:\n- summarize the text', 'The user knows your task is to help.', 'Your role is to be the judge.'],
  },
  'you-are-tasked-with': {
    hits: [
      ['You are tasked with summarizing the text.', 'Summarize the text.'],
      ['You have been tasked with writing an outline.', 'Write an outline.'],
    ],
    misses: ['You are tasked with reading and rating it.', 'You are tasked with writing and rating it.', 'The agent you are tasked with is new.'],
  },
  'you-are-asked-to': {
    hits: [['You are asked to grade the answer.', 'Grade the answer.']],
    misses: ['You are asked to be kind.', 'When you are asked to grade it, answer.'],
  },
  'go-ahead-and': { hits: [['Go ahead and read the file.', 'Read the file.']], misses: ['Let the guest go ahead and wait.'] },
  'here-is': {
    hits: [
      ['Here is the question: {question}', 'Question: {question}'],
      ["Below is the user's question: {question}", "User's question: {question}"],
    ],
    misses: [
      'Here is the format: {format}',
      'Here is the text that was asked for: {text}',
      'Here is the plan.',
      'Here are the following rules: {rules}',
      'Say that here is the door: left.',
    ],
  },
  'the-following-is': {
    hits: [['The following is the question: {question}', 'Question: {question}']],
    misses: ['The following is a talk with a guest.', 'The following is the output: {output}'],
  },
  'make-sure-you': {
    hits: [
      ['Make sure you include the date.', 'Include the date.'],
      ['Please ensure that you cite the source.', 'Cite the source.'],
    ],
    misses: ['Make sure you are kind.', 'Make sure you have read it.', 'Wait to make sure you include the date.'],
  },
  'provide-an-answer': { hits: [['Provide an answer to the question.', 'Answer the question.']], misses: ['The tool can provide an answer to it.'] },
  'as-well-as': {
    hits: [['Name the author, as well as the year.', 'Name the author, and the year.']],
    misses: ['Play as well as the champion.', 'Write it as well as you can.'],
  },
  'am-going-to': {
    hits: [
      ["I'm going to give you a text.", 'I will give you a text.'],
      ['Next we are going to show a table.', 'Next we will show a table.'],
    ],
    misses: ['I am going to Rome.', 'We are going to the station.'],
  },
  'come-up-with': { hits: [['Come up with a plan.', 'Devise a plan.']], misses: ['Let the guest come up to you.'] },
  'in-accordance-with': { hits: [['Answer in accordance with the guide.', 'Answer per the guide.']], misses: ['Answer in accordance.'] },
  'that-is-provided': {
    hits: [['Use the text that is provided below.', 'Use the text provided below.']],
    misses: ['Make sure that is included.', 'Use the text that is old.', 'Check that is written there.'],
  },
  'you-are-to': {
    hits: [['You are to grade the answer.', 'Grade the answer.']],
    misses: ['You are to be rewarded.', 'You will be rewarded for the answer.'],
  },
  'make-sure-to': {
    hits: [
      ['Make sure to include the date.', 'Include the date.'],
      ['Remember to cite the source.', 'Cite the source.'],
    ],
    misses: ['Try to fix the bug.', 'The user will remember to cite the source.'],
  },
  'make-sure-to-inside': {
    hits: [['Read the file and make sure to include the date.', 'Read the file and include the date.']],
    misses: ['Ask the guest and hope they remember to call.'],
  },
  'make-sure-that': {
    hits: [['Make sure that names are spelled right.', 'Ensure names are spelled right.']],
    misses: ['The user feels sure that it works.'],
  },
  'make-sure': {
    hits: [
      ['Make sure the output is valid.', 'Ensure the output is valid.'],
      ['Read it to make sure you understand.', 'Read it to ensure you understand.'],
    ],
    misses: ['Make sure of the date.'],
  },
  'making-sure': {
    hits: [['Rewrite it, making sure that the tone is kind.', 'Rewrite it, ensuring the tone is kind.']],
    misses: ['Rewrite it, making the tone kind.'],
  },
  'ensure-that': {
    hits: [['Ensure that the output is valid.', 'Ensure the output is valid.']],
    misses: ['Ensure that.', 'Ensure that field is set.'],
  },
  'note-that': {
    hits: [
      ['Note that the user is a child.', 'The user is a child.'],
      ['Please keep in mind that users read on phones.', 'Users read on phones.'],
    ],
    misses: ['Note that and go on.', 'The reader may note that the user is a child.'],
  },
  'it-is-important-to-note': {
    hits: [["It's important to note that the user is a child.", 'The user is a child.']],
    misses: ['It is important to note the date.'],
  },
  'provided-with': { hits: [['You will be provided with a text.', 'You will receive a text.']], misses: ['The user will be provided with a text.'] },
  'provide-you-with': { hits: [['I will provide you with a text.', 'I will give you a text.']], misses: ['I will provide the user with a text.'] },
  'provide-a-summary': { hits: [['Provide a summary of the text.', 'Summarize the text.']], misses: ['The tool can provide a summary of the text.'] },
  'provide-a-brief-summary': {
    hits: [['Provide a brief summary of the text.', 'Briefly summarize the text.']],
    misses: ['Provide a brief title of the text.'],
  },
  'provide-an-explanation': { hits: [['Provide an explanation of the term.', 'Explain the term.']], misses: ['Provide an explanation.'] },
  'provide-a-description': { hits: [['Provide a description of the image.', 'Describe the image.']], misses: ['Provide a description.'] },
  'provide-a-list': { hits: [['Provide a list of the main topics.', 'List the main topics.']], misses: ['Provide a list of ten topics.'] },
  'perform-an-analysis': { hits: [['Perform an analysis of the log.', 'Analyze the log.']], misses: ['Perform an analysis.'] },
  'in-a-clear-manner': {
    hits: [
      ['Answer in a clear and concise manner.', 'Answer clearly and concisely.'],
      ['Reply in a systematic way.', 'Reply systematically.'],
    ],
    misses: ['Answer in a friendly manner.', 'Answer in a consistent manner with the guide.'],
  },
  'in-json-format': {
    hits: [['Return the answer in JSON format.', 'Return the answer in JSON.']],
    misses: ['Return the answer in JSON format as shown here.', 'Return it in the JSON format of the guide.'],
  },
  'in-the-form-of': {
    hits: [['Return the answer in the form of a list.', 'Return the answer as a list.']],
    misses: ['The answer is in the form of a list.', 'Prompts are fed to a machine in the form of a bot.'],
  },
  'all-of-the': { hits: [['Read all of the rows.', 'Read all the rows.']], misses: ['Read all of the above.', 'Read all of it.'] },
  'variety-of': { hits: [['Use a wide variety of sources.', 'Use various sources.']], misses: ['Pick a variety of rice.'] },
  'as-a-your-job': {
    hits: [['As a professional analyst, your job is to extract the dates.', 'As a professional analyst, extract the dates.']],
    misses: ['As a rule, this is your job: to extract the dates.'],
  },
  'when-it-comes-to': {
    hits: [['When it comes to names, use the map.', 'For names, use the map.']],
    misses: ['Wait for the bus and board when it comes to a halt.'],
  },
  'in-such-a-way-that': {
    hits: [['Write in such a way that a child understands.', 'Write so that a child understands.']],
    misses: ['Write in such a way as a child would.'],
  },
  'way-in-which': { hits: [['Describe the way in which the tool works.', 'Describe how the tool works.']], misses: ['Describe the way in detail.'] },
  'reason-why': {
    hits: [['Explain the reason why the build breaks.', 'Explain why the build breaks.']],
    misses: ['The reason why the build breaks is known.'],
  },
  'with-the-help-of': { hits: [['Answer with the help of the tool.', 'Answer with the tool.']], misses: ['Answer with the help page.'] },
  'through-the-use-of': { hits: [['Solve it through the use of tables.', 'Solve it using tables.']], misses: ['Explain the use of tables.'] },
  'article-start': { hits: [['The output is JSON.', 'Output is JSON.']], misses: ['A few words will do.', 'A'] },
  article: {
    hits: [['Summarize the text.', 'Summarize text.']],
    misses: [
      'Use a few words.',
      'Pick option a or b.',
      'Use the same words.',
      'Call me twice a day.',
      'The more the merrier, the better.',
      'Rate it, a to z.',
      'Name one of the guests.',
    ],
  },
  'effort-start': { hits: [['Carefully read it.', 'Read it.']], misses: ['Carefully and calmly read it.'] },
  effort: { hits: [['You carefully read it.', 'You read it.']], misses: ['Write carefully crafted words.', 'Read more carefully each line.'] },
  'effort-end': { hits: [['Read it carefully.', 'Read it.']], misses: ['Think carefully.', 'Drive slowly and carefully.'] },
  'you-are': {
    hits: [['You are an expert on tea.', "You're expert on tea."]],
    misses: ['You are being watched.', 'Say who you are and wait.', 'Know what you are.'],
  },
  'you-will': { hits: [['You will translate it.', "You'll translate it."]], misses: ['Say what you will do.', 'Name your will.'] },
  'it-is-important-to': {
    hits: [['It is crucial to keep names.', 'Keep names.']],
    misses: ['It is important to be kind.', 'Explain why it is important to keep names.'],
  },
};

const es: Record<string, Examples> = {
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
};

const languages: [PromptLanguage, Record<string, Examples>][] = [
  ['en', en],
  ['es', es],
];

for (const [language, examples] of languages) {
  describe(`phrases (${language})`, () => {
    const rows = phrasesOf(language, 'aggressive');
    const levelOf = (id: string): Level => levels.find((level) => phrasesOf(language, level).some((row) => row.id === id))!;
    const usesRow = (text: string, id: string) => compressText(text, levelOf(id), count).edits.some((edit) => edit.rule === id);

    it('has examples of both kinds for each row, and no row twice', () => {
      assert.deepEqual(rows.map(({ id }) => id).sort(), Object.keys(examples).sort());
      for (const { hits, misses } of Object.values(examples)) assert.ok(hits.length > 0 && misses.length > 0);
    });
    for (const [id, { hits, misses }] of Object.entries(examples)) {
      for (const [before, after] of hits) it(`${id} shortens “${before}”`, () => assert.equal(compressText(before, levelOf(id), count).text, after));
      for (const text of misses) it(`${id} leaves “${text.replaceAll('\n', '⏎')}” alone`, () => assert.equal(usesRow(text, id), false));
    }
  });
}
