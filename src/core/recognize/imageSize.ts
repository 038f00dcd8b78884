const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Headers lie within the first bytes; those of JPEG may stand behind a preview. */
const MOST = 64_000;

/** Width and height that the header of a picture in base64 says (PNG, GIF, JPEG), with or without `data:image/…;base64,`; null for any other text. */
export function imageSize(text: string): { width: number; height: number } | null {
  const data = text.replace(/^\s*data:image\/[\w.+-]+;base64,/i, '');
  if (/^iVBORw0KGgo/.test(data)) {
    const bytes = decode(data.slice(0, 40));
    return bytes.length >= 24 ? sizeOf(number(bytes, 16, 4), number(bytes, 20, 4)) : null;
  }
  if (/^R0lGOD/.test(data)) {
    const [a = 0, b = 0, c = 0, d = 0] = decode(data.slice(0, 16)).slice(6);
    return sizeOf(a + (b << 8), c + (d << 8));
  }
  return /^\/9j\//.test(data) ? jpegSize(decode(data.slice(0, MOST))) : null;
}

const sizeOf = (width: number, height: number) => (width > 0 && height > 0 ? { width, height } : null);

/** A big-endian number. */
const number = (bytes: readonly number[], at: number, length: number): number =>
  bytes.slice(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0);

/** The size stands in the frame header; the segments before it are passed over. */
function jpegSize(bytes: readonly number[]): { width: number; height: number } | null {
  let at = 2;
  while (bytes[at] === 0xff && at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sizeOf(number(bytes, at + 7, 2), number(bytes, at + 5, 2));
    at += 2 + number(bytes, at + 2, 2);
  }
  return null;
}

function decode(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0) break;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 0xff);
  }
  return bytes;
}
