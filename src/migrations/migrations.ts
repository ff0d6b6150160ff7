import { Platform1700000000001 } from './1700000000001-Platform';
import { Journal1700000000002 } from './1700000000002-Journal';
import { Calendar1700000000003 } from './1700000000003-Calendar';
import { Organisation1700000000004 } from './1700000000004-Organisation';
import { Identity1700000000005 } from './1700000000005-Identity';
import { Indexes1700000000006 } from './1700000000006-Indexes';
import { Tasks1700000000007 } from './1700000000007-Tasks';
import { Reminders1700000000008 } from './1700000000008-Reminders';
import { Decisions1700000000009 } from './1700000000009-Decisions';
import { Directions1700000000010 } from './1700000000010-Directions';
import { Coordination1700000000011 } from './1700000000011-Coordination';
import { Duties1700000000012 } from './1700000000012-Duties';
import { Finding1700000000013 } from './1700000000013-Finding';
import { Speed1700000000014 } from './1700000000014-Speed';
import { Rules1700000000015 } from './1700000000015-Rules';
import { Telling1700000000016 } from './1700000000016-Telling';
import { Digests1700000000017 } from './1700000000017-Digests';
import { Deliveries1700000000018 } from './1700000000018-Deliveries';
import { Alarms1700000000019 } from './1700000000019-Alarms';
import { Derivation1700000000020 } from './1700000000020-Derivation';
import { Analyses1700000000021 } from './1700000000021-Analyses';
import { ReviewSessions1700000000022 } from './1700000000022-ReviewSessions';

/** Every change of the schema, in order. */
export const migrations = [
  Platform1700000000001,
  Journal1700000000002,
  Calendar1700000000003,
  Organisation1700000000004,
  Identity1700000000005,
  Indexes1700000000006,
  Tasks1700000000007,
  Reminders1700000000008,
  Decisions1700000000009,
  Directions1700000000010,
  Coordination1700000000011,
  Duties1700000000012,
  Finding1700000000013,
  Speed1700000000014,
  Rules1700000000015,
  Telling1700000000016,
  Digests1700000000017,
  Deliveries1700000000018,
  Alarms1700000000019,
  Derivation1700000000020,
  Analyses1700000000021,
  ReviewSessions1700000000022,
];
