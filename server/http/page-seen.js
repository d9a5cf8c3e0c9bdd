// The public page's one program: tells once when the sponsor's logo was really on the screen, half of it for a second.
// The ticket is the page view's own; it says nothing about whose.
const line = document.querySelector('[data-ticket]');
if (line) {
  let timer;
  const observer = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(timer);
      if (!entry.isIntersecting) return;
      timer = setTimeout(() => {
        if (document.visibilityState !== 'visible') return;
        observer.disconnect();
        const body = JSON.stringify({ ticket: line.dataset.ticket });
        fetch('/seen', { method: 'POST', headers: { 'content-type': 'application/json' }, body, credentials: 'omit' });
      }, 1_000);
    },
    { threshold: 0.5 },
  );
  observer.observe(line);
}
