/** A list in which what is equal stands once, and the place of each in it. */
export function numbered<T>(): { readonly all: readonly T[]; readonly of: (item: T) => number } {
  const all: T[] = [];
  const places = new Map<string, number>();
  return {
    all,
    of(item) {
      const key = JSON.stringify(item);
      const place = places.get(key) ?? all.push(item) - 1;
      places.set(key, place);
      return place;
    },
  };
}
