import { DatasetError, loadDataset, openDataset } from "@sigf1/datasets";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { MoviePostersOptions } from "./MoviePostersOptions.js";
import { mirror } from "./mirror.test.fixture.js";
import { moviePosters } from "./moviePosters.js";

/** A JPEG of noise: an entropy-coded body of some length. */
const jpeg = await sharp({
  create: {
    width: 120,
    height: 180,
    channels: 3,
    background: "black",
    noise: { type: "gaussian", mean: 128, sigma: 40 },
  },
})
  .jpeg()
  .toBuffer();

const header = "Id,Genre,Comedy,Drama,N/A";
const rows = [
  `tt0000001,"['Comedy', 'Drama']",1,1,0`,
  `tt0000002,['Drama'],0,1,0`,
  `tt0000003,['N/A'],0,0,1`,
];
const table = (...more: string[]) => `${[header, ...rows, ...more].join("\n")}\n`;
const images = Object.fromEntries([1, 2, 3, 4].map((id) => [`Images/tt000000${id}.jpg`, jpeg]));

async function load(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<MoviePostersOptions> = {},
) {
  return loadDataset(moviePosters, { ...mirror(files), options });
}

const genresOf = ({ examples }: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(examples.map(({ id, labels }) => [id, labels.join(" ")]));

test("moviePosters gives the absolute path of each image, with the genres of its columns", async () => {
  const { examples, labels, skipped } = await load({ "train.csv": table(), ...images });
  expect(examples.map(({ id, labels: of }) => [id, of])).toEqual([
    ["tt0000001", ["Comedy", "Drama"]],
    ["tt0000002", ["Drama"]],
    ["tt0000003", ["N/A"]],
  ]);
  for (const { id, input } of examples)
    expect(input).toMatch(new RegExp(`^/.*/Images/${id}\\.jpg$`));
  expect(labels).toEqual(["Comedy", "Drama", "N/A"]);
  expect(skipped).toEqual([]);
});

test("moviePosters reads MovieGenre.csv in Latin-1: ids without tt, genres joined by |", async () => {
  const csv = [
    "imdbId,Imdb Link,Title,IMDB Score,Genre,Poster",
    '1,http://www.imdb.com/title/tt1,"Les Misérables, again",7.1,Comedy|Drama,"https://example.org/1.jpg"',
    "2,http://www.imdb.com/title/tt2,Señor Nobody,6.0,Drama,",
    "4,http://www.imdb.com/title/tt4,Nothing Known,,,",
    "",
  ].join("\r\n");
  const loaded = await load({
    "MovieGenre.csv": Buffer.from(csv, "latin1"),
    "Images/1.jpg": jpeg,
    "Images/tt0000002.jpg": jpeg,
  });
  expect(genresOf(loaded)).toEqual({ tt0000001: "Comedy Drama", tt0000002: "Drama" });
  expect(loaded.examples[0]?.input).toMatch(/Images\/1\.jpg$/);
  expect(loaded.skipped).toMatchObject(
    [{ reason: "no genre", count: 1, first: /MovieGenre\.csv:4$/ }].map((skip) => ({
      ...skip,
      first: expect.stringMatching(skip.first),
    })),
  );
});

test("moviePosters gives its first posters before it has read the last rows", async () => {
  const more = Array.from({ length: 20 }, (_, at) => `tt00001${10 + at},['Drama'],0,1,0`);
  const files = { "train.csv": table(...more, "no row"), ...images };
  for await (const { id } of openDataset(moviePosters, mirror(files)).examples()) {
    expect(id).toBe("tt0000001");
    break;
  }
});

test("minCount takes off the genres of fewer posters with an image, and counts the posters left without one", async () => {
  const csv = table("tt0000009,['N/A'],0,0,1"); // has no image, so N/A is rare
  const loaded = await load({ "train.csv": csv, ...images }, { minCount: 2 });
  expect(genresOf(loaded)).toEqual({ tt0000001: "Drama", tt0000002: "Drama" });
  expect(loaded.skipped).toContainEqual({
    reason: "no genre is held by minCount posters",
    count: 1,
    first: expect.stringMatching(/tt0000003\.jpg$/),
  });
});

test.each([
  ["is missing", undefined, "the image is missing"],
  ["is no image", Buffer.from("not a picture"), "the image does not decode"],
  ["is empty", new Uint8Array(), "the image does not decode"],
  ["is cut off", jpeg.subarray(0, Math.floor(jpeg.length * 0.9)), "the image does not decode"],
])(
  "a poster whose image %s is left out and counted, the others stay in order",
  async (_what, image, reason) => {
    const { "Images/tt0000002.jpg": _second, ...others } = images;
    const files = {
      "train.csv": table(),
      ...others,
      ...(image && { "Images/tt0000002.jpg": image }),
    };
    const { examples, skipped } = await load(files);
    expect(examples.map(({ id }) => id)).toEqual(["tt0000001", "tt0000003"]);
    expect(skipped).toEqual([
      { reason, count: 1, first: expect.stringMatching(/Images.tt0000002\.jpg$/) },
    ]);
  },
);

test("a row that repeats an earlier one is left out and counted", async () => {
  const { examples, skipped } = await load({ "train.csv": table(rows[1] ?? ""), ...images });
  expect(examples).toHaveLength(3);
  expect(skipped).toMatchObject([{ count: 1, first: expect.stringMatching(/train\.csv:5$/) }]);
});

test.each([
  ["a column too few", "tt0000004,['Drama'],0,1", "train.csv:5: the record has 4 columns"],
  [
    "a column that is neither 0 nor 1",
    "tt0000004,['Drama'],0,yes,0",
    'has "yes" in the column Drama',
  ],
  [
    "a list that contradicts the columns",
    "tt0000004,['Drama'],1,1,0",
    "but its columns say Comedy, Drama",
  ],
  ["a list that is none", "tt0000004,Drama,0,1,0", "expected a list such as"],
  [
    "other genres than an earlier row of its id",
    "tt0000002,['Comedy'],1,0,0",
    "but Drama in an earlier row",
  ],
  ["an id that leads out of the folder", "../../x,['Drama'],0,1,0", '5: "../../x" is no IMDb id'],
  ["an absolute path as id", "/etc/x,['Drama'],0,1,0", '5: "/etc/x" is no IMDb id'],
])("moviePosters refuses %s with file and line, or counts it", async (_what, row, message) => {
  const files = { "train.csv": table(row), ...images };
  const refused = load(files);
  await expect(refused).rejects.toThrow(DatasetError);
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.toThrow("train.csv:5: ");
  const { examples, skipped } = await load(files, { malformed: "skip" });
  expect(examples).toHaveLength(3);
  expect(skipped).toMatchObject([{ count: 1, first: expect.stringMatching(/train\.csv:5$/) }]);
});

test("moviePosters refuses a table without the columns of its layout, and a train.csv that is not UTF-8", async () => {
  const renamed = load({ "train.csv": "id,Genre,Drama\ntt0000001,['Drama'],1\n", ...images });
  await expect(renamed).rejects.toThrow("train.csv:1: the table has no column Id");
  const latin1 = load({
    "train.csv": Buffer.from(table("tt0000004,['Comédie'],0,1,0"), "latin1"),
    ...images,
  });
  await expect(latin1).rejects.toThrow(/train\.csv:5: .*UTF-8/);
});

test("moviePosters says how table and images are to be had when they are nowhere", async () => {
  await expect(load(images)).rejects.toThrow(
    /train\.csv of movie-posters is neither .*Download .*MovieGenre\.csv/s,
  );
  await expect(load({ "train.csv": table() })).rejects.toThrow(
    /Images of movie-posters is neither/,
  );
});
