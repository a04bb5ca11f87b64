import {
  type Dataset,
  type DatasetContext,
  defineDataset,
  type Example,
  rareLabelFilter,
} from "@sigf1/datasets";
import { findImage } from "./findImage.js";
import { type MoviePostersOptions, moviePostersOptions } from "./MoviePostersOptions.js";
import { mapAhead } from "./mapAhead.js";
import { readPosters } from "./readPosters.js";
import { type Table, tables } from "./tables.js";

const images = "Images";
const obtain =
  "Download the movie posters of Chu and Guo (train.csv and the folder Images; for example https://www.kaggle.com/datasets/raman77768/movie-classifier), or MovieGenre.csv from " +
  "https://www.kaggle.com/datasets/neha1703/movie-genre-from-its-poster (a free login is needed) and the posters that " +
  "its column Poster names as Images/<imdbId>.jpg, and put table and folder side by side into one of these folders";

/** Images decoded at a time: libuv has four threads for them. */
const AHEAD = 8;

/**
 * Movie posters with one to three genres; an input is the absolute path of an image, an id is an IMDb id. A poster
 * whose image is missing or does not decode is left out and counted.
 *
 * @see Chu, Guo (2017), Movie genre classification based on poster images with deep neural networks, MUSA2 '17,
 * https://doi.org/10.1145/3132515.3132516
 */
export const moviePosters: Dataset<string, MoviePostersOptions> = defineDataset({
  id: "movie-posters",
  version: 1,
  title: "Movie posters",
  modality: "image",
  citation:
    "Wei-Ta Chu, Hung-Jui Guo (2017). Movie genre classification based on poster images with deep neural networks. " +
    "Proceedings of the Workshop on Multimodal Understanding of Social, Affective and Subjective Attributes.",
  license: "the posters belong to their owners",
  homepage: "https://www.kaggle.com/datasets/neha1703/movie-genre-from-its-poster",
  sources: [
    ...tables.map(({ filename }) => ({ filename, obtain })),
    { filename: images, kind: "folder", obtain },
  ],
  options: moviePostersOptions,
  async *examples(context) {
    const { minCount } = context.options;
    const read = minCount > 1 ? await decodedOnce(context) : usablePosters;
    for await (const poster of rareLabelFilter(context, minCount, read)) {
      if (poster.labels.length > 0) yield poster;
      else context.skip("no genre is held by minCount posters", { file: poster.input });
    }
  },
});

/** The labels are rare among the posters whose images can be used: these are held, not decoded in both passes. */
async function decodedOnce(context: DatasetContext<MoviePostersOptions>) {
  const posters: Example<string>[] = [];
  for await (const poster of usablePosters(context)) posters.push(poster);
  return async function* () {
    yield* posters;
  };
}

async function* usablePosters({
  options,
  find,
  file,
  skip,
}: DatasetContext<MoviePostersOptions>): AsyncGenerator<Example<string>, void, undefined> {
  const { table, path } = await findTable({ find, file });
  const folder = await file(images);
  const posters = readPosters(path, table, options.malformed, skip);
  const withImages = mapAhead(posters, AHEAD, async (poster) => ({
    ...poster,
    image: await findImage(folder, poster),
  }));
  for await (const { id, genres, image } of withImages) {
    if (image.state === "usable") yield { id, input: image.path, labels: genres };
    else if (image.state === "missing") skip("the image is missing", { file: image.path });
    else skip("the image does not decode", { file: image.path });
  }
}

async function findTable({
  find,
  file,
}: Pick<DatasetContext<MoviePostersOptions>, "find" | "file">): Promise<{
  table: Table;
  path: string;
}> {
  for (const table of tables) {
    const path = await find(table.filename);
    if (path !== undefined) return { table, path };
  }
  const [table] = tables;
  return { table, path: await file(table.filename) };
}
