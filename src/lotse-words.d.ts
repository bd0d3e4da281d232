/** What brings words by the beginnings of their keys, made by `i18n/word-chunks.ts`. */
declare module 'lotse-words:*' {
  const load: () => Promise<import('./i18n/words.ts').Words>;
  export default load;
}
