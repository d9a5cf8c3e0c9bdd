/** Where a sponsor's link leads: to the address that a host entered, and nowhere else. Pure. */

/**
 * With `source` as its utm_source, unless the host entered one. Undefined for what is no address of the web's. The rest
 * of its query stays as it was typed.
 */
export function leadsTo(link: string | undefined, source: string): string | undefined {
  const url = link === undefined ? null : URL.parse(link);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return undefined;
  if (url.searchParams.has('utm_source')) return url.href;
  const own = url.search.replace(/^\?|&+$/g, '');
  url.search = `${own === '' ? '' : `${own}&`}utm_source=${encodeURIComponent(source)}`;
  return url.href;
}
