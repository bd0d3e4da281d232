/** Loaded with the first text: the rules, and how to show their findings. */

export { checkSettings } from '../../domain/check/check-settings.ts';
export { comparedGuide } from '../compared-guide.ts';
export { settingLine } from '../setting-line.ts';
