/**
 * Test over training examples where each seed draws its own split, as intervals and paired tests are corrected by (Nadeau
 * and Bengio); 0 where the split is fixed.
 */
export function testTrainRatio({ resampled, test, train }) {
  return resampled ? test / train : 0;
}
