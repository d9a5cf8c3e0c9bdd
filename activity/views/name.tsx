/** Somebody's name: any letters, in any direction, of any length. */
export function Name({ name, note }: { name: string; note?: string | undefined }) {
  return (
    <span class="name" title={name}>
      <bdi>{name}</bdi>
      {note && <small>{note}</small>}
    </span>
  );
}
