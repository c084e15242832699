// The made-up people, cameras, cases, requests and log entries of the stand-in.
import { randomUUID } from 'node:crypto';
import { iso } from './days.mjs';
import { emergencies, reopenings } from './emergencies.mjs';
import { Footage } from './footage.mjs';
import { endings } from './keeping.mjs';
import { Log } from './log.mjs';
import { mediatorId } from './mediation.mjs';
import { seedProgrammes } from './programmes.mjs';
import { seedReports } from './reports.mjs';
import { seedTeams } from './teams.mjs';

const minute = 60_000;

const id = (n) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const checkPower = { vi: 'Kiểm tra nguồn điện và dây mạng của camera.', en: 'Check the camera’s power and network cable.', ar: 'تحقق من كهرباء الكاميرا وكابل شبكتها.' };

export class World {
  constructor(options = {}) {
    /** All times are made relative to this instant; 24/11/2026 09:40 at the site by default. */
    this.base = options.base ?? null;
    this.sessions = new Map();
    /** Whose password was right and whose second factor is still to come. */
    this.halves = new Map();
    /** Whether the next grave act needs a confirmation. */
    this.mustConfirm = false;
    this.mustHaveCase = false;
    this.workingDays = [
      { day: '2027-01-01', working: false, name: 'Tết Dương lịch' },
      { day: '2027-01-09', working: true, name: 'Làm bù' },
    ];
    this.provider = { name: null, away: false };
    this.providerCode = 'yes';
    this.invitation = null;
    this.homes = [];
    this.otherSession = true;
    this.requests = [];
    /** Where what was asked or answered is not as the server describes it. */
    this.broken = [];
    /** So many videos that are asked for next are none. */
    this.brokenVideos = 0;
    /** How many previews are being made, and were at most. */
    this.previews = { now: 0, most: 0 };
    this.footage = new Footage();
    this.log = new Log();
    this.offline = new Set();
    this.skippedSteps = new Set();
    this.seed();
  }

  now() {
    return Date.now();
  }

  async ready() {
    await this.footage.ready();
    this.seedLog();
  }

  seed() {
    const now = this.now();
    this.areas = [
      { id: id(1), code: '38', name: 'Tỉnh Thanh Hóa', kind: 'PROVINCE', parentId: null },
      { id: id(2), code: '14923', name: 'Xã Bá Thước', kind: 'COMMUNE', parentId: id(1) },
      { id: id(3), code: '14797', name: 'Phường Hạc Thành', kind: 'WARD', parentId: id(1) },
      { id: id(4), code: '14923-001', name: 'Thôn Cành Nàng 1', kind: 'RESIDENTIAL_AREA', parentId: id(2) },
    ];
    const person = (n, username, displayName, roles) => ({
      id: id(100 + n),
      username,
      displayName,
      roles,
      area: { id: id(1), name: 'Tỉnh Thanh Hóa' },
      areaId: id(1),
      areaName: 'Tỉnh Thanh Hóa',
      active: true,
    });
    const living = (n, username, displayName, role, area) => ({ ...person(n, username, displayName, [role]), area: { id: area.id, name: area.name }, areaId: area.id, areaName: area.name });
    const [province, commune, , village] = this.areas;
    const grant = (n, rest) => ({
      id: `01900000-0000-7000-e500-00000000000${n}`,
      areaName: 'Xã Bá Thước',
      lastDays: {},
      grantedAt: iso(this.now() - 3_600_000),
      until: iso(this.now() + 13 * 86_400_000),
      mayDecide: false,
      why: null,
      mayWithdraw: false,
      ending: null,
      ...rest,
    });
    this.roleGrants = [
      grant(1, {
        person: { id: '01900000-0000-7000-8000-0000000001f1', displayName: 'Lương Thị Hậu' },
        username: 'kiemsoat2',
        roles: ['AUDITOR'],
        causes: ['GRANTED'],
        grantedBy: [{ id: '01900000-0000-7000-8000-0000000001f9', displayName: 'Lê Quang Quản' }],
        mayDecide: true,
      }),
      grant(2, {
        person: { id: '01900000-0000-7000-8000-0000000001f2', displayName: 'Bùi Văn Khiêm' },
        username: 'pheduyet2',
        roles: ['APPROVER', 'SENIOR_APPROVER'],
        causes: ['PASSWORD_RESET'],
        grantedBy: [{ id: '01900000-0000-7000-8000-000000000105', displayName: 'Phạm Quản Trị' }],
        why: 'own-grant',
        mayWithdraw: true,
      }),
    ];
    this.people = [
      person(1, 'truc', 'Lê Thị Trực', ['DUTY_OFFICER']),
      person(2, 'dieutra', 'Nguyễn Văn Điều', ['INVESTIGATOR']),
      { ...person(3, 'duyet', 'Phạm Quang Duyệt', ['APPROVER']), roleEnds: { APPROVER: '2026-12-31' } },
      person(8, 'duyetcao', 'Bùi Minh Cao', ['APPROVER', 'SENIOR_APPROVER']),
      person(4, 'kiemsoat', 'Trần Thị Kiểm', ['AUDITOR']),
      { ...person(5, 'quantri', 'Hoàng Văn Quản', ['ADMINISTRATOR']), area: null },
      {
        ...person(7, 'duyet2', 'Vũ Thị Quyết', ['APPROVER']),
        secondFactor: true,
        totp: iso(now - 40 * 24 * 60 * minute),
        passkeys: [{ id: id(801), name: 'Khóa USB màu đỏ', addedAt: iso(now - 3 * 24 * 60 * minute), lastUsedAt: iso(now - 50 * minute) }],
      },
      person(6, 'tatca', 'Đỗ Toàn Năng', ['DUTY_OFFICER', 'INVESTIGATOR', 'APPROVER', 'AUDITOR', 'ADMINISTRATOR']),
      { ...living(9, 'hoagiai', 'Trịnh Thị Nga', 'MEDIATOR', village), id: mediatorId },
      living(11, 'truongthon', 'Lê Xuân Tùng', 'VILLAGE_HEAD', village),
      living(12, 'diaban', 'Lò Văn Thành', 'COMMUNITY_OFFICER', commune),
      living(13, 'chutich', 'Bùi Thị Hạnh', 'CHAIR', commune),
      living(14, 'tonghop', 'Mai Quốc Huy', 'ANALYST', province),
      living(15, 'totruong', 'Nguyễn Đình Khoa', 'TEAM_LEADER', village),
      living(16, 'tovien', 'Hà Thị Mến', 'TEAM_MEMBER', village),
      living(17, 'diabantinh', 'Hồ Sỹ Lâm', 'COMMUNITY_OFFICER', province),
    ];
    const format = { codec: 'H.264', codecs: 'avc1.4D401F', width: 1280, height: 720 };
    const sound = { losses: 0, lostPackets: 0, damagedFrames: 0, damagedShare: 0, timestampRate: 1 };
    const healthy = () => ({
      connection: 'CONNECTED',
      cause: null,
      detail: null,
      advice: null,
      since: iso(now - 7 * 3600_000),
      lastFrameAt: iso(this.now() - 120),
      recordedUntil: iso(this.now() - 800),
      gapMillis: 0,
      format,
      framesPerSecond: 10,
      bitsPerSecond: 1_840_000,
      clockOffsetMillis: 42,
      quality: sound,
      storage: 'OK',
    });
    const down = (cause, since, detail) => ({
      connection: 'DOWN',
      cause,
      detail,
      advice: checkPower,
      since: iso(since),
      lastFrameAt: iso(since),
      recordedUntil: iso(since),
      gapMillis: now - since,
      format,
      framesPerSecond: 0,
      bitsPerSecond: 0,
      clockOffsetMillis: null,
      quality: sound,
      storage: 'OK',
    });
    const camera = (n, name, areaId, health, more = {}) => ({
      id: id(200 + n),
      code: `CAM-${String(n).padStart(4, '0')}`,
      name,
      areaId,
      areaName: this.areas.find((area) => area.id === areaId).name,
      kind: 'CONNECTED',
      reference: null,
      ownerKind: 'POLICE',
      consent: { state: 'NOT_NEEDED', until: null },
      place: { latitude: 19.807 + n / 1000, longitude: 105.776 + n / 1000, directionDegrees: (n * 40) % 360, angleDegrees: null, rangeMetres: null },
      simulated: true,
      recording: true,
      keepDays: 30,
      retired: false,
      health,
      ...more,
    });
    this.cameras = [
      camera(1, 'Cổng chợ Cành Nàng', id(2), healthy, {
        place: { latitude: 19.808, longitude: 105.777, directionDegrees: 190, angleDegrees: 90, rangeMetres: 60 },
        sign: { on: '2026-10-02', by: { id: id(5), displayName: 'Hoàng Văn Quản' } },
      }),
      camera(2, 'Ngã ba Quốc lộ 217', id(2), healthy),
      camera(3, 'Cầu La Hán', id(2), () => down('UNREACHABLE', now - 38 * minute, 'connect to 192.0.2.14:554: no route to host')),
      camera(4, 'Trường tiểu học Bá Thước', id(2), () => ({ ...healthy(), quality: { losses: 7, lostPackets: 31, damagedFrames: 410, damagedShare: 0.08, timestampRate: 1.25 } })),
      camera(5, 'Bến xe phía Tây', id(3), () => down('UNAUTHORISED', now - 26 * 60 * minute, 'DESCRIBE answered 401 after Digest')),
      camera(6, 'Quảng trường Lam Sơn', id(3), () => ({ ...healthy(), clockOffsetMillis: -4_200 })),
      camera(7, 'Kho vật chứng', id(3), () => ({ ...healthy(), format: { ...format, codec: 'H.265', codecs: 'hvc1.1.6.L93.B0' } }), { simulated: false }),
      camera(8, 'Nhà văn hóa phố 4', id(3), () => ({ ...down('OFF', now - 90 * 60 * minute, null), connection: 'OFF', cause: null }), { recording: false }),
    ];
    const owned = (n, name, areaId, ownerKind, consent, place, more = {}) => ({
      ...camera(n, name, areaId, () => ({
        connection: 'OFF',
        cause: null,
        detail: null,
        advice: null,
        since: iso(now),
        lastFrameAt: null,
        recordedUntil: null,
        gapMillis: null,
        format: null,
        framesPerSecond: 0,
        bitsPerSecond: 0,
        clockOffsetMillis: null,
        quality: sound,
        storage: 'OK',
      })),
      kind: 'COMMUNITY',
      reference: `BT-${n}`,
      ownerKind,
      consent: { state: consent, until: consent === 'GIVEN' ? '2027-12-31' : null },
      recording: false,
      simulated: false,
      keepDays: 14,
      place,
      ...more,
    });
    this.community = [
      owned(101, 'Quán Hải Đăng, nhìn ra cổng chợ', id(2), 'BUSINESS', 'GIVEN', { latitude: 19.80795, longitude: 105.77725, directionDegrees: 235, angleDegrees: 90, rangeMetres: 40 }),
      owned(102, 'Nhà ông Bảy, ngõ 2', id(2), 'HOUSEHOLD', 'NONE', { latitude: 19.8076, longitude: 105.7767, directionDegrees: null, angleDegrees: null, rangeMetres: 35 }),
      owned(103, 'Tổ dân phố 4, đầu phố', id(2), 'RESIDENTIAL_GROUP', 'GIVEN', { latitude: 19.8081, longitude: 105.7766, directionDegrees: 150, angleDegrees: 80, rangeMetres: 60 }, { keepDays: 3 }),
      owned(104, 'Tiệm vàng Kim Liên', id(3), 'BUSINESS', 'WITHDRAWN', { latitude: 19.8121, longitude: 105.7806, directionDegrees: 20, angleDegrees: 100, rangeMetres: 30 }),
      owned(105, 'Trường mầm non Hoa Mai', id(3), 'SCHOOL', 'GIVEN', null),
    ];
    this.statements = new Map([
      [this.community[0].id, [{ id: id(901), what: 'GIVEN', form: 'PAPER', on: '2026-01-02', until: '2027-12-31', document: 'TT-12/2026', recordedAt: iso(now) }]],
      [
        this.community[3].id,
        [
          { id: id(903), what: 'WITHDRAWN', form: 'RECORDED_CALL', on: '2026-05-04', until: null, document: null, recordedAt: iso(now) },
          { id: id(902), what: 'GIVEN', form: 'ELECTRONIC', on: '2026-01-02', until: null, document: null, recordedAt: iso(now) },
        ],
      ],
    ]);
    this.contacts = new Map(this.community.slice(0, 3).map((each) => [each.id, { name: 'Trần Thị Bảy', phone: '0912 345 678', address: '12 phố Cành Nàng', email: 'bay@example.vn' }]));
    const type = (code, vi, en, ar, validFrom, validTo = null) => ({ code, vi, en, ar, validFrom, validTo, valid: validTo === null });
    this.caseTypes = [
      type('THEFT', 'Trộm cắp', 'Theft', 'سرقة', '2000-01-01'),
      type('ASSAULT', 'Cố ý gây thương tích', 'Assault', 'اعتداء', '2000-01-01'),
      type('TRAFFIC', 'Va chạm giao thông', 'Traffic', 'مرور', '2000-01-01'),
      type('PUBLIC_ORDER', 'Trật tự công cộng', 'Public order', 'نظام عام', '2000-01-01'),
      type('OTHER', 'Khác', 'Other', 'أخرى', '2000-01-01'),
      type('GAMBLING', 'Cờ bạc', 'Gambling', 'قمار', '2025-01-01', '2025-12-31'),
    ];
    this.cases = [
      {
        id: id(301),
        code: 'CASE-2026-0001',
        title: 'Trộm xe máy trước chợ Cành Nàng',
        type: 'THEFT',
        state: 'OPEN',
        occurredFrom: iso(now - 26 * 60 * minute),
        occurredTo: iso(now - 25 * 60 * minute),
        areaId: id(2),
        areaName: 'Xã Bá Thước',
        place: 'Cổng chợ Cành Nàng',
        point: { latitude: 19.8078, longitude: 105.777 },
        protection: 'NONE',
        description: 'Xe Honda Wave màu đỏ để trước cổng chợ bị lấy trong khoảng 7 đến 8 giờ.',
        openedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
        openedAt: iso(now - 24 * 60 * minute),
        requests: [],
        outcome: null,
      },
      {
        id: id(302),
        code: 'CASE-2026-0002',
        title: 'Va chạm giao thông tại ngã ba Quốc lộ 217',
        type: 'TRAFFIC',
        state: 'CLOSED',
        occurredFrom: iso(now - 5 * 24 * 60 * minute),
        occurredTo: null,
        areaId: id(2),
        areaName: 'Xã Bá Thước',
        place: 'Quốc lộ 217',
        point: null,
        protection: 'NONE',
        description: null,
        openedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
        openedAt: iso(now - 5 * 24 * 60 * minute),
        requests: [],
        outcome: {
          clarified: true,
          clarifiedBy: ['VEHICLE', 'TIME'],
          note: 'Xác định được xe tải gây va chạm.',
          notedAt: iso(now - 24 * 60 * minute),
          notedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
        },
      },
      {
        id: id(303),
        code: 'CASE-2026-0003',
        title: 'Hành hung trong gia đình',
        type: 'ASSAULT',
        state: 'OPEN',
        occurredFrom: iso(now - 3 * 24 * 60 * minute),
        occurredTo: null,
        areaId: id(2),
        areaName: 'Xã Bá Thước',
        place: null,
        point: null,
        protection: 'DOMESTIC_VIOLENCE',
        description: null,
        openedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
        openedAt: iso(now - 3 * 24 * 60 * minute),
        requests: [],
        outcome: null,
      },
    ];
    const party = (n, role, child, state, name) => ({
      party: { id: id(850 + n), role, child, from: '2026-11-01', until: '2027-05-01', state, recordedBy: 'Nguyễn Văn Điều', recordedAt: iso(now - 20 * 60 * minute), erasedAt: null },
      name,
      contact: '0912 345 678',
      document: '45/QĐ-CSĐT',
      article: 'Điều 66 Bộ luật Tố tụng hình sự',
    });
    this.cases[0].parties = [party(1, 'VICTIM', false, 'OPEN', 'Phạm Thị Mận'), party(2, 'WITNESS', true, 'OPEN', 'Lê Văn Tí'), party(3, 'REPORTED', false, 'SEALED', '')];
    this.emergencies = emergencies(this);
    this.reopenings = reopenings(this);
    this.endings = endings(this);
    seedTeams(this);
    seedProgrammes(this);
    seedReports(this);
    const vehicle = (n, role, kind, plate, readings, more) => ({
      id: id(870 + n),
      role,
      kind,
      plate,
      readings,
      plateRows: 2,
      plateColour: 'WHITE',
      colour: 'RED',
      words: null,
      addedBy: 'Nguyễn Văn Điều',
      addedAt: iso(now - 20 * 60 * minute),
      ...more,
    });
    this.cases[0].vehicles = [
      vehicle(
        1,
        'STOLEN',
        'MOTORBIKE',
        '36B11234',
        [
          { kind: 'CAR', text: '36B-112.34' },
          { kind: 'MOTORBIKE_OLD', text: '36-B1 1234' },
        ],
        { words: 'Honda Wave, baga sau gãy' },
      ),
      vehicle(2, 'SOUGHT', 'TRUCK', '36?-?23.45', [], { colour: 'GREEN', plateRows: null }),
    ];
    const whole = (hoursAgo) => iso(Math.floor(now / minute) * minute - hoursAgo * 60 * minute);
    const incident = (n, title, hoursAgo, more) => ({
      id: id(880 + n),
      title,
      type: null,
      timing: 'EXACT',
      occurredFrom: whole(hoursAgo),
      occurredTo: null,
      place: null,
      point: null,
      report: null,
      note: null,
      addedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
      addedAt: iso(now - 20 * 60 * minute),
      withdrawn: false,
      changes: [],
      ...more,
    });
    const change = (reason) => [{ at: iso(now - 19 * 60 * minute), by: { id: id(102), displayName: 'Nguyễn Văn Điều' }, reason }];
    this.cases[0].incidents = [
      incident(1, 'Lấy xe Dream ở bãi gửi bến xe', 80, {
        timing: 'BETWEEN',
        occurredTo: whole(73),
        place: 'Bến xe Bá Thước',
        point: { latitude: 19.8069, longitude: 105.7759 },
        report: '17/TB-CAX',
        changes: change('Chủ xe nhớ lại giờ gửi xe.'),
      }),
      incident(2, 'Lấy xe Wave trước cổng chợ', 26, { occurredTo: whole(25), place: 'Cổng chợ Cành Nàng', point: { latitude: 19.8078, longitude: 105.777 }, note: 'Khóa cổ bị bẻ, chìa còn ở nhà.' }),
      incident(3, 'Bỏ lại xe ở bờ sông Mã', 24, { typeName: 'Khác', type: 'OTHER', place: 'Bờ sông, cuối phố 3' }),
      incident(4, 'Va chạm ở ngã ba', 22, { withdrawn: true, changes: change('Ghi nhầm việc của vụ khác.') }),
    ];
    this.choices = {
      purposes: [
        { code: 'IDENTIFY_SUSPECT', text: 'Điều tra, xác minh vụ việc' },
        { code: 'SEARCH', text: 'Tìm người, phương tiện mất tích' },
        { code: 'ACCIDENT', text: 'Giải quyết tai nạn giao thông' },
      ],
      legalBases: [
        { code: 'CPC_2015_ART_88', text: 'Thu thập chứng cứ trong tố tụng hình sự', article: 'Bộ luật Tố tụng hình sự 2015, Điều 88' },
        { code: 'LAW_30_2023_ART_7', text: 'Bảo đảm trật tự, an toàn giao thông', article: 'Luật 36/2024/QH15, Điều 70' },
      ],
      subjects: [
        { code: 'SUSPECT', text: 'Người bị nghi thực hiện hành vi' },
        { code: 'VICTIM', text: 'Người bị hại' },
        { code: 'WITNESS', text: 'Người làm chứng' },
        { code: 'MISSING_PERSON', text: 'Người mất tích' },
        { code: 'NOBODY_IN_PARTICULAR', text: 'Không nhằm vào người nào (phương tiện, diễn biến)' },
      ],
      offences: [
        { code: 'THEFT', text: 'Trộm cắp tài sản' },
        { code: 'ASSAULT', text: 'Cố ý gây thương tích' },
        { code: 'TRAFFIC_COLLISION', text: 'Vi phạm giao thông' },
      ],
      channels: ['EMAIL', 'TEXT'],
      urgentReasons: [
        { code: 'LIFE_IN_DANGER', text: 'Có người nguy hiểm đến tính mạng' },
        { code: 'SUSPECT_AT_LARGE', text: 'Đối tượng đang bỏ trốn' },
        { code: 'FOOTAGE_SOON_OVERWRITTEN', text: 'Hình ảnh sắp bị ghi đè' },
      ],
      limits: {
        mostCameras: 30,
        longestCameraMillis: 720 * minute,
        ordinaryCameras: 10,
        ordinaryCameraMillis: 120 * minute,
        ordinaryAgeDays: 90,
        shortestNecessity: 30,
        longestNecessity: 2_000,
        decideWithinMillis: 1_440 * minute,
        ratifyWithinMillis: 1_440 * minute,
      },
      approvals: [{ code: 'JUSTIFIED', text: 'Có căn cứ' }],
      narrowings: [{ code: 'LESS_TIME_SUFFICES', text: 'Thời gian ngắn hơn là đủ' }],
      refusals: [
        { code: 'NOT_NECESSARY', text: 'Chưa thấy cần thiết' },
        { code: 'TOO_WIDE', text: 'Phạm vi quá rộng' },
        { code: 'NO_LEGAL_BASIS', text: 'Không đúng căn cứ pháp lý' },
      ],
    };
    this.evidence = [
      this.makeRequest(1, 'REQUESTED', now - 50 * minute),
      this.makeRequest(2, 'SEALED', now - 20 * 60 * minute),
      this.makeRequest(3, 'REFUSED', now - 30 * 60 * minute),
      this.makeRequest(4, 'COLLECTING', now - 12 * minute),
      {
        ...this.makeRequest(5, 'REQUESTED', now - 30 * minute),
        expiresAt: iso(now + 5 * 60 * minute),
        reminder: 'LAST_QUARTER',
        senior: [
          { code: 'LONG_TIME', text: 'Tổng thời lượng yêu cầu là 260 phút; trên 120 phút phải do người phê duyệt cấp trên quyết định.' },
          { code: 'OLD_FOOTAGE', text: 'Hình ảnh đã quá 90 ngày; phải do người phê duyệt cấp trên quyết định.' },
        ],
      },
      {
        ...this.makeRequest(6, 'REQUESTED', now - 40 * minute),
        urgent: true,
        expiresAt: iso(now + 23 * 60 * minute + 25 * minute),
        urgency: {
          reason: 'SUSPECT_AT_LARGE',
          words: 'Đối tượng vừa rời chợ bằng xe máy không biển số.',
          markedBy: { id: id(101), displayName: 'Lê Thị Trực' },
          markedAt: iso(now - 35 * minute),
          ratifyBy: iso(now + 23 * 60 * minute + 25 * minute),
          securedAt: iso(now - 34 * minute),
          discardCause: null,
          discardedAt: null,
        },
      },
      this.askOwners(this.makeRequest(7, 'COLLECTING', now - 25 * minute)),
    ];
    const handover = (n, state, more) => ({
      id: id(800 + n),
      request: this.evidence[1].id,
      state,
      account: false,
      name: 'Phạm Thị Hòa',
      office: 'Viện kiểm sát nhân dân khu vực 3',
      title: 'Kiểm sát viên',
      identity: 'SERVICE_CARD',
      medium: 'USB_DRIVE',
      handedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
      openedAt: iso(now - 120 * minute),
      openUntil: iso(now + 13 * 24 * 60 * minute),
      endedAt: null,
      scanned: false,
      number: null,
      placed: false,
      mayWithdraw: true,
      maySign: true,
      clips: [],
      ...more,
    });
    this.handovers = [
      handover(1, 'RECEIVED', {
        endedAt: iso(now - 60 * minute),
        scanned: true,
        number: 1,
        placed: true,
        mayWithdraw: false,
        maySign: false,
        clips: ['CAM-0002_20261125T174500+0700.mp4', 'CAM-0003_20261125T174500+0700.mp4'],
      }),
      handover(2, 'OPEN', { name: 'Trần Văn Tòa', office: 'Tòa án nhân dân khu vực 3', title: '', identity: 'LETTER' }),
      handover(3, 'OPEN', { account: true, recipient: id(103), name: 'Phạm Quang Duyệt', office: 'Công an tỉnh Thanh Hóa', title: '', identity: 'ACCOUNT', medium: 'DOWNLOAD', maySign: false }),
    ];
    this.copies = [
      this.makeCopy(3, 'MADE', {}),
      this.makeCopy(2, 'ORDERED', { kind: 'COURT', reasons: [], covering: null, keepsSound: true, percent: 35, words: 'Trình chiếu tại phiên tòa.' }),
      this.makeCopy(1, 'CONFIRMED', {
        review: { by: { id: id(103), displayName: 'Phạm Quang Duyệt' }, at: iso(now - 30 * minute), words: 'Đã xem hết, không thấy ai khác.' },
        archive: { bytes: 9_100_200, sha256: '7e'.repeat(32), logIndex: 44 },
      }),
    ];
    this.cases[0].requests = this.evidence.map(({ id: requestId, code, state }) => ({ id: requestId, code, state, mayRead: true }));
  }

  /** A copy of the first video of the sealed package. */
  makeCopy(n, state, more) {
    const made = !['ORDERED', 'FAILED'].includes(state);
    const request = this.evidence[1];
    const key = (seconds, x) => ({ seconds, box: { x, y: 0.3, width: 0.2, height: 0.5 } });
    return {
      id: id(850 + n),
      request: request.id,
      code: `${request.extraction.code}-C${n}`,
      kind: 'REDACTED',
      state,
      percent: made ? 100 : 0,
      master: request.extraction.files[0].name,
      masterSha256: request.extraction.files[0].sha256,
      reasons: ['THIRD_PERSONS', 'CHILD'],
      covering: { mode: 'REVEAL', fill: 'CELLS', tracks: [{ beyond: false, keys: [key(1, 0.2), key(3, 0.5)] }] },
      keepsSound: false,
      words: 'Đăng tìm người biết việc trên báo địa phương.',
      orderedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
      orderedAt: iso(this.now() - (90 - n) * minute),
      method: made ? 'ENCODED' : null,
      bytes: made ? 8_004_100 : null,
      sha256: made ? '4d'.repeat(32) : null,
      why: null,
      review: null,
      videoUrl: made ? `/api/requests/${request.id}/copies/${id(850 + n)}/video.mp4` : null,
      mayReview: false,
      whyNot: null,
      archive: null,
      packageUrl: null,
      ...more,
    };
  }

  /** Has a request name two cameras of residents, whose owners are asked. */
  askOwners(request) {
    const [shop, house] = this.community;
    const message = (kind, state, minutes, more) => ({ kind, channel: 'TEXT', language: 'vi', state, failure: null, queuedAt: iso(this.now() - minutes * minute), endedAt: null, ...more });
    const ask = (camera, state, more) => ({
      cameraId: camera.id,
      state,
      openUntil: iso(this.now() + 9 * 24 * 60 * minute),
      linkIssuedAt: null,
      seenAt: null,
      endedAt: null,
      reason: null,
      files: [],
      messages: [],
      ...more,
    });
    request.cameras = [this.cameras[0], shop, house, this.community[2]].map(({ id: cameraId, code, name }) => ({ id: cameraId, code, name }));
    request.granted.cameraIds = request.cameras.map((camera) => camera.id);
    request.progress = { step: 'QUEUED', percent: 0 };
    request.ownerRequests = [
      ask(shop, 'OPEN', {
        linkIssuedAt: iso(this.now() - 20 * minute),
        seenAt: iso(this.now() - 8 * minute),
        files: [
          { id: id(871), name: 'Kênh 2 – 24-11.mp4', kind: 'VIDEO', bytes: 48_000_000, state: 'RECEIVING', rejection: null, malware: null, player: null },
          {
            id: id(872),
            name: 'xem.mp4',
            kind: 'VIDEO',
            bytes: 3_000,
            state: 'REJECTED',
            rejection: 'INFECTED',
            malware: { result: 'INFECTED', by: 'ClamAV 1.4.6', name: 'Win.Test.EICAR_HDB-1' },
            player: null,
          },
        ],
        messages: [message('FOOTAGE_ENDING', 'WAITING', 2, { failure: 'UNREACHABLE' }), message('LINK', 'SENT', 20, { endedAt: iso(this.now() - 20 * minute) })],
      }),
      ask(this.community[2], 'GIVEN', {
        endedAt: iso(this.now() - 6 * minute),
        files: [
          {
            id: id(873),
            name: 'cổng sau.dav',
            kind: 'VIDEO',
            bytes: 21_000_000,
            state: 'ACCEPTED',
            rejection: null,
            malware: null,
            player: { state: 'MADE', percent: 100, pictures: 'ENCODED', why: null },
          },
          { id: id(874), name: 'kênh 1.avi', kind: 'VIDEO', bytes: 9_000_000, state: 'ACCEPTED', rejection: null, malware: null, player: { state: 'MAKING', percent: 45, pictures: null, why: null } },
          {
            id: id(875),
            name: 'hik.mp4',
            kind: 'VIDEO',
            bytes: 7_000_000,
            state: 'ACCEPTED',
            rejection: null,
            malware: null,
            player: { state: 'UNPLAYABLE', percent: 0, pictures: null, why: 'UNREADABLE' },
          },
        ],
      }),
      ask(house, 'REFUSED', { endedAt: iso(this.now() - 5 * minute), reason: 'Camera hỏng từ tuần trước.' }),
    ];
    return request;
  }

  makeRequest(n, state, at) {
    const from = Math.floor((at - 4 * 60 * minute) / minute) * minute;
    const to = from + 10 * minute;
    const decided = ['SEALED', 'REFUSED', 'COLLECTING'].includes(state);
    const history = [{ at: iso(at), what: 'REQUESTED', who: { id: id(102), displayName: 'Nguyễn Văn Điều' }, logIndex: 12 + n }];
    if (decided) history.push({ at: iso(at + 20 * minute), what: state === 'REFUSED' ? 'REFUSED' : 'APPROVED', who: { id: id(103), displayName: 'Phạm Quang Duyệt' }, logIndex: 22 + n });
    if (state === 'SEALED') history.push({ at: iso(at + 21 * minute), what: 'SEALED', who: null, logIndex: 32 });
    return {
      id: id(400 + n),
      code: `REQ-2026-${String(n).padStart(4, '0')}`,
      state,
      case: { id: id(301), code: 'CASE-2026-0001', title: 'Trộm xe máy trước chợ Cành Nàng' },
      incident: n === 1 ? this.cases[0].incidents[1] : null,
      cameras: [1, 2].map((c) => ({ id: id(200 + c), code: `CAM-000${c}`, name: this.cameras[c - 1].name })),
      from: iso(from),
      to: iso(to),
      granted: decided && state !== 'REFUSED' ? { from: iso(from), to: iso(to - 2 * minute), cameraIds: [id(201), id(202)] } : null,
      purpose: 'IDENTIFY_SUSPECT',
      legalBasis: 'CPC_2015_ART_88',
      offence: 'THEFT',
      necessity: 'Nhân chứng thấy người lạ dắt xe qua cổng chợ trong khoảng thời gian này; cần xem để xác định hướng đi.',
      urgent: n === 1,
      subjectClass: 'SUSPECT',
      paper: n % 2 ? { number: '12/YC-CQĐT', on: '2026-11-24', sha256: 'e1'.repeat(32) } : null,
      requestedBy: { id: id(102), displayName: 'Nguyễn Văn Điều' },
      requestedAt: iso(at),
      decidedBy: decided ? { id: id(103), displayName: 'Phạm Quang Duyệt' } : null,
      decidedAt: decided ? iso(at + 20 * minute) : null,
      decision: decided
        ? {
            outcome: state === 'REFUSED' ? 'REFUSE' : 'APPROVE_LESS',
            reasonCode: state === 'REFUSED' ? 'TOO_WIDE' : 'LESS_TIME_SUFFICES',
            reason: state === 'REFUSED' ? 'Khoảng thời gian rộng hơn vụ việc nhiều lần. Hãy yêu cầu lại 15 phút quanh lúc mất xe.' : 'Rút ngắn còn 8 phút.',
          }
        : null,
      expiresAt: iso(at + 72 * 60 * minute),
      reminder: null,
      mayDecide: false,
      whyNot: null,
      mayGrantAll: false,
      senior: [],
      progress: state === 'COLLECTING' ? { step: 'CUTTING', percent: 40 } : null,
      extraction:
        state === 'SEALED'
          ? {
              code: `EXT-2026-${String(n).padStart(4, '0')}`,
              sealedAt: iso(at + 21 * minute),
              sha256: '9c'.repeat(32),
              bytes: 48_211_904,
              files: [
                { name: 'data/clips/CAM-0001_20261124T080000+0700.mp4', bytes: 31_201_100, sha256: 'a3'.repeat(32) },
                { name: 'data/clips/CAM-0002_20261124T080000+0700.mp4', bytes: 16_900_804, sha256: '5b'.repeat(32) },
                { name: 'data/record.json', bytes: 8_120, sha256: 'c9'.repeat(32) },
              ],
              logIndex: 32,
              packageUrl: `/api/requests/${id(400 + n)}/package.zip`,
              deletedAt: null,
            }
          : null,
      history,
      ownerRequests: [],
    };
  }

  seedLog() {
    const now = this.now();
    const kinds = [
      ['SIGN_IN', 'signed in', false],
      ['LIVE_VIEWED', 'watched CAM-0001 live', false],
      ['RECORDING_VIEWED', 'viewed CAM-0002 08:00:00–08:20:00', false],
      ['STILL_TAKEN', 'took a still of CAM-0001', false],
      ['ACCESS_REFUSED', 'was refused: decide REQ-2026-0001 (own request)', true],
      ['REQUEST_MADE', 'requested REQ-2026-0001 for CASE-2026-0001', false],
      ['LOG_READ', 'read the log', false],
    ];
    for (let index = 0; index < 60; index++) {
      if (index === 55)
        for (let n = 0; n < 4; n++)
          this.log.append({
            at: iso(now - 5 * 7 * minute - n),
            type: 'SEGMENT_CLOSED',
            actor: null,
            objectKind: 'CAMERA',
            objectId: this.cameras[0].id,
            objectCode: 'CAM-0001',
            summary: 'A file of footage was closed',
            refused: false,
            detail: {},
          });
      const [type, summary, refused] = kinds[index % kinds.length];
      const actor = this.people[index % 5];
      this.log.append({
        at: iso(now - (60 - index) * 7 * minute),
        type,
        actor: { id: actor.id, displayName: actor.displayName },
        objectKind: 'CAMERA',
        objectId: this.cameras[0].id,
        objectCode: 'CAM-0001',
        summary: summary[0].toUpperCase() + summary.slice(1),
        refused,
        detail: { camera: 'CAM-0001', case: 'CASE-2026-0001' },
      });
    }
  }

  cameraView(camera, request) {
    const health = this.offline.has(camera.code)
      ? {
          ...camera.health(),
          connection: 'DOWN',
          cause: 'UNREACHABLE',
          detail: 'connection reset',
          advice: checkPower,
          lastFrameAt: iso(this.offlineSince),
          recordedUntil: iso(this.offlineSince),
          since: iso(this.offlineSince),
        }
      : typeof camera.health === 'function'
        ? camera.health()
        : camera.health;
    return { ...camera, sign: camera.sign ?? null, health: { ...health, advice: health.advice?.[(request?.headers['accept-language'] ?? 'vi').slice(0, 2)] ?? null } };
  }

  takeDown(code) {
    this.offlineSince = this.now();
    this.offline.add(code);
  }

  signIn(user) {
    const key = randomUUID();
    this.sessions.set(key, user);
    return `ANBINH_SESSION=${key}; Path=/; HttpOnly; SameSite=Strict`;
  }
  signInHalf(user) {
    const key = randomUUID();
    this.halves.set(key, user);
    return `ANBINH_SESSION=${key}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** The gap of the hour of an instant, at 11:04–13:40 past. */
  gapOf(at) {
    const hour = Math.floor(at / 3600_000) * 3600_000;
    return { from: hour + 11 * minute + 4_000, to: hour + 13 * minute + 40_000 };
  }

  /** When something was seen: three minutes earlier where nothing was recorded. */
  seenAt(at) {
    const gap = this.gapOf(at);
    return at >= gap.from && at < gap.to ? at - 3 * minute : at;
  }

  /** Recorded runs and gaps: recorded for two days but for the gap of each hour. */
  coverage(camera, from, to) {
    const now = this.now();
    const earliest = now - 48 * 3600_000;
    const start = Math.max(from, earliest);
    const end = Math.min(to, now - 1_000);
    const recorded = [];
    const gaps = [];
    const gap = (a, b, cause, detail = '') => a < b && gaps.push({ from: iso(a), to: iso(b), cause, reason: cause, detail, switched: null });
    gap(from, Math.min(to, earliest), 'NOT_YET_RECORDED');
    let at = start;
    while (at < end) {
      const { from: gapFrom, to: gapTo } = this.gapOf(at);
      const inGap = at >= gapFrom && at < gapTo;
      const next = Math.min(end, inGap ? gapTo : at < gapFrom ? gapFrom : gapFrom + 3600_000);
      if (inGap) gap(at, next, 'UNREACHABLE', 'camera offline');
      else if (recorded.length > 0 && recorded.at(-1).to === iso(at)) recorded.at(-1).to = iso(next);
      else recorded.push({ from: iso(at), to: iso(next), empty: false });
      at = next;
    }
    gap(Math.max(from, now - 1_000), Math.min(to, now), 'BEING_RECORDED');
    gap(Math.max(from, now), to, 'FUTURE');
    const reasons = Object.fromEntries(gaps.map(({ cause }) => [cause, { text: cause, advice: null }]));
    return { recorded, gaps, reasons, remarks: this.remarks(camera, start, end), earliest: iso(earliest), latest: iso(now - 1_000) };
  }

  /** The fourth camera loses packets in the sixth minute of each hour, and its timestamps are not believed then. */
  remarks(camera, start, end) {
    const remarks = [];
    if (camera.code !== 'CAM-0004') return remarks;
    for (let from = Math.floor(start / 3600_000) * 3600_000 + 5 * minute; from < end; from += 3600_000) {
      if (from + minute > start) {
        remarks.push({ from: iso(from), to: iso(from + minute), frames: 600, damagedFrames: 100, timeByReceipt: true, uncertaintyMillis: 640, cameraRate: 1.25 });
      }
    }
    return remarks;
  }

  /** In the first ten seconds of that minute pictures are damaged. */
  isDamaged(camera, at) {
    const into = at % 3600_000;
    return camera.code === 'CAM-0004' && into >= 5 * minute && into < 5 * minute + 10_000;
  }
}
