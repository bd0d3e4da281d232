declare namespace App {
  interface Locals {
    /** What the components on this page are about; set by the page before it renders prose. */
    lotse?: import('./layouts/page-context.ts').PageContext;
    /** How many elements of this page have been given an id. */
    lotseIds?: number;
  }
}
