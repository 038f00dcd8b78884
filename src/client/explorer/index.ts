import path from 'node:path';
import * as vscode from 'vscode';
import { section } from '../../protocol';
import { formatCount, type ProjectReport, totalCost } from '../../report';
import { type ProjectScan, readScan } from '../projectScan';
import { type ExplorerNode, type Grouping, groupings, nodesOf } from './nodes';

/** The view of the project's requests in the activity bar. */
export interface Explorer extends vscode.Disposable {
  /** Scans the workspace anew. */
  refresh(): Promise<void>;
  chooseGrouping(): Promise<void>;
}

/** Which of the welcome texts holds, by the context key `promptCost.project`. */
type State = 'waiting' | 'scanning' | 'empty' | 'failed' | 'full';

const icons: Record<ExplorerNode['icon'], string> = {
  request: 'symbol-event',
  file: 'file-code',
  model: 'hubot',
  problem: 'warning',
};

/** Makes the view. It scans when it is first seen, since most who open a folder do not ask. */
export function createExplorer(scan: ProjectScan): Explorer {
  const changed = new vscode.EventEmitter<void>();
  let report: ProjectReport | null = null;
  let grouping: Grouping = 'cost';
  let running: vscode.CancellationTokenSource | null = null;
  const view = vscode.window.createTreeView<ExplorerNode>(`${section}.requests`, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => node?.children ?? (report ? nodesOf(report, grouping, vscode.l10n.t('model unknown')) : []),
      getTreeItem: itemOf,
    },
  });
  const show = (state: State) => {
    void vscode.commands.executeCommand('setContext', `${section}.project`, state);
    view.message = state === 'full' && report ? headline(report) : undefined;
    changed.fire();
  };

  async function refresh(): Promise<void> {
    running?.cancel();
    if (!vscode.workspace.isTrusted) return;
    const own = new vscode.CancellationTokenSource();
    running = own;
    show(report ? 'full' : 'scanning');
    const options = { location: { viewId: `${section}.requests` }, title: vscode.l10n.t('Scanning the workspace'), cancellable: true };
    try {
      const text = await vscode.window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(() => own.cancel());
        const tell = ({ done, files }: { done: number; files: number }) => {
          progress.report({ message: vscode.l10n.t('{0} of {1} files', formatCount(done), formatCount(files)) });
          if (!report && running === own) view.message = vscode.l10n.t('{0} of {1} files', formatCount(done), formatCount(files));
        };
        return scan.report('json', tell, own.token);
      });
      if (running !== own) return;
      if (text !== null) report = readScan(text);
      show(report?.requests.length ? 'full' : text === null ? 'waiting' : 'empty');
    } catch (error) {
      if (running !== own) return;
      report = null;
      show('failed');
      view.message = String(error instanceof Error ? error.message : error);
    }
  }

  async function chooseGrouping(): Promise<void> {
    const names: Record<Grouping, string> = {
      cost: vscode.l10n.t('By cost'),
      file: vscode.l10n.t('By file'),
      model: vscode.l10n.t('By model'),
      problem: vscode.l10n.t('By problem'),
    };
    const items = groupings.map((name) => ({ label: names[name], name, ...(name === grouping && { description: '✓' }) }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group the requests') });
    if (!chosen) return;
    grouping = chosen.name;
    changed.fire();
  }

  show('waiting');
  const seen = view.onDidChangeVisibility(({ visible }) => visible && !report && !running && void refresh());
  if (view.visible) void refresh();
  const trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => view.visible && void refresh());
  const disposables = vscode.Disposable.from(view, changed, seen, trusted);
  return {
    refresh,
    chooseGrouping,
    dispose: () => {
      running?.cancel();
      disposables.dispose();
    },
  };
}

function headline({ total, files }: ProjectReport): string {
  return vscode.l10n.t('{0} requests in {1} files: {2} for one of each', formatCount(total.requests), formatCount(files), totalCost(total));
}

function itemOf({ label, description, tooltip, icon, place, children }: ExplorerNode): vscode.TreeItem {
  const state = children.length ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(label, state);
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = new vscode.ThemeIcon(icons[icon]);
  item.accessibilityInformation = { label: `${label}, ${description}` };
  if (!place) return item;
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const at = new vscode.Position(place.line - 1, place.column - 1);
  const uri = vscode.Uri.file(path.resolve(root, place.path));
  item.command = { command: 'vscode.open', title: label, arguments: [uri, { selection: new vscode.Range(at, at) }] };
  return item;
}
