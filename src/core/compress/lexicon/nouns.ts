/** Nouns that instructions name without an article and are understood: things of a prompt, its data and its output. Singular forms. */
const nouns: ReadonlySet<string> = new Set(
  `
  ability abstract account accuracy action address adjective advantage adverb advertisement advisor agent algorithm
  alternative analysis analyst answer antagonist app appendix application approach argument article aspect assertion
  assessment assistant assumption atmosphere attacker attorney attribute audience author background backlog balance
  benchmark benefit bias bibliography block blog body book booking branch brand breadcrumb brief budget bug business
  button campaign candidate caption category certificate challenge change channel chapter character chart chat
  chatbot chef chord chunk citation city claim class classroom clause client climate clinic clue code colleague
  collection color column command comment commit community company comparison component concept conclusion condition
  configuration conjunction connection consideration constraint content context continent contract conversation copy
  corpus correlation counterargument country course court creation credential criterion css csv cuisine curriculum
  customer dashboard data database dataset date deadline debate decision defendant definition degree deliverable
  department dependency description design destination detail developer development device diagnosis diagram dialog
  dialogue difference direction director directory discussion disease dish display dissertation division doctor
  document domain dosage draft ecosystem educator element email employee employer endpoint entity entry environment
  epic episode epoch equation error essay estimate evaluation event evidence example exception exercise experiment
  expert explanation exploit export expression fact fallacy feature feedback field figure file filename finding
  firewall firm flight flow folder follower font footer footnote foreground formula founder frame framework function
  game genre goal gradient graph greeting group guest guide guideline habit hashtag header heading headline hero hint
  history homepage hospital host hotel html hyperlink hyperparameter hypothesis icon id idea identifier image
  implication import importance improvement indicator industry information ingredient input insight installation
  instruction integer intent interaction interface interpreter interview interviewee interviewer introduction
  investor invoice issue item itinerary job journey json judge keyword kitchen landing landscape language law lawyer
  layout lesson letter level library likelihood limitation line link location log logic logo loss lyric manager
  market material meal meaning medication meeting melody menu message metadata method methodology metric milestone
  misconception mistake model modification module monologue name narrative narrator navigation neuron newsletter note
  noun nurse object objection objective observation office opinion opponent organization outcome outline output
  overview package page painting palette panel paper paragraph parameter parser partner passage passenger password
  patch patient pattern payment permission person persona perspective photo phrase picture pixel plaintiff plan
  platform player plot podcast policy population portfolio portrait post precision prediction preference premise
  preposition presentation principle privilege problem procedure process product profile program project prompt
  pronoun proponent proposal protagonist province purpose qualification quality query question quiz quote rating
  ratio reader reason receipt recipe recipient recommendation record recording recruiter reference refund region
  regulation relationship release reply report repository request requirement reservation resolution respondent
  response restaurant result resume review rhythm risk roadmap role route row salary sample scale scenario scene
  schedule schema school scope score script sculpture season section sector selection sentence sequence service
  session setting shape sidebar situation size skill slogan slot snippet solution source speaker specification sprint
  stack stakeholder stance stanza startup statement statute step story strategy strength string structure student
  style subject subscriber subscription suggestion summary supplier survey symptom syntax system table tag target
  task teacher team technique technology temperature template tense term test text texture theme theory therapy
  thesis thought thread threat ticket timeline title token tone tool topic town trace transaction transcript
  transcription translation traveler treatment tutor type unit university url user username utterance value variable
  variant vector vendor verb verdict verse version video view village villain vulnerability weakness weather website
  widget wikipedia word workflow workshop writer xml yaml`
    .trim()
    .split(/\s+/),
);

/** Is it one of those nouns, in the singular or the plural? */
export function isPlainNoun(word: string): boolean {
  return (
    nouns.has(word) ||
    (word.endsWith('s') && (nouns.has(word.slice(0, -1)) || nouns.has(word.replace(/ies$/, 'y')) || nouns.has(word.replace(/es$/, ''))))
  );
}
