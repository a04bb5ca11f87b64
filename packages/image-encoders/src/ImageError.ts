/** A file that cannot be read as an image. */
export class ImageError extends Error {
  override readonly name = "ImageError";

  /**
   * @param file path of the image
   * @param reason what was wrong with it
   */
  constructor(
    readonly file: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file} cannot be read as an image: ${reason}`, options);
  }
}
