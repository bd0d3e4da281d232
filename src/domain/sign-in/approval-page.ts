/** Microsoft's page that asks for an administrator. */

/**
 * Its titles; the number shows only under „Details“.
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/user-admin-consent-overview checked 2026-11-21
 */
const approvalPage =
  /(?:Administratorgenehmigung|Genehmigung)(?: ist)? erforderlich|Needs? admin approval|Approval required|Admin approval (?:is )?required/i;

/** The title of a page that asks for an administrator's approval, as it stands in a text. */
export function approvalTitle(text: string): string | undefined {
  return approvalPage.exec(text)?.[0];
}

/** The number that says the same, without `AADSTS`. */
export const approvalNumber = '90094';
