/** What comes with the first text: the rules, and how their findings are shown. */

export { checkSettings } from '../../domain/check/check-settings.ts';
export { applicable } from '../../domain/guide/applicable.ts';
export { settingLine } from '../setting-line.ts';
