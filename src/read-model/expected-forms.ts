/** A product's forms for the comparison: the expected content of each field, and the step that says so. */

import type { ExpectedForm } from '../domain/check/expectation.ts';
import type { Guide, ProductForm } from '../domain/guide/guide.ts';
import { sourceLanguage } from '../i18n/languages.ts';
import { namedIn } from '../content-model/prose-parts.ts';
import { componentsAt } from './guide-data.ts';
import { branchOfField, expectedField } from '../domain/check/product-form.ts';

function expectedForm(guide: Guide, form: ProductForm, step: string | undefined): ExpectedForm {
  const fields = form.fields.flatMap(
    (field) => expectedField(branchOfField(guide, form, field), field) ?? [],
  );
  return { id: form.id, ...(form.when && { when: form.when }), fields, step };
}

/** The forms of a guide, each with the first step that shows it. */
export async function expectedForms(guide: Guide): Promise<readonly ExpectedForm[]> {
  const shown = await Promise.all(
    guide.steps.map(async ({ id }) => ({
      id,
      forms: namedIn(await componentsAt(guide.id, id, sourceLanguage), 'form'),
    })),
  );
  return guide.forms.map((form) => {
    const step = shown.find(({ forms }) => forms.includes(form.id))?.id;
    return expectedForm(guide, form, step);
  });
}
