import type { Params } from 'react-router';

/** What of an address names a view of the same page. */
const views: Record<string, RegExp> = { layout: /^(1|4|9)$/, index: /^\d{1,15}$/, step: /^(case|what|why|urgent|check)$/ };

/** Everything else is the identifier of a thing. */
const identifier = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What a page is about: of another case it is another page, with nothing typed, open or kept of the one before. */
export const thingOf = (params: Params): string =>
  Object.keys(params)
    .filter((name) => name !== '*' && !(name in views))
    .map((name) => params[name])
    .join(' ');

/** Whether an address can be of something: what is mistyped is no page, and is not asked of the server. */
export const isAddress = (params: Params): boolean => Object.entries(params).every(([name, value]) => name === '*' || (views[name] ?? identifier).test(value ?? ''));
