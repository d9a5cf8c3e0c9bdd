/**
 * Cozy-Kart League: tells the league as soon as somebody edits this spreadsheet, and adds the menu Cozy-Kart.
 *
 * It reads the tab Problems, and writes to no cell. All that it tells the league is to look: never what was edited.
 *
 * @OnlyCurrentDoc
 */

// The panel fills these in. With the secret one can ask the league to look at this spreadsheet, and nothing else.
const SERVER = '';
const LEAGUE = '';
const SECRET = '';
const ACTIVITY = '';

/** What the league lists there, by its headers. */
const PROBLEMS = { tab: 'Problems', columns: ['Where', 'What is wrong', 'What to do'] };

/** The property of this spreadsheet that keeps the latest failure, until the league is reached again. */
const FAILURE = 'cozy-kart failure';

/**
 * After a failure the triggers wait for so long. A server that doesn't answer keeps each of them for up to a minute,
 * and an account's triggers may run for 90 minutes a day (developers.google.com/apps-script/guides/services/quotas).
 */
const QUIET_MINUTES = 5;

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Cozy-Kart')
    .addItem('Look now', lookNow.name)
    .addItem("What's wrong?", showProblems.name)
    .addItem('Open the panel', openPanel.name)
    .addSeparator()
    .addItem('Notice my edits', noticeMyEdits.name)
    .addToUi();
}

function lookNow() {
  const before = lastFailure_();
  const failure = tell_();
  const earlier = before ? ` Earlier it couldn't be told. ${whenAndWhat_(before)}` : '';
  say_(failure ?? `The league is looking now.${earlier}`);
}

function showProblems() {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const tab = spreadsheet.getSheetByName(PROBLEMS.tab);
  if (tab) spreadsheet.setActiveSheet(tab);
  const failure = lastFailure_();
  const told = failure ? `<p class="failure">${escape_(whenAndWhat_(failure))}</p>` : '';
  show_("What's wrong?", told + problemsHtml_(tab ? tab.getDataRange().getDisplayValues() : []));
}

function openPanel() {
  const link = `<a target="_blank" href="${escape_(ACTIVITY)}">Open the panel in Discord</a>`;
  show_('Open the panel', isFilledIn_() ? `<p>${link}</p>` : `<p>${NOT_FILLED_IN}</p>`, 120);
}

/** One host is enough: everybody's edits are noticed then. Chosen again, it adds nothing. */
function noticeMyEdits() {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const there = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  const isThere = there.includes(tellOfEdit.name) && there.includes(tellOfChange.name);
  const triggerFor = (handler) => ScriptApp.newTrigger(handler.name).forSpreadsheet(spreadsheet);
  if (!there.includes(tellOfEdit.name)) triggerFor(tellOfEdit).onEdit().create();
  if (!there.includes(tellOfChange.name)) triggerFor(tellOfChange).onChange().create();

  const failure = tell_();
  const done = isThere ? 'Edits were noticed already.' : 'From now on the league notices edits at once.';
  say_(failure ? `${done} But right now: ${failure}` : done);
}

/** A value was typed, pasted or cleared. What the league itself writes calls no trigger. */
function tellOfEdit() {
  tellQuietly_();
}

/** Rows, columns or tabs came, went or moved. A colour is no news, and an edit was told already. */
function tellOfChange(event) {
  if (!['FORMAT', 'EDIT'].includes(event.changeType)) tellQuietly_();
}

/** Google mails its owner about a trigger that fails. Here a failure is kept instead, and the menu shows it. */
function tellQuietly_() {
  try {
    const failure = lastFailure_();
    if (failure && Date.now() < failure.at + QUIET_MINUTES * 60000) return;
    tell_();
  } catch (error) {
    // Keeping it failed too. The list of executions beside the script is what is left.
    console.error(error.message);
  }
}

/** Asks the league to look. Answers in words why it couldn't be asked, or undefined if it could, and keeps that. */
function tell_() {
  const what = ask_();
  const properties = PropertiesService.getDocumentProperties();
  if (what) properties.setProperty(FAILURE, JSON.stringify({ at: Date.now(), what }));
  else if (lastFailure_()) properties.deleteProperty(FAILURE);
  return what;
}

function ask_() {
  if (!isFilledIn_()) return NOT_FILLED_IN;
  const request = {
    method: 'post',
    contentType: 'application/json',
    payload: JSON.stringify({ league: LEAGUE, secret: SECRET }),
    // The secret goes to this address and no further.
    followRedirects: false,
    muteHttpExceptions: true,
  };
  try {
    const status = UrlFetchApp.fetch(`${SERVER}/api/hint`, request).getResponseCode();
    if (status === 202) return undefined;
    if (status === 403) return "The league doesn't know this script's secret. Copy the script from the panel again.";
    if (status === 429) return 'The league was asked too often. It takes hints again in a minute.';
    return `${SERVER} answered with an error (${status}). Try again in a minute.`;
  } catch (error) {
    return `${SERVER} can't be reached. Google says: ${error.message}`;
  }
}

const NOT_FILLED_IN = "This script doesn't know its league. Copy it from the panel, and paste it in its place.";

function isFilledIn_() {
  return SERVER !== '' && SECRET !== '';
}

/** `{ at, what }`: milliseconds since 1970, and words. */
function lastFailure_() {
  const kept = PropertiesService.getDocumentProperties().getProperty(FAILURE);
  return kept ? JSON.parse(kept) : undefined;
}

function whenAndWhat_({ at, what }) {
  return `${new Date(at).toLocaleString()}: ${what}`;
}

function say_(text) {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Cozy-Kart', 10);
}

/** Takes the tab's rows as they are shown, headers first. Hosts may move our columns and add their own. */
function problemsHtml_([headers, ...rows]) {
  if (!headers) return '<p>The tab Problems is missing. The league makes it again when it looks.</p>';
  const places = PROBLEMS.columns.map((column) => headers.indexOf(column));
  if (places.includes(-1)) return '<p>The tab Problems lost a header. The league writes it again when it looks.</p>';
  const problems = rows.map((row) => places.map((place) => row[place])).filter(([, what]) => what !== '');
  if (problems.length === 0) return '<p>All is well: the league understands every cell.</p>';
  const items = problems.map((problem) => {
    const [where, what, remedy] = problem.map((text) => `<bdi>${escape_(text)}</bdi>`);
    return `<li><b>${where}</b><br>${what}<br>${remedy}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function show_(title, body, height = 380) {
  const style = `<style>
    body { margin: 8px; font: 14px/1.5 sans-serif; color: #26222b; overflow-wrap: anywhere }
    ul { margin: 0; padding-left: 18px }
    li { margin-bottom: 12px }
    .failure { padding: 8px 12px; border-radius: 8px; background: #fdeceb }
    a { display: inline-block; padding: 10px 16px; border-radius: 8px; background: #ffb84d; color: #261b0b;
      font-weight: bold; text-decoration: none }
  </style>`;
  const html = HtmlService.createHtmlOutput(style + body)
    .setWidth(460)
    .setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

/** Names are people's own, and what they type may be meant as HTML. */
function escape_(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => entities[sign]);
}
