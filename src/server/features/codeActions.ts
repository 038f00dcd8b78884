import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type CodeActionParams, type Command, type WorkspaceEdit } from 'vscode-languageserver';
import type { Fix, Problem, TextEdit } from '../../core';
import { type FixPreview, fixAllKind, type IgnoreProblems, ignoreCommand, previewFixCommand } from '../../protocol';
import type { Context, Feature } from '../context';
import { toDiagnostic, toEdits, toSpan, touches } from '../convert';
import type { Analyzed } from '../documents';
import { findHelperFile, type HelperFile } from '../helperFile';
import { mayEdit } from '../mayEdit';
import { fileSuppressionEdit, suppressionEdit } from '../suppress';
import { priceCallActions, projectFileAt } from './priceCall';

/** Fixes that the lightbulb shows; with `Price this call as…` and `Ignore…` they are six. */
const MOST_FIXES = 4;

/**
 * Quick fixes of the problems in the range, what saves most first, and what can be inserted at its calls: as many as one takes in at a glance
 * unless a kind was asked for. Then what can be stated of the call, where to ignore the problems, and `Fix all` where it was asked for by its own name.
 */
export const codeActions: Feature<CodeActionParams, (CodeAction | Command)[] | null> = async (
  context,
  { textDocument, range, context: asked },
  token,
) => {
  const analyzed = await context.documents.analyze(textDocument.uri, token);
  if (!analyzed || !(await mayEdit(analyzed))) return null;
  const wants = (kind: string) => !asked.only || asked.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const span = toSpan(analyzed.text, range);
  const problems = analyzed.analysis.findProblems().filter((problem) => touches(problem.span, span));
  const found = problems.flatMap((problem) => problem.fixes.map((fix) => ({ fix, problem }))).sort(bySaving);
  const inserts = wants(CodeActionKind.RefactorRewrite) ? (analyzed.analysis.refactorings?.(span) ?? []) : [];
  const further = inserts.filter((fix) => !found.some((other) => other.fix.title === fix.title)).map((fix) => ({ fix, problem: null }));
  const all = (await Promise.all([...found, ...further].map(({ fix, problem }) => fixActions(context, analyzed, problem, fix)))).flat();
  const fixes = asked.only ? all : firstOf(all);
  const ignores = problems.length ? await ignoreActions(context, analyzed, problems) : [];
  const prices = wants(CodeActionKind.RefactorRewrite) ? await priceCallActions(context, analyzed, span) : [];
  const actions = [...fixes, ...ignores, ...prices].filter(({ kind }) => kind && wants(kind));
  // A generic `source.fixAll` on save must not touch prompts: only our own kind, or the menu of source actions, gets it.
  const whole = asked.only?.some((only) => only === fixAllKind || only === CodeActionKind.Source) ? fixAllAction(context, analyzed) : [];
  return [...actions, ...whole];
};

/** The first few; those that the lightbulb doesn't show, because they say why they can't be made, stay. */
function firstOf(actions: readonly CodeAction[]): CodeAction[] {
  const possible = actions.filter(({ disabled }) => !disabled);
  return [...possible.slice(0, MOST_FIXES), ...actions.filter(({ disabled }) => disabled)];
}

/** What is preferred first, then by the tokens that are saved. */
function bySaving(a: { fix: Fix }, b: { fix: Fix }): number {
  return Number(b.fix.preferred) - Number(a.fix.preferred) || (b.fix.tokensSaved ?? 0) - (a.fix.tokensSaved ?? 0);
}

async function fixActions(context: Context, analyzed: Analyzed, problem: Problem | null, given: Fix): Promise<CodeAction[]> {
  const kind = given.kind === 'refactor' ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix;
  const title = context.translate(given.title);
  const refuse = (reason: string): CodeAction[] => (context.client.disabledActions ? [{ title, kind, disabled: { reason } }] : []);
  if (given.refused) return refuse(context.translate(given.refused));
  // What the parser already trips over can hide a fault of the code that is put in.
  if (given.helpers && analyzed.whole.syntaxErrors) return refuse(l10n.t('The file has syntax errors, so inserted code could not be checked.'));
  const placed = await findHelperFile(context, analyzed, given);
  if (!placed) return [];
  const { fix, file } = placed;
  const diagnostics = problem ? [toDiagnostic(analyzed, problem, context)] : [];
  const preferred = fix.preferred && { isPreferred: true };
  // What touches more than one file is confirmed where the editor shows all of them.
  if (!fix.preview || !context.client.preview || (file && context.client.changeAnnotations)) {
    return [{ title, kind, diagnostics, edit: toWorkspaceEdit(context, analyzed, fix.edits, fix.preview ? title : null, file), ...preferred }];
  }
  const preview: FixPreview = {
    uri: analyzed.uri,
    version: analyzed.version,
    title,
    edits: toEdits(analyzed.text, fix.edits),
    ...(file && { file }),
  };
  return [{ title, kind, diagnostics, command: { title, command: previewFixCommand, arguments: [preview] }, ...preferred }];
}

/** One entry for our client, which asks where; a comment on the line of each problem for others. */
async function ignoreActions(context: Context, analyzed: Analyzed, problems: readonly Problem[]): Promise<CodeAction[]> {
  const kind = CodeActionKind.QuickFix;
  const { uri, text, version } = analyzed;
  if (!context.client.preview) {
    return problems.flatMap((problem): CodeAction[] => {
      const edit = suppressionEdit(analyzed, problem);
      const diagnostics = [toDiagnostic(analyzed, problem, context)];
      const title = l10n.t("Ignore '{0}' here", problem.rule);
      return edit ? [{ title, kind, diagnostics, edit: toWorkspaceEdit(context, analyzed, [edit], null) }] : [];
    });
  }
  const asEdit = (edit: TextEdit | null) => (edit ? toEdits(text, [edit])[0]! : null);
  const unique = problems.filter(({ rule }, index) => problems.findIndex((other) => other.rule === rule) === index);
  const argument: IgnoreProblems = {
    uri,
    version,
    rules: unique.map((problem) => ({
      id: problem.rule,
      line: asEdit(suppressionEdit(analyzed, problem)),
      file: asEdit(fileSuppressionEdit(analyzed, problem.rule)),
    })),
    project: await projectFileAt(context, uri),
  };
  const title = unique.length === 1 ? l10n.t("Ignore '{0}'…", unique[0]!.rule) : l10n.t('Ignore…');
  const diagnostics = problems.map((problem) => toDiagnostic(analyzed, problem, context));
  return [{ title, kind, diagnostics, command: { title, command: ignoreCommand, arguments: [argument] } }];
}

function fixAllAction(context: Context, analyzed: Analyzed): CodeAction[] {
  const edits = safeEdits(analyzed.analysis.findProblems());
  if (!edits.length) return [];
  return [{ title: l10n.t('Fix all safe prompt cost problems'), kind: fixAllKind, edit: toWorkspaceEdit(context, analyzed, edits, null) }];
}

/** The first safe fix of each problem, left out where it overlaps one before it. */
function safeEdits(problems: readonly Problem[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes } of problems) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix?.edits.every((edit) => !taken.some((other) => touches(edit, other)))) taken.push(...fix.edits);
  }
  return taken;
}

/** With `confirm`, the client shows the edits and asks before it applies them, where it can. `file`: another file that is written with it. */
function toWorkspaceEdit(
  { client }: Context,
  { uri, text }: Analyzed,
  edits: readonly TextEdit[],
  confirm: string | null,
  file: HelperFile | null = null,
): WorkspaceEdit {
  const plain = toEdits(text, edits);
  if (!client.documentChanges) return { changes: { [uri]: plain, ...(file?.edits.length && { [file.uri]: file.edits }) } };
  const annotationId = confirm !== null && client.changeAnnotations ? 'preview' : null;
  const annotated = (all: typeof plain) => (annotationId ? all.map((edit) => ({ ...edit, annotationId })) : all);
  const create = file && !file.exists && client.createFiles;
  return {
    documentChanges: [
      { textDocument: { uri, version: text.version }, edits: annotated(plain) },
      ...(create ? [{ kind: 'create' as const, uri: file.uri, options: { ignoreIfExists: true }, ...(annotationId && { annotationId }) }] : []),
      ...(file?.edits.length ? [{ textDocument: { uri: file.uri, version: file.version }, edits: annotated(file.edits) }] : []),
    ],
    ...(annotationId && { changeAnnotations: { [annotationId]: { label: confirm ?? '', needsConfirmation: true } } }),
  };
}
