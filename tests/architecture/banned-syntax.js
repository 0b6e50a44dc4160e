const htmlFromText = 'The page builds no HTML from text: render elements instead.'

const noEnum = ban('TSEnumDeclaration', 'Use a union or an `as const` object instead of an enum.')

/** What tests may not contain either: an enum, and a test that does not run or keeps the others from running. */
export const bannedInTests = [
  noEnum,
  ban(
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fails)$/]',
    'Every test runs, and all of them do.',
  ),
]

/** What no source of ours may contain, as ESLint selectors with the reason. */
export const bannedEverywhere = [
  noEnum,
  ban('JSXAttribute[name.name="dangerouslySetInnerHTML"]', htmlFromText),
  ban('Property[key.name="dangerouslySetInnerHTML"]', htmlFromText),
  ban(
    'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    htmlFromText,
  ),
  ban('CallExpression[callee.property.name="insertAdjacentHTML"]', htmlFromText),
  ban(
    'CallExpression[callee.object.name="document"][callee.property.name=/^(write|writeln)$/]',
    htmlFromText,
  ),
  ban(
    'CallExpression[callee.property.name="createElement"][arguments.0.value=/^(iframe|webview|embed|object)$/i]',
    'Frames would open a second realm with its own network doors.',
  ),
  ban(
    'CallExpression[callee.property.name="getPath"][arguments.0.value="temp"]',
    'Nothing is written into temporary folders.',
  ),
  ban(
    'CallExpression[callee.property.name=/^(openExternal|openPath)$/]',
    'Nothing outside the program is opened.',
  ),
  ban('CallExpression[callee.property.name="clearStorageData"]', 'This could delete the vault.'),
  ban(
    'CallExpression[callee.object.name="crashReporter"][callee.property.name="start"]',
    'Crash dumps hold what the user typed.',
  ),
  ban(
    'MemberExpression[object.name="safeStorage"]',
    'Keys stay in the vault; the system store may be open to others.',
  ),
]

/** What the pure rules may not do: look at the clock, roll dice, wait. These come in as arguments. */
export const bannedInDomain = [
  ban(
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'Today and now come in as arguments.',
  ),
  ban('NewExpression[callee.name="Date"][arguments.length=0]', 'Today and now come in as arguments.'),
  ban(
    'MemberExpression[object.property.name="Now"], MemberExpression[object.name="Temporal"][property.name="Now"]',
    'Today and now come in as arguments.',
  ),
  ban(
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'Chance comes in as an argument.',
  ),
  ban('CallExpression[callee.property.name="randomUUID"]', 'Ids come in as arguments.'),
  ban('AwaitExpression', 'Rules answer at once.'),
]

const globalNames = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'process',
  'Buffer',
  'require',
  'fetch',
]

/** Globals of one host only; `shared` runs on all of them. */
export const bannedGlobals = globalNames.map((name) => ({
  name,
  message: 'shared/ runs anywhere: hand this in.',
}))

function ban(selector, message) {
  return { selector, message }
}
