declare namespace App {
  interface Locals {
    /** What the components on this page are about; set by the page before it renders prose. */
    lotse?: import('./layouts/page-context.ts').PageContext;
    /** How many elements of this page have been given an id. */
    lotseIds?: number;
  }
}

/** Made by `content-model/error-chunk.ts`, one per language. */
declare module 'virtual:lotse-errors/*' {
  const chunk: import('./i18n/error-chunk.ts').ErrorChunk;
  export default chunk;
}
