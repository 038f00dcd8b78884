/** Packages whose makers build JSON schemas: `z.object({…})`. Also those that hand zod on. */
export const SCHEMA_PACKAGES = /^(?:npm:|jsr:)?(?:.*\/)?(?:zod|valibot|typebox|zod-openapi)(?:[/@]|$)|^genkit(?:\/|$)/;
/** Parameters of tools that frameworks fill themselves, by their type. */
export const INJECTED = /(?:Context|ContextWrapper|Injected\w+|ToolRuntime|CallbackManager\w*|CancellationToken|RunnableConfig|BaseStore|Kernel)$/;
/** Names of parameters that frameworks fill themselves, where they bear no type. */
export const INJECTED_NAMES = /^(?:ctx|tool_context|run_context|context_variables|run_manager)$/;
/** A vendor's own tools, which the API takes by a type alone. */
export const HOSTED_TOOLS =
  /^(?:web_?search|file_?search|code_?interpreter|code_?execution|computer|image_?generation|local_?shell|google_?search|url_?context|hosted_?mcp|bash|text_?editor)/i;
