import type { z } from "zod";

/** The keys that a schema's object at `path` takes; empty where there is no object. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & Record<string, unknown>;
  const inner = (key: string) => def[key] as z.core.$ZodType;
  switch (def.type) {
    case "default":
    case "prefault":
    case "optional":
    case "nullable":
      return knownKeys(inner("innerType"), path);
    case "pipe": {
      // A preprocessing pipe ends in the object, a transforming one begins with it.
      const begins = (inner("in")._zod.def as z.core.$ZodTypeDef).type;
      return knownKeys(inner(begins === "transform" ? "out" : "in"), path);
    }
    case "array":
      return knownKeys(inner("element"), path.slice(1));
    case "object": {
      const shape = def.shape as Record<string, z.core.$ZodType>;
      const [key, ...rest] = path;
      if (key === undefined) return Object.keys(shape);
      const next = shape[String(key)];
      return next === undefined ? [] : knownKeys(next, rest);
    }
    default:
      return [];
  }
}
