import type account from '../../text/account.json';
import type app from '../../text/app.json';
import type areas from '../../text/areas.json';
import type cameras from '../../text/cameras.json';
import type campaigns from '../../text/campaigns.json';
import type cases from '../../text/cases.json';
import type copies from '../../text/copies.json';
import type emergency from '../../text/emergency.json';
import type find from '../../text/find.json';
import type keep from '../../text/keep.json';
import type lists from '../../text/lists.json';
import type log from '../../text/log.json';
import type measures from '../../text/measures.json';
import type mediation from '../../text/mediation.json';
import type oversight from '../../text/oversight.json';
import type people from '../../text/people.json';
import type player from '../../text/player.json';
import type programmes from '../../text/programmes.json';
import type register from '../../text/register.json';
import type reports from '../../text/reports.json';
import type requests from '../../text/requests.json';
import type situations from '../../text/situations.json';
import type standard from '../../text/standard.json';
import type subject from '../../text/subject.json';
import type teams from '../../text/teams.json';
import type work from '../../text/work.json';

/** Every message there is. A key that is not in `text/*.json` does not compile. */
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
  | `keep.${keyof typeof keep & string}`
  | `lists.${keyof typeof lists & string}`
  | `log.${keyof typeof log & string}`
  | `measures.${keyof typeof measures & string}`
  | `mediation.${keyof typeof mediation & string}`
  | `oversight.${keyof typeof oversight & string}`
  | `people.${keyof typeof people & string}`
  | `player.${keyof typeof player & string}`
  | `programmes.${keyof typeof programmes & string}`
  | `register.${keyof typeof register & string}`
  | `reports.${keyof typeof reports & string}`
  | `requests.${keyof typeof requests & string}`
  | `situations.${keyof typeof situations & string}`
  | `standard.${keyof typeof standard & string}`
  | `subject.${keyof typeof subject & string}`
  | `teams.${keyof typeof teams & string}`
  | `work.${keyof typeof work & string}`;
