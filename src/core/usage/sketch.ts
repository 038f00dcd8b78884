/** A histogram of sizes in buckets that grow by a tenth: percentiles within 5 %, in a bounded size, and two of them add up. */
export type Sketch = Map<number, number>;

const GROWTH = Math.log(1.1);

/** Bucket 0 holds 0; every other bucket ends at 1.1 to the power of its number less one. */
const bucketOf = (size: number): number => (size <= 0 ? 0 : Math.ceil(Math.log(size) / GROWTH - 1e-9) + 1);
const sizeOf = (bucket: number): number => (bucket === 0 ? 0 : Math.max(1, Math.round((2 * Math.exp((bucket - 1) * GROWTH)) / 2.1)));

export function addSize(sketch: Sketch, size: number, times = 1): void {
  const bucket = bucketOf(size);
  sketch.set(bucket, (sketch.get(bucket) ?? 0) + times);
}

export function addSketch(to: Sketch, from: Sketch): void {
  for (const [bucket, count] of from) to.set(bucket, (to.get(bucket) ?? 0) + count);
}

/** The size that a share of the sizes does not pass; null of an empty sketch. */
export function percentile(sketch: Sketch, share: number): number | null {
  const buckets = [...sketch].sort(([a], [b]) => a - b);
  const wanted = share * buckets.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [bucket, count] of buckets) {
    passed += count;
    if (passed >= wanted) return sizeOf(bucket);
  }
  return null;
}
