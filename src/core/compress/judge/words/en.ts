import { createLexicon } from '../lexicon';
import { countWith } from './numerals';

const marks = `
NOT: under any circumstances | not | never | no | nor | neither | under no circumstances | avoid* | refrain* from | by no means | at no time | none of | nobody | nothing
NOT: do not ever | not under any circumstances | are not allowed to | is not allowed to | is not allowed | are not permitted to | not permitted to | is forbidden to | prohibited from | must never | don't ever
NOT: do not | does not | it is forbidden to | it is not allowed to | it is not permitted to | forbidden | it is prohibited to | keep from
WITHOUT: without | with no | instead of | rather than | except for | except | other than | excluding | free of | besides
ONLY: only | solely | exclusively | nothing but | no one but | merely | just | nothing other than
ALL: all | every | each | each of | every one of | all of | each and every | each one of | the whole | the entire | whole | entire | everyone | everybody | everything
SOME: some | several | a few | a number of | some of | certain | a couple of | various | a handful of
MANY: many | a large number of | lots of | a lot of | numerous | a great many | plenty of
MOST: most | most of | the majority of | a majority of
HALF: half of | half
BOTH: both | both of
EITHER: either | either of | one of
-: any | any of | whatsoever
ALWAYS: always | at all times | in every case | in all cases | without exception | invariably | on every occasion
USUALLY: usually | normally | generally | typically | as a rule | in general | in most cases
SOMETIMES: sometimes | occasionally | now and then | from time to time | at times | on occasion
OFTEN: often | frequently
RARELY: rarely | seldom | hardly ever
MAX: at most | no more than | not more than | up to | at the most | a maximum of | maximum of | maximum | max | at maximum | no longer than | not longer than | not exceed* | no greater than | not exceeding | within a limit of | limited to | a limit of | no later than | not to exceed | must not exceed | should not exceed | do not exceed | should not be longer than | must not be longer than | should be no longer than | at the very most
MAX: the maximum | maximum number of | maximum length of
MIN: at least | no less than | no fewer than | not less than | not fewer than | a minimum of | minimum of | minimum | min | at minimum | at the very least | the minimum
BACKMAX: or less | or fewer | or under | or below | at most
BACKMIN: or more | or over | or above | and up | and above
MORE: more than | over | above | exceed* | greater than | longer than | in excess of | higher than | larger than
LESS: less than | under | below | fewer than | shorter than | lower than | smaller than
old MORE: older than | over the age of | above the age of
old LESS: younger than | under the age of | below the age of
EXACT: exactly | precisely | a total of | in total
ABOUT: about | approximately | around | roughly | circa | some
MUST: must | have to | has to | need to | needs to | shall | are required to | is required to | are obliged to | is obliged to | it is necessary to | it is necessary that | it is mandatory to | it is mandatory that | it is required to | it is required that | is mandatory | are mandatory | required | mandatory | it is essential to | it is essential that | it is imperative to | it is imperative that | are to | is to
SHOULD: should | ought to | are expected to | is expected to | are supposed to | is supposed to | had better | it is recommended to | it is recommended that | it is advisable to
MAY: may | can | could | might | are allowed to | is allowed to | are free to | is free to | feel free to | are permitted to | is permitted to | it is possible to | are able to | is able to | have permission to | it is fine to | it is okay to | it is ok to | you are welcome to | if you like | if you want | if you wish
OPTIONAL: optional | optionally | do not have to | does not have to | do not need to | does not need to | need not | are not required to | is not required to | it is not necessary to | is not mandatory | are not mandatory | if needed | if necessary | as needed | not necessarily
TRY: try to | attempt to | do your best to | strive to | aim to | try and
NOT MAY: cannot
IF: if | when | whenever | in the event that | in the event of | in case | in case of | in cases where | in the case that | provided that | provided | assuming that | on condition that | as long as | so long as | in situations where | in a situation where | should it be the case that
EVENIF: even if | even when | even though | although | regardless of whether
IF NOT: unless | except if | except when | if not
ELSE: otherwise | or else | else | failing that | if this is not the case | if that is not the case
THEN: then | second, | third, | fourth, | fifth, | next | after that | afterwards | afterward | subsequently | thereafter | followed by | secondly | thirdly | and then | in the next step | as a next step
FIRST: first | first of all | firstly | at first | to begin with | to start with | as a first step | initially | at the beginning | at the start | at the top
LAST: finally | lastly | at the end | in the end | as a last step | to finish | at last | eventually | at the bottom
BUT: but | however | yet | whereas
BECAUSE: because | since | due to the fact that | owing to the fact that | because of the fact that | because of | due to | in view of the fact that | on account of | as a result of | in light of the fact that
REL: where | that | which | who | whom | whose
SOTHAT: so that | such that
AND: and | as well as | & | plus | along with | together with | and also
OR: or
BEFORE: before | prior to | ahead of | in advance of | earlier than
AFTER: after | once | as soon as | subsequent to | later than | upon
UNTIL: until | till | up until
WHILE: while | during | whilst | in the course of | throughout
FROM: from | out of
TO: to | into | onto | towards | toward
OF: of
POSS: 's
WITH: with | using | by means of | with the help of | through | via | by using
IN: in | inside | within | inside of
ON: on | upon
AS: as | in the role of
BY: by
FOR: for | on behalf of
AT: at
ON: about | regarding | concerning | with regard to | with respect to | in relation to | pertaining to | related to | relating to | in regard to | with reference to | on the subject of | on the topic of | as regards
IN: in terms of
AGAINST: against | versus
LIKE: such as | like | for example | e g | for instance | including
ANDSO: in order to | so as to | for the purpose of | with the aim of | with a view to
-: the | a | an | this | these | those | there | is | are | be | been | being | was | were | am | do | does | did | will | would | has | have | had | own | each other | itself | himself | herself | yourself | themselves | as well | also | too | additionally | furthermore | moreover | in addition | besides that | very | really | quite | extremely | simply | basically | actually | truly | just | highly | absolutely | definitely | clearly | again | in turn | it is | there is | there are | respectively | namely | i | me | we | us | my | our | so | in it | in them | of it | of them | on it | out | up | off | down | so called | given | overall | already | indeed | of course | certainly | in fact | essentially | who is | that is | which is | that are | which are | who are | it comes to | when it comes to | in a way that is | here | below | above mentioned | quotation marks | your | you're | i'm | how
YOU: you | yourself
-: by you | for me | to me | for us
PRON: it | its | them | they | their | one | ones | he | she | his | her | him | that one | this one | those ones | the same | the latter | the former
POLITE: thank you | thanks | many thanks | hi there | hi | hello | hey | thanks a lot | thank you very much
-: please | kindly | thank you | thanks | thank you very much | many thanks | thanks a lot | thank you in advance | thanks in advance | hi there | hi | hello | hey | dear assistant | and thanks for your help | thanks for your help | thank you for your help | many thanks for your help | i would be grateful if you could | i would appreciate it if you | i'd appreciate it if you | it would be great if you could | it would be nice if you could | if you would be so kind | be so kind as to | would you be so kind as to | would you mind | would you please | could you please | can you please | will you please | would you | could you | can you | will you | may i ask you to | let me ask you to | sincerely
-: your task is to | your job is to | your role is to | your goal is to | your mission is to | your objective is to | your main task is to | your responsibility is to | your duty is to | you are responsible for | you are tasked with | the task is to | the goal is to | i want you to | i would like you to | i'd like you to | i need you to | we want you to | we would like you to | what i want you to do is | what you should do is | you are asked to | you are going to | you are here to | you will be asked to | you are expected to
-: make sure that | make sure to | make sure | be sure to | be sure that | ensure that | ensure | see to it that | take care to | take care that | remember to | remember that | do not forget to | do not forget that | never forget to | keep in mind that | keep in mind to | bear in mind that | bear in mind to | please note that | note that | be aware that | take note that | it should be noted that | it is worth noting that | notice that | it is important that | it is important to | it is important to note that | it is crucial that | it is crucial to | it is vital that | it is vital to | importantly | important | it is the case that | the fact that | and remember to | and remember that | and remember | remember | do not hesitate to | go ahead and | proceed to | you are kindly asked to | it goes without saying that
-: you are an assistant who | you are an assistant that | you are a helpful assistant who | you are a helpful assistant that | you are someone who | you are somebody who | you are a person who | you are an ai assistant that | you are an ai assistant who | you are an ai that | you are a bot that | you are a tool that | you are the one who | you act as an assistant that | you act as someone who | you are an assistant whose job is to | you are an assistant whose task is to
AS: you act as | act as | you are acting as | you take the role of | take the role of | you play the role of | your role is that of | you are | imagine you are | imagine that you are | pretend to be
-: as for the tone | as for the style | as for the length | as for the format | as for the language | when it comes to the tone | when it comes to style | when it comes to length | with regard to the tone | with regard to the style | with regard to the length | with regard to the format | regarding the tone | regarding the length | regarding the format | regarding the style | in terms of length | in terms of tone | in terms of style | in terms of format | concerning the tone | concerning the length | with respect to the tone | with respect to the length | as far as the tone is concerned | as far as the length is concerned | as far as the style is concerned | as far as the format is concerned | as to the tone | as to the length | for the tone | in the following way | as follows
-: you will receive | you will be given | you receive | you are given | i will give you | i will provide you with | i am going to give you | you will be provided with | you get | you will get | you'll receive | you'll get | you'll be given | will provide | provides you with
FOLLOWING: the following | these rules | these points | these guidelines | these instructions
`;

const concepts = `
!answer: answer the question | answers the question | answer the questions | answer questions | reply to the question | answer* | respond* | response* | reply | replies | replied | replying | give an answer to | give an answer | provide an answer to | provide an answer | give a reply | react to
!help: help* | assist | assists | assisted | assisting | assistance | aid | aids | support | supports | supporting | be of help to | give help to | lend a hand
~!use: use | uses | used | using | utili* | make use of | makes use of | employ | employs | apply | applies
!give: give | gives | gave | given | giving | provide* | supply | supplies | offer | offers | offered | hand over
!show: show* | display* | present | presents
!write: write | writes | wrote | written | writing | compose | composes | draft | drafts | author
!ask: ask | asks | asked | asking | inquire* | enquire* | query | request | requests | requested
!check: check | checks | checked | checking | verify | verifies | verified | examine* | inspect* | go through | look over | carry out a check of | perform a check of | do a check of | review | reviews | reviewed
!tell: tell | tells | told | inform* | notify | notifies | notified | let know
!mention: mention* | state | states | stated | name | names | named
!say: say | says | said
!describe: describe* | description* | give a description of | provide a description of
!explain: explain* | explanation* | clarif* | give an explanation of | provide an explanation of
!summary: summar* | give a summary of | provide a summary of | write a summary of | sum up
!list: list | lists | listed | listing | enumerat* | make a list of | create a list of | provide a list of | give a list of
!translate: translat* | render | produce a translation of
!choose: choose* | chose | select | selects | selected | selection | pick | picks
!fix: fix | fixes | correct | corrects | corrected | correction* | repair | repairs
!delete: delet* | remov* | erase*
!keep: keep | keeps | kept | retain* | preserve* | maintain* | remain | remains | stay | stays | leave | leaves
!make: make | makes | made | creat* | produc* | generat* | build | builds | built | prepar* | come up with
!send: send* | sent | deliver | delivers | delivered | dispatch* | ship | ships | shipped
!forward: forward | forwards | forwarded | pass on | passes on
!include: includ* | contain* | comprise* | feature | features | has | have
!begin: begin* | began | start | starts | starting | commence*
!end: end | ends | ended | ending | finish* | conclude | concludes | close with | stop | stops | terminate*
!get: get | gets | got | obtain* | receiv* | acquire*
!buy: buy | buys | bought | purchas*
!assess: assess* | evaluat* | rate | rates | rated | rating | judge | judges | score | scores | grade | grades
!decide: decid* | determin*
!suggest: suggest* | propos* | recommend* | put forward
!need: needs | require*
!think: think | consider | considers | take into account | take into consideration | bear in mind
!search: search* | look for | looks for | seek | find | finds
!return: return | returns | returned | give back | output | outputs
!change: chang* | alter | alters | altered | modif* | amend* | edit | edits
!handle: handle* | deal with | deals with | process | take care of
!refuse: refus* | reject* | declin* | turn down
!discuss: discuss* | talk about | speak about
!estimate: estimat* | gauge
!label: label* | tag | tags | tagged
!plan: plan | plans | planned | planning
!sort: sort* | arrange | arranges | put in order
!contact: contact* | get in touch with | reach out to
!speak: speak* | spoke | spoken | talk | talks
!sign: sign | signs | signed
!hand: hand | hands | handed
!last: last | lasts | lasted | lasting | takes
!lead: lead | leads | led
!confirm: confirm*
!invite: invit*
!pay: pay | pays | paid | payment*
!store: store | stores | stored | save | saves | saved
!count: count | counts | counted
!compare: compar*
!open: open | opens | opened
!greet: greet* | welcome | welcomes
!thank: thank | thanks to
!assign: assign*
!approve: approve* | approval*
!book: book | books | booked
!report: report | reports | reported
!remind: remind*
!advise: advis*
!transfer: transfer*
!move: move | moves | moved
!read: read | reads | reading
!follow: follow | follows
!apologise: apologi*
!escalate: escalat*
!add: add | adds | added | adding
!extract: extract*
!classify: classif* | categori*
!convert: convert*
!create: creates
!speak: converse
customer: customer* | client | clients | shopper*
user: user | users
employee: employee* | staff member* | staff | worker*
employer: employer*
error: error* | mistake* | bug | bugs
document: document* | doc | docs
picture: picture* | image | images
photo: photo* | photograph*
child: child | children | kid | kids
man: man | men
woman: woman | women
person: person | persons | people | individual*
teacher: teacher* | instructor*
pupil: pupil* | student*
doctor: doctor* | physician*
company: compan* | firm | firms | business*
shop: shop | shops | store's
mail: mail | mails | email* | e mail*
mobile: phone | phones | telephone* | by phone
brief: brief* | short | concise* | succinct* | to the point | in a brief manner | in a concise manner
long: long | lengthy
big: big | large | great | huge
small: small | little | tiny
quick: quick* | fast | rapid* | prompt* | swiftly | immediately | at once | right away | straight away | without delay
important: crucial | essential | vital | key | significant
polite: polite* | courteous* | in a polite manner | in a polite way | in a courteous way | civil
friendly: friendly | warm | kind | in a friendly manner | in a friendly way | in a friendly tone
formal: formal* | in a formal manner
factual: factual* | objective* | matter of fact | neutral
clear: clear | in a clear manner | in a clear way | plain | plainly
accurate: accurate* | precise
careful: careful* | cautious*
~careful: carefully | with great care | with care | thoroughly | attentively
sure: sure | certain that | confident
unsure: unsure | uncertain | not sure | not certain
correct: right
wrong: wrong | incorrect* | false
unclear: unclear | ambiguous
missing: missing | absent | lacking
incomplete: incomplete
simple: simple | easy | straightforward
difficult: difficult | hard | tough
additional: additional | further | extra | more | another
current: currently | at this point in time | at the present time | at present | at the moment | now | presently | right now | at this time | as of now | these days | nowadays
possible: possible | feasible
beautiful: beautiful | pretty
start: beginning
child: minor
question: question*
problem: problem* | issue | issues | difficulties
information: information | info | details
price: price* | cost | costs
tone: tone | register
~text: text | texts | the text that follows | the text below | passage
~answer: the answer
~content: content | contents | matter | thing | things | item | items
#task: task | tasks | rule | rules | instruction* | role | guideline* | requirement* | goal | goals | objective | note | notes | constraint* | job | context | background | overview | general
~way: way | ways | manner | fashion | method | process of | kind of | sort of | type of
~scale: scale | mean | means | meaning | range from | stands for | denotes | indicates | signifies | represents
~follow: following | below | provided | given | that follows | listed | specified | above
~system: in question | relevant | necessary | proper | appropriate | suitable | respective | corresponding
~number: number of | amount of
assistant: assistant
~ask: asked
~total: total
~time: point in time
!require: requirement
~language: language
~document: section
~member: part
~lists: the list
`;

const irregular: readonly [RegExp, string][] = [
  [/(?:'s|’s)$/, ''],
  [/isation|ization/, 'is'],
  [/iz(?=e|i|a)/, 'is'],
];

/** Light: endings of plurals, tenses and derivations. */
function stem(word: string): string {
  let root = word;
  for (const [pattern, text] of irregular) root = root.replace(pattern, text);
  if (root.length < 4) return root;
  root = root.replace(/ies$|(?<=[sxz]|[cs]h)es$|(?<![su])s$/, (ending) => (ending === 'ies' ? 'y' : ''));
  if (root.length > 5)
    root = root
      .replace(/(?:ations?|itions?|ions?|ments?)$/, '')
      .replace(/ically$/, 'ic')
      .replace(/ly$/, '');
  if (root.length > 4) root = root.replace(/(?:ing|ed)$/, '').replace(/([bdglmnprt])\1$/, '$1');
  return root.replace(/[ey]$/, '').replace(/at$/, '');
}

const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** English. */
export const en = createLexicon(marks + concepts, stem, countWith(ones, tens, { hundred: 100, thousand: 1000, million: 1e6, dozen: 12, fourty: 40 }));
