/** USD as a message shows it: two digits from ten cents on, two significant ones below. */
export function formatUsd(usd: number): string {
  if (usd >= 0.1 || usd === 0) return `$${group(usd.toFixed(2))}`;
  const digits = Math.min(12, 1 - Math.floor(Math.log10(usd)));
  return `$${usd.toFixed(digits)}`;
}

/** 12345 as `12,345`. */
export function formatCount(count: number): string {
  return group(String(count));
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}
