import type { PlopTypes } from "@turbo/gen";
import { formatFolder } from "./formatFolder.js";
import { nameProblem } from "./nameProblem.js";
import { nextSteps } from "./nextSteps.js";

/** `pnpm new:dataset my-set`: a dataset package that builds, passes its tests and runs, over a file of made-up examples. */
export default function generator(plop: PlopTypes.NodePlopAPI): void {
  const root = plop.getDestBasePath();
  plop.setHelper("camel", (id: string) => id.replace(/-(.)/g, (_, next) => next.toUpperCase()));
  plop.setHelper("pascal", (id: string) =>
    id.replace(/(?:^|-)(.)/g, (_, next) => next.toUpperCase()),
  );
  plop.setHelper("title", (id: string) =>
    id.replace(/^./, (first) => first.toUpperCase()).replaceAll("-", " "),
  );
  plop.setGenerator("dataset", {
    description: "A dataset package",
    prompts: [
      {
        type: "input",
        name: "id",
        message: "Id of the dataset, in kebab-case",
        validate: (id: string) => nameProblem(id, root) ?? true,
      },
    ],
    actions: [
      {
        type: "addMany",
        destination: "packages/datasets/{{id}}",
        base: "templates/dataset",
        templateFiles: "templates/dataset/**/*.hbs",
        globOptions: {},
        abortOnFail: true,
      },
      {
        type: "add",
        path: ".changeset/dataset-{{id}}.md",
        templateFile: "templates/changeset.md.hbs",
        abortOnFail: true,
      },
      ({ id }) => formatFolder(`packages/datasets/${id}`, root),
      ({ id }) => nextSteps(id),
    ],
  });
}
