/** A coding agent, and what of a project it loads into each session. Paths are relative to the folder that it starts in. */
export interface Agent {
  id: string;
  name: string;
  /** What it takes where the project names no model; a guess, for its makers change it. */
  model: string;
  /** Where the project names its model: the first file that does. Keys from the outermost in. */
  namedIn: readonly { file: string; keys: readonly string[] }[];
  /** What its short names of models mean. */
  aliases: Readonly<Record<string, string>>;
  /** Files that only this agent reads: they say that it is used. */
  files: readonly string[];
  /** Files of others that it reads as well. */
  shared: readonly string[];
  /** Folders of rules and skills, with the end of the names that count. */
  folders: readonly { folder: string; ending: string }[];
  /** Where servers of tools are named, and under which keys. */
  servers: readonly { file: string; keys: readonly string[] }[];
}
