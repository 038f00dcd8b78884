/** Is a module a package or something in it? */
export function isUnder(module: string, name: string): boolean {
  return module === name || (module.startsWith(name) && /^[./:\\]/.test(module.slice(name.length)));
}

/** `go-openai` of `github.com/sashabaranov/go-openai`. */
export const behindOwner = (module: string): string => module.split('/').slice(2).join('/');

/** Does an import path look like one of the project's own modules? */
export function looksLocal(module: string): boolean {
  return /^[.~#]|^@\/|^src[./]|^app[./]|^lib[./]/.test(module);
}
