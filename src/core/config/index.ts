export * from './project';
export * from './settings';
