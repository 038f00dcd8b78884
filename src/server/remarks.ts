import * as l10n from '@vscode/l10n';
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { projectFileName, type SettingRemark } from '../core';
import { uriOf } from './uris';

/** Tells people what is wrong in their settings. */
export interface Remarks {
  /** Shows what was not shown before. `files`: the project files that the remarks speak of. */
  say(remarks: readonly SettingRemark[], files: readonly RemarkedFile[]): void;
}

export interface RemarkedFile {
  /** As remarks name it. */
  file: string;
  folder: string;
  text: string;
}

/** Most messages on the screen at a time; the last one says how many are left. */
const MOST_SHOWN = 5;

/** Remarks as messages of the editor; where the client can show a document, those on project files have a button that goes to the place. */
export function createRemarks(connection: Connection, canShow: boolean): Remarks {
  const said = new Set<string>();

  async function show(remark: SettingRemark, file: RemarkedFile | null, rest: number): Promise<void> {
    const text = rest ? `${describe(remark)} ${l10n.t('({0} more in this file.)', rest)}` : describe(remark);
    const type = remark.severity === 'information' ? MessageType.Info : MessageType.Warning;
    if (!file || !canShow) {
      // The library's own helper asks and waits for an answer; this only tells.
      await connection.sendNotification(ShowMessageNotification.type, { type, message: text });
      return;
    }
    const button = { title: l10n.t('Open {0}', file.file) };
    const ask = remark.severity === 'information' ? connection.window.showInformationMessage : connection.window.showWarningMessage;
    if ((await ask.call(connection.window, text, button)) === undefined) return;
    const document = TextDocument.create('', 'jsonc', 0, file.text);
    const { start, end } = remark.range;
    const selection = { start: document.positionAt(start), end: document.positionAt(end) };
    await connection.window.showDocument({ uri: uriOf(`${file.folder}/${projectFileName}`), takeFocus: true, selection });
  }

  return {
    say(remarks, files) {
      const fresh = remarks.filter((remark) => {
        const about = JSON.stringify([files.find(({ file }) => file === remark.file)?.folder, remark.key, remark.message]);
        const isNew = !said.has(about);
        said.add(about);
        return isNew;
      });
      for (const [index, remark] of fresh.slice(0, MOST_SHOWN).entries()) {
        const rest = index === MOST_SHOWN - 1 ? fresh.length - MOST_SHOWN : 0;
        const file = files.find((one) => one.file === remark.file) ?? null;
        show(remark, file, rest).catch((error) => connection.console.error(`A message could not be shown: ${error}`));
      }
    },
  };
}

function describe({ file, key, severity, template, values }: SettingRemark): string {
  const what = l10n.t(template, ...values);
  if (severity === 'error') return l10n.t('{0} could not be read: {1}.', file ?? '', what);
  const name = key ? `${file === null ? 'promptCost.' : ''}${key}` : 'promptCost';
  return `${file === null ? '' : `${file}: `}${name} ${what}`;
}
