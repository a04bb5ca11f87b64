/** How calibration errors of the classes are averaged. */
export type CalibrationAverage = "macro" | "micro" | "none";

export const calibrationAverages: readonly string[] = ["macro", "micro", "none"];
