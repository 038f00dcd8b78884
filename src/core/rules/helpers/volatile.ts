/** Expressions whose value differs from call to call, as source text. */
const clock =
  /\b(?:datetime|date)\.(?:now|utcnow|today)\(|\btime\.time(?:_ns)?\(|\btime\.(?:strftime|ctime)\(|\bnew Date\(\s*\)|\bDate\.now\(|\bperformance\.now\(|\btime\.Now\(|\bLocalDateTime\.now\(|\bInstant\.now\(|\bDateTime\.(?:Utc)?Now\b|\bTime\.now\b/;
const chance = /\buuid[14]?\b\S*\(|\brandomUUID\(|\bnanoid\(|\brandom\.\w+\(|\bMath\.random\(|\bsecrets\.\w+\(|\bGuid\.NewGuid\(/;
const person = /^(?:this\.|self\.)?(?:user_?name|user\.(?:name|id|email)|user_?id|session_?id|request_?id|trace_?id|timestamp|current_?time|now)$/i;
/** Directives of Python's format specifications that say no more than the day. */
const DAY = `(?:%[-#]?[aAbBdDFGjmuUVwWxyY]|[^%{}])*`;
/** Readings of the clock that change once a day. */
const dailyFormats = [
  new RegExp(String.raw`strftime\(\s*(["'])${DAY}\1\s*\)`),
  new RegExp(String.raw`:${DAY}%[-#]?[aAbBdDFGjmuUVwWxyY]${DAY}\}*$`),
  /toLocaleString\((?=[^)]*dateStyle)(?![^)]*timeStyle)/,
  /Intl\.DateTimeFormat\((?![^)]*(?:timeStyle|hour|minute|second|dayPeriod))/,
];
const daily =
  /\bdate\.today\(|\.date\(\)|strftime\(["'][^"'HMSIfpcXs]*["']\)|toDateString\(|toLocaleDateString\(|slice\(0,\s*10\)|split\(["']T["']\)\[0\]/;

/** What differs between machines, folders and processes, though not from call to call. */
const place =
  /\bos\.getcwd\(|\bPath\.cwd\(|\bprocess\.cwd\(|\bos\.Getwd\(|\bgethostname\(|\bos\.hostname\(|\bplatform\.node\(|\bgetpass\.getuser\(|\bos\.getlogin\(|\buserInfo\(|\bos\.getpid\(|\bprocess\.pid\b|\bmkdtemp(?:Sync)?\(/;
const placeVariable = /\b(?:environ(?:\.get\(|\[)|getenv\(|process\.env\.)\s*["']?(?:USER|USERNAME|LOGNAME|HOME|PWD|HOSTNAME|TMPDIR)\b/;

/** The expression of a placeholder, without the braces around it. */
export const bareOf = (source: string): string => source.replace(/^\$?\{+|\}+$/g, '').trim();

/** Is this a reading of the clock that says no more than the day? */
export function isDaily(source: string): boolean {
  const bare = bareOf(source);
  return daily.test(bare) || dailyFormats.some((format) => format.test(bare));
}

/** Does this expression change from call to call? Values that change once a day do not count. */
export function isVolatile(source: string): boolean {
  const bare = bareOf(source);
  return !isDaily(source) && (clock.test(bare) || chance.test(bare) || person.test(bare));
}

/** Is this another value on another machine, in another folder or for another user's process? */
export const isLocal = (source: string): boolean => place.test(source) || placeVariable.test(source);
