/**
 * The Microsoft cloud of the reader's tenant, found by the look-up or chosen by the reader.
 * Stored under `lotse-cloud:<guide>`, such as `"us-government"`; absent for the global one.
 */

import { atom } from 'nanostores';
import { clouds, type Cloud } from '../domain/registration/token-endpoint.ts';
import { ofCustomer } from './customer.ts';
import { pageGuide } from './guide.ts';
import {
  onForgotten,
  onStoredElsewhere,
  readStored,
  removeStored,
  writeStored,
} from './storage.ts';

const storageName = ofCustomer(`cloud:${pageGuide()?.id ?? ''}`);

/** The cloud with this name, or the global one if there is none. */
export function cloudOf(name: unknown): Cloud {
  return typeof name === 'string' && Object.hasOwn(clouds, name) ? (name as Cloud) : 'global';
}

/** The current cloud. */
export const $cloud = atom<Cloud>(cloudOf(readStored(storageName)));

/** Changes the current cloud. */
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
