/** Length of `npyHeader` in bytes, whatever the shape. */
export const NPY_HEADER_BYTES = 128;

/**
 * The header of a `.npy` file (format version 1.0) that holds a matrix in C order: 128 bytes, after which the row-major
 * little-endian values follow. Byte for byte what `numpy.save` writes.
 * @param descr numpy's name of the type, default float32
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npyHeader(rows: number, cols: number, descr: "<f4" | "|u1" = "<f4"): Buffer {
  const description = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${rows}, ${cols}), }`;
  const header = Buffer.alloc(NPY_HEADER_BYTES, " ");
  header.write("\x93NUMPY\x01\x00", 0, "latin1");
  header.writeUInt16LE(NPY_HEADER_BYTES - 10, 8);
  header.write(description, 10, "latin1");
  header.write("\n", NPY_HEADER_BYTES - 1);
  return header;
}
