/** The one place of the program that uses the network. */

/** What a download may take. */
export interface DownloadLimits {
  bytes: number;
  milliseconds: number;
  redirects: number;
}

export type Download = { kind: 'text'; text: string } | { kind: 'failed'; reason: string };

export const downloadLimits: DownloadLimits = { bytes: 20_000_000, milliseconds: 30_000, redirects: 5 };

/**
 * The text behind an address: https, or http on this machine. Never throws: what goes wrong is the reason, a sentence without its full stop. No
 * cookies, no credentials, no proxy.
 */
export async function download(address: string, limits: DownloadLimits = downloadLimits): Promise<Download> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    let url = new URL(address);
    for (let redirects = 0; ; redirects++) {
      if (!isAllowed(url)) return failed(`${url.protocol}//${url.host} is not allowed: only https, or http on this machine`);
      const response = await fetch(url, { redirect: 'manual', signal, credentials: 'omit', headers: { accept: 'application/json' } });
      const target = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && target !== null) {
        await response.body?.cancel();
        if (redirects === limits.redirects) return failed(`it redirects more than ${limits.redirects} times`);
        const next = new URL(target, url);
        if (url.protocol === 'https:' && next.protocol !== 'https:') return failed('it redirects from https to another protocol');
        if (!isHere(url) && isHere(next)) return failed('it redirects to this machine');
        url = next;
        continue;
      }
      if (!response.ok) return failed(`${url.host} answered ${response.status}`);
      return await readText(response, limits.bytes);
    }
  } catch (error) {
    return failed(explain(error, address, limits));
  }
}

const failed = (reason: string): Download => ({ kind: 'failed', reason });

const isHere = ({ hostname }: URL): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
const isAllowed = (url: URL): boolean => (url.protocol === 'https:' || (url.protocol === 'http:' && isHere(url))) && !url.username && !url.password;

async function readText(response: Response, most: number): Promise<Download> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return failed(`it is larger than ${most / 1e6} MB`);
    chunks.push(chunk);
  }
  return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') };
}

function explain(error: unknown, address: string, { milliseconds }: DownloadLimits): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `no whole answer within ${milliseconds / 1000} seconds`;
  if (name === 'TypeError' && /invalid url/i.test(message)) return `${address} is no address`;
  if (/terminated|aborted/i.test(message)) return 'the answer was cut off';
  return `there is no connection (${cause?.code ?? cause?.message ?? message})`;
}
