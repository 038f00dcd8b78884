import * as vscode from 'vscode';
import { askTool, commandLineOf, localFolders } from './commandLine';

/** Names of tools in VS Code begin so, and go on as agents know them. */
const prefix = 'promptCost_';

/** Answers the tools that the manifest offers to language models. They read, and never write. */
export function registerTools(context: vscode.ExtensionContext): vscode.Disposable {
  const { languageModelTools } = context.extension.packageJSON.contributes as { languageModelTools: { name: string }[] };
  const registered = languageModelTools.map(({ name }) =>
    vscode.lm.registerTool<object>(name, {
      invoke: async ({ input }, token) =>
        new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(await askTool(context, name.slice(prefix.length), input, token))]),
    }),
  );
  return vscode.Disposable.from(...registered);
}

/** What VS Code has from 1.101 on. */
interface McpHost {
  registerMcpServerDefinitionProvider?(id: string, provider: { provideMcpServerDefinitions(): unknown[] }): vscode.Disposable;
}
type McpServerClass = new (label: string, command: string, args: string[], env: Record<string, string>, version: string) => unknown;

/** Offers the server of tools to the chat, where the host knows such servers. */
export function registerMcpServer(context: vscode.ExtensionContext): vscode.Disposable {
  const host: McpHost = vscode.lm as McpHost;
  const { McpStdioServerDefinition: Server } = vscode as { McpStdioServerDefinition?: McpServerClass };
  if (!host.registerMcpServerDefinitionProvider || !Server) return vscode.Disposable.from();
  return host.registerMcpServerDefinitionProvider('promptCost.tools', {
    provideMcpServerDefinitions: () => {
      const { command, script, env } = commandLineOf(context);
      const args = [script, 'mcp', ...localFolders().flatMap((folder) => ['--root', folder])];
      return [new Server('Prompt Cost', command, args, env, String(context.extension.packageJSON.version))];
    },
  });
}
