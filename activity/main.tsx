import { render } from 'preact';
import { createApi } from './api.ts';
import { openDiscord } from './discord.ts';
import { createClock } from './model/clock.ts';
import { createPanel } from './model.ts';
import { App } from './views/app.tsx';
import { PanelContext } from './views/panel-context.ts';

const clock = createClock(Date.now);
const panel = createPanel({
  api: createApi(location.origin, (serverNow) => clock.hear(serverNow, 'header')),
  openDiscord,
  clock,
  storage: deviceStorage(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  now: Date.now,
  random: Math.random,
  newId: () => crypto.randomUUID(),
});

render(
  <PanelContext.Provider value={panel}>
    <App />
  </PanelContext.Provider>,
  document.getElementById('panel')!,
);

setInterval(clock.tick, 250);
addEventListener('online', panel.wake);
addEventListener('offline', panel.offline);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') panel.wake();
});
void panel.start();

/** A browser that blocks storage inside frames of other sites throws already when asked for it. */
function deviceStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
