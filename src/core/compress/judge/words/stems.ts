/** Letters without the marks over them. */
export const plainLetters = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
