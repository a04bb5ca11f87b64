/** Names in bold with commas, none broken at its hyphen. */
export function NameList({ names }: { readonly names: readonly string[] }) {
  return names.map((name, index) => (
    <>
      {index > 0 && ", "}
      <strong>{name}</strong>
    </>
  ));
}
