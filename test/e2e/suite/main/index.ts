import { runMocha } from '../mochaRun';
import { answers } from './answers';
import { changes } from './changes';
import { edits } from './edits';

export const run = () =>
  runMocha(() => {
    answers();
    edits();
    changes();
  });
