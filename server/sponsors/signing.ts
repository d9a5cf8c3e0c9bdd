/** Words that only this server can make, for one league: addresses of reports, and page views that count once. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export function openSigning(secret: string, league: string) {
  /** 128 bits. */
  function sign(...words: readonly string[]): string {
    const text = JSON.stringify([league, ...words]);
    return createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);
  }

  return {
    sign,

    /** Takes as long wherever they first differ. */
    isSigned(given: string, ...words: readonly string[]): boolean {
      const [a, b] = [Buffer.from(sign(...words)), Buffer.from(given)];
      return a.length === b.length && timingSafeEqual(a, b);
    },
  };
}
