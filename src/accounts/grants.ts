/**
 * Grants of bot passwords and the rights that each gives (MediaWiki 1.39). A bot session has the user's rights that are
 * also in one of its grants. `basic` is in every bot password.
 */
const EDIT_PAGE = ['edit', 'minoredit', 'applychangetags', 'changetags', 'editcontentmodel'];
const EDIT_INTERFACE = [...EDIT_PAGE, 'editinterface', 'edituserjson', 'editsitejson'];
const EDIT_PROTECTED = [...EDIT_PAGE, 'editprotected'];
const UPLOAD = ['upload', 'reupload-own'];
const VIEW_DELETED = ['browsearchive', 'deletedhistory', 'deletedtext'];

export const GRANT_RIGHTS: Readonly<Record<string, readonly string[]>> = {
  basic: [
    'autocreateaccount',
    'autoconfirmed',
    'autopatrol',
    'editsemiprotected',
    'ipblock-exempt',
    'nominornewtalk',
    'patrolmarks',
    'purge',
    'read',
    'writeapi',
    'unwatchedpages',
    'skipcaptcha',
  ],
  highvolume: ['bot', 'apihighlimits', 'noratelimit', 'markbotedits'],
  import: ['import', 'importupload'],
  editpage: EDIT_PAGE,
  editprotected: EDIT_PROTECTED,
  editmycssjs: [...EDIT_PAGE, 'editmyusercss', 'editmyuserjson', 'editmyuserjs'],
  editmyoptions: ['editmyoptions', 'editmyuserjson'],
  editinterface: EDIT_INTERFACE,
  editsiteconfig: [...EDIT_INTERFACE, 'editusercss', 'edituserjs', 'editsitecss', 'editsitejs'],
  createeditmovepage: [
    ...EDIT_PAGE,
    'createpage',
    'createtalk',
    'delete-redirect',
    'move',
    'move-rootuserpages',
    'move-subpages',
    'move-categorypages',
    'suppressredirect',
  ],
  uploadfile: UPLOAD,
  uploadeditmovefile: [...UPLOAD, 'reupload', 'reupload-shared', 'upload_by_url', 'movefile', 'suppressredirect'],
  patrol: ['patrol'],
  rollback: ['rollback'],
  blockusers: ['block', 'blockemail'],
  viewdeleted: VIEW_DELETED,
  viewrestrictedlogs: ['suppressionlog'],
  delete: [...EDIT_PAGE, ...VIEW_DELETED, 'delete', 'bigdelete', 'deletelogentry', 'deleterevision', 'undelete'],
  oversight: ['suppressrevision', 'viewsuppressed'],
  protect: [...EDIT_PROTECTED, 'protect'],
  viewmywatchlist: ['viewmywatchlist'],
  editmywatchlist: ['editmywatchlist'],
  sendemail: ['sendemail'],
  createaccount: ['createaccount'],
  privateinfo: ['viewmyprivateinfo'],
  mergehistory: ['mergehistory'],
  oath: ['oathauth-api-all', 'oathauth-verify-user'],
};

/** Grants that are part of every bot password and not offered as a choice. */
export const HIDDEN_GRANTS: readonly string[] = ['basic'];

/** The rights that a list of grants gives. Unknown grants give none. */
export function rightsOfGrants(grants: readonly string[]): Set<string> {
  const rights = new Set<string>();
  for (const grant of new Set([...HIDDEN_GRANTS, ...grants])) {
    for (const right of GRANT_RIGHTS[grant] ?? []) rights.add(right);
  }
  return rights;
}
