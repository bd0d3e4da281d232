/**
 * Which of Microsoft's clouds the reader's tenant is in, as the look-up found it or the reader chose it.
 * Stored under `lotse-cloud:<guide>` as `"us-government"`; absent for the global one.
 */

import { atom } from 'nanostores';
import { clouds, type Cloud } from '../domain/registration/token-endpoint.ts';
import { pageGuide } from './guide.ts';
import {
  onForgotten,
  onStoredElsewhere,
  readStored,
  removeStored,
  writeStored,
} from './storage.ts';

const storageName = `cloud:${pageGuide()?.id ?? ''}`;

/** The cloud with a name; the global one if there is none. */
export function cloudOf(name: unknown): Cloud {
  return typeof name === 'string' && Object.hasOwn(clouds, name) ? (name as Cloud) : 'global';
}

/** The cloud that is asked. */
export const $cloud = atom<Cloud>(cloudOf(readStored(storageName)));

/** Asks another cloud from now on. */
export function chooseCloud(cloud: Cloud): void {
  if ($cloud.get() === cloud) return;
  $cloud.set(cloud);
  if (cloud === 'global') removeStored(storageName);
  else writeStored(storageName, cloud);
}

onStoredElsewhere(storageName, () => {
  $cloud.set(cloudOf(readStored(storageName)));
});
onForgotten(() => {
  $cloud.set('global');
});
