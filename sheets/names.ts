/** How names are compared: letter case, outer and doubled spaces and compatibility forms aside. */
export function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
