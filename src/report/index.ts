/** Analyses as plain data, and that data as text, Markdown, SARIF and workflow commands. */
export * from './escape';
export * from './factsLines';
export * from './factsReport';
export * from './fileReport';
export * from './format';
export * from './github';
export * from './json';
export * from './linkFiles';
export * from './markdown';
export * from './migrations';
export * from './place';
export * from './position';
export * from './problemReport';
export * from './sarif';
export * from './summary';
export * from './table';
export * from './text';
