/** USD for a quantity at a price per `per` units; null where one of them is not known. The one place that multiplies the two. */
export function toUsd(quantity: number | null, price: number | null, per = 1e6): number | null {
  if (quantity === 0) return 0;
  return quantity === null || price === null ? null : (quantity * price) / per;
}
