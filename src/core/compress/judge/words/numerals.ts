/**
 * Numerals by value: those from zero on in order, the tens from twenty on, and others by name. `join` writes tens and ones as one word, where
 * a language does so; else they stand apart and are added up by the reader.
 */
export function countWith(
  ones: string,
  tens: string,
  others: Record<string, number>,
  join?: (ten: string, one: string, value: number) => string,
): ReadonlyMap<string, number> {
  const result = new Map<string, number>(Object.entries(others));
  const small = ones.split(' ');
  for (const [value, word] of small.entries()) result.set(word, value);
  tens.split(' ').forEach((word, index) => {
    const ten = (index + 2) * 10;
    result.set(word, ten);
    if (join) for (let one = 1; one < 10; one++) result.set(join(word, small[one]!, one), ten + one);
  });
  return result;
}
