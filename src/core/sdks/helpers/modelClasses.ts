import type { SdkCall, SdkClient } from '../sdk';

/** Model classes of a framework and their providers; null where the model's name says it. */
export type ModelClasses = Record<string, string | null>;

/** Rows of a framework's model classes, `SDK.Class`: what they make is asked later. Not an SDK itself. */
export function modelClasses(sdk: string, classes: ModelClasses, row: Omit<SdkCall, 'path' | 'on' | 'api'>): SdkCall[] {
  return Object.keys(classes).map((name) => ({ ...row, path: name, on: 'class', makes: 'model', api: `${sdk}.${name}` }));
}

/** The same classes as clients, so that what is called on an instance is seen to be the framework's. */
export function modelClients(classes: ModelClasses): SdkClient[] {
  return Object.entries(classes).map(([name, provider]) => (provider ? { name, provider } : { name }));
}
