/** The league's spreadsheet through the Sheets API, as a host's own program would see and change it. */
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';

export type Sheet = ReturnType<typeof openSheet>;

/** `port` is the local Sheets API's. */
export function openSheet(port: number, spreadsheetId = 'cozy-kart-league') {
  const { values } = sheets({ version: 'v4', rootUrl: `http://127.0.0.1:${port}/` }).spreadsheets;

  /** A tab's rows, the header first, as they are shown. */
  async function rows(tab: string): Promise<string[][]> {
    const { data } = await values.get({ spreadsheetId, range: `'${tab}'` });
    return data.values ?? [];
  }

  const self = {
    rows,

    /** The results of a race as `Ana 3`; who has none stands alone. */
    async results(race: string): Promise<string[]> {
      const all = await rows('Results');
      return all.filter((row) => row[0] === race).map(([, racer, position]) => [racer, position].join(' ').trim());
    },

    /** The row, from 1, in which a racer's result stands. */
    async resultRow(race: string, racer: string): Promise<number> {
      const row = (await rows('Results')).findIndex((cells) => cells[0] === race && cells[1] === racer) + 1;
      if (row === 0) throw new Error(`The Results tab has no row for ${racer} in ${race}.`);
      return row;
    },

    /** Types into cells as a host does: `Results!C2` and to the right of it. */
    async type(range: string, ...cells: (string | number)[]): Promise<void> {
      await values.update({
        spreadsheetId,
        range,
        valueInputOption: 'USER_ENTERED',
        requestBody: { values: [cells] },
      });
    },

    async set(setting: string, value: string | number): Promise<void> {
      const row = (await rows('Settings')).findIndex(([name]) => name === setting) + 1;
      if (row === 0) throw new Error(`The Settings tab has no ${setting}.`);
      await self.type(`Settings!B${row}`, value);
    },
  };
  return self;
}
