/** Words by language and the beginnings of their keys, made by `i18n/word-chunks.ts`. */
declare module 'lotse-words:*' {
  const words: import('./i18n/words.ts').Words;
  export default words;
}
