import { stripTypeScriptTypes } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** Takes the types out of TypeScript sources: a worker, so that Node's notice about the young feature isn't printed. */
const sources: (readonly [name: string, source: string])[] = workerData;
parentPort?.postMessage(new Map(sources.map(([name, source]) => [name, stripTypeScriptTypes(source)])));
