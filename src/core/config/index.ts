export { fillIn, settingComplaints } from './complaints';
export * from './edit';
export * from './project';
export { LONGEST_PROJECT_FILE, parseProjectFile, projectFileName } from './projectFile';
export * from './resolve';
export { type ConfigKey, configKeys, type RuleNames } from './schema';
export * from './settings';
