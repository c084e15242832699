import type account from '../../messages/account.json';
import type app from '../../messages/app.json';
import type areas from '../../messages/areas.json';
import type cameras from '../../messages/cameras.json';
import type campaigns from '../../messages/campaigns.json';
import type cases from '../../messages/cases.json';
import type copies from '../../messages/copies.json';
import type emergency from '../../messages/emergency.json';
import type find from '../../messages/find.json';
import type guide from '../../messages/guide.json';
import type keep from '../../messages/keep.json';
import type lists from '../../messages/lists.json';
import type log from '../../messages/log.json';
import type map from '../../messages/map.json';
import type measures from '../../messages/measures.json';
import type mediation from '../../messages/mediation.json';
import type notifications from '../../messages/notifications.json';
import type oversight from '../../messages/oversight.json';
import type people from '../../messages/people.json';
import type player from '../../messages/player.json';
import type programmes from '../../messages/programmes.json';
import type referrals from '../../messages/referrals.json';
import type register from '../../messages/register.json';
import type reports from '../../messages/reports.json';
import type requests from '../../messages/requests.json';
import type setup from '../../messages/setup.json';
import type situations from '../../messages/situations.json';
import type standard from '../../messages/standard.json';
import type subject from '../../messages/subject.json';
import type teams from '../../messages/teams.json';
import type vehicles from '../../messages/vehicles.json';
import type wanted from '../../messages/wanted.json';
import type work from '../../messages/work.json';
import type worklist from '../../messages/worklist.json';

/** Every message there is. A key that is not in `messages/*.json` does not compile. */
export type TextKey =
  | `account.${keyof typeof account & string}`
  | `app.${keyof typeof app & string}`
  | `areas.${keyof typeof areas & string}`
  | `cameras.${keyof typeof cameras & string}`
  | `campaigns.${keyof typeof campaigns & string}`
  | `cases.${keyof typeof cases & string}`
  | `copies.${keyof typeof copies & string}`
  | `emergency.${keyof typeof emergency & string}`
  | `find.${keyof typeof find & string}`
  | `guide.${keyof typeof guide & string}`
  | `keep.${keyof typeof keep & string}`
  | `lists.${keyof typeof lists & string}`
  | `log.${keyof typeof log & string}`
  | `map.${keyof typeof map & string}`
  | `measures.${keyof typeof measures & string}`
  | `mediation.${keyof typeof mediation & string}`
  | `notifications.${keyof typeof notifications & string}`
  | `oversight.${keyof typeof oversight & string}`
  | `people.${keyof typeof people & string}`
  | `player.${keyof typeof player & string}`
  | `programmes.${keyof typeof programmes & string}`
  | `referrals.${keyof typeof referrals & string}`
  | `register.${keyof typeof register & string}`
  | `reports.${keyof typeof reports & string}`
  | `requests.${keyof typeof requests & string}`
  | `setup.${keyof typeof setup & string}`
  | `situations.${keyof typeof situations & string}`
  | `standard.${keyof typeof standard & string}`
  | `subject.${keyof typeof subject & string}`
  | `teams.${keyof typeof teams & string}`
  | `vehicles.${keyof typeof vehicles & string}`
  | `wanted.${keyof typeof wanted & string}`
  | `work.${keyof typeof work & string}`
  | `worklist.${keyof typeof worklist & string}`;
