/** The character that stands for each byte in the vocabularies of byte-level models: itself where it prints in Latin-1, else one from U+0100 on. */
export function byteChars(): readonly string[] {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const prints = (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte !== 0xad);
    return String.fromCharCode(prints ? byte : next++);
  });
}

/** How a vocabulary writes bytes that no character of it holds. */
export const byteTokens = (): readonly string[] =>
  Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
