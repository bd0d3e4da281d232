/** What is used of MSAL, in one place, so that the bundler leaves out the rest. Imported on a click only. */

export { EventType, PublicClientApplication } from '@azure/msal-browser';
