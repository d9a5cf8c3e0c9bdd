import { stripTypeScriptTypes } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** Takes the types out of a TypeScript source: a worker, so that Node's notice about the young feature isn't printed. */
parentPort?.postMessage(stripTypeScriptTypes(String(workerData)));
