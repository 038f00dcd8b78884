/** A row of a sparse matrix: columns and their values. */
export interface SparseRow {
  columns: Int32Array;
  values: Float64Array;
}

/** Solves `matrix · x = right` for a symmetric positive definite matrix of `size` columns, row by row; overwrites both. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      matrix[i * size + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * size + j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= matrix[i * size + k]! * right[k]!;
    right[i] = sum / matrix[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let k = i + 1; k < size; k++) sum -= matrix[k * size + i]! * right[k]!;
    right[i] = sum / matrix[i * size + i]!;
  }
  return right;
}

/**
 * The weights that make the weighted sum of squared errors least, each drawn towards its prior: `penalty · (weight − prior)²` is added.
 * A row's error is multiplied by its importance.
 */
export function fitRidge(
  rows: readonly SparseRow[],
  targets: readonly number[],
  importance: readonly number[],
  prior: Float64Array,
  penalty: Float64Array,
): Float64Array {
  const size = prior.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = penalty[i]!;
  rows.forEach(({ columns, values }, row) => {
    const square = importance[row]! ** 2;
    let rest = targets[row]!;
    for (let a = 0; a < columns.length; a++) rest -= values[a]! * prior[columns[a]!]!;
    for (let a = 0; a < columns.length; a++) {
      const scaled = values[a]! * square;
      right[columns[a]!]! += scaled * rest;
      const line = columns[a]! * size;
      for (let b = 0; b <= a; b++) matrix[line + columns[b]!]! += scaled * values[b]!;
    }
  });
  return solve(matrix, right, size).map((weight, i) => weight + prior[i]!);
}

/** The weighted sum of a row. */
export function dot({ columns, values }: SparseRow, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < columns.length; i++) sum += values[i]! * weights[columns[i]!]!;
  return sum;
}
