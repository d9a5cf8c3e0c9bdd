import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Answer, Calculation, Start } from './worker-messages.ts';

/** A formula that takes longer counts as one that broke the library. */
const DEADLINE_MS = 10_000;

export type Calculator = {
  /** Waits for the results. After a breakdown the library is new and has forgotten every book. */
  readonly calculate: (calculation: Calculation) => Answer;
  /** Ends the library's thread, if one was ever needed. */
  readonly close: () => Promise<void>;
};

type Thread = { readonly worker: Worker; readonly port: MessagePort; readonly signal: Int32Array };

/**
 * The formula library in a thread of its own, begun with the first formula: one that traps, or never ends, costs that
 * thread and nothing else. Who asks waits, since what they do with the answer is atomic.
 */
export function openCalculator(): Calculator {
  let thread: Thread | undefined;
  // Compiled once: what one thread has made of it the next one needn't make again.
  let library: WebAssembly.Module | undefined;

  const start = (): Thread => {
    library ??= compiledLibrary();
    const started = startThread(library);
    started.worker.on('error', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  };

  return {
    calculate(calculation) {
      thread ??= start();
      const { worker, port, signal } = thread;
      Atomics.store(signal, 0, 0);
      port.postMessage(calculation);
      Atomics.wait(signal, 0, 0, DEADLINE_MS);
      const answer: Answer = receiveMessageOnPort(port)?.message ?? { kind: 'brokeDown' };
      if (answer.kind === 'brokeDown') {
        thread = undefined;
        void worker.terminate();
      }
      return answer;
    },
    async close() {
      await thread?.worker.terminate();
      thread = undefined;
    },
  };
}

function compiledLibrary(): WebAssembly.Module {
  const file = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  return new WebAssembly.Module(readFileSync(file));
}

function startThread(library: WebAssembly.Module): Thread {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const start: Start = { signal, port: port2, library };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: start,
    transferList: [port2],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // A trap is told there as well; the answer says it already.
    stderr: true,
  });
  // A program that only has formulas left to wait for is done.
  worker.unref();
  return { worker, port: port1, signal };
}
