/**
 * Texts that no code asks for by its own key, each with its reason. Whatever is neither asked for nor named here must
 * go. Take a line away when what it waits for is there: the test then names the texts that were not needed after all.
 */
export const RESERVED: readonly { readonly keys: RegExp; readonly reason: string }[] = [
  // Made from names that are known at run time only.
  { keys: /^group-[\w-]+?(-member)?$/, reason: 'names of groups: clients ask meta=allmessages for them' },
  { keys: /^grant-[a-z]+$/, reason: 'names of grants: one for each entry of GRANT_RIGHTS' },
  { keys: /^paramvalidator-help-type-number-minmax$/, reason: 'put together from min and max' },
  { keys: /^sessionprovider-/, reason: 'the kind of session is a part of the key' },

  // Pages for people.
  {
    keys: /^(logentry|log-name|block-log-flags)-|^(rights|newuser|block)log|^rightsnone$|^createaccountblock$/,
    reason: 'pages: logs',
  },
  { keys: /^(user)?login-|^login(error|success|reqpagetext)|^logout-failed$/, reason: 'pages: sign-in and sign-out' },
  { keys: /^createacct-|^createaccounterror$/, reason: 'pages: account creation' },
  {
    keys: /^authpage-|^auth(form|login)-|^cannot|^nocookies|^sessionfailure/,
    reason: 'pages: forms that cannot go on',
  },
  { keys: /^(your|old)(name|password)$|^youremail$|^yourrealname$/, reason: 'pages: fields' },
  {
    keys: /^resetpass[-_]|^passwordreset($|-)|^throttled-mailpassword$/,
    reason: 'pages: change and reset of passwords',
  },
  { keys: /^linkaccounts-submit$/, reason: 'pages: credentials' },
  {
    keys: /^changeemail-(no-info|password)$|^confirmemail_(body_|noemail|oncreate|sendfailed)|^eauthentsent$|^email-required$/,
    reason: 'pages: mail address',
  },
  { keys: /^botpasswords/, reason: 'pages: bot passwords' },
  {
    keys: /^(badtitletext|permissionserrors)$/,
    reason: 'pages: none there',
  },
  { keys: /^internalerror|^(colon-separator|parentheses|ellipsis)$/, reason: 'pages: layout' },

  // Ways to sign in.
  { keys: /^\w*(captcha|altcha|turnstile)-/, reason: 'provider: CAPTCHA; its kind is a part of the key' },
  { keys: /^(action-)?oathauth-/, reason: 'provider: one-time codes' },
  { keys: /^authprovider-confirmlink-|^authmanager-(authn|autocreate|create)-/, reason: 'providers: other identities' },
  { keys: /^authmanager-(domain|provider-password-domain|account-password-domain)/, reason: 'provider: LDAP' },
  { keys: /^mwoauth-/, reason: 'sessions of authorised programs' },

  // Mails that warn of changes.
  { keys: /^notice-|^notificationemail_/, reason: 'mails about changed credentials' },
];
