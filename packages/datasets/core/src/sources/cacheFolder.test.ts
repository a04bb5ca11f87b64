import { resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { cacheFolder } from "./cacheFolder.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("cacheFolder(folder) is that folder, absolute", () => {
  vi.stubEnv("SIGF1_CACHE", "/from/environment");
  expect(cacheFolder("some/cache")).toBe(resolve("some/cache"));
});

test("cacheFolder() is SIGF1_CACHE where it is set and not empty", () => {
  vi.stubEnv("SIGF1_CACHE", "/from/environment");
  expect(cacheFolder()).toBe(resolve("/from/environment"));
});

test("cacheFolder() is the folder sigf1 of the platform's cache folder otherwise", () => {
  vi.stubEnv("SIGF1_CACHE", "");
  expect(cacheFolder()).toMatch(/[/\\]sigf1([/\\]Cache)?$/);
});
