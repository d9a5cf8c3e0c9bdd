/** Somebody who waits longer than this wants to know for what. */
const PATIENCE = 600;

const slow = new Set<Promise<unknown>>();

/** Lets the page say that it's waiting, should an answer take long. */
export function waitingFor<T>(answer: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    slow.add(answer);
    show();
  }, PATIENCE);
  const ended = () => {
    clearTimeout(timer);
    slow.delete(answer);
    show();
  };
  answer.then(ended, ended);
  return answer;
}

function show(): void {
  const element = document.getElementById('busy');
  if (element) element.textContent = slow.size > 0 ? 'One moment…' : '';
}
