/** Reads texts beside the page, which stays responsive however long they are. Nothing is sent anywhere else. */

import { catalogueOf, type CatalogueEntry } from '../../domain/errors/catalogue.ts';
import type { KnownGuide } from '../../domain/check/expectation.ts';
import { reservedStepIds } from '../../i18n/addresses.ts';
import { languageCodes } from '../../i18n/languages.ts';
import { readAsked, type Asked, type AskRequest, type Knowledge } from '../../domain/ask/asked.ts';

/** The first message: what texts are read with. */
export interface Lesson {
  readonly entries: readonly CatalogueEntry[];
  readonly guides: Readonly<Record<string, KnownGuide>>;
}

/** What a worker answers a text with. */
export interface Reply {
  readonly asked: Asked;
}

let knowledge: Knowledge | undefined;

onmessage = ({ data }: MessageEvent<Lesson | AskRequest>) => {
  if ('entries' in data) {
    knowledge = {
      catalogue: catalogueOf(data.entries),
      guides: data.guides,
      languages: languageCodes,
      pages: reservedStepIds,
    };
  } else if (knowledge) {
    postMessage({ asked: readAsked(data, knowledge) } satisfies Reply);
  }
};
