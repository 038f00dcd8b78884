import * as vscode from 'vscode';

/** The task that checks the workspace; its problems go to the Problems panel by the matcher `$prompt-cost`. */
export function registerTasks({ asAbsolutePath }: vscode.ExtensionContext): vscode.Disposable {
  const script = asAbsolutePath('dist/cli.js');
  const makeTask = (definition: vscode.TaskDefinition & { paths?: string[] }, scope: vscode.WorkspaceFolder | vscode.TaskScope) => {
    const execution = new vscode.ProcessExecution(process.execPath, [script, 'check', ...(definition.paths ?? ['.'])], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    return new vscode.Task(definition, scope, vscode.l10n.t('check'), 'prompt-cost', execution, '$prompt-cost');
  };
  return vscode.tasks.registerTaskProvider('prompt-cost', {
    provideTasks: () => (vscode.workspace.workspaceFolders ?? []).map((folder) => makeTask({ type: 'prompt-cost' }, folder)),
    resolveTask: ({ definition, scope }) => makeTask(definition, scope ?? vscode.TaskScope.Workspace),
  });
}
