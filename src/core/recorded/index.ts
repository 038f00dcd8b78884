/** Compares two recorded requests as a provider's prompt cache does: which part ends what they have in common. */
export { type Difference, type DifferenceKind, findDifference } from './difference';
export { type Leaf, type RecordedRequest, readRecorded, type Section } from './request';
