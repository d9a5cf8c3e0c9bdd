import { followLive, type LiveChange } from './live.ts';
import { doing } from './message.ts';
import { everything, type Workspace } from './workspace.ts';

type Faults = Parameters<Parameters<typeof followLive>[1]['onFaults']>[0];

/**
 * Follows what others write from before anything is read, so that nothing written meanwhile is missed; and says whether
 * the page is connected.
 * @returns once the connection stands, or can't be made for now, what hands over to the page that has been read
 */
export async function startFollowing(id: string, status: HTMLElement) {
  let early: LiveChange[] = [];
  let faults: Faults | undefined;
  let connected: boolean | undefined;
  let lost = false;
  let page: { workspace: Workspace; onFaults: (now: Faults) => void } | undefined;
  const tried = Promise.withResolvers<void>();

  const show = () => {
    if (connected === false) status.textContent = 'Not connected. Trying again…';
    else if (connected && page) status.textContent = 'Live';
    document.body.classList.toggle('offline', connected === false);
  };
  followLive(id, {
    onChange(change) {
      if (page) void doing(page.workspace.take(change));
      else early.push(change);
    },
    onFaults(now) {
      faults = now;
      page?.onFaults(now);
    },
    onGone: () => location.assign(`/all?${new URLSearchParams({ gone: page?.workspace.book().title ?? '' })}`),
    onConnected(now) {
      connected = now;
      // What was written in the meantime wasn't heard: read everything.
      if (now && lost && page) void doing(page.workspace.take(everything(page.workspace.sheet())));
      lost = !now;
      show();
      tried.resolve();
    },
  });
  await tried.promise;

  return {
    handOver(workspace: Workspace, onFaults: (now: Faults) => void) {
      page = { workspace, onFaults };
      if (faults) onFaults(faults);
      for (const change of early) void doing(workspace.take(change));
      early = [];
      show();
    },
  };
}
