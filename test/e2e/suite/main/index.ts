import { runMocha } from '../mochaRun';
import { answers } from './answers';
import { changes } from './changes';
import { edits } from './edits';
import { files } from './files';

export const run = () =>
  runMocha(() => {
    answers();
    edits();
    files();
    changes();
  });
