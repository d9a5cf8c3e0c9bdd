import { seasons } from './seeds.ts';

seasons(1, 125);
