/** What is told of a project as a whole: as data, tables and Markdown. `html.ts` draws with a library, and is loaded where it is needed. */
export * from './markdown';
export * from './projectReport';
export * from './tables';
