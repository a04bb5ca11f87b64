import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../config/ConfigurationError.js";
import { readQueueAddress } from "./readQueueAddress.js";

describe("readQueueAddress", () => {
  it("takes port 6379 and database 0 where the address says none", () => {
    expect(readQueueAddress("redis://host")).toEqual({
      options: { host: "host", port: 6379, db: 0 },
      shown: "redis://host",
    });
  });

  it("reads user, password and database, and shows neither user nor password", () => {
    expect(readQueueAddress("rediss://me:p%40ss@host:7000/3")).toEqual({
      options: { host: "host", port: 7000, db: 3, username: "me", password: "p@ss", tls: {} },
      shown: "rediss://host:7000/3",
    });
    expect(readQueueAddress("redis://[::1]:7000").options.host).toBe("::1");
  });

  it("prefers the password that is given apart, as it is", () => {
    const { options } = readQueueAddress("redis://:old@host", "p%40ss");
    expect(options).toEqual({ host: "host", port: 6379, db: 0, password: "p%40ss" });
  });

  it.each(["host:6379", "http://host", "redis://", "redis://host/one", "redis://host/-1"])(
    "refuses %s",
    (address) => {
      expect(() => readQueueAddress(address)).toThrow(ConfigurationError);
    },
  );

  it("does not repeat a password that it cannot read", () => {
    expect(() => readQueueAddress("redis://:100%secret@host")).toThrow(/^(?!.*secret).*%25/);
  });
});
