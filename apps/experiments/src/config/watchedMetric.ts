import { z } from "zod";

/** The validation figures that training can watch. */
export const watchedMetric = z.enum(["exampleF1", "microF1", "macroF1", "weightedF1", "samplesF1"]);
