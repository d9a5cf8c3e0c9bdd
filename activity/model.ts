/** The panel without its screen: everything that it knows, and everything that can be done with it. */
import { computed, effect, signal } from '@preact/signals';
import type { ActionAnswer, ActionBody, ActionRequest } from '../server/contract/actions.ts';
import type { RaceId, RacerId, SeasonId } from '../server/contract/terms.ts';
import { unsent } from '../server/words/panel.ts';
import type { Answer, Api } from './api.ts';
import type { Discord } from './discord.ts';
import { wordsOf } from './model/asked.ts';
import type { After, Clock } from './model/clock.ts';
import type { ConnectingParts } from './model/connecting.ts';
import { createLeague } from './model/league.ts';
import { createLive } from './model/live.ts';
import { createOutbox, isSameTap, type Sent } from './model/outbox.ts';
import { type Choice, newestOrder, shownRace } from './model/races.ts';
import { createSession } from './model/session.ts';

export interface PanelParts {
  api: Api;
  openDiscord(clientId: string): Promise<Discord>;
  clock: Clock;
  storage: Storage | undefined;
  after: After;
  /** This device's time, milliseconds since 1970. */
  now(): number;
  random(): number;
  newId(): string;
}

/** The server's latest word on a tap. */
export type Notice =
  | { tone: 'done'; request: ActionRequest; answer: ActionAnswer }
  /** Something else was done. */
  | { tone: 'said'; message: string }
  | { tone: 'refused'; message: string; remedy: string };

/** The race that a host corrects, of whatever season; it may be the answer to a protest. */
export interface Correcting {
  season: SeasonId;
  race: RaceId | undefined;
  protest?: string;
}

/** What is on the screen; a racer's profile lies over what was there before. */
export type Page =
  | { page: 'night' }
  | { page: 'me' }
  | { page: 'desk' }
  | { page: 'racer'; racer: RacerId; season: SeasonId | undefined };

/** Where on their desk a host is. */
export const deskParts = [
  'queue',
  'results',
  'seasons',
  'points',
  'money',
  'racers',
  'plan',
  'sponsors',
  'files',
] as const;
export type DeskPart = (typeof deskParts)[number];

const noticeMilliseconds = 6_000;
/** For longer ones: a slow reader reads fifteen letters a second. */
const letterMilliseconds = 70;

export function createPanel({ api, openDiscord, clock, storage, after, now, random, newId }: PanelParts) {
  const league = createLeague();
  const notice = signal<Notice | undefined>(undefined);
  const choice = signal<Choice | undefined>(undefined);
  const page = signal<Page>({ page: 'night' });
  const deskPart = signal<DeskPart>('queue');
  const correcting = signal<Correcting | undefined>(undefined);
  /** A name that somebody wanted to join under, and which is kept for a racer without Discord. */
  const keptName = signal<string | undefined>(undefined);
  /** Done, says the server, but what we see is older. */
  const unseen = signal<readonly { request: ActionRequest; version: number }[]>([]);
  const session = createSession({ openDiscord, api, now: clock.now, after });
  let cancelNotice = () => {};

  const live = createLive({
    connect: api.live,
    hello() {
      const token = session.token();
      const version = league.view.peek()?.version;
      if (token === undefined) return undefined;
      return version === undefined ? { type: 'hello', token } : { type: 'hello', token, version };
    },
    receive(message) {
      if ('now' in message) clock.hear(message.now, 'socket');
      return league.receive(message);
    },
    poll,
    signInAgain: session.signInAgain,
    after,
    now: clock.now,
    random,
  });

  const outbox = createOutbox({
    storage,
    send: (request) => session.authorized((token) => api.act(token, request)),
    answered(request, answer) {
      if (request.type === 'join' || request.type === 'takeOver')
        keptName.value = request.type === 'join' && isKept(answer) ? request.name : undefined;
      if (answer.kind === 'refused') tell({ tone: 'refused', ...answer.error });
      else took(request, answer.value);
      if (live.state.value !== 'live') void poll();
    },
    dropped: (request) => tell({ tone: 'refused', message: unsent.stale(unsent.what(request, undefined)), remedy: '' }),
    newId,
    now,
    after,
  });

  const underway = computed(() => {
    const version = league.view.value?.version ?? 0;
    const waiting = unseen.value.filter((it) => it.version > version);
    return [...waiting, ...outbox.items.value].map(({ request }) => request);
  });
  const isUnderway = (body: ActionBody) => underway.value.some((request) => isSameTap(request, body));

  function took(request: ActionRequest, answer: ActionAnswer): void {
    const version = league.view.peek()?.version ?? 0;
    unseen.value = [...unseen.peek().filter((it) => it.version > version), { request, version: answer.version }];
    if (isMove(request)) choice.value = undefined;
    tell({ tone: 'done', request, answer });
  }

  /** Asks the server something on behalf of whoever is signed in. */
  function asking<G extends unknown[], T>(call: (token: string, ...given: G) => Promise<Answer<T>>) {
    return (...given: G) => session.authorized((token) => call(token, ...given));
  }

  async function poll(): Promise<boolean> {
    const view = await session.authorized(api.league);
    if (view.kind !== 'ok') return false;
    const me = await session.authorized(api.me);
    if (me.kind !== 'ok') return false;
    league.replace(view.value, me.value);
    return true;
  }

  /** Signs in and begins to listen. May be called again after it failed. */
  async function start(): Promise<void> {
    live.stop();
    if (!(await session.signIn())) return;
    const who = session.identity.peek();
    if (who) outbox.open(who.league, who.user);
    live.start();
  }

  function tell(it: Notice): void {
    cancelNotice();
    notice.value = it;
    if (it.tone === 'refused') return;
    const { length } = it.tone === 'said' ? it.message : it.answer.message;
    cancelNotice = after(Math.max(noticeMilliseconds, length * letterMilliseconds), closeNotice);
  }

  function closeNotice(): void {
    cancelNotice();
    notice.value = undefined;
  }

  effect(() => {
    if (live.state.value === 'live' || live.state.value === 'polling') void outbox.flush();
  });

  return {
    signIn: session.state,
    view: league.view,
    me: league.me,
    clock,
    connection: live.state,
    heardAt: live.heardAt,
    unsent: outbox.items,
    sending: outbox.sending,
    stuck: outbox.stuck,
    notice,
    closeNotice,
    /** The race on the screen. */
    shown: computed(() => league.view.value && shownRace(league.view.value, league.me.value, choice.value)),
    choose(race: string): void {
      const view = league.view.value;
      if (view) choice.value = { race, newest: newestOrder(view) };
    },
    /** What was tapped and doesn't show in `view` yet, in the order of tapping. */
    underway,
    isUnderway,
    /** Does what was tapped, once, however often it is tapped before the answer shows. */
    act(body: ActionBody): void {
      if (!isUnderway(body)) outbox.add(body);
    },
    takeBack: outbox.takeBack,
    /** For a server that has no league yet. */
    connecting: {
      about: () => session.authorized(api.aboutConnecting),
      connect: (spreadsheet) => session.authorized((token) => api.connect(token, { spreadsheet })),
      connected: () => void start(),
    } satisfies ConnectingParts,
    page,
    deskPart,
    correcting,
    /** Opens a host's desk at one of its parts. */
    openDesk(part: DeskPart): void {
      deskPart.value = part;
      page.value = { page: 'desk' };
    },
    keptName,
    /** What the server says when it's asked, and not by itself. */
    ask: {
      season: asking(api.season),
      racer: asking(api.racer),
      against: asking(api.against),
      corrections: asking(api.corrections),
      ledger: asking(api.ledger),
      preview: asking(api.preview),
      sheetScript: asking(api.sheetScript),
      link: asking(api.link),
      sponsors: asking(api.sponsors),
      sponsorTurn: asking(api.sponsorTurn),
      sponsorSeen: asking(api.sponsorSeen),
      sponsorWorkbook: asking(api.sponsorWorkbook),
      takeIn: asking(api.takeIn),
    },
    openLink: session.openLink,
    /** Forgets me, or as a host that racer, for good. True once it's done. */
    async forget(racer?: RacerId): Promise<boolean> {
      const answer = await session.authorized((token) => api.forget(token, racer));
      if (answer.kind !== 'ok') {
        tell({ tone: 'refused', ...wordsOf(answer) });
        return false;
      }
      tell({ tone: 'said', message: answer.value.message });
      await poll();
      return true;
    },
    /** A host wants this server to write to the Sheet again, although another program does. */
    async writeAgain(): Promise<void> {
      const answer = await session.authorized(api.writeAgain);
      if (answer.kind !== 'ok') tell({ tone: 'refused', ...wordsOf(answer) });
    },
    start,
    /** The network came back, or somebody looks at the panel again. */
    wake(): void {
      const state = session.state.peek();
      if (state.step === 'failed' && state.later) void start();
      if (state.step !== 'in') return;
      live.wake();
      void outbox.flush();
    },
    offline: live.offline,
  };
}

export type Panel = ReturnType<typeof createPanel>;

/** After these the screen follows the race they lead to, whatever was looked at before. */
const isMove = ({ type }: ActionRequest) => type === 'openRace' || type === 'nextRace' || type === 'join';

/** Whether a name is refused because it belongs to a racer without Discord. */
const isKept = (answer: Sent) => answer.kind === 'refused' && answer.error.code === 'name_is_placeholder';
