/** Messages that somebody put away for themselves. Kept for as long as the browser's tab is, as they'd come back on a reload. */
export function createDismissed(storage: Storage) {
  const key = 'stage dismissed';
  const ids = new Set((storage.getItem(key) ?? '').split(' ').filter(Boolean));
  return {
    has: (messageId: string) => ids.has(messageId),
    add(messageId: string): void {
      ids.add(messageId);
      storage.setItem(key, [...ids].join(' '));
    },
  };
}
