import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import { verdictOf } from '../../../src/domain/check/setting-findings.ts';
import { applicable } from '../../../src/domain/guide/applicable.ts';
import { branchesOf } from '../../../src/domain/guide/branches.ts';
import type { Guide, When } from '../../../src/domain/guide/guide.ts';
import {
  manifestFragment,
  manifestFragments,
} from '../../../src/domain/registration/manifest-fragment.ts';
import { redirectUris } from '../../../src/domain/registration/redirect-uris.ts';
import { manifestLines } from '../../../src/domain/scripts/manifest-lines.ts';
import { fillScript } from '../../../src/domain/scripts/script-lines.ts';
import { expectation, realGuide, realGuides } from '../check/right.ts';
import { guideFixture, guideNames } from '../fixtures.ts';

function branches(guide: Guide): readonly When[] {
  const choices = guide.values.filter(({ kind }) => kind === 'choice').map(({ id }) => id);
  return branchesOf(guide, choices);
}

const everyBranch = realGuides.flatMap((id) =>
  branches(realGuide(id)).map((when) => [id, JSON.stringify(when), when] as const),
);

/** What a fragment cannot show, or need not. */
const unknown = ['unknown', 'note', 'right'];

describe('the manifest fragment', () => {
  it.each(everyBranch)('of %s for %s is right in our own check', (id, _, when) => {
    const expected = expectation(id, when);
    const { text, missing } = fillScript(
      manifestLines(manifestFragment(expected.guide)),
      expected.values,
      (slot) => slot,
    );
    expect(missing).toEqual([]);
    const { kind, findings } = checkSettings(text, expected);
    expect(kind).toBe('manifest');
    const codes = findings.map(({ finding }) => finding.code);
    expect(
      findings
        .map(({ finding }) => finding)
        .filter((finding) => !unknown.includes(verdictOf(finding))),
    ).toEqual([]);
    const { registration } = expected.guide;
    expect(codes).toEqual(expect.arrayContaining(['audience-right', 'implicit-right']));
    expect(codes.filter((code) => code === 'redirect-right')).toHaveLength(
      registration.redirects.length,
    );
    expect(codes.filter((code) => code === 'permission-requested')).toHaveLength(
      registration.permissions.length,
    );
  });

  it.each(guideNames)('of the fixture %s names each redirect URI once', (name) => {
    const guide = guideFixture(name);
    for (const when of branches(guide)) {
      const branch = applicable(guide, when);
      const { web, spa, publicClient } = manifestFragment(branch);
      const listed = [web, spa, publicClient].flatMap((part) => part.redirectUris);
      expect(listed.toSorted()).toEqual(
        branch.registration.redirects.map(({ pattern }) => pattern).toSorted(),
      );
    }
  });

  it('has one text for all branches of a guide where they agree', () => {
    expect(manifestFragments(realGuide('flowfact')).map(({ when }) => when)).toEqual([{}]);
    expect(manifestFragments(realGuide('bm')).map(({ when }) => when)).toEqual([
      { clientType: 'private' },
      { clientType: 'public' },
    ]);
  });

  it('leaves permissions out if one is unknown or its ID has a single source', () => {
    const { registration, ...guide } = realGuide('bm');
    for (const [api, name, type] of [
      ['exchange-online', 'SMTP.SendAsApp', 'application'],
      ['graph', 'Muster.Read', 'delegated'],
    ] as const) {
      const permissions = [...registration.permissions, { api, name, type }];
      const changed = { ...guide, registration: { ...registration, permissions } };
      expect(manifestFragment(applicable(changed, {}))).not.toHaveProperty(
        'requiredResourceAccess',
      );
    }
  });

  it('leaves open what the vendor leaves open', () => {
    const [open] = manifestFragments(realGuide('flowfact'));
    expect(open?.fragment).not.toHaveProperty('isFallbackPublicClient');
  });

  it('stays JSON whatever a value holds', () => {
    const hostile = 'a"b\\c</script>{spa}';
    const guide = realGuide('ipm-cloud');
    const { text } = fillScript(
      manifestLines(manifestFragment(applicable(guide, {}))),
      { customerHost: hostile, serverHost: hostile },
      (slot) => slot,
    );
    const { spa } = JSON.parse(text) as { readonly spa: { readonly redirectUris: string[] } };
    expect(spa.redirectUris).toEqual(
      redirectUris(applicable(guide, {}), { customerHost: hostile, serverHost: hostile }).map(
        ({ uri }) => uri,
      ),
    );
  });
});
