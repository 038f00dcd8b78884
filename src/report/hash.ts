/** FNV-1a over UTF-16 units, 32 bits from each of two starts: 16 hexadecimal digits, of which the last `digits` are given. Not for secrets. */
export function hashText(text: string, digits: number): string {
  const half = (start: number): string => {
    let hash = start;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return (half(0x9e37_79b9) + half(0x811c_9dc5)).slice(-digits);
}
