/** Quotation marks, shared by every text parser. */

/** Each opening quotation mark or bracket with the marks that may close it, common mix-ups included. */
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
