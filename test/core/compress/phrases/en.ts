import type { Examples } from './examples';

/** What each English row shortens, and what it leaves alone. */
export const en: Record<string, Examples> = {
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
      'Please customers first, then the auditors.',
      'Error text: Please try again later.',
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
    misses: ['I want you to know that the user is a child.', 'The user said that I want you to win the game.', 'We want you to succeed, so ask.'],
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
  'in-order-to': {
    hits: [['Read the text in order to find the date.', 'Read the text to find the date.']],
    misses: ['Sort the names in order.', 'Put the cards in order to the left.', 'Lay them in order to my left.'],
  },
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
  'on-a-basis': { hits: [['The list is updated on a daily basis.', 'The list is updated daily.']], misses: ['Work on a basis of trust.'] },
  'in-close-proximity': {
    hits: [['Find hotels in close proximity to the station.', 'Find hotels near the station.']],
    misses: ['Measure the proximity to the station.'],
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
  'given-the-fact-that': {
    hits: [['Rank them given the fact that tea is cheap.', 'Rank them given that tea is cheap.']],
    misses: ['Rank them given the facts.'],
  },
  'on-the-basis-of': { hits: [['Answer on the basis of the text.', 'Answer based on the text.']], misses: ['Explain the basis of the claim.'] },
  'a-total-of': { hits: [['The file has a total of 12 rows.', 'The file has 12 rows.']], misses: ['Give a total of the prices.'] },
  'get-rid-of': { hits: [['Get rid of the old rows.', 'Remove the old rows.']], misses: ['The guest wants to be rid of it.'] },
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
    hits: [['Make sure that the names are spelled right.', 'Ensure the names are spelled right.']],
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
    misses: ['Note that and go on.', 'The reader may note that the user is a child.', 'Be aware that guests may be upset and adapt your tone.'],
  },
  'it-is-important-to-note': {
    hits: [["It's important to note that the user is a child.", 'The user is a child.']],
    misses: ['It is important to note the date.'],
  },
  'provide-you-with': { hits: [['I will provide you with a text.', 'I will give you a text.']], misses: ['I will provide the user with a text.'] },
  'provide-a-summary': {
    hits: [['Provide a summary of the text.', 'Summarize the text.']],
    misses: ['The tool can provide a summary of the text.', 'Give a summary of the text and a list of the names.'],
  },
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
  'article-the': {
    hits: [
      ['The output is JSON.', 'Output is JSON.'],
      ['Summarize the text.', 'Summarize text.'],
      ['Never repeat the question.', 'Never repeat question.'],
    ],
    misses: [
      'Use the same words.',
      'The more the merrier, the better.',
      'Name one of the guests.',
      'Get to the point on the fly.',
      'Take the time to read.',
      'None of the above questions apply.',
      'Read the Old Text.',
    ],
  },
  'article-a': {
    hits: [['Write a title for it.', 'Write title for it.']],
    misses: [
      'Use a few words.',
      'Pick option a or b.',
      'Call me twice a day.',
      'Rate it, a to z.',
      'Stop after three errors in a row.',
      'The more complex a task is, the more it costs.',
      'Work as a team.',
      'Play a role.',
    ],
  },
  'article-an': { hits: [['Write an answer to it.', 'Write answer to it.']], misses: ['Keep an eye on it.', 'Wait an hour.'] },
  'effort-start': { hits: [['Carefully read it.', 'Read it.']], misses: ['Carefully and calmly read it.'] },
  effort: { hits: [['You carefully read it.', 'You read it.']], misses: ['Write carefully crafted words.', 'Read more carefully each line.'] },
  'you-are': {
    hits: [['Say yes if you are able to.', "Say yes if you're able to."]],
    misses: ['Say who you are and wait.', 'Know what you are.', 'Say how good you are at it.', 'Write as well as you are able to do.'],
  },
  'you-will': {
    hits: [
      ['Once read, you will translate it. Then you wait.', 'Once read, you will translate it. Then you wait.'],
      ['You will translate it.', "You'll translate it."],
    ],
    misses: ['Say what you will do.', 'Name your will.'],
  },
  'it-is-important-to': {
    hits: [['It is crucial to keep names.', 'Keep names.']],
    misses: ['It is important to be kind.', 'Explain why it is important to keep names.'],
  },
  'on-a-regular-basis': { hits: [['Check the log on a regular basis.', 'Check the log regularly.']], misses: ['Work on a basis of trust.'] },
  'repeated-the': {
    hits: [['Read the the text of the guest.', 'Read the text of the guest.']],
    misses: ['The word the the is doubled.', 'The keyword for for loops is reserved.', 'He had had tea that that man made.'],
  },
  'not-contracted': {
    hits: [
      ['Do not repeat the question.', "Don't repeat the question."],
      ['The file is not empty.', "The file isn't empty."],
    ],
    misses: [
      'Say whether or not it is true.',
      'It is not only old but also slow.',
      'DO NOT repeat it.',
      'You must not guess.',
      'It is not blue but rather red.',
    ],
  },
  'will-not': { hits: [['The tool will not answer.', "The tool won't answer."]], misses: ['It will not only rain.'] },
  'it-is': {
    hits: [['Wait, because it is important to read.', "Wait, because it's important to read."]],
    misses: ['Say what it is.', 'Keep it as it is now.'],
  },
  'make-sure-that-noun': {
    hits: [['Make sure that file exists.', 'Ensure that file exists.']],
    misses: ['Make sure that. Then wait.'],
  },
  'you-will-be-given': {
    hits: [['You will be provided with a text.', 'You get a text.']],
    misses: ['The user will be provided with a text.', 'You will be given to guests.'],
  },
  'you-are-given': {
    hits: [['You are given a text.', 'You get a text.']],
    misses: ['You are given to jokes.', 'Say what you are given a prize for.'],
  },
  'in-this-task': { hits: [['In this task, you read a text.', 'You read a text.']], misses: ['In this task, the user reads a text.'] },
  'the-following': {
    hits: [
      ['Use the following format: {format}', 'Use this format: {format}'],
      ['Rate it by the following criteria: {criteria}', 'Rate it by these criteria: {criteria}'],
    ],
    misses: ['Name one of the following colors: red or blue.', 'The following is wrong: {text}'],
  },
  'serial-comma': {
    hits: [['Be clear, brief, and kind.', 'Be clear, brief and kind.']],
    misses: ['Read it, and answer.', 'Ask my brother, John, and Mary.', 'Name cats, dogs and birds, and wait.', 'Read a, b, and not c.'],
  },
  'pertaining-to': {
    hits: [['Answer questions pertaining to the order.', 'Answer questions about the order.']],
    misses: ['Say to whom it pertains.'],
  },
  'in-the-course-of': {
    hits: [
      ['The guest calls in the course of the day.', 'The guest calls during the day.'],
      ['Ask once during the course of the chat.', 'Ask once during the chat.'],
    ],
    misses: ['Teach in the course on law.', 'Enroll them in the course of their choice.', 'Name the exam in the course of study.'],
  },
  'by-means-of': { hits: [['Check the result by means of the tool.', 'Check the result with the tool.']], misses: ['Say what it means of course.'] },
  'for-the-reason-that': {
    hits: [['The shop is shut for the reason that it rains.', 'The shop is shut because it rains.']],
    misses: ['Ask for the reason of the delay.'],
  },
  'in-addition': { hits: [['In addition, list the sources.', 'Also, list the sources.']], misses: ['In addition to the date, list the sources.'] },
  'your-task-is-to': {
    hits: [
      ['Your task is to summarize the text.', 'Summarize the text.'],
      ['Your primary goal is to help the user.', 'Help the user.'],
    ],
    misses: [
      'Your task is to:\n- summarize the text',
      'The user knows your task is to help.',
      'Your role is to be the judge.',
      'Your task is to read the text and to rate it.',
    ],
  },
};
