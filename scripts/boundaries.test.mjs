import { describe, expect, it } from "vitest";
import { breaches, manifests } from "./boundaries.mjs";

const at = (folder, name, dependencies = {}, peerDependencies = {}) => ({
  folder,
  name,
  dependencies,
  peerDependencies,
});

describe("package boundaries", () => {
  it("hold in this workspace", () => {
    expect(manifests().length).toBeGreaterThan(10);
    expect(breaches(manifests())).toEqual([]);
  });

  it("refuse a package that depends on an app", () => {
    const app = at("apps/experiments", "@sigf1/experiments");
    const training = at("packages/training", "@sigf1/training", { "@sigf1/experiments": "*" });
    expect(breaches([app, training])).toEqual([
      "@sigf1/training → @sigf1/experiments: no package depends on an app",
    ]);
  });

  it("refuse a dataset that depends on another, but not on the core", () => {
    const core = at("packages/datasets/core", "@sigf1/datasets");
    const a = at("packages/datasets/a", "@sigf1/dataset-a", { "@sigf1/datasets": "*" });
    const b = at("packages/datasets/b", "@sigf1/dataset-b", { "@sigf1/dataset-a": "*" });
    expect(breaches([core, a, b])).toEqual([
      "@sigf1/dataset-b → @sigf1/dataset-a: no dataset package depends on another",
    ]);
  });

  it("refuse TensorFlow in metrics and datasets", () => {
    const tensorflow = { "@tensorflow/tfjs-core": "*" };
    const set = at("packages/datasets/a", "@sigf1/dataset-a", tensorflow);
    const metrics = at("packages/metrics", "@sigf1/metrics", {}, tensorflow);
    expect(breaches([set])).toHaveLength(1);
    expect(breaches([metrics])).toContain(
      "@sigf1/metrics → @tensorflow/tfjs-core: takes no TensorFlow",
    );
  });

  it("let losses depend on a peer tfjs-core alone", () => {
    const peer = { "@tensorflow/tfjs-core": "*" };
    expect(breaches([at("packages/losses", "@sigf1/losses", {}, peer)])).toEqual([]);
    expect(breaches([at("packages/losses", "@sigf1/losses", peer)])).toHaveLength(1);
    expect(breaches([at("packages/losses", "@sigf1/losses", { zod: "*" }, peer)])).not.toEqual([]);
  });
});
