/** Expressions whose value differs from call to call, as source text. */
const clock =
  /\b(?:datetime|date)\.(?:now|utcnow|today)\(|\btime\.time(?:_ns)?\(|\btime\.(?:strftime|ctime)\(|\bnew Date\(\s*\)|\bDate\.now\(|\bperformance\.now\(|\btime\.Now\(|\bLocalDateTime\.now\(|\bInstant\.now\(|\bDateTime\.(?:Utc)?Now\b|\bTime\.now\b/;
const chance = /\buuid[14]?\b\S*\(|\brandomUUID\(|\bnanoid\(|\brandom\.\w+\(|\bMath\.random\(|\bsecrets\.\w+\(|\bGuid\.NewGuid\(/;
const person = /^(?:this\.|self\.)?(?:user_?name|user\.(?:name|id|email)|user_?id|session_?id|request_?id|trace_?id|timestamp|current_?time|now)$/i;
/** Directives of Python's format specifications that say no more than the day. */
const DAY = String.raw`(?:%[-#]?[aAbBdDFGjmuUVwWxyY]|[^%{}])*`;
/** Readings of the clock that change once a day. */
const dailyFormats = [
  new RegExp(String.raw`strftime\(\s*(["'])${DAY}\1\s*\)`),
  new RegExp(String.raw`:${DAY}%[-#]?[aAbBdDFGjmuUVwWxyY]${DAY}\}*$`),
  /toLocaleString\((?=[^)]*dateStyle)(?![^)]*timeStyle)/,
  /Intl\.DateTimeFormat\((?![^)]*(?:timeStyle|hour|minute|second|dayPeriod))/,
];
const daily =
  /\bdate\.today\(|\.date\(\)|strftime\(["'][^"'HMSIfpcXs]*["']\)|toDateString\(|toLocaleDateString\(|slice\(0,\s*10\)|split\(["']T["']\)\[0\]/;

/** Does this expression change from call to call? Values that change once a day do not count. */
export function isVolatile(source: string): boolean {
  const bare = source.replace(/^\$?\{+|\}+$/g, '').trim();
  return !daily.test(bare) && !dailyFormats.some((format) => format.test(bare)) && (clock.test(bare) || chance.test(bare) || person.test(bare));
}
