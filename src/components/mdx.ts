/** The components that authors may use in MDX; their attributes are in `content-model/author-components.ts`. */

import type { AuthorComponentName } from '../content-model/author-components.ts';
import AuthenticationPage from './authentication-page/AuthenticationPage.astro';
import Basis from './Basis.astro';
import Case from './Case.astro';
import Copy from './copy-text/Copy.astro';
import Commands from './generated-lines/Commands.astro';
import Label from './Label.astro';
import LinkKeys from './LinkKeys.astro';
import More from './More.astro';
import Note from './Note.astro';
import Otherwise from './Otherwise.astro';
import Path from './Path.astro';
import Permissions from './Permissions.astro';
import ProductForm from './ProductForm.astro';
import ProductLabel from './ProductLabel.astro';
import ProductPath from './ProductPath.astro';
import Products from './Products.astro';
import RedirectUris from './redirect-uris/RedirectUris.astro';
import Result from './Result.astro';
import SecretCheck from './secret-check/SecretCheck.astro';
import SecretExpiry from './secret-expiry/SecretExpiry.astro';
import StepLink from './StepLink.astro';
import Value from './Value.astro';
import ValueField from './value-field/ValueField.astro';
import AdminConsent from './dry-run/AdminConsent.astro';
import DryRun from './dry-run/DryRun.astro';
import TokenReader from './token-reader/TokenReader.astro';
import AccountType from './AccountType.astro';
import AppName from './AppName.astro';
import Choice from './choice/Choice.astro';
import EndpointCheck from './paste-check/EndpointCheck.astro';
import Fact from './Fact.astro';
import FormCheck from './paste-check/FormCheck.astro';
import GuideLinks from './GuideLinks.astro';
import MailApps from './MailApps.astro';
import MailServers from './MailServers.astro';
import Ask from './ask/Ask.astro';
import Door from './Door.astro';
import Doors from './Doors.astro';
import Dot from './portal-picture/Dot.astro';
import PortalPicture from './portal-picture/PortalPicture.astro';
import Product from './Product.astro';
import Scope from './Scope.astro';
import ScopeCheck from './paste-check/ScopeCheck.astro';
import ServerCheck from './paste-check/ServerCheck.astro';
import Shared from './Shared.astro';
import SettingsInStep from './paste-check/SettingsInStep.astro';
import SignInTest from './sign-in-test/SignInTest.astro';
import Term from './Term.astro';
import TenantLookUp from './tenant-look-up/TenantLookUp.astro';
import TokenEndpoint from './TokenEndpoint.astro';
import When from './choice/When.astro';

/** The components by name. */
export const mdxComponents = {
  AuthenticationPage,
  Basis,
  Case,
  Copy,
  Label,
  LinkKeys,
  More,
  Note,
  Otherwise,
  Path,
  Permissions,
  ProductForm,
  ProductLabel,
  ProductPath,
  Products,
  RedirectUris,
  Result,
  Commands,
  SecretCheck,
  SecretExpiry,
  StepLink,
  Value,
  ValueField,
  AccountType,
  AppName,
  Choice,
  EndpointCheck,
  Fact,
  FormCheck,
  GuideLinks,
  MailApps,
  MailServers,
  Ask,
  Door,
  Doors,
  Dot,
  PortalPicture,
  Product,
  Scope,
  ScopeCheck,
  ServerCheck,
  SettingsCheck: SettingsInStep,
  Shared,
  AdminConsent,
  DryRun,
  TenantLookUp,
  Term,
  TokenReader,
  SignInTest,
  TokenEndpoint,
  When,
} satisfies Record<AuthorComponentName, unknown>;
