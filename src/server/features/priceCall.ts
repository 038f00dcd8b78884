import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { projectFileName, type Span, type StatementSubject, stateInProjectFile } from '../../core';
import { type PriceCall, priceCallCommand, type StatementParams } from '../../protocol';
import type { Context, Feature } from '../context';
import { formatCount, toEdits, touches } from '../convert';
import type { Analyzed } from '../documents';
import type { ProjectFilePlace } from '../settings';
import { pathOf, uriOf } from '../uris';

type CallSite = Analyzed['analysis']['calls'][number];

/** Calls a day that clients without our command can choose from. */
const roundVolumes = [100, 1_000, 10_000];

/** States calls a day, the model or the size of a placeholder of the call in the range in the project file: our client asks for the value. */
export async function priceCallActions(context: Context, { uri, analysis, settings }: Analyzed, span: Span): Promise<CodeAction[]> {
  const call = analysis.calls.find((one) => touches(one.span, span));
  const place = call && (await context.settings.projectFileOf(uri));
  if (!place) return [];
  const isPriced = call.model !== null && (await context.engine).findModel(call.model, settings).kind === 'found';
  const subjects = subjectsOf(call, isPriced, analysis.prompts, pathOf(uri).slice(place.folder.length + 1));
  const kind = CodeActionKind.RefactorRewrite;
  if (context.client.preview) {
    const file = fileAt(place);
    const argument: PriceCall = { uri, file, subjects };
    const title = l10n.t('Price this call as…');
    return [{ title, kind, command: { title, command: priceCallCommand, arguments: [argument] } }];
  }
  const [volume] = subjects;
  return roundVolumes.flatMap((value): CodeAction[] => {
    const documentChanges = volume ? statementChanges(context, place, volume, value) : null;
    const title = l10n.t('Price this call at {0} calls a day, in {1}', formatCount(value), place.name);
    return documentChanges ? [{ title, kind, edit: { documentChanges } }] : [];
  });
}

const fileAt = ({ folder, name, text }: ProjectFilePlace): PriceCall['file'] => ({
  uri: uriOf(`${folder}/${projectFileName}`),
  name,
  exists: text !== null,
});

/** The project file that statements of a document go to; null for one that lies in no folder. */
export async function projectFileAt({ settings }: Context, uri: string): Promise<PriceCall['file'] | null> {
  const place = await settings.projectFileOf(uri);
  return place && fileAt(place);
}

/** The edits of a project file that a client shows as `text`. */
export const statement: Feature<StatementParams, TextEdit[]> = async (_, { subject, value, text }) => editsOf(text, subject, value);

function editsOf(text: string, subject: StatementSubject, value: string | number): TextEdit[] {
  return toEdits(TextDocument.create('', 'jsonc', 0, text), stateInProjectFile(text, subject, value));
}

/** null where the client can't make what is needed, or the file can't be read. */
function statementChanges({ client }: Context, { folder, text }: ProjectFilePlace, subject: StatementSubject, value: number) {
  const uri = uriOf(`${folder}/${projectFileName}`);
  const edits = editsOf(text ?? '', subject, value);
  if (!edits.length || !client.documentChanges || (text === null && !client.createFiles)) return null;
  const change: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return text === null ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }, change] : [change];
}

/** What can be stated: the volume first, the model where its price is not known, then the placeholders of the call's prompts. */
function subjectsOf(call: CallSite, isPriced: boolean, prompts: Analyzed['analysis']['prompts'], path: string): StatementSubject[] {
  const name = functionNameOf(call);
  const match = path.replace(/[*?[]/g, '[$&]') + (name === null ? '' : `#${name}`);
  const segments = call.prompts.flatMap((index) => prompts[index]?.segments ?? []);
  const names = segments.flatMap((segment) => (segment.kind === 'placeholder' && segment.name ? [segment.name] : []));
  return [
    { kind: 'volume', match },
    ...(isPriced ? [] : [{ kind: 'model' as const, id: call.model }]),
    ...[...new Set(names)].map((placeholder) => ({ kind: 'placeholder' as const, name: placeholder })),
  ];
}

/** `answer`, `Bot.answer`, or null outside of named functions. */
function functionNameOf({ fact }: CallSite): string | null {
  let scope = fact.scope;
  while (scope.parent && !(scope.kind === 'function' && scope.name)) scope = scope.parent;
  if (scope.kind !== 'function' || !scope.name) return null;
  return scope.parent?.kind === 'class' && scope.parent.name ? `${scope.parent.name}.${scope.name}` : scope.name;
}
