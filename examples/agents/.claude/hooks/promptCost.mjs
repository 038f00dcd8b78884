// Checks the file that an agent has just edited. Silent where there is nothing to do; else exit code 2 hands the problems to the agent.
import { spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';

const { cwd, tool_input: { file_path: file } = {} } = JSON.parse(await text(process.stdin));
if (file) {
  const { status, stdout, stderr } = spawnSync('npx', ['--no', '--', 'prompt-cost', 'check', '--format', 'agent', file], { cwd, encoding: 'utf8' });
  if (status === 1) {
    process.stderr.write(stdout);
    process.exitCode = 2;
  } else if (status !== 0) process.stdout.write(stderr);
}
