/** Sponsors as screens show them. */

/** A sponsor as a screen shows it. */
export interface SponsorView {
  id: string;
  name: string;
  message?: string;
  /** On our own origin; without one the name stands for it. */
  logo?: LogoView;
  /** For dark ground, where there is one of its own. */
  logoOnDark?: LogoView;
  /** Ours, which counts the click and leads on; missing where the sponsor has no link. */
  link?: string;
}

export interface LogoView {
  url: string;
  width: number;
  height: number;
}

/** POST /api/sponsors/turn: whose turn it is on this panel's standings; none if the season has no sponsor. */
export interface SponsorTurn {
  sponsor?: SponsorView;
}

/** POST /api/sponsors/seen: its logo was on the screen. */
export interface SponsorSeen {
  sponsor: string;
}

/** GET /api/sponsors, for hosts: each as it looks, before its season as well. */
export interface SponsorDeskView {
  sponsors: (SponsorView & {
    now: boolean;
    /** Where the link leads in the end. */
    leadsTo?: string;
    /** The sponsor's own report. Whoever has the address sees it. */
    report: string;
    /** The pictures that the bot posts: the standings, and what is said when a season is over. On our own origin. */
    pictures: { standings: string; final: string };
    /** What stands for it on screens: for want of a logo its name, for good or until the logo is here. */
    mark: 'logo' | 'name' | 'nameForNow';
    /** `field` is the column. */
    problems: { field: string; what: string; remedy: string }[];
  })[];
  /** Whom the sponsor workbook has to be shared with. */
  account: string;
  workbook: 'none' | 'kept' | 'unreachable';
  /** Where it stands on the web, once it was written. */
  workbookAt?: string;
}
