import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxCredentials } from '../../server/sandbox/credentials.ts';
import { guilds } from '../../server/sandbox/discord/guild.ts';
import { people } from '../../server/sandbox/people.ts';
import { openBrowser } from '../browser.ts';
import { openDetour } from './detour.ts';
import { localDiscord, openStand } from './stand.ts';

const { clientId } = sandboxCredentials;
const scopes = [
  'identify',
  'guilds',
  'guilds.members.read',
  'rpc.activities.write',
  'relationships.read',
  'rpc.voice.read',
];
const refusal = {
  code: 5000,
  message: 'OAuth2 Error: access_denied: The resource owner or authorization server denied the request',
};

let stand: Awaited<ReturnType<typeof openStand>>;
let detour: Awaited<ReturnType<typeof openDetour>>;
let sandboxUrl: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [stand, browser] = await Promise.all([openStand(), openBrowser()]);
  detour = await openDetour(() => Number(new URL(sandboxUrl).port));
});
afterAll(async () => {
  await browser.close();
  detour.close();
  await stand.close();
});

beforeEach(async () => {
  sandboxUrl = stand.sandboxUrl;
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, proxy: { server: detour.url } });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The SDK only says so here when an answer doesn't fit its schema, and then waits for ever.
    if (message.type() === 'error' && /Failed to parse|Content Security Policy/.test(message.text()))
      complaints.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

describe('on its own address', () => {
  it('opens two panels, of the host and of Ana, in one instance', async () => {
    await openStage();
    const host = await panel('host');
    const ana = await panel('ana');
    const ids = await Promise.all([host, ana].map((frame) => frame.evaluate(() => window.sdk.instanceId)));
    expect(ids[0]).toBe(ids[1]);
    expect(stand.discord.instances.usersIn(ids[0] ?? '')).toHaveLength(2);
  });

  it('tells the panel what Discord tells it', async () => {
    await openStage('ana');
    const told = await (await panel('ana')).evaluate(() => {
      const { platform, guildId, channelId, customId, mobileAppVersion } = window.sdk;
      return { platform, guildId, channelId, customId, mobileAppVersion, referrer: document.referrer };
    });
    expect(told).toEqual({
      platform: 'desktop',
      guildId: '912047735206313984',
      channelId: '912047735906762753',
      customId: 'undefined',
      mobileAppVersion: null,
      referrer: 'http://localhost:3333/',
    });
  });

  it('signs two people in as themselves, each through their own consent', async () => {
    await openStage();
    // Both are asked at the same time, each in their own window.
    const signedIn = [await startSignIn('host'), await startSignIn('ana')];
    for (const key of ['ana', 'host']) await consent(key).getByRole('button', { name: 'Authorize' }).click();
    const users = await Promise.all(signedIn.map(({ user }) => user));
    expect(users.map(({ username }) => username)).toEqual(['juno.hosts', 'ana_drifts']);
  });

  it('asks once: a consent holds over a reload of the stage, and prompt none passes', async () => {
    await openStage('ana');
    await signIn('ana');
    await page.reload();
    const user = await (await panel('ana')).evaluate((options) => window.signIn({ ...options, prompt: 'none' }), {
      clientId,
      scopes,
    });
    expect(user.username).toBe('ana_drifts');
  });

  it('asks anew once the consent is forgotten', async () => {
    await openStage('ana');
    await signIn('ana');
    await more('ana').locator('summary').click();
    await more('ana').getByRole('button', { name: 'Forget consent' }).click();
    await expect(rejection('ana', { prompt: 'none' })).resolves.toEqual(refusal);
  });

  it("refuses in Discord's words", async () => {
    await openStage('ana');
    const rejected = rejection('ana');
    await consent('ana').getByRole('button', { name: 'Refuse' }).click();
    expect(await rejected).toEqual(refusal);
  });

  it('takes Escape for a refusal', async () => {
    await openStage('ana');
    const rejected = rejection('ana');
    await consent('ana').waitFor();
    await page.keyboard.press('Escape');
    expect(await rejected).toEqual(refusal);
  });

  it('refuses a scope that Discord gives to nobody, a foreign app and a foreign token', async () => {
    await openStage('ana');
    await signIn('ana');
    const frame = await panel('ana');
    expect(await rejection('ana', { scopes: ['everything'] }, 'Authorize')).toMatchObject({ code: 5000 });
    expect(await rejection('ana', { clientId: '1' })).toMatchObject({ code: 4007 });
    const foreign = await frame.evaluate(() => window.sdk.commands.authenticate({ access_token: 'x' }).catch((e) => e));
    expect(foreign).toEqual({ code: 4009, message: 'Invalid token' });
  });

  it('answers no command that the person has not agreed to', async () => {
    await openStage('ana');
    const locale = await (await panel('ana')).evaluate(() =>
      window.sdk.commands.userSettingsGetLocale().catch((e) => e),
    );
    expect(locale).toEqual({ code: 4006, message: 'Not authenticated or invalid scope' });
  });

  it("answers every command of the SDK in the SDK's own schema", async () => {
    await openStage('ana');
    await signIn('ana');
    const answers = await (await panel('ana')).evaluate(callEverything, people[0]?.id ?? '');
    expect(answers.waiting).toEqual([]);
    expect(answers.rejected).toEqual([]);
    expect(answers.never).toEqual([]);
    expect(answers.resolved).toMatchObject({
      getChannel: { name: 'Race night' },
      getInstanceConnectedParticipants: { participants: [{ username: 'ana_drifts' }] },
      getUser: { username: 'juno.hosts' },
      shareLink: { success: true },
    });
  });

  it('lets a panel subscribe to every event of the SDK', async () => {
    await openStage('ana');
    await signIn('ana');
    const outcome = await (await panel('ana')).evaluate(async () => {
      const named = [
        'VOICE_STATE_UPDATE',
        'SPEAKING_START',
        'SPEAKING_STOP',
        'ACTIVITY_LAYOUT_MODE_UPDATE',
        'ORIENTATION_UPDATE',
        'CURRENT_USER_UPDATE',
        'CURRENT_GUILD_MEMBER_UPDATE',
        'ENTITLEMENT_CREATE',
        'THERMAL_STATE_UPDATE',
        'ACTIVITY_INSTANCE_PARTICIPANTS_UPDATE',
        'RELATIONSHIP_UPDATE',
        'ACTIVITY_JOIN',
        'QUEST_ENROLLMENT_STATUS_UPDATE',
      ] as const;
      const listener = () => {};
      for (const name of named) await window.sdk.subscribe(name as 'ORIENTATION_UPDATE', listener);
      for (const name of named) await window.sdk.unsubscribe(name as 'ORIENTATION_UPDATE', listener);
      return named.length;
    });
    expect(outcome).toBe(13);
  });

  it('tells the others when somebody opens or closes the activity', async () => {
    await openStage('ana');
    await watch('ana', 'ACTIVITY_INSTANCE_PARTICIPANTS_UPDATE');
    await page.getByRole('button', { name: 'Add a panel' }).click();
    await panel('host');
    await seen('ana', (data) => names(data).join() === 'ana_drifts,juno.hosts');
    await close('host');
    await seen('ana', (data) => names(data).join() === 'ana_drifts');
  });

  it('ends the instance when everybody left', async () => {
    await openStage('ana');
    const instance = await (await panel('ana')).evaluate(() => window.sdk.instanceId);
    const ended = nextChange(instance);
    await close('ana');
    await ended;
    expect(stand.discord.instances.usersIn(instance)).toEqual([]);
    await page.getByText('Nobody has the activity open.').waitFor();
  });

  it('takes its people out of the instance when the page is closed', async () => {
    await openStage('ana');
    const instance = await (await panel('ana')).evaluate(() => window.sdk.instanceId);
    const ended = nextChange(instance);
    await page.close();
    await ended;
    expect(stand.discord.instances.usersIn(instance)).toEqual([]);
  });

  it('reloads a panel into the same instance, signed out', async () => {
    await openStage('ana');
    await signIn('ana');
    const before = await (await panel('ana')).evaluate(() => window.sdk.instanceId);
    await control('ana', 'Reload').click();
    const frame = await panel('ana');
    expect(await frame.evaluate(() => window.sdk.instanceId)).toBe(before);
    expect(await frame.evaluate(() => document.referrer)).toBe('http://localhost:3333/');
    const locale = await frame.evaluate(() => window.sdk.commands.userSettingsGetLocale().catch((e) => e));
    expect(locale).toMatchObject({ code: 4006 });
  });

  it('seats somebody else at a panel', async () => {
    await openStage('ana');
    await panel('ana');
    await window_('ana').getByLabel('Who is at this panel').selectOption('zoe');
    expect((await signIn('zoe')).username).toBe('zoe_zoom');
    expect(page.url()).toContain('panels=zoe');
  });

  it('seats nobody twice', async () => {
    await openStage();
    await panel('host');
    const taken = window_('ana').getByLabel('Who is at this panel').locator('option[value="host"]');
    expect(await taken.isDisabled()).toBe(true);
  });

  it('tells a phone from a laptop', async () => {
    await openStage('ana');
    await panel('ana');
    await more('ana').locator('summary').click();
    await more('ana').getByLabel('Phone').check();
    await expectText('ana', 'ready on mobile');
    expect(await window_('ana').locator('iframe').boundingBox()).toMatchObject({ width: 390, height: 844 });
  });

  it('changes the layout and tells the panel', async () => {
    await openStage('ana');
    await panel('ana');
    await watch('ana', 'ACTIVITY_LAYOUT_MODE_UPDATE');
    await more('ana').locator('summary').click();
    for (const [label, layout_mode] of [
      ['Picture in picture', 1],
      ['Grid', 2],
      ['Focused', 0],
    ] as const) {
      await more('ana').getByLabel(label).check();
      await seen('ana', (data) => JSON.stringify(data) === JSON.stringify({ layout_mode }));
    }
  });

  it('cuts one panel off, HTTP and WebSocket, and brings it back, and the others notice nothing', async () => {
    await openStage();
    const ana = await panel('ana');
    const host = await panel('host');
    await ana.evaluate(openSocket);
    await host.evaluate(openSocket);

    const dropped = ana.evaluate(() => window.dropped);
    await control('ana', 'Offline').click();
    await dropped;
    expect(await ana.evaluate(reach)).toEqual({ http: false, socket: false });
    expect(await host.evaluate(reach)).toEqual({ http: true, socket: true });
    expect(await host.evaluate(() => window.socket.readyState)).toBe(1);

    await control('ana', 'Offline').click();
    await expect.poll(() => ana.evaluate(reach)).toEqual({ http: true, socket: true });
  });

  it('brings everybody back online when the page is opened anew', async () => {
    await openStage('ana');
    await panel('ana');
    await control('ana', 'Offline').click();
    await page.reload();
    expect(await (await panel('ana')).evaluate(reach)).toEqual({ http: true, socket: true });
  });

  it("loads nothing into a panel that Discord's proxy wouldn't let through", async () => {
    await openStage('ana');
    const ana = await panel('ana');
    const blocked = await ana.evaluate(async () => {
      const violated = new Promise<string>((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)),
      );
      document.body.append(Object.assign(new Image(), { src: 'http://example.com/logo.png' }));
      return violated;
    });
    expect(blocked).toBe('img-src');
    complaints = [];
  });

  it('keeps what each panel stores apart, as on two computers', async () => {
    await openStage();
    await (await panel('ana')).evaluate(() => localStorage.setItem('mine', 'Ana'));
    expect(await (await panel('host')).evaluate(() => localStorage.getItem('mine'))).toBeNull();
  });

  it('says so when its server is gone, and takes its place in the same instance when it is back', async () => {
    const first = await stand.openSandbox(localDiscord());
    sandboxUrl = first.url;
    await openStage('ana');
    const frame = await panel('ana');
    const instance = await frame.evaluate(() => window.sdk.instanceId);

    await first.close();
    await page.getByRole('alert').waitFor();

    const discord = localDiscord();
    const second = await stand.openSandbox(discord);
    sandboxUrl = second.url;
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await expect.poll(() => discord.instances.usersIn(instance)).toHaveLength(1);
    expect(await frame.evaluate(() => window.sdk.instanceId)).toBe(instance);
    await second.close();
  });

  it("turns Discord's API off for everybody, and authorize with it", async () => {
    await openStage('ana');
    await signIn('ana');
    await page.getByText('Discord’s servers').click();
    await page.getByLabel('Down').check();
    await expect.poll(() => stand.discord.faults.offline).toBe(true);
    expect(await rejection('ana')).toEqual({ code: 1000, message: 'Unknown Error' });
    await page.getByLabel('Down').uncheck();
    await expect.poll(() => stand.discord.faults.offline).toBe(false);
  });

  it('makes room by putting the Sheet away', async () => {
    await openStage('ana');
    const button = page.getByRole('button', { name: 'Show the Sheet' });
    const sheet = page.getByRole('region', { name: 'The league’s Sheet' });
    await sheet.waitFor();
    await button.click();
    await sheet.waitFor({ state: 'hidden' });
    await button.click();
    await sheet.waitFor();
  });

  it("changes somebody's roles", async () => {
    const ana = people.find(({ key }) => key === 'ana');
    await openStage('ana');
    await more('ana').locator('summary').click();
    await more('ana').getByLabel('Server manager').check();
    await expect.poll(() => stand.discord.guild.rolesOf(ana?.id ?? '')).toEqual(['regular', 'manager']);
    stand.discord.guild.setRoles(ana?.id ?? '', ana?.roles ?? []);
  });

  it('shows the pictures of those who have one', async () => {
    await openStage();
    const width = () =>
      window_('ana')
        .locator('img.picture')
        .evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBe(128);
  });
});

describe('in another server', () => {
  const [club, moonlight = club] = guilds;
  const told = async (key: string) =>
    (await panel(key)).evaluate(() => {
      const { instanceId, guildId, channelId } = window.sdk;
      return { instanceId, guildId, channelId };
    });

  it('shows the panels of a host and a racer of that server, in an instance of its own', async () => {
    await openStage();
    const inTheClub = await told('ana');
    await page.getByLabel('Server').selectOption('Moonlight Karts');
    const { instanceId, guildId, channelId } = await told('priya');
    expect([guildId, channelId]).toEqual([moonlight.id, moonlight.channelId]);
    expect(instanceId).not.toBe(inTheClub.instanceId);
    expect((await told('ana')).instanceId).toBe(instanceId);
    expect(stand.discord.instances.usersIn(instanceId)).toHaveLength(2);
    await expect.poll(() => stand.discord.instances.usersIn(inTheClub.instanceId)).toEqual([]);
  });

  it('offers nobody who isn’t in it', async () => {
    await openStage('host,priya,nobody', 'moonlight');
    await panel('priya');
    expect(await page.getByRole('region', { name: /’s Discord$/ }).count()).toBe(1);
    const offered = window_('priya').getByLabel('Who is at this panel').locator('option');
    expect(await offered.allTextContents()).toEqual(['Priya · host', 'Ana · racer', 'sam · racer', 'Noor · spectator']);
    const add = page.getByRole('button', { name: 'Add a panel' });
    for (const key of ['ana', 'sam', 'spectator']) {
      await add.click();
      await panel(key);
    }
    expect(await add.isDisabled()).toBe(true);
  });

  it('stays there over a reload, and Back leads to the other one', async () => {
    await openStage('zoe');
    await panel('zoe');
    await page.getByLabel('Server').selectOption('Moonlight Karts');
    await panel('priya');
    await page.reload();
    await panel('priya');
    expect(new URL(page.url()).search).toBe('?server=moonlight&panels=priya,ana');
    await page.goBack();
    await panel('zoe');
    expect(await page.getByLabel('Server').locator(':checked').textContent()).toBe('Cozy-Kart Club');
  });

  it('takes an address with a server that there is not for the first', async () => {
    await openStage(undefined, 'nowhere');
    await panel('host');
    expect(page.url()).toContain('?server=club&panels=host,ana');
  });

  it('says what to try there, beside the list of spreadsheets', async () => {
    await openStage('priya', 'moonlight');
    await panel('priya');
    const tries = page.getByRole('region', { name: 'Try this' }).getByRole('listitem');
    expect(await tries.allTextContents()).toEqual([
      'As Priya, say yes to Discord: there’s no league here yet.',
      'Beside, make a spreadsheet; Share copies its address. Paste it into the panel.',
      'Type the code from the panel into a cell, say so there, and race.',
      'Or do it all in the channel: begin with /league setup.',
    ]);
    expect(await page.getByTitle('The league’s Sheet').getAttribute('src')).toBe(`${stand.panelUrl}/all`);
  });

  it('tells the panel of its own channel, people and permissions alone', async () => {
    const other = await context.newPage();
    await openStageOn(other, 'host,robin');
    await other.locator('[data-panel="robin"] iframe').contentFrame().getByText('ready').waitFor();
    await openStage('priya', 'moonlight');
    await signIn('priya');
    const answers = await (await panel('priya')).evaluate(async () => {
      const { commands, channelId } = window.sdk;
      const { name } = await commands.getChannel({ channel_id: channelId ?? '' });
      const { permissions } = await commands.getChannelPermissions();
      const { participants } = await commands.getActivityInstanceConnectedParticipants();
      return { name, manages: (BigInt(permissions) & 0x20n) !== 0n, who: participants.map((it) => it.username) };
    });
    expect(answers).toEqual({ name: 'Late shift', manages: true, who: ['priya.laps'] });
  });

  it('changes roles there, and not in the first', async () => {
    const priya = people.find(({ key }) => key === 'priya')?.id ?? '';
    const there = stand.discord.guilds.find(({ plan }) => plan === moonlight);
    await openStage('priya', 'moonlight');
    await more('priya').locator('summary').click();
    await more('priya').getByLabel('Server manager').uncheck();
    await expect.poll(() => there?.rolesOf(priya)).toEqual([]);
    await more('priya').getByLabel('League host').check();
    await expect.poll(() => there?.rolesOf(priya)).toEqual(['host']);
    expect(stand.discord.guild.rolesOf(priya)).toEqual([]);
    there?.setRoles(priya, ['manager']);
  });
});

it("shares the panel's address where names below localhost aren't resolved", async () => {
  await page.route('http://stage.localhost:3333/**', (route) => route.abort('namenotresolved'));
  await openStage('ana');
  expect((await signIn('ana')).username).toBe('ana_drifts');
  expect(await (await panel('ana')).evaluate(() => location.origin)).toBe(stand.panelUrl);
  expect(await control('ana', 'Offline').isDisabled()).toBe(true);
});

it('says where to open it when it is opened where the SDK would not hear it', async () => {
  await page.goto(stand.sandboxUrl);
  expect(await page.getByRole('alert').textContent()).toContain('http://localhost:3333');
});

it("works on the panel's own address too, where all panels share one origin", async () => {
  await page.goto(`${stand.panelUrl}/stage`);
  expect((await signIn('ana')).username).toBe('ana_drifts');
  expect(await control('ana', 'Offline').isDisabled()).toBe(true);
});

declare global {
  interface Window {
    socket: WebSocket;
    dropped: Promise<unknown>;
  }
}

async function openStage(panels?: string, server?: string): Promise<void> {
  await openStageOn(page, panels, server);
}

async function openStageOn(on: Page, panels?: string, server?: string): Promise<void> {
  const query = new URLSearchParams({ ...(server && { server }), ...(panels && { panels }) });
  await on.goto(`http://localhost:3333/?${query}`);
}

function window_(key: string): Locator {
  return page.locator(`[data-panel="${key}"]`);
}

function control(key: string, name: string): Locator {
  return window_(key).getByRole('button', { name, exact: true });
}

function more(key: string): Locator {
  return window_(key).locator('details');
}

function consent(key: string): Locator {
  return window_(key).getByRole('dialog');
}

async function close(key: string): Promise<void> {
  await control(key, 'Close').click();
}

/** The panel's own page, once its SDK is ready. */
async function panel(key: string): Promise<Frame> {
  const handle = await window_(key).locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`The panel of ${key} has no frame.`);
  await frame.locator('output', { hasText: 'ready' }).waitFor();
  return frame;
}

async function expectText(key: string, text: string): Promise<void> {
  await window_(key).locator('iframe').contentFrame().getByText(text).waitFor();
}

async function signIn(key: string) {
  const { user } = await startSignIn(key);
  await consent(key).getByRole('button', { name: 'Authorize' }).click();
  return user;
}

/** Up to the question whether the panel may; `user` waits for the answer. */
async function startSignIn(key: string) {
  const frame = await panel(key);
  return { user: frame.evaluate((options) => window.signIn(options), { clientId, scopes }) };
}

async function rejection(
  key: string,
  options: { clientId?: string; scopes?: string[]; prompt?: 'none' } = {},
  press?: string,
): Promise<unknown> {
  const frame = await panel(key);
  const outcome = frame.evaluate(
    (wanted) =>
      window.signIn(wanted).then(
        () => 'signed in',
        (error: unknown) => error,
      ),
    { clientId, scopes, ...options },
  );
  if (press) await consent(key).getByRole('button', { name: press }).click();
  return outcome;
}

async function watch(key: string, event: string): Promise<void> {
  await (await panel(key)).evaluate(
    (name) => window.sdk.subscribe(name as 'ORIENTATION_UPDATE', (data) => window.events.push({ name, data })),
    event,
  );
}

/** Waits until the panel's last event is as wanted. */
async function seen(key: string, wanted: (data: unknown) => boolean): Promise<void> {
  const frame = await panel(key);
  await expect.poll(async () => wanted((await frame.evaluate(() => window.events)).at(-1)?.data)).toBe(true);
}

function names(data: unknown): string[] {
  return typeof data === 'object' && data !== null && 'participants' in data && Array.isArray(data.participants)
    ? data.participants.map(({ username }) => username)
    : [];
}

function nextChange(instance: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = stand.discord.instances.onChange((changed) => {
      if (changed !== instance) return;
      stop();
      resolve();
    });
  });
}

function openSocket(): Promise<unknown> {
  window.socket = new WebSocket(`ws://${location.host}/`);
  window.dropped = new Promise((resolve) => window.socket.addEventListener('close', () => resolve(true)));
  return new Promise((resolve) => window.socket.addEventListener('open', () => resolve(true)));
}

/** Whether the panel reaches its server, each way, with a new connection. */
async function reach(): Promise<{ http: boolean; socket: boolean }> {
  const http = await fetch('/hello', { cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  );
  const socket = await new Promise<boolean>((resolve) => {
    const probe = new WebSocket(`ws://${location.host}/`);
    probe.addEventListener('open', () => {
      probe.close();
      resolve(true);
    });
    probe.addEventListener('error', () => resolve(false));
  });
  return { http, socket };
}

/** Runs in the panel: calls each of the SDK's commands, with no more than five seconds for each. */
async function callEverything(userId: string) {
  const { commands, channelId } = window.sdk;
  const token = 'already signed in';
  const calls: Record<string, () => Promise<unknown>> = {
    captureLog: () => commands.captureLog({ level: 'log', message: 'hello' }),
    encourageHardwareAcceleration: () => commands.encourageHardwareAcceleration(),
    getChannel: () => commands.getChannel({ channel_id: channelId ?? '' }),
    getChannelPermissions: () => commands.getChannelPermissions().then(({ permissions }) => String(permissions)),
    getEntitlements: () => commands.getEntitlements(),
    getPlatformBehaviors: () => commands.getPlatformBehaviors(),
    getSkus: () => commands.getSkus(),
    openExternalLink: () => commands.openExternalLink({ url: `${location.origin}/hello` }),
    openInviteDialog: () => commands.openInviteDialog(),
    setActivity: () => commands.setActivity({ activity: { type: 0, details: 'Race 3 of 5', state: 'Racing' } }),
    setConfig: () => commands.setConfig({ use_interactive_pip: true }),
    setOrientationLockState: () => commands.setOrientationLockState({ lock_state: 2 }),
    startPurchase: () => commands.startPurchase({ sku_id: '1' }),
    userSettingsGetLocale: () => commands.userSettingsGetLocale(),
    getInstanceConnectedParticipants: () => commands.getInstanceConnectedParticipants(),
    getActivityInstanceConnectedParticipants: () => commands.getActivityInstanceConnectedParticipants(),
    getQuest: () => commands.getQuest(),
    getQuestEnrollmentStatus: () => commands.getQuestEnrollmentStatus({ quest_id: '1' }),
    getRelationships: () => commands.getRelationships(),
    getUser: () => commands.getUser({ id: userId }),
    initiateImageUpload: () => commands.initiateImageUpload(),
    inviteUserEmbedded: () => commands.inviteUserEmbedded({ user_id: userId }),
    openShareMomentDialog: () => commands.openShareMomentDialog({ mediaUrl: `${location.origin}/hello` }),
    questStartTimer: () => commands.questStartTimer({ quest_id: '1' }),
    requestProxyTicketRefresh: () => commands.requestProxyTicketRefresh(),
    shareInteraction: () => commands.shareInteraction({ command: 'standings' }),
    shareLink: () => commands.shareLink({ message: 'Race with us' }),
  };
  // Signing in has called these already.
  const before = ['authorize', 'authenticate'];
  const resolved: Record<string, unknown> = {};
  const rejected: unknown[] = [];
  const waiting: string[] = [];
  for (const [name, call] of Object.entries(calls)) {
    const limit = new Promise((resolve) => setTimeout(resolve, 5000, token));
    const outcome = await Promise.race([call(), limit]).catch((error) => void rejected.push({ name, error }));
    if (outcome === token) waiting.push(name);
    else resolved[name] = outcome;
  }
  const never = Object.keys(commands).filter((name) => !(name in calls) && !before.includes(name));
  return { resolved, rejected, waiting, never };
}
