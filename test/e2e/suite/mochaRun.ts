import { format } from 'node:util';
import Mocha from 'mocha';
import { testLine } from '../hosts/host';

/** Runs the suites that `define` declares in the extension host; rejects when a test fails or none was declared. */
export function runMocha(define: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: 'spec', color: false });
  const { log } = console;
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => log(format(...parts).replace(/^/gm, testLine));
  mocha.suite.emit('pre-require', globalThis, null as never, mocha);
  define();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures) reject(new Error(`${failures} of ${runner.total} end-to-end tests failed`));
      else if (!runner.total) reject(new Error('no end-to-end test was found'));
      else resolve();
    });
  });
}
