/** A float32 tensor of a file. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Named tensors with notes, as Hugging Face's safetensors format keeps them. */
export interface StoredTensors {
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Entry {
  readonly dtype: string;
  readonly shape: number[];
  readonly data_offsets: [number, number];
}

/** A safetensors file: the length of the header (8 bytes, little endian), the header as JSON, the data. */
export function encodeSafetensors({ tensors, metadata }: StoredTensors): Uint8Array {
  let offset = 0;
  const entries = Object.entries(tensors).map(([name, { shape, data }]) => {
    const begin = offset;
    offset += data.byteLength;
    return [name, { dtype: "F32", shape, data_offsets: [begin, offset] }];
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const header = Buffer.from(json + " ".repeat((8 - (Buffer.byteLength(json) % 8)) % 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const data = Object.values(tensors).map(({ data: values }) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  );
  return Buffer.concat([length, header, ...data]);
}

/**
 * Reads a safetensors file of float32 tensors.
 * @throws RangeError where the bytes are no such file
 */
export function decodeSafetensors(bytes: Uint8Array): StoredTensors {
  const buffer = Buffer.from(bytes); // a copy, aligned
  const length = buffer.length < 8 ? Number.NaN : Number(buffer.readBigUInt64LE());
  if (!(8 + length <= buffer.length)) throw new RangeError("not a safetensors file, or cut short");
  const { __metadata__: metadata = {}, ...entries } = JSON.parse(
    buffer.toString("utf8", 8, 8 + length),
  ) as Record<string, Entry> & { __metadata__?: Record<string, string> };
  const tensors = Object.entries(entries as Record<string, Entry>).map(([name, entry]) => {
    const [begin, end] = entry.data_offsets.map((at) => 8 + length + at) as [number, number];
    if (entry.dtype !== "F32" || end > buffer.length) {
      throw new RangeError(`the tensor "${name}" is not float32, or cut short`);
    }
    const data = new Float32Array(Uint8Array.from(buffer.subarray(begin, end)).buffer);
    return [name, { shape: entry.shape, data }] as const;
  });
  return { tensors: Object.fromEntries(tensors), metadata };
}
