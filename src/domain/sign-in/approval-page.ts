/** Microsoft's page that asks for an administrator's approval. */

/**
 * Its titles; the error number appears only under „Details“.
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/user-admin-consent-overview checked 2026-11-21
 */
const approvalPage =
  /(?:Administratorgenehmigung|Genehmigung)(?: ist)? erforderlich|Needs? admin approval|Approval required|Admin approval (?:is )?required/i;

/** The title of such a page in a text, as written there. */
export function approvalTitle(text: string): string | undefined {
  return approvalPage.exec(text)?.[0];
}

/** The equivalent error number, without `AADSTS`. */
export const approvalNumber = '90094';
