/** The marks of quotation, as all readers of texts know them. */

/** Each opening quotation mark or bracket with the marks that may close it, also as people mix them up. */
export const closings: Readonly<Record<string, string>> = {
  '"': '"',
  '„': '“”"',
  '“': '”"',
  '”': '”',
  "'": "'",
  '‚': "‘’'",
  '‘': "’'",
  '’': '’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '`': "`´'",
  '´': '´',
  '<': '>',
};
