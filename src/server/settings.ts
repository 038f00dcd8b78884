import * as l10n from '@vscode/l10n';
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { readSettings, type Settings } from '../core';
import { section } from '../protocol';

/** Settings per document. Two documents with equal settings get the same object, which the engine compares by identity. */
export interface SettingsSource {
  of(uri: string): Promise<Settings>;
  /** Forgets all; `raw` replaces what clients gave that cannot be asked. */
  reset(raw?: unknown): void;
}

/** Asks the client for the section `promptCost` per document, or lives on `pushed` where `canAsk` is false. A wrong value is named once. */
export function createSettings(connection: Connection, canAsk: boolean, pushed: unknown): SettingsSource {
  const byDocument = new Map<string, Promise<Settings>>();
  const byContent = new Map<string, Settings>();
  const named = new Set<string>();
  let given = pushed;

  function read(raw: unknown): Settings {
    const content = JSON.stringify(raw) ?? '';
    const known = byContent.get(content);
    if (known) return known;
    const { settings, warnings } = readSettings(raw);
    for (const { key, template, values } of warnings) {
      if (named.has(key)) continue;
      named.add(key);
      const text = l10n.t('The setting {0} {1}. Its default is used.', key, l10n.t(template, ...values));
      // The library's own helper asks and waits for an answer; this only tells.
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: text });
    }
    byContent.set(content, settings);
    return settings;
  }

  return {
    of(uri) {
      if (!canAsk) return Promise.resolve(read(given));
      const known = byDocument.get(uri);
      if (known) return known;
      const asked = connection.workspace.getConfiguration({ scopeUri: uri, section }).then(read);
      byDocument.set(uri, asked);
      asked.catch(() => byDocument.delete(uri));
      return asked;
    },
    reset(raw) {
      byDocument.clear();
      byContent.clear();
      if (raw !== undefined) given = raw;
    },
  };
}
