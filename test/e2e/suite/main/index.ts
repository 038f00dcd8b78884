import { runMocha } from '../mochaRun';
import { answers } from './answers';
import { changes } from './changes';
import { edits } from './edits';
import { files } from './files';
import { requests } from './requests';
import { tools } from './tools';

export const run = () =>
  runMocha(() => {
    answers();
    edits();
    files();
    requests();
    changes();
    tools();
  });
