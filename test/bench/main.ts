/** `npm run bench -- NAME`: measures, and prints a table. */
import { sheets } from './sheets.ts';

const benches: Record<string, () => Promise<void>> = { sheets };

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench) await bench();
else {
  console.error(`There's no bench called "${name}". Choose one: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 1;
}
