/** The text of a file, and the way back to bytes. */
export interface DecodedFile {
  /** Without a byte order mark, so that offsets count from the first character. */
  text: string;
  /** Null where the bytes are in no encoding that is known for sure: what could not be read is U+FFFD in `text`, and the file must not be written. */
  encoding: Encoding | null;
}

interface Encoding {
  /** The bytes of another text in the same encoding, with the same mark; null for a text that it cannot hold, such as half a surrogate pair. */
  encode(text: string): Buffer | null;
}

/** By the mark that a file begins with; UTF-8 goes without one as well. */
const encodings = [
  { mark: Buffer.from([0xef, 0xbb, 0xbf]), decode: fromUtf8, encode: toUtf8 },
  { mark: Buffer.from([0xff, 0xfe]), decode: fromUtf16, encode: toUtf16 },
  { mark: Buffer.from([0xfe, 0xff]), decode: (bytes: Buffer) => fromUtf16(swapped(bytes)), encode: (text: string) => swapped(toUtf16(text)) },
  { mark: Buffer.alloc(0), decode: fromUtf8, encode: toUtf8 },
];

/** What the report says of a file whose bytes could not all be read. */
export const unknownEncoding = 'Neither UTF-8 nor UTF-16 with a byte order mark; bytes that could not be read were replaced';

/** Decodes UTF-8, UTF-8 with a mark and UTF-16 with a mark. Only bytes that come out the same again count as known. */
export function decodeFile(bytes: Buffer): DecodedFile {
  const { mark, decode, encode } = encodings.find((one) => bytes.subarray(0, one.mark.length).equals(one.mark))!;
  const text = decode(bytes.subarray(mark.length));
  const write = (changed: string): Buffer | null => {
    const body = encode(changed);
    return decode(body) === changed ? Buffer.concat([mark, body]) : null;
  };
  return { text, encoding: write(text)?.equals(bytes) ? { encode: write } : null };
}

function fromUtf8(bytes: Buffer): string {
  return bytes.toString('utf8');
}

function toUtf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

function fromUtf16(bytes: Buffer): string {
  return bytes.toString('utf16le');
}

function toUtf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

/** The other order of bytes; an odd one at the end is left out, so that the text does not come out the same. */
function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}
