/** As a `ref`, on what has just appeared in place of the button that had the focus. */
export const focusOnce = (element: HTMLElement | null) => element?.focus();
