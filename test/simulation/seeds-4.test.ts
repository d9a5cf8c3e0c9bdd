import { seasons } from './seeds.ts';

seasons(376, 500);
