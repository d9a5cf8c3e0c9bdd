import { seasons } from './seeds.ts';

seasons(126, 250);
