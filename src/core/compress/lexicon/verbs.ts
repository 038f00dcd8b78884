const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** English verbs in their base form, as instructions to a model use them. Closed: an unknown word is no verb. */
const verbs = words(`
  accept access achieve acknowledge act adapt add address adhere adjust adopt advise aim align allow analyse analyze answer anticipate apologize
  apply approach arrange articulate ask assess assign assist assume attach attempt attribute augment avoid balance base be begin behave break
  brainstorm bring build calculate call capture carry categorize change check choose cite clarify classify clean close code collect combine
  come comment communicate compare compile complete compose compute conclude conduct confirm connect consider construct consult contact
  contain continue contribute convert convey convince correct count cover craft create critique customize debug decide decline decode define
  deliver demonstrate describe design detail detect determine develop devise diagnose differentiate direct discover discuss display divide do
  double-check draft draw edit elaborate emphasize employ emulate encourage end engage enhance ensure enter establish estimate evaluate examine
  execute exercise expand expect explain explore express extend extract fetch fill filter finalize find finish fix focus follow format formulate
  gather generate get give go grade greet group guess guide handle have help highlight identify illustrate imagine implement import improve include
  incorporate increase indicate infer inform insert inspect integrate interact interpret introduce investigate invite involve join judge keep
  know label learn leave let leverage link list listen locate log look maintain make manage map mark match mention merge mimic minimize modify
  monitor move name navigate note notify number observe obtain offer open optimize order organize outline output own paraphrase parse pass pay
  perform personalize pick place plan play point pose practice predict prefer prepare present preserve pretend print prioritize proceed process
  produce promote prompt proofread propose provide pull put query quote raise rank rate reach read recall receive recite recognize recommend
  record redirect reduce refer refine reflect reformat regard reject relate rely remain remember remind remove rephrase replace reply report
  represent reproduce request research resolve respect respond rest restate restructure retrieve return reveal review revise rewrite run save say
  scan schedule score search select send separate serve set share show simplify simulate sketch solve sort speak specify split stand start state
  stay step stick store strive structure study submit substitute suggest suit summarise summarize supplement supply support swap switch
  synthesize tackle tag tailor take talk teach tell test think title track transcribe transform translate treat try tune turn type uncover
  understand update upload use utilize validate verify view visit visualize wait walk warn weave welcome work wrap write yield`);

/** Verbs behind "I want you to" that ask for something to be done, none that wish somebody well. */
const tasks = words(`
  act add adopt analyse analyze answer apply ask assess assist assume behave brainstorm build calculate categorize change check choose cite classify
  code compare compile complete compose conduct consider continue convert correct craft create critique debug define describe design determine
  develop devise do draft edit elaborate emulate estimate evaluate examine execute explain explore extract fill focus follow format formulate
  generate give guess help highlight identify imagine imitate implement include interpret list look make mimic modify name optimize organize outline
  output parse perform pick plan play predict prepare present pretend process produce proofread propose provide rank rate read recommend rephrase
  replace reply research respond return review revise rewrite role-play roleplay score search select send share show simplify simulate solve sort speak
  specify start state suggest summarise summarize tag take talk teach tell test think transcribe transform translate treat update use verify visualize write`);

export const isVerb = (word: string): boolean => verbs.has(word);
export const isTaskVerb = (word: string): boolean => tasks.has(word);
