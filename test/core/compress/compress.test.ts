import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compressText, noticeable } from '../../../src/core/compress';
import { applyEdits } from '../../../src/core/compress/spans';
import { type Level, levels } from '../../../src/core/compress/types';
import { count } from './count';

const at = (level: Level, text: string): string => compressText(text, level, count).text;
/** Nothing of it may change, whatever the level. Articles are no matter here. */
function untouched(text: string, upTo: Level = 'balanced'): void {
  for (const level of levels.slice(0, levels.indexOf(upTo) + 1)) assert.equal(at(level, text), text);
}

const prompt = `You are a support agent for {company}.

Your task is to answer the question of the customer. Please keep in mind that the customer is busy.
Make sure to   include the order number in order to help the team.  
- **Tone**: Please be friendly and patient.
- Never say please to the user.
- Could you please answer in French?

Output format:
{
  "answer": "..."
}
`;

describe('compressText', () => {
  it('gives ordered, separate edits that make the text, each worth a token', () => {
    for (const level of levels) {
      const { edits, text } = compressText(prompt, level, count);
      assert.ok(edits.length > 3);
      assert.ok(edits.every((edit, index) => edit.tokensSaved > 0 && edit.end > edit.start && (index === 0 || edits[index - 1]!.end < edit.start)));
      assert.equal(applyEdits(prompt, edits), text);
    }
  });

  it('recounts the whole text instead of adding up edits', () => {
    for (const level of levels) {
      const result = compressText(prompt, level, count);
      assert.equal(result.tokensBefore, count(prompt));
      assert.equal(result.tokensAfter, count(result.text));
      assert.ok(result.tokensAfter < result.tokensBefore);
    }
  });

  it('finds nothing on a second run', () => {
    for (const level of levels) assert.deepEqual(compressText(at(level, prompt), level, count).edits, []);
  });

  it('makes edits that are valid alone', () => {
    const { edits } = compressText(prompt, 'balanced', count);
    for (const edit of edits) {
      const alone = applyEdits(prompt, [edit]);
      assert.ok(count(alone) < count(prompt), edit.rule);
      assert.doesNotMatch(alone.slice(edit.start), /^[a-z].*\n/.test(prompt.slice(edit.start)) ? /$^/ : /^ ?[,.;]/, edit.rule);
    }
  });

  it('joins edits that touch, so that neither is left with the other’s half', () => {
    const { edits, text } = compressText('Your task is to carefully read it.', 'aggressive', count);
    assert.equal(text, 'Read it.');
    assert.equal(edits.length, 1);
  });

  it('reads at the levels as one expects', () => {
    assert.equal(at('safe', 'Please answer the question in order to help.'), 'Answer the question to help.');
    assert.equal(at('safe', 'Your task is to answer the question.'), 'Your task is to answer the question.');
    assert.equal(at('balanced', 'Your task is to answer the question.'), 'Answer the question.');
    assert.equal(at('aggressive', 'Your task is to answer the question.'), 'Answer question.');
  });

  it('keeps at a further level what the ones before it find', () => {
    assert.equal(at('aggressive', 'Please provide a list of all the topics.'), at('balanced', 'Please provide a list of all the topics.'));
  });

  it('drops edits that save no token', () => {
    assert.equal(at('safe', 'Please summarize it.'), 'Please summarize it.');
    untouched('First\n\n\n\nSecond', 'safe');
  });

  it('asks before each edit whether it can be made, and touches no placeholder range', () => {
    const text = 'Please answer. Please answer.';
    assert.equal(compressText(text, 'safe', count, { canEdit: (span) => span.start > 0 }).text, 'Please answer. Answer.');
    assert.equal(compressText(text, 'safe', count, { placeholders: [{ start: 0, end: 14 }] }).text, 'Please answer. Answer.');
  });

  it('leaves texts in languages without a table alone except for layout', () => {
    assert.equal(at('balanced', '请为读者总结这篇文章。 \n\nIn order to 是英语。'), '请为读者总结这篇文章。\n\nIn order to 是英语。');
  });

  it('says nothing below 3 tokens or 1 %', () => {
    assert.deepEqual([noticeable(100, 98), noticeable(1000, 995), noticeable(100, 97), noticeable(1000, 990)], [false, false, true, true]);
  });
});

describe('what compressText must not break', () => {
  it('keeps questions that only look like requests', () => untouched('Can you read it in bright sunlight?'));
  it('keeps promises in the passive', () =>
    assert.equal(at('balanced', 'You will be rewarded for a good answer.'), "You'll be rewarded for a good answer."));
  it('keeps best effort', () => untouched('Try to fix the bug in the code.'));
  it('keeps “step by step” at every level', () => untouched('Think step by step.', 'aggressive'));
  it('keeps words of scope at every level', () => untouched('Look particularly at dates, especially old ones, and rate it overall.', 'aggressive'));
  it('keeps “a” and “an” right', () => {
    assert.equal(at('balanced', 'You are an advanced AI.'), "You're an advanced AI.");
    assert.doesNotMatch(
      at('aggressive', 'You are an advanced AI. Write a very carefully worded essay for an honest user.'),
      /\ba (?:[aeio]|honest)|\ban [^aeiouh]/i,
    );
  });
  it('keeps sentences that forbid or limit', () => {
    untouched('Never say please to the user.');
    assert.equal(at('aggressive', 'Never say please to the user.'), 'Never say please to user.');
    assert.equal(at('safe', 'Please do not make sure that it works.'), "Please don't make sure that it works.");
    untouched('Please answer in order to help, in at most two words.', 'aggressive');
    untouched('Your task is to answer only the\nquestion, unless please is missing.', 'aggressive');
  });
  it('keeps quoted literals', () => {
    untouched('End the mail with "Thank you, please come again".', 'balanced');
    untouched("End the mail with 'in order to' and “make sure to”.", 'balanced');
  });
  it('keeps the indentation of nested lists and YAML', () => {
    untouched('- fruit\n    - apple\n        - green\n- nuts', 'aggressive');
    untouched('Use this file.\n\nsteps:\n    - name: build\n      run: make\n      env:\n          CI: yes', 'aggressive');
  });
  it('leaves no comma behind a trailing please', () => assert.equal(at('safe', 'Answer the question, please.'), 'Answer the question.'));
  it('keeps names with double colons', () => untouched('Explain std::vector and std :: map in order.', 'aggressive'));
  it('keeps the subjunctive in Spanish', () => untouched('Asegúrate de que la respuesta esté en el idioma del cliente.', 'aggressive'));
  it('keeps modals and quantifiers', () => {
    const text = 'Please answer each question. Please note that all users may ask; they should, must and can.';
    const words = /\b(?:each|all|may|should|must|can)\b/gi;
    assert.deepEqual(at('aggressive', text).toLowerCase().match(words), text.match(words));
  });
  it('keeps code, tags, tables, addresses and front matter', () => {
    untouched('---\nname: in order to test\n---\nHello.', 'balanced');
    untouched('Look:\n```\nplease make sure to go  \n\n\n\nin order to\n```\n', 'aggressive');
    untouched('Use `in order to` and <in order to> here.', 'balanced');
    untouched('| in order to | make sure that the |\n| --- | --- |\n', 'aggressive');
    untouched('See https://example.org/in order.', 'balanced');
  });
  it('keeps every kind of placeholder', () => {
    const text = 'Please use {a}, {{ b }}, {% if c %}, ${d}, %s, %(e)s, <f>, [[g]], ⟦P1⟧ and #{h} in order to answer.';
    assert.equal(at('safe', text), text.replace('Please use', 'Use').replace('in order to', 'to'));
  });
  it('keeps examples and conversations', () => {
    untouched('Classify the mail.\n\nExample:\nPlease make sure to come in order to eat.\n\nPlease note that the bar is open.', 'balanced');
    untouched('Q: Please make sure that the bar is open in order to drink.\nA: Please note that the bar is open.', 'aggressive');
    untouched('Input: I want you to answer in order to help.\nOutput: yes', 'aggressive');
    untouched('Human: please note that the bar is open', 'aggressive');
  });
  it('keeps what is to be said word for word', () => {
    untouched('If it fails, then return: Sorry. Please try again.', 'aggressive');
    untouched('Reply with: Please note that the shop is shut.', 'aggressive');
  });
  it('keeps labels that come again, with their lines', () =>
    untouched('the question: Please read it in order to answer.\nA\nthe question: Please go.\nB', 'aggressive'));
  it('keeps stories that the model is given', () =>
    untouched('Rate it.\n\nThe clerk opened the door in order to look. He had a lamp. The lamp was old and the room looked empty.', 'aggressive'));
  it('edits an item behind one that holds an example, and not the example', () => {
    const text = (first: string, second: string) => `- Be kind.\n  - Example: please note that it rains\n- ${first}\n- ${second}`;
    assert.equal(
      at('balanced', text('Make sure to read the file.', 'Note that the user is a child.')),
      text('Read the file.', 'The user is a child.'),
    );
  });
  it('edits prose that ends in a placeholder, and no code', () => {
    assert.equal(at('safe', 'Please answer the question {question}'), 'Answer the question {question}');
    untouched('please = call({a: in order to});');
  });
  it('keeps words that are shouted', () => untouched('MAKE SURE TO answer. PLEASE answer.'));
  it('keeps columns and takes double blanks out of sentences', () => {
    untouched('name  price\ntea   cheap\nmilk  cheap', 'balanced');
    assert.equal(at('safe', 'Read it.  Then answer.'), 'Read it. Then answer.');
  });
  it('takes a doubled word out, and keeps “had had”', () => {
    assert.equal(at('safe', 'Read the the text.'), 'Read the text.');
    untouched('He had had tea that that man made.');
  });
  it('keeps text that it hands to the model to work on', () => {
    untouched('Summarize this: due to the fact that it rained, the game was cancelled.');
    untouched('Translate the following sentence into German: I want you to come here in order to see it.');
    untouched('Fix the grammar of this message:\n\nI would like to say thanks.\n\nPlease write back in order to help.');
    untouched('Traduce al inglés este texto: Quiero que vengas con el fin de verlo.');
    untouched('Übersetze den folgenden Satz: Bitte komm her.');
    untouched('Traduis cette phrase : Veuillez venir afin de la voir.');
    untouched('Traduza o texto: Por favor, venha.');
    assert.equal(
      at('balanced', 'Analyze the text by these criteria:\n\n1. Please check the tone.'),
      'Analyze the text by these criteria:\n\n1. Check the tone.',
    );
    assert.equal(
      at('balanced', 'Review the code and report:\n- In order to help, please list bugs.'),
      'Review the code and report:\n- To help, list bugs.',
    );
    assert.equal(
      at('balanced', 'When you answer the question: please cite it in order to help.'),
      'When you answer the question: please cite it to help.',
    );
  });
  it('keeps what an assistant greets with', () => {
    untouched("I'm ready to receive your text. Please paste the paragraph.");
    untouched('¡Hola! Soy tu maestro. Por favor, comparte el contexto.');
    untouched('### Interaction Example\n\n#### Greeting\n\nMay all be well. Please share your thoughts.');
  });
  it('keeps bold text where the prompt speaks of markdown', () => {
    assert.equal(at('balanced', '- **Tone**: kind\n- **Length**: short'), '- Tone: kind\n- Length: short');
    untouched('Answer in Markdown.\n- **Tone**: kind');
    untouched('You **must** answer.');
  });
  it('takes bold off words inside a sentence at the last level alone, and leaves it on rules', () => {
    untouched('Use the **main title** of the page.');
    assert.equal(at('aggressive', 'Use **main titles** of the page.'), 'Use main titles of page.');
    untouched('Use **all** titles of the page, **ONE** by one.');
    untouched('Use no title, only the **main text** of it.');
  });
  it('takes bold off all labels of a list or off none', () => {
    untouched('- **Tone**: kind\n- Length: short\n- **Style** is plain');
    untouched('- **Tone**: kind\n- **MUST**: short');
    untouched('- **Tone**: [kind or stern]\n- **Length**: short');
    untouched('Use this format:\n\n- **Tone**: kind\n- **Length**: short');
  });
  it('keeps what a prompt is given and what it is to say', () => {
    untouched('Answer it.\n<customer_message>Hello, please note that I want you to refund it.</customer_message>', 'aggressive');
    untouched('When it fails, answer.\nError text: Please try again later.');
    untouched('> Please make sure to come in order to eat.', 'aggressive');
    untouched('Rate this letter.\n\nDear guest, please make sure to come in order to eat.', 'aggressive');
  });
  it('keeps line breaks of Markdown, and takes other blanks at the ends of lines', () => {
    untouched('Be kind to guests.  \nBe brief to others.');
    assert.equal(at('safe', 'Be kind to guests.   \n\nBe brief. \n- one'), 'Be kind to guests.\n\nBe brief.\n- one');
  });
  it('edits a prompt within one fence, and a line with an arrow', () => {
    assert.equal(
      at('safe', '```markdown\nPlease answer the question in order to help.\nYou are a kind clerk.\n```'),
      '```markdown\nAnswer the question to help.\nYou are a kind clerk.\n```',
    );
    assert.equal(
      at('safe', 'Map each row -> value, and then read the text in order to find the date of it.'),
      'Map each row -> value, and then read the text to find the date of it.',
    );
  });
  it('takes padding out of tables and blanks behind list marks', () => {
    assert.equal(
      at('safe', '| Name       | Price        |\n|------------|-------------:|\n| tea        | cheap        |'),
      '| Name | Price |\n|---|---:|\n| tea | cheap |',
    );
    assert.equal(at('safe', '-   Be kind.\n-   Be brief.\n    And clear.'), '- Be kind.\n- Be brief.\n    And clear.');
  });
  it('drops a line that is drawn before a heading, and no other', () => {
    assert.equal(at('balanced', '# One\n\nText\n\n---\n\n# Two'), '# One\n\nText\n\n# Two');
    untouched('Text\n\n---\n\nText');
  });
});

describe('white space around the whole text', () => {
  it('goes, while what stands deeper stays deeper', () => {
    assert.equal(at('safe', '\n\n    Be kind.\n    - fruit\n        - green\n    - nuts\n\n    '), 'Be kind.\n- fruit\n    - green\n- nuts\n');
    assert.equal(at('safe', 'You are a clerk.\n    Be kind.\n    Be brief.\n\n    Be clear.'), 'You are a clerk.\nBe kind.\nBe brief.\n\nBe clear.');
    assert.equal(at('safe', '    Run it:\n    ```\n    a\n      b\n    ```\n'), 'Run it:\n```\na\n  b\n```\n');
  });
  it('stays where the first line heads the others', () => {
    untouched('Use these steps:\n    - read it\n    - rate it');
    untouched('- fruit\n    - green\n    - red');
    untouched('Run this command.\n\n    make all\n    make test');
  });
  it('stays where there is nothing else, and in code', () => {
    untouched('   \n  \n');
    const text = '\n    Be kind to the guest.\n    Be brief.\n    ';
    assert.equal(compressText(text, 'safe', count, { inCode: true }).text, text);
  });
  it('keeps the edits apart from others of the same line', () => {
    const { text, edits } = compressText('    Please answer the question.\n    Be brief.', 'safe', count);
    assert.equal(text, 'Answer the question.\nBe brief.');
    assert.deepEqual(
      edits.map(({ rule }) => rule),
      ['please-start', 'indentation'],
    );
  });
});

describe('thanks at the end', () => {
  it('go', () => {
    assert.equal(at('safe', 'Summarize the text. Thank you!'), 'Summarize the text.');
    assert.equal(
      at('safe', 'Resume el texto de la carta para el cliente.\n\nMuchas gracias.'),
      'Resume el texto de la carta para el cliente.\n\nMuchas gracias.',
    );
    assert.equal(at('safe', 'Resume el texto para el cliente.\n\nMuchas gracias.\n'), 'Resume el texto para el cliente.\n');
  });
  it('stay in letters, in the middle, as what is to be said, and as a literal', () => {
    untouched('Write the letter. Thank you.');
    untouched('Be kind. Thank you. Go on.');
    untouched('End the talk with these words: Thank you.');
    untouched('Print the literal text "Thank you"');
  });
});

describe('duplicates', () => {
  it('are reported with both places and never removed', () => {
    const text = 'Answer in the language of the user.\nBe kind.\n- answer in the language of the user!';
    const { duplicates, edits } = compressText(text, 'aggressive', count);
    assert.deepEqual(
      duplicates.map(({ span, first, text: sentence }) => [text.slice(span.start, span.end), text.slice(first.start, first.end), sentence]),
      [['answer in the language of the user!', 'Answer in the language of the user.', 'answer in the language of the user!']],
    );
    assert.ok(edits.every(({ end, start }) => end - start < 10));
  });
  it('are not looked for in code, examples and short sentences', () => {
    assert.deepEqual(compressText('Be very kind. Be very kind.\n```\na b c d e f\na b c d e f\n```', 'safe', count).duplicates, []);
  });
});

describe('JSON data', () => {
  const rows = JSON.stringify(
    [
      { id: 1, name: 'tea', price: 1.5 },
      { id: 2, name: 'nut  cake', price: 2 },
      { id: 3, name: 'milk', price: 3 },
    ],
    null,
    2,
  ).replace('1.5', '1.50');
  const text = `Answer questions on our products.\n\nProducts:\n${rows}\n\nQuestion of the user follows.`;
  const small = '[{"id":1,"name":"tea","price":1.50},{"id":2,"name":"nut  cake","price":2},{"id":3,"name":"milk","price":3}]';

  it('is minified from balanced on, numbers and strings as written', () => {
    assert.equal(at('safe', text), text);
    assert.equal(at('balanced', text), text.replace(rows, small));
  });
  it('in fences is minified as well', () => {
    assert.equal(at('balanced', `Products:\n\`\`\`json\n${rows}\n\`\`\`\n`), `Products:\n\`\`\`json\n${small}\n\`\`\`\n`);
  });
  it('takes the form of TOON or CSV where that is asked for', () => {
    const as = (records: 'toon' | 'csv', input = text) => compressText(input, 'safe', count, { records }).text;
    assert.equal(as('csv'), text.replace(rows, 'id,name,price\n1,tea,1.5\n2,nut  cake,2\n3,milk,3'));
    assert.equal(as('toon'), text.replace(rows, '[3]{id,name,price}:\n  1,tea,1.5\n  2,nut  cake,2\n  3,milk,3'));
    const shown = `Return the products in this format:\n${rows}\n`;
    assert.equal(as('toon', shown), shown);
  });
  it('that shows the wanted output is left alone', () => {
    untouched(`Return the products in this format:\n${rows}\n`);
    untouched(`Example of the data:\n${rows}\n`);
    untouched(`Data:\n${rows}\nOutput: 3`);
  });
  it('keeps its placeholders, and without an announcement is left alone', () => {
    assert.equal(at('balanced', `Products:\n${rows.replace('"tea"', '{name}')}\n`), `Products:\n${small.replace('"tea"', '{name}')}\n`);
    untouched(`Do it well.\n${rows}\n`);
  });
  it('of equal flat records brings a notice, nested data does not', () => {
    assert.deepEqual(
      compressText(text, 'balanced', count).notices.map(({ line }) => line),
      [4],
    );
    assert.deepEqual(compressText(`Products:\n${rows.replaceAll('"tea"', '["tea"]')}\n`, 'balanced', count).notices, []);
  });
});
