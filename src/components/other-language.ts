/** For a reader who comes from another language of this page, or whose browser speaks another one. */

import { offerLanguage } from './language-offer.ts';
import { goToPlace } from './place.ts';

goToPlace();
await offerLanguage();
