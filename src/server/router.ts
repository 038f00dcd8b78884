import type { CancellationToken, Connection, InitializeParams, InitializeResult, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { aliveRequest, type PricesParams, pricesRequest } from '../protocol';
import type { Lane } from './lane';
import { createMirror, type Notice } from './mirror';
import { pathOf } from './uris';

/** Documents are served by one thread, those that take it long by a second, so that the others need not wait for them. */
type LaneName = 'quick' | 'slow';

/** UTF-16 units above which a document is slow from the start: what takes a tenth of a second or more. */
const LARGE = 50_000;
/** Milliseconds of processor time on one document after which a thread is ended: the document is slow, or left out until it changes. */
const LONGEST: Record<LaneName, number> = { quick: 1000, slow: 20_000 };
/** Milliseconds between two looks at the threads. */
const LOOK = 250;
/** How often a request is given to a thread anew whose one before has ended. */
const TRIES = 4;

/**
 * Passes a client's messages on to the threads and back, and never works itself. A thread that ends, hangs or takes too long is replaced, and the
 * new one is told of all open documents; requests that waited for the one before are asked again.
 */
export function startRouter(connection: Connection, createLane: (name: LaneName) => Lane): void {
  const mirror = createMirror();
  const lanes = new Map<LaneName, Lane>();
  /** Open documents that the second thread serves, and those that none does. */
  const slow = new Set<string>();
  const aside = new Set<string>();
  /** What every thread is told before the documents. */
  let initialization: InitializeParams;
  let initialized = false;
  let configuration: Notice | null = null;
  let registers: Lane | null = null;

  const placeOf = (key: string | null): LaneName => (key !== null && slow.has(key) ? 'slow' : 'quick');
  const send = (lane: Lane, { method, params }: Notice) => void lane.connection.sendNotification(method, params);

  function laneOf(name: LaneName): Lane {
    return lanes.get(name) ?? start(name).lane;
  }

  function start(name: LaneName): { lane: Lane; result: Promise<InitializeResult> } {
    const lane = createLane(name);
    lanes.set(name, lane);
    registers ??= lane;
    serveThread(lane, name);
    lane.connection.listen();
    const result = lane.connection.sendRequest<InitializeResult>('initialize', initialization);
    result.catch(() => {});
    if (initialized) begin(lane, name);
    void lane.ended.then(() => afterEnd(lane, name));
    return { lane, result };
  }

  function begin(lane: Lane, name: LaneName): void {
    send(lane, { method: 'initialized', params: {} });
    if (configuration) send(lane, configuration);
    for (const key of mirror.keys()) if (!aside.has(key) && placeOf(key) === name) send(lane, mirror.opening(key));
  }

  /** What a thread asks and tells goes to the client; what both would say, one says. */
  function serveThread(lane: Lane, name: LaneName): void {
    lane.connection.onRequest((method: string, params: unknown, token: CancellationToken) => {
      const isSaid = method.startsWith('window/') && name === 'slow';
      const isRegistered = method.startsWith('client/') && lane !== registers;
      return isSaid || isRegistered ? null : connection.sendRequest(method, params, token);
    });
    lane.connection.onNotification((method: string, params: unknown) => {
      if (!(method === 'window/showMessage' && name === 'slow')) void connection.sendNotification(method, params as object);
    });
  }

  /** What it worked on when it ended is taken from the other documents. */
  function afterEnd(lane: Lane, name: LaneName): void {
    if (lanes.get(name) !== lane) return;
    lanes.delete(name);
    const path = lane.work?.path;
    const key = path === undefined ? undefined : mirror.keys().find((one) => pathOf(one) === path && placeOf(one) === name);
    if (key !== undefined) (name === 'quick' ? slow : aside).add(key);
    const after = name === 'quick' ? 'it is analysed apart from the others' : 'it is left out until it changes';
    connection.console.warn(`A thread of the server ended${key === undefined ? '' : ` on ${path}: ${after}`}.`);
    const served = mirror.keys().some((one) => !aside.has(one) && placeOf(one) === name);
    if (path !== undefined && served) start(name);
    const { workspace } = initialization.capabilities;
    if (workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    if (workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  }

  async function ask(method: string, params: unknown, token?: CancellationToken): Promise<unknown> {
    for (let tries = 0; tries < TRIES; tries++) {
      const key = mirror.keyOf(addressIn(params));
      if (key !== null && aside.has(key)) break;
      const name = placeOf(key);
      const lane = laneOf(name);
      let isEnded = false;
      const ended = lane.ended.then(() => {
        isEnded = true;
      });
      try {
        const result = await Promise.race([lane.connection.sendRequest(method, params, token), ended]);
        if (!isEnded && placeOf(key) === name) return result;
      } catch (error) {
        // A connection fails its requests before it is known why.
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, LOOK))]);
        if (!isEnded) throw error;
      }
    }
    return method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : method === 'inlayHint/resolve' ? params : null;
  }

  /** A thread that is not there is told of all documents as they are now when it starts. */
  function tell(name: LaneName, notice: Notice): void {
    const lane = lanes.get(name);
    if (lane) send(lane, notice);
    else start(name);
  }

  function change(key: string, notice: Notice): void {
    const before = lanes.get(placeOf(key));
    if (aside.delete(key)) tell('slow', mirror.opening(key));
    else if (!slow.has(key) && mirror.sizeOf(key) > LARGE) {
      if (before) send(before, mirror.closing(key));
      slow.add(key);
      tell('slow', mirror.opening(key));
    } else tell(placeOf(key), notice);
    before?.stop(pathOf(key));
  }

  function close(key: string, notice: Notice): void {
    const lane = lanes.get(placeOf(key));
    if (lane && !aside.has(key)) send(lane, notice);
    lane?.stop(pathOf(key));
    aside.delete(key);
    slow.delete(key);
  }

  function notify(notice: Notice): void {
    const { method, params } = notice;
    const key = mirror.apply(notice);
    if (key === null) {
      if (method === 'workspace/didChangeConfiguration') configuration = notice;
      if (method === 'workspace/didChangeWorkspaceFolders') changeFolders((params as { event: WorkspaceFoldersChangeEvent }).event);
      for (const lane of lanes.values()) send(lane, notice);
    } else if (method.endsWith('/didOpen')) {
      if (mirror.sizeOf(key) > LARGE) slow.add(key);
      tell(placeOf(key), notice);
    } else if (method.endsWith('/didChange')) change(key, notice);
    else if (method.endsWith('/didClose')) close(key, notice);
  }

  function changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const kept = (initialization.workspaceFolders ?? []).filter(({ uri }) => !removed.some((gone) => gone.uri === uri));
    initialization = { ...initialization, workspaceFolders: [...kept, ...added] };
  }

  connection.onInitialize((params) => {
    initialization = params;
    return start('quick').result;
  });
  connection.onInitialized(() => {
    initialized = true;
    for (const [name, lane] of lanes) begin(lane, name);
  });
  connection.onRequest(async (method, params, token) => {
    if (method === aliveRequest.method) return { pid: process.pid };
    const result = await ask(method, params, token);
    // The other thread reads the new prices when it starts.
    if (method === pricesRequest.method && (params as unknown as PricesParams).action !== 'status') lanes.get('slow')?.end();
    return result;
  });
  connection.onNotification((method, params) => notify({ method, params }));
  setInterval(() => {
    for (const [name, lane] of lanes) if ((lane.work?.spent ?? 0) > LONGEST[name]) lane.end();
  }, LOOK).unref();
  connection.listen();
}

/** The address of the document that a request is about. */
function addressIn(params: unknown): unknown {
  const { textDocument, uri, data } = (params ?? {}) as { textDocument?: { uri?: unknown }; uri?: unknown; data?: { uri?: unknown } };
  return textDocument?.uri ?? uri ?? data?.uri;
}
