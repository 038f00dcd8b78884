/** What one run of the tests in a real VS Code needs. All paths are absolute. */
export interface Run {
  name: string;
  /** Folder of the extension under development; VS Code runs tests only beside one. null for a window in which a person acts. */
  extension: string | null;
  /** A .vsix that is installed first; null to test the folder alone. */
  vsix: string | null;
  /** Folder that is opened. It may be changed by the tests. */
  workspace: string;
  /** A module that exports `run(): Promise<void>`. */
  tests: string;
  /** The display language. */
  locale: string;
  /** Folder for user data and logs of this run alone. */
  scratch: string;
}

/** A real VS Code that can run tests. */
export interface Host {
  /** Said to people: which VS Code this is. */
  label: string;
  /** Resolves to the exit code of the test run: 0 only when every test passed. */
  run(run: Run): Promise<number>;
}

/** Settings that keep the window quiet. */
export const userSettings = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'window.autoDetectColorScheme': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'typescript.validate.enable': false,
  'javascript.validate.enable': false,
};

/** What each line of the tests begins with, so that it can be told from the window's own console. */
export const testLine = '[test] ';
