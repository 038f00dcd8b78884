import { createReadStream } from 'node:fs';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** Told of what a file of records holds, in its order. */
export interface RecordSink {
  /** A JSON value, or a row of a table by its column names. `line` is that on which it starts, 1-based. */
  record(value: unknown, line: number): void;
  broken(line: number, reason: string): void;
}

/** Longest record, in bytes. What is longer is broken. */
const LONGEST = 32 * 1024 * 1024;
/** How much of a file tells its form. */
const HEAD = 256 * 1024;

/** Is a file a table in columns that only a database engine reads? */
export const isParquet = (head: Buffer): boolean => head.subarray(0, 4).toString('latin1') === 'PAR1';

/**
 * Reads JSON lines, JSON values one after the other, a JSON array, or CSV, packed by gzip or not; which of them the content tells. Memory
 * does not grow with the file. Throws where the file can't be opened.
 */
export async function readRecords(file: string, sink: RecordSink): Promise<void> {
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const chunks = unpacked(source);
  const { head, rest } = await readHead(chunks);
  const all = resume(head, rest);
  const body = skipMark(head);
  if (isTable(body)) await readTable(all, sink);
  else await (hasJsonLines(body) ? readLines(all, sink) : readValues(all, sink));
}

/** The bytes of a stream, unpacked where its first ones say gzip. */
async function* unpacked(source: Readable): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  const rest = resume(first.value, { [Symbol.asyncIterator]: () => chunks } as AsyncIterable<Buffer>);
  const packed = first.value[0] === 0x1f && first.value[1] === 0x8b;
  // What breaks while it is unpacked is thrown to whoever reads.
  yield* packed ? (pipeline(Readable.from(rest), createGunzip(), () => {}) as Transform) : rest;
}

/** The first bytes, and what comes after them. */
async function readHead(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> | null }> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    while (size < HEAD) {
      const { value, done } = await chunks.next();
      if (done) return { head: Buffer.concat(parts), rest: null };
      parts.push(value);
      size += value.length;
    }
  } catch (error) {
    if (!parts.length) throw error;
    return { head: Buffer.concat(parts), rest: failing(error) };
  }
  return { head: Buffer.concat(parts), rest: chunks };
}

// biome-ignore lint/correctness/useYield: it has nothing to give but its error.
async function* failing(error: unknown): AsyncGenerator<Buffer> {
  throw error;
}

async function* resume(head: Buffer, rest: AsyncIterable<Buffer> | null): AsyncGenerator<Buffer> {
  yield skipMark(head);
  if (rest) yield* rest;
}

const skipMark = (head: Buffer): Buffer => (head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? head.subarray(3) : head);

/** Whether single lines are whole JSON objects. */
function hasJsonLines(head: Buffer): boolean {
  const text = head.toString('utf8').trimStart();
  if (text.startsWith('[')) return false;
  const lines = text.split('\n').slice(0, 200);
  return lines.some((line) => line.startsWith('{') && isJson(line)) || !text.startsWith('{');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A first line of several names with commas, semicolons or tabs between them. */
function isTable(head: Buffer): boolean {
  const [first = ''] = head.toString('utf8').split(/\r?\n/, 1);
  return /^"?[A-Za-z_][\w. ]*"?(?:[,;\t]"?[A-Za-z_][\w. ]*"?)+$/.test(first.trim());
}

/** One JSON value a line. */
async function readLines(chunks: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  let rest: Buffer[] = [];
  let [held, line] = [0, 0];
  const take = (bytes: Buffer) => {
    line++;
    const all = rest.length ? Buffer.concat([...rest, bytes]) : bytes;
    rest = [];
    if (held > LONGEST) sink.broken(line, 'longer than 32 MB');
    else takeText(all.toString('utf8'), line, sink);
    held = 0;
  };
  const whole = await untilCut(
    chunks,
    () => line + 1,
    sink,
    (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        take(chunk.subarray(start, end));
        start = end + 1;
      }
      held += chunk.length - start;
      if (start < chunk.length && held <= LONGEST) rest.push(chunk.subarray(start));
    },
  );
  if (held && whole) take(Buffer.alloc(0));
}

function takeText(text: string, line: number, sink: RecordSink): void {
  if (!text.trim()) return;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    sink.broken(line, 'not valid JSON');
    return;
  }
  sink.record(value, line);
}

const [QUOTE, BACKSLASH, NEWLINE, OPEN_LIST, OPEN, CLOSE_LIST, CLOSE] = [34, 92, 10, 91, 123, 93, 125];

/** JSON values over several lines: one after the other, or the elements of one list. */
async function readValues(chunks: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  const at = { depth: 0, inText: false, escaped: false, line: 1, from: 1, list: false, began: false };
  let parts: Buffer[] = [];
  let held = 0;
  const close = (bytes: Buffer) => {
    held += bytes.length;
    if (held > LONGEST) sink.broken(at.from, 'longer than 32 MB');
    else takeText(Buffer.concat([...parts, bytes]).toString('utf8'), at.from, sink);
    parts = [];
    held = 0;
  };
  const scan = (chunk: Buffer) => {
    let start = held || parts.length ? 0 : -1;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!;
      if (byte === NEWLINE) at.line++;
      if (at.inText) {
        if (at.escaped) at.escaped = false;
        else if (byte === BACKSLASH) at.escaped = true;
        else if (byte === QUOTE) at.inText = false;
      } else if (byte === QUOTE) at.inText = true;
      else if (byte === OPEN || byte === OPEN_LIST) {
        if (!at.began) at.list = byte === OPEN_LIST;
        at.began = true;
        if (at.depth++ === (at.list ? 1 : 0)) [start, at.from] = [index, at.line];
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        at.depth = Math.max(0, at.depth - 1);
        if (start < 0 || at.depth !== (at.list ? 1 : 0)) continue;
        close(chunk.subarray(start, index + 1));
        start = -1;
      }
    }
    if (start < 0) return;
    held += chunk.length - start;
    if (held <= LONGEST) parts.push(chunk.subarray(start));
  };
  const whole = await untilCut(chunks, () => at.line, sink, scan);
  if (held && whole) sink.broken(at.from, 'ends too early');
}

/** The rows of a CSV file, by the names in its first line. */
async function readTable(chunks: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  const parser = parse({
    columns: true,
    delimiter: [',', ';', '\t'],
    info: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST,
    on_skip: (error) => void sink.broken(Number(error?.lines ?? 1), 'not a row of the table'),
  });
  const source = Readable.from(chunks);
  source.on('error', (error) => {
    sink.broken(parser.info.lines, whyCut(error));
    parser.end();
  });
  source.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: unknown; info: { lines: number } }>) sink.record(record, info.lines);
}

/** Hands on chunks, and says where they break off: what was read before counts. False where they do. */
async function untilCut(chunks: AsyncIterable<Buffer>, line: () => number, sink: RecordSink, take: (chunk: Buffer) => void): Promise<boolean> {
  try {
    for await (const chunk of chunks) take(chunk);
    return true;
  } catch (error) {
    sink.broken(line(), whyCut(error));
    return false;
  }
}

const whyCut = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'the packed file ends too early' : `cannot be read further: ${(error as Error).message}`;
