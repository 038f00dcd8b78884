import type { Part, Request } from '../types';

/** All parts of a request, those within others too, in the order in which they are sent. */
export function allParts(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'message':
      case 'repeat':
        return [part, ...allParts(part.parts)];
      case 'oneOf':
        return [part, ...part.options.flatMap(allParts)];
      default:
        return [part];
    }
  });
}

/** May the model call tools? */
export function hasTools({ parts }: Pick<Request, 'parts'>): boolean {
  return parts.some(({ kind }) => kind === 'tools');
}

function isUnread(part: Part): boolean {
  switch (part.kind) {
    case 'placeholder':
    case 'history':
    case 'file':
    case 'audio':
      return true;
    case 'tools':
    case 'schema':
      return part.open;
    case 'repeat':
      return part.times === null;
    default:
      return false;
  }
}

/** Does it send messages or pieces of them that can't be read here? */
export function hasUnreadMessages({ parts }: Pick<Request, 'parts'>): boolean {
  return allParts(parts).some((part) => part.kind !== 'tools' && part.kind !== 'schema' && isUnread(part));
}
