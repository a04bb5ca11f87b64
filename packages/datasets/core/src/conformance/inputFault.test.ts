import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporaryFolder.test.fixture.js";
import { inputFault } from "./inputFault.js";

const clip = { youtubeId: "abc", start: 0, end: 10 };

test("inputFault takes a text, finite float32 features, a file that is there, a clip", () => {
  const image = join(temporaryFolder(), "a.jpg");
  writeFileSync(image, "");
  expect(inputFault("text", "")).toBeUndefined();
  expect(inputFault("features", Float32Array.of(1, -2))).toBeUndefined();
  expect(inputFault("image", image)).toBeUndefined();
  expect(inputFault("video", clip)).toBeUndefined();
  expect(inputFault("video", { ...clip, clip: image })).toBeUndefined();
});

test.each([
  ["text", 1, "expected string"],
  ["features", [1, 2], "Float32Array"],
  ["features", Float32Array.of(1, Number.NaN), "finite"],
  ["image", "a.jpg", "absolute path"],
  ["image", "/nowhere/a.jpg", "nothing is there"],
  ["video", { ...clip, youtubeId: undefined }, "youtubeId"],
  ["video", { ...clip, end: 0 }, "start before end"],
  ["video", { ...clip, clip: "/nowhere/a.mp4" }, "clip: nothing is there"],
] as const)("inputFault says what is wrong with the %s input %o: %s", (modality, input, words) => {
  expect(inputFault(modality, input)).toContain(words);
});
