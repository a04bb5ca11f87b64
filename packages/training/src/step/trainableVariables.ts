import type { MultilabelLoss } from "@sigf1/losses";
import type { Variable } from "@tensorflow/tfjs-core";
import type { Head } from "../heads/Head.js";

/** What a step descends on: the head's weights, then what the loss wants trained with them. */
export function trainableVariables(head: Head, loss: MultilabelLoss): Variable[] {
  const ofLoss = loss.variables ?? [];
  return [...head.variables, ...ofLoss.filter(({ trainable }) => trainable)];
}
