import { seasons } from './seeds.ts';

seasons(251, 375);
