declare namespace App {
  interface Locals {
    /** What the components on this page are about; set by the page before it renders prose. */
    lotse?: import('./read-model/page-context.ts').PageContext;
    /** How many elements of this page have been given an id. */
    lotseIds?: number;
  }
}

/** What brings these in the page's language, made by `content-model/error-chunk.ts`. */
declare module 'virtual:lotse-errors' {
  const load: () => Promise<import('./i18n/error-chunk.ts').ErrorChunk>;
  export default load;
}
/** All guides by id with the products' forms, made by `content-model/guide-chunk.ts`. */
declare module 'virtual:lotse-guides' {
  const guides: Readonly<Record<string, import('./domain/check/expectation.ts').KnownGuide>>;
  export default guides;
}
/** What brings the names of their values and steps in the page's language. */
declare module 'virtual:lotse-guide-names' {
  const load: () => Promise<Readonly<Record<string, import('./i18n/guide-names.ts').GuideNames>>>;
  export default load;
}
/** What brings the ready replies in a language, with the errors and the names of guides in it. */
declare module 'virtual:lotse-replies' {
  const load: (
    language: import('./i18n/languages.ts').Language,
  ) => Promise<import('./i18n/replies.ts').ReplySource>;
  export default load;
}
declare module 'virtual:lotse-numbers' {
  const load: () => Promise<import('./domain/errors/by-number.ts').ByNumber>;
  export default load;
}
/** The search and the titles of steps in it, made by `content-model/search-chunk.ts`. */
declare module 'virtual:lotse-search' {
  /** Loads the search of the page's language, or of another one. */
  export const searchIndex: (
    language?: string,
  ) => Promise<import('./domain/search/search.ts').SearchIndex>;
}
