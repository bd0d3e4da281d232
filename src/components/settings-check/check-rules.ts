/** Loaded with the first text: the rules, and how to show their findings. */

export { default as guides } from 'virtual:lotse-guides';
export { checkSettings } from '../../domain/check/check-settings.ts';
export { applicable } from '../../domain/guide/applicable.ts';
export { settingLine } from '../setting-line.ts';
