import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { tools } from '../src/cli/tools';
import { projectFileName, settings } from '../src/core/config';
import { formats } from '../src/core/formats';
import { knownNames } from '../src/core/knownNames';
import { languages } from '../src/core/languages';
import { rules } from '../src/core/rules';
import { jsonSchemaOf, projectSchemaPath } from './settingsSchema';

/** Files that a project file may state to be prompts; the server leaves the others alone. */
const mayBeStated = '**/*.{txt,md,mdx,tmpl,tpl,json,yaml,yml,toml}';

/** Texts of package.json by key: what package.nls.json holds. */
type Texts = Record<string, string>;

const section = 'promptCost';
const levels = ['error', 'warning', 'information', 'hint', 'off'];

/** The active editor is the diff of a previewed fix. */
const previewed = 'resourceScheme == prompt-cost-preview';

/** Languages of the editor that prompt and data files have where no extension knows their own. Their other files are left alone. */
const plainLanguages = ['handlebars', 'jinja', 'json', 'jsonc', 'jsonl', 'markdown', 'plaintext', 'yaml'];

/** Palette commands by name: title, icon, and when they stand in the palette. */
const commands: Record<string, { title: string; when?: string; icon?: string }> = {
  applyPreview: { title: 'Apply Previewed Fix', when: previewed, icon: '$(check)' },
  chooseDefaultModel: { title: 'Choose Default Model' },
  comparePrompt: { title: 'Compare Prompt at Cursor with HEAD or the Clipboard', when: 'editorIsOpen' },
  compressPrompt: { title: 'Compress Prompt at Cursor', when: 'editorIsOpen' },
  discardPreview: { title: 'Discard Previewed Fix', when: previewed, icon: '$(close)' },
  fixAll: { title: 'Fix All Safe Problems in This File', when: 'editorIsOpen' },
  ignore: { title: 'Ignore Problems', when: 'false' },
  groupProject: { title: 'Group the Requests By…', icon: '$(list-tree)' },
  openReport: { title: 'Open Report of the Workspace', icon: '$(graph)' },
  openSettings: { title: 'Open Settings' },
  previewFix: { title: 'Preview Fix', when: 'false' },
  planMigration: { title: 'Plan the Move from Models That End' },
  priceCall: { title: 'Price This Call As…', when: 'false' },
  refreshProject: { title: 'Scan the Workspace', icon: '$(refresh)' },
  restartServer: { title: 'Restart Server' },
  revertPrices: { title: 'Revert Prices' },
  rewritePrompt: { title: 'Rewrite Prompt at Cursor with a Language Model', when: 'editorIsOpen' },
  showFileCost: { title: 'Show Cost of This File', when: 'editorIsOpen' },
  showOutput: { title: 'Show Output' },
  showPrices: { title: 'Show Where Prices Come From' },
  toggleHints: { title: 'Show or Hide Hints' },
  updatePrices: { title: 'Update Prices' },
};

/** Pages of the walkthrough; each shows media/walkthrough/ID.png. */
const steps = [
  {
    id: 'hints',
    title: 'See what each call costs',
    description:
      'Open a file that calls a model. Tokens, cost and model stand behind each call, tokens behind each prompt. What is not exact carries ≈.',
  },
  {
    id: 'hover',
    title: 'Compare models',
    description:
      'Point at a call to see its cost beside that of other models, and what would save how much.\n[Choose the models to compare](command:workbench.action.openSettings?%22promptCost.compareModels%22)',
  },
  {
    id: 'fixes',
    title: 'Fix what costs too much',
    description:
      'Problems come with fixes: set an output limit, compress a prompt. You see the change before it is made.\n[Show problems](command:workbench.actions.view.problems)',
  },
  {
    id: 'model',
    title: 'Choose your default model',
    description: 'It prices prompts that no call in the file uses.\n[Choose default model](command:promptCost.chooseDefaultModel)',
  },
];

/** In Restricted Mode all works but for the settings that say what is written. */
function untrusted(say: (key: string, text: string) => string) {
  return {
    supported: 'limited',
    description: say('restricted', 'Settings that say where inserted code goes are not taken from this folder.'),
    restrictedConfigurations: [settings.helperFileName, settings.helperPlacement].map(({ key }) => `${section}.${key}`),
  };
}

/** The view in the activity bar, and what it says while it is empty. */
function explorer(say: (key: string, text: string) => string) {
  const view = `${section}.requests`;
  const texts: Record<string, { when: string; text: string }> = {
    untrusted: {
      when: '!isWorkspaceTrusted',
      text: 'Requests are listed once you trust this workspace.\n[Manage Workspace Trust](command:workbench.trust.manage)',
    },
    noFolder: { when: 'workspaceFolderCount == 0', text: 'Open a folder to see what its requests cost.\n[Open Folder](command:vscode.openFolder)' },
    waiting: { when: `isWorkspaceTrusted && ${section}.project == waiting`, text: '[Scan the workspace](command:promptCost.refreshProject)' },
    scanning: { when: `isWorkspaceTrusted && ${section}.project == scanning`, text: 'Scanning the workspace…' },
    empty: {
      when: `isWorkspaceTrusted && ${section}.project == empty`,
      text: 'No request to a model was found in this workspace.\n[Scan again](command:promptCost.refreshProject)',
    },
    failed: {
      when: `isWorkspaceTrusted && ${section}.project == failed`,
      text: 'The workspace could not be scanned.\n[Scan again](command:promptCost.refreshProject)',
    },
  };
  return {
    viewsContainers: { activitybar: [{ id: section, title: 'Prompt Cost', icon: 'media/activity.svg' }] },
    views: { [section]: [{ id: view, name: say('view.requests', 'Requests'), icon: 'media/activity.svg' }] },
    viewsWelcome: Object.entries(texts).map(([name, { when, text }]) => ({ view, contents: say(`view.${name}`, text), when })),
  };
}

/** The task that checks, and how its lines become problems. */
function tasks(say: (key: string, text: string) => string) {
  return {
    taskDefinitions: [
      {
        type: 'prompt-cost',
        properties: {
          paths: {
            type: 'array',
            items: { type: 'string' },
            description: say('task.paths', 'Files and folders to check; the folder of the workspace where there are none.'),
          },
        },
      },
    ],
    problemMatchers: [
      {
        name: 'prompt-cost',
        owner: 'prompt-cost',
        source: 'prompt-cost',
        fileLocation: ['autoDetect', '${workspaceFolder}'],
        severity: 'info',
        pattern: [
          { regexp: '^(\\S.*)$', file: 1 },
          {
            regexp: '^ {2}(?:cell \\d+, )?(\\d+):(\\d+) +(error|warning|information|hint) {2,}(.*?) {2,}(\\S+)$',
            line: 1,
            column: 2,
            severity: 3,
            message: 4,
            code: 5,
            loop: true,
          },
        ],
      },
    ],
  };
}

/** The JSON schema of a tool's input; what has a default may be left out. */
function schemaOf(input: z.ZodRawShape): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(z.object(input), { io: 'input' });
  return schema;
}

/** Parts of package.json that are made from the registries, and the English texts that they name. */
export function makeManifest(): { parts: Record<string, unknown>; texts: Texts } {
  const texts: Texts = {};
  const say = (key: string, text: string) => {
    texts[key] = text;
    return `%${key}%`;
  };
  const ids = [...new Set([...languages, ...formats].flatMap(({ editorIds }) => editorIds))].sort();
  const parts = {
    icon: 'media/icon.png',
    activationEvents: [...[...new Set([...ids, ...plainLanguages])].sort().map((id) => `onLanguage:${id}`), 'onTaskType:prompt-cost'],
    // Read by the client: what of all that activates it is ours
    promptCostDocuments: { languages: ids, patterns: [...new Set([...formats.flatMap(({ globs }) => globs), mayBeStated])].sort() },
    capabilities: { untrustedWorkspaces: untrusted(say), virtualWorkspaces: true },
    contributes: {
      commands: Object.entries(commands).map(([name, { title, icon }]) => ({
        command: `${section}.${name}`,
        title: say(`command.${name}`, title),
        category: 'Prompt Cost',
        ...(icon && { icon }),
      })),
      menus: {
        'editor/title': ['applyPreview', 'discardPreview'].map((name, order) => ({
          command: `${section}.${name}`,
          when: previewed,
          group: `navigation@${order + 1}`,
        })),
        'view/title': ['refreshProject', 'groupProject', 'openReport'].map((name, order) => ({
          command: `${section}.${name}`,
          when: `view == ${section}.requests`,
          group: `navigation@${order + 1}`,
        })),
        commandPalette: Object.entries(commands).flatMap(([name, { when }]) => (when ? [{ command: `${section}.${name}`, when }] : [])),
      },
      keybindings: [{ command: `${section}.toggleHints`, key: 'ctrl+k alt+p', mac: 'cmd+k alt+p', when: 'editorTextFocus' }],
      ...explorer(say),
      ...tasks(say),
      configuration: { title: 'Prompt Cost', properties: properties(say) },
      // Comments are allowed in a project file.
      languages: [{ id: 'jsonc', filenames: [projectFileName] }],
      jsonValidation: [{ fileMatch: projectFileName, url: `./${projectSchemaPath}` }],
      languageModelTools: tools.map(({ name, title, description, input }) => ({
        name: `${section}_${name}`,
        displayName: say(`tool.${name}`, title),
        modelDescription: description,
        userDescription: say(`tool.${name}`, title),
        toolReferenceName: name,
        canBeReferencedInPrompt: true,
        icon: '$(graph)',
        tags: ['prompt-cost'],
        inputSchema: schemaOf(input),
      })),
      mcpServerDefinitionProviders: [{ id: `${section}.tools`, label: say('mcp', 'Prompt Cost') }],
      walkthroughs: [
        {
          id: 'start',
          title: say('walkthrough.title', 'Start with Prompt Cost Lint'),
          description: say('walkthrough.description', 'Token counts, costs and lint for the prompts in your code.'),
          steps: steps.map(({ id, title, description }) => ({
            id,
            title: say(`walkthrough.${id}.title`, title),
            description: say(`walkthrough.${id}.description`, description),
            media: { image: `media/walkthrough/${id}.png`, altText: `%walkthrough.${id}.title%` },
          })),
        },
      ],
    },
  };
  return { parts, texts };
}

function properties(say: (key: string, text: string) => string): Record<string, unknown> {
  const { tokenizers } = knownNames();
  const entries = Object.entries(settings).map(([name, { key, schema, default: value, description, movedTo }], order) => {
    const about = {
      markdownDescription: say(`setting.${key}`, description),
      ...(movedTo && { markdownDeprecationMessage: say(`moved.${movedTo}`, `\`${projectFileName}\` states this better, under \`${movedTo}\`.`) }),
    };
    const form = { ...jsonSchemaOf(schema, tokenizers), ...detail(name, say) };
    return [`${section}.${key}`, { ...form, default: value, ...about, order, scope: 'resource' }];
  });
  return Object.fromEntries(entries);
}

/** What the editor can offer for the maps of rules, beyond what the reader of settings checks. */
function detail(name: string, say: (key: string, text: string) => string): Record<string, unknown> {
  if (name === 'rules') {
    const rows = rules.map(({ meta }) => [
      meta.id,
      { type: 'string', enum: levels, default: meta.severity, description: say(`rule.${meta.id}`, meta.description) },
    ]);
    return { properties: Object.fromEntries(rows) };
  }
  if (name !== 'ruleOptions') return {};
  const rows = rules.flatMap(({ meta }) => {
    const options = Object.entries(meta.options ?? {}).map(([option, { schema, default: value, description }]) => [
      option,
      { ...schema, default: value, description: say(`option.${meta.id}.${option}`, description) },
    ]);
    return options.length ? [[meta.id, { type: 'object', description: `%rule.${meta.id}%`, properties: Object.fromEntries(options) }]] : [];
  });
  return { properties: Object.fromEntries(rows) };
}

/** package.json with the made parts in it, and package.nls.json, as texts to be written. */
export function renderManifest(root: string): Record<string, string> {
  const { parts, texts } = makeManifest();
  const present = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { scripts, devDependencies, ...head } = present;
  return {
    'package.json': toJson({ ...head, ...parts, scripts, devDependencies }),
    'package.nls.json': toJson(texts),
  };
}

export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Writes what `render…` functions made. */
export function writeAll(root: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
