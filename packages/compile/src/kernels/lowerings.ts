import { activationLowerings } from "./activation.js";
import { binaryLowerings } from "./binary.js";
import { convolutionLowerings } from "./convolution.js";
import { creationLowerings } from "./creation.js";
import { depthwiseConvolutionLowerings } from "./depthwiseConvolution.js";
import { divisionLowerings } from "./division.js";
import { fusedConvolutionLowerings } from "./fusedConvolution.js";
import { gatheringLowerings } from "./gathering.js";
import type { Lowerings } from "./Lowering.js";
import { logicalLowerings } from "./logical.js";
import { matrixLowerings } from "./matrix.js";
import { normalizationLowerings } from "./normalization.js";
import { paddingLowerings } from "./padding.js";
import { poolingLowerings } from "./pooling.js";
import { rankingLowerings } from "./ranking.js";
import { reductionLowerings } from "./reduction.js";
import { resizingLowerings } from "./resizing.js";
import { scanLowerings } from "./scan.js";
import { shapeLowerings } from "./shape.js";
import { slicingLowerings } from "./slicing.js";
import { unaryLowerings } from "./unary.js";

/** Every kernel that can be compiled. */
export const lowerings: Lowerings = {
  ...unaryLowerings,
  ...slicingLowerings,
  ...shapeLowerings,
  ...scanLowerings,
  ...resizingLowerings,
  ...rankingLowerings,
  ...paddingLowerings,
  ...logicalLowerings,
  ...gatheringLowerings,
  ...divisionLowerings,
  ...creationLowerings,
  ...activationLowerings,
  ...binaryLowerings,
  ...reductionLowerings,
  ...matrixLowerings,
  ...convolutionLowerings,
  ...depthwiseConvolutionLowerings,
  ...fusedConvolutionLowerings,
  ...normalizationLowerings,
  ...poolingLowerings,
};
