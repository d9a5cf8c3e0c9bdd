/**
 * A spreadsheet with a script in it, as Google runs one: small stand-ins for the services of Apps Script that ours
 * uses, by Google's names (developers.google.com/apps-script/reference). Nothing here goes over the network: what the
 * script fetches is noted, and `google.answer` says what comes back.
 */
import { createContext, runInContext } from 'node:vm';

export interface Fetched {
  url: string;
  method: string;
  contentType: string;
  payload: string;
  followRedirects: boolean;
}

/** An HTTP status, or Google's own words for why there is none. */
export type FetchAnswer = number | Error;

type EventType = 'ON_EDIT' | 'ON_CHANGE';

/** `tabs` are rows of cells as they are shown. `now` is in milliseconds since 1970. */
export function openSpreadsheet(script: string, tabs: Record<string, string[][]>, now: () => number) {
  const google = {
    menu: new Map<string, string>(),
    toasts: [] as string[],
    dialogs: [] as { title: string; html: string }[],
    triggers: [] as { handler: string; event: EventType }[],
    fetched: [] as Fetched[],
    answer: 202 as FetchAnswer,
    properties: new Map<string, string>(),
    /** While true, Google's own store of properties fails. */
    propertiesFail: false,
    /** What a trigger left behind: Google mails its owner about the first, the second is in a list of executions. */
    mails: [] as unknown[],
    executions: [] as string[],
    shown: Object.keys(tabs)[0],
  };

  const spreadsheet = {
    toast: (text: string, title: string, seconds: number) => google.toasts.push(`${title} (${seconds} s): ${text}`),
    setActiveSheet: ({ name }: { name: string }) => {
      google.shown = name;
    },
    getSheetByName: (name: string) => {
      const rows = tabs[name];
      return rows ? { name, getDataRange: () => ({ getDisplayValues: () => rows }) } : null;
    },
  };
  const ui = {
    createMenu(title: string) {
      const items: [string, string][] = [];
      const menu = {
        addItem(label: string, handler: string) {
          items.push([`${title} > ${label}`, handler]);
          return menu;
        },
        addSeparator: () => menu,
        addToUi: () => items.map(([path, handler]) => google.menu.set(path, handler)),
      };
      return menu;
    },
    showModalDialog: ({ html }: { html: string }, title: string) => google.dialogs.push({ title, html }),
  };
  const properties = () => {
    if (google.propertiesFail) throw new Error('We are sorry, a server error occurred. Please wait a bit.');
    return google.properties;
  };
  const triggerOf = (handler: string, event: EventType) => ({
    create: () => google.triggers.push({ handler, event }),
  });

  const services = {
    console: { error: (text: string) => google.executions.push(text) },
    Date: class extends Date {
      static override now = now;
    },
    SpreadsheetApp: { getUi: () => ui, getActiveSpreadsheet: () => spreadsheet },
    ScriptApp: {
      getProjectTriggers: () => google.triggers.map(({ handler }) => ({ getHandlerFunction: () => handler })),
      newTrigger: (handler: string) => ({
        forSpreadsheet: () => ({
          onEdit: () => triggerOf(handler, 'ON_EDIT'),
          onChange: () => triggerOf(handler, 'ON_CHANGE'),
        }),
      }),
    },
    UrlFetchApp: {
      fetch(url: string, options: Omit<Fetched, 'url'> & { muteHttpExceptions?: boolean }) {
        const { muteHttpExceptions, ...rest } = options;
        google.fetched.push({ url, ...rest });
        const { answer } = google;
        if (answer instanceof Error) throw answer;
        if (answer >= 400 && !muteHttpExceptions) throw new Error(`Request failed returned code ${answer}`);
        return { getResponseCode: () => answer };
      },
    },
    HtmlService: {
      createHtmlOutput(html: string) {
        const output = { html, setWidth: () => output, setHeight: () => output };
        return output;
      },
    },
    PropertiesService: {
      getDocumentProperties: () => ({
        getProperty: (key: string) => properties().get(key) ?? null,
        setProperty: (key: string, value: string) => void properties().set(key, value),
        deleteProperty: (key: string) => void properties().delete(key),
      }),
    },
  };
  const context = createContext(services);
  runInContext(script, context, { filename: 'cozy-kart.gs' });
  const run = (handler: string, event = {}) => runInContext(handler, context)(event);
  run('onOpen');

  /** A trigger that throws is Google's to write about. */
  function fire(event: EventType, detail: object): void {
    for (const { handler } of google.triggers.filter((trigger) => trigger.event === event)) {
      try {
        run(handler, detail);
      } catch (error) {
        google.mails.push(error);
      }
    }
  }

  return {
    google,
    /** A host chooses an item of the menu. */
    choose(label: string): void {
      const handler = google.menu.get(`Cozy-Kart > ${label}`);
      if (handler === undefined) throw new Error(`the menu has no ${label}`);
      run(handler);
    },
    /** Somebody types into a cell. */
    edit(): void {
      fire('ON_EDIT', { value: '1' });
      fire('ON_CHANGE', { changeType: 'EDIT' });
    },
    /** Somebody changes more, or less, than a value: `INSERT_ROW`, `FORMAT`. */
    change: (changeType: string) => fire('ON_CHANGE', { changeType }),
  };
}

export type Spreadsheet = ReturnType<typeof openSpreadsheet>;
