/** Goes on in the residents' page, so many steps, for the first area found by these words. */
export async function reportSteps(page, most, area = 'dong tien') {
  const fill = [
    async () => {
      await page.locator('#search').fill(area);
      await page.locator('.option').first().click();
    },
    () => page.locator('#kind-THEFT').check(),
    () => page.locator('#seen').fill('Khóa cổng bị cắt, mất một xe đạp màu xanh.'),
    () => page.locator('#when-NOW').check(),
    async () => undefined,
    () => page.locator('#who-anonymous').check(),
  ];
  await page.locator('button.primary').first().click();
  for (const each of fill.slice(0, most)) {
    await each();
    await page.locator('form button[type=submit]').click();
  }
}

/** Says why a vehicle is searched for, and what is remembered of it. */
export async function searchVehicles(page, text) {
  await page.locator('#reason').fill('Xác minh xe tải rời hiện trường lúc 18 giờ 40.');
  await page.locator('main form button[type=submit]').click();
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
}

// Every screen of the console with who sees it and when it is ready.
export function screens(stub) {
  const { cameras, cases, community, evidence } = stub.world;
  const at = new Date(Math.floor(stub.world.now() / 3_600_000) * 3_600_000 - 3_600_000 + 8 * 60_000).toISOString();
  const footage = `/vehicles/footage?case=${cases[0].id}&camera=${cameras[0].id}&from=${at}&to=${new Date(Date.parse(at) + 1_800_000).toISOString()}`;
  return [
    { name: 'sign-in', path: '/sign-in', user: null, full: true },
    {
      name: 'sign-in-provider',
      path: '/sign-in',
      user: null,
      full: true,
      ready: async (page) => {
        stub.world.provider = { name: 'SSO Thanh Hóa', away: true };
        await page.reload();
        await page.locator('#provider-title').waitFor();
        stub.world.provider = { name: null, away: false };
      },
    },
    { name: 'sign-in-broken-off', path: '/sign-in/return?error=access_denied', user: null },
    {
      name: 'sign-in-second',
      path: '/sign-in',
      user: null,
      full: true,
      ready: async (page) => {
        await page.locator('#username').fill('duyet2');
        await page.locator('#password').fill('demo');
        await page.locator('#password').press('Enter');
        await page.locator('#proof').waitFor();
      },
    },
    { name: 'cameras', path: '/cameras', user: 'truc', settle: 3500 },
    { name: 'cameras-down', path: '/cameras?state=down', user: 'tatca' },
    { name: 'cameras-list', path: '/cameras?view=list', user: 'quantri', full: true },
    { name: 'camera', path: `/cameras/${cameras[0].id}`, user: 'tatca', settle: 2000 },
    { name: 'camera-down', path: `/cameras/${cameras[2].id}`, user: 'tatca', settle: 3000 },
    { name: 'camera-day', path: `/cameras/${cameras[0].id}?tab=day`, user: 'truc' },
    { name: 'camera-h265', path: `/cameras/${cameras[6].id}?tab=about`, user: 'truc' },
    {
      name: 'camera-new',
      path: '/cameras/new',
      user: 'quantri',
      full: true,
      ready: async (page) => {
        await page.locator('#address').fill('rtsp://ok.example/stream');
        await page.locator('.form-group button').click();
        await page.locator('.notice-ok img').waitFor();
      },
    },
    { name: 'guide', path: '/guide', user: 'dieutra', full: true },
    { name: 'setup', path: '/setup', user: 'quantri', full: true },
    { name: 'register', path: '/register', user: 'quantri', full: true },
    { name: 'register-map', path: '/register?map=shown', user: 'quantri', ready: (page) => page.locator('.map-root[data-drawn]').waitFor() },
    { name: 'register-card', path: `/register/${community[0].id}`, user: 'quantri', full: true, settle: 1500 },
    { name: 'register-withdrawn', path: `/register/${community[3].id}`, user: 'dieutra', full: true, settle: 1500 },
    { name: 'register-new', path: '/register/new', user: 'quantri', full: true, settle: 1500 },
    {
      name: 'register-import',
      path: '/register/import',
      user: 'quantri',
      full: true,
      ready: async (page) => {
        await page.locator('#file').setInputFiles({ name: 'camera.csv', mimeType: 'text/csv', buffer: Buffer.from('reference,name\n1,Quán Bình Minh\n2,\n3,Nhà bà Tám\n') });
        await page.locator('.notice-bad').waitFor();
      },
    },
    { name: 'areas', path: '/areas', user: 'quantri', full: true },
    { name: 'areas-found', path: '/areas?q=canh%20nang', user: 'dieutra', full: true },
    { name: 'area', path: `/areas/${stub.world.areas[1].id}`, user: 'quantri', full: true, settle: 1500 },
    { name: 'area-past', path: '/areas/01900000-0000-7000-d000-000000000001', user: 'kiemsoat', full: true },
    { name: 'area-new', path: `/areas/new?below=${stub.world.areas[1].id}`, user: 'quantri', full: true },
    {
      name: 'area-end',
      path: `/areas/${stub.world.areas[1].id}`,
      user: 'quantri',
      full: true,
      settle: 1500,
      ready: async (page) => {
        await page.locator('.page-head .actions button').last().click();
        await page.locator('input[name="how"]').nth(2).check();
      },
    },
    {
      name: 'areas-import',
      path: '/areas/import',
      user: 'quantri',
      full: true,
      ready: async (page) => {
        await page.locator('#sort').selectOption('units');
        await page.locator('#file').setInputFiles({ name: 'thon.csv', mimeType: 'text/csv', buffer: Buffer.from('above,name\n14923,Một\n14923,\n') });
        await page.locator('.notice-bad').waitFor();
      },
    },
    {
      name: 'area-field',
      path: '/cameras/new',
      user: 'quantri',
      ready: async (page) => {
        await page.locator('#areaId').fill('ca');
        await page.getByRole('option').first().waitFor();
      },
    },
    { name: 'find-empty', path: '/find', user: 'dieutra', settle: 1500 },
    {
      name: 'find',
      path: `/find?at=19.80780,105.77700&from=${at}&to=${new Date(Date.parse(at) + 120_000).toISOString()}`,
      user: 'dieutra',
      full: true,
      settle: 2000,
      ready: async (page) => {
        await page.locator('.find-candidate input').first().check();
      },
    },
    { name: 'vehicles-purpose', path: `/vehicles?case=${cases[0].id}`, user: 'dieutra', full: true },
    {
      name: 'vehicles',
      path: `/vehicles?case=${cases[0].id}`,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await searchVehicles(page, '36A 12?45 xe tải trắng thứ ba 18–20h Bá Thước chạy nhanh');
        await page.locator('#misreading').fill('30');
        await page.locator('[data-step="MISSED"]').first().waitFor();
      },
    },
    {
      name: 'vehicles-none',
      path: `/vehicles?case=${cases[0].id}`,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await searchVehicles(page, '99A 12345');
        await page.locator('main .state-title').waitFor();
      },
    },
    {
      name: 'vehicles-footage',
      path: footage,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.locator('[data-estimate]').waitFor();
      },
    },
    {
      name: 'case-footage',
      path: footage,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.locator('#reason').fill('Xác minh xe tải rời hiện trường lúc 18h40.');
        await page.locator('form button[type="submit"]').click();
        await page.locator('[data-job]').first().scrollIntoViewIfNeeded();
      },
    },
    { name: 'wanted-alerts', path: '/wanted-vehicles', user: 'truc', full: true },
    { name: 'wanted-list', path: '/wanted-vehicles?tab=list', user: 'duyet', full: true },
    {
      name: 'wanted-decision',
      path: '/wanted-vehicles?tab=list',
      user: 'duyet',
      ready: async (page) => {
        await page.locator('[data-wanted] .actions button').first().click();
        await page.locator('#reason').waitFor();
      },
    },
    { name: 'wanted-new', path: '/wanted-vehicles/new', user: 'dieutra', full: true },
    { name: 'wall', path: '/wall/4', user: 'truc', settle: 2500 },
    { name: 'play', path: `/play?cams=${cameras[0].id}&t=${at}`, user: 'tatca', settle: 2500 },
    { name: 'play-4', path: `/play?cams=${[0, 1, 3, 5].map((n) => cameras[n].id).join(',')}&t=${at}&z=14400000`, user: 'tatca', settle: 3000 },
    { name: 'play-8', path: `/play?cams=${cameras.map((camera) => camera.id).join(',')}&t=${at}&in=${at}&out=${new Date(Date.parse(at) + 90_000).toISOString()}`, user: 'tatca', settle: 3000 },
    { name: 'referrals', path: '/referrals', user: 'dieutra', full: true },
    {
      name: 'referral-withdraw',
      path: '/referrals',
      user: 'truc',
      ready: async (page) => {
        await page.locator('[data-referral="OPEN"] .toolbar button').last().click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'play-refer',
      path: `/play?cams=${cameras[0].id}&t=${at}&in=${at}&out=${new Date(Date.parse(at) + 90_000).toISOString()}`,
      user: 'truc',
      ready: async (page) => {
        await page.locator('aside .toolbar button').first().click();
        await page.locator('#note').waitFor();
      },
    },
    {
      name: 'play-calendar',
      path: `/play?cams=${cameras[0].id}&t=${at}`,
      user: 'truc',
      ready: async (page) => {
        await page.locator('.player-play-tile[data-state="ready"]').waitFor();
        await page.keyboard.press('c');
        await page.locator('.player-calendar-day:enabled').first().waitFor();
      },
    },
    {
      name: 'play-no-case',
      path: `/play?cams=${cameras[0].id}&t=${at}`,
      user: 'dieutra',
      ready: async (page) => {
        stub.world.mustHaveCase = true;
        await page.reload();
        await page.locator('.player-play-tile[data-state="noCase"]').waitFor();
        stub.world.mustHaveCase = false;
      },
    },
    {
      name: 'play-emergency',
      path: `/play?cams=${cameras[0].id}&t=${at}`,
      user: 'dieutra',
      ready: async (page) => {
        stub.world.mustHaveCase = true;
        await page.reload();
        await page.locator('.player-play-tile[data-state="noCase"] .actions button').click();
        await page.locator('#reason').waitFor();
        stub.world.mustHaveCase = false;
      },
    },
    { name: 'play-emergency-bar', path: `/play?cams=${cameras[0].id}&t=${at}`, user: 'truc', settle: 2500 },
    { name: 'play-none', path: '/play', user: 'truc' },
    { name: 'cases', path: '/cases', user: 'dieutra' },
    { name: 'case', path: `/cases/${cases[0].id}`, user: 'dieutra', full: true },
    { name: 'case-closed', path: `/cases/${cases[1].id}`, user: 'dieutra' },
    {
      name: 'case-place',
      path: `/cases/${cases[0].id}`,
      user: 'dieutra',
      full: true,
      settle: 1500,
      ready: async (page) => {
        await page.locator('#place-of-case .actions button').first().click();
        await page.locator('#change-reason').waitFor();
      },
    },
    {
      name: 'case-party-new',
      path: `/cases/${cases[0].id}`,
      user: 'dieutra',
      settle: 1500,
      ready: async (page) => {
        await page.locator('#people-of-case > button').click();
        await page.locator('#until').waitFor();
      },
    },
    {
      name: 'case-incident-new',
      path: `/cases/${cases[0].id}`,
      user: 'dieutra',
      settle: 1500,
      ready: async (page) => {
        await page.locator('#incidents-of-case > button').click();
        await page.locator('#incidentNote').waitFor();
      },
    },
    {
      name: 'case-incident-correct',
      path: `/cases/${cases[0].id}`,
      user: 'dieutra',
      settle: 1500,
      ready: async (page) => {
        await page.locator('#incidents-of-case li').first().locator('button').first().click();
        await page.locator('#incidentNote').waitFor();
      },
    },
    {
      name: 'case-vehicle-new',
      path: `/cases/${cases[0].id}`,
      user: 'dieutra',
      settle: 1500,
      ready: async (page) => {
        await page.locator('#vehicles-of-case > button').click();
        await page.locator('#plate').fill('36B11234');
        await page.locator('#plateRows').waitFor();
      },
    },
    {
      name: 'case-protected',
      path: `/cases/${cases[2].id}`,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.locator('#place-of-case .actions button').last().click();
        await page.locator('#change-reason').waitFor();
      },
    },
    { name: 'home', path: '/', user: 'duyet', ready: (page) => page.locator('[data-kind="REQUEST_DECISION"] li').first().waitFor() },
    { name: 'home-of-officer', path: '/', user: 'diaban', ready: (page) => page.locator('[data-kind="SITUATION_DANGER"] li').first().waitFor() },
    { name: 'home-of-leader', path: '/', user: 'totruong', ready: (page) => page.locator('main a[href$="/patrols"]').waitFor() },
    { name: 'home-of-member', path: '/', user: 'tovien', ready: (page) => page.locator('main a[href$="/patrols"]').waitFor() },
    { name: 'home-of-analyst', path: '/', user: 'tonghop', ready: (page) => page.locator('main a[href="/province"]').waitFor() },
    {
      name: 'case-trail',
      path: `/cases/${cases[2].id}/trail`,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.evaluate(async (address) => {
          const token = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
          for (const [position, verdict] of [
            [4_000, 'CONFIRMED'],
            [4_001, 'CONFIRMED'],
            [4_002, 'REJECTED'],
            [4_003, 'CONFIRMED'],
          ])
            await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', 'x-xsrf-token': token }, body: JSON.stringify({ position, verdict, note: null, remembered: null }) });
        }, `/api/cases/${cases[2].id}/passes`);
        await page.reload();
        await page.locator('.map-root[data-drawn]').waitFor();
      },
    },
    { name: 'case-new', path: '/cases/new', user: 'dieutra', full: true },
    { name: 'case-types', path: '/case-types', user: 'quantri', full: true },
    {
      name: 'case-type-new',
      path: '/case-types',
      user: 'quantri',
      ready: async (page) => {
        await page.locator('.page-head .actions button').click();
        await page.locator('#validFrom').waitFor();
      },
    },
    { name: 'figures', path: '/figures', user: 'dieutra', full: true },
    { name: 'figures-hidden', path: '/figures', user: 'kiemsoat', full: true },
    { name: 'requests', path: '/requests', user: 'tatca' },
    { name: 'request-case', path: '/requests/new/case', user: 'dieutra' },
    { name: 'request-incident', path: `/requests/new/case?case=${cases[0].id}&incident=${cases[0].incidents[1].id}`, user: 'dieutra', full: true },
    { name: 'request-what', path: `/requests/new/what?cams=${cameras[0].id},${cameras[1].id}&from=${at}&to=${new Date(Date.parse(at) + 600_000).toISOString()}`, user: 'dieutra', full: true },
    { name: 'request-why', path: '/requests/new/why', user: 'dieutra', full: true },
    {
      name: 'request-paper',
      path: '/requests/new/why',
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.locator('#paperNumber').fill('12/YC-CQĐT');
        await page.locator('#paperSha256').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from('paper') });
        await page.locator('.file-choice + .hint').waitFor();
      },
    },
    {
      name: 'request-urgent',
      path: '/requests/new/why',
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.locator('input[name="urgent"]').last().check();
      },
    },
    { name: 'request-check', path: `/requests/new/check?case=${cases[0].id}&cams=${cameras[0].id}&from=${at}&to=${new Date(Date.parse(at) + 600_000).toISOString()}`, user: 'dieutra', full: true },
    { name: 'request-decide', path: `/requests/${evidence[0].id}`, user: 'duyet', full: true },
    { name: 'request-senior', path: `/requests/${evidence[4].id}`, user: 'duyet', full: true },
    { name: 'request-ratify', path: `/requests/${evidence[5].id}`, user: 'duyet', full: true },
    {
      name: 'request-mark',
      path: `/requests/${evidence[0].id}`,
      user: 'truc',
      ready: async (page) => {
        await page.getByRole('button', { name: /Báo khẩn|Mark as urgent|أبلغ أنه عاجل/ }).click();
        await page.locator('#urgentWords').waitFor();
      },
    },
    { name: 'urgent', path: '/urgent', user: 'kiemsoat', full: true },
    { name: 'reviews', path: '/reviews', user: 'duyetcao', full: true },
    { name: 'reviews-auditor', path: '/reviews?state=REVIEWED', user: 'kiemsoat', full: true },
    { name: 'review', path: '/reviews/01900000-0000-7000-c000-000000000002', user: 'kiemsoat', full: true },
    { name: 'review-open', path: '/reviews/01900000-0000-7000-c000-000000000004', user: 'duyetcao', full: true },
    {
      name: 'reopening-decide',
      path: '/reviews',
      user: 'duyetcao',
      ready: async (page) => {
        await page.locator('#reopenings article button').first().click();
        await page.locator('input[name="outcome"]').first().check();
        await page.locator('#number').waitFor();
      },
    },
    {
      name: 'case-reopening',
      path: `/cases/${cases[0].id}`,
      user: 'dieutra',
      settle: 1200,
      ready: async (page) => {
        await page.locator('[data-party="REPORTED"] button').click();
        await page.locator('#reason').waitFor();
      },
    },
    { name: 'case-end', path: `/cases/${cases[1].id}`, user: 'duyet', full: true, settle: 1200 },
    { name: 'findings', path: '/findings', user: 'kiemsoat', full: true },
    { name: 'finding', path: '/findings/01900000-0000-7000-b000-000000000001', user: 'kiemsoat', full: true },
    { name: 'finding-closed', path: '/findings/01900000-0000-7000-b000-000000000004', user: 'kiemsoat', full: true },
    { name: 'sampled-looks', path: '/sampled-accesses', user: 'kiemsoat', full: true },
    { name: 'sampled-looks-answered', path: '/sampled-accesses?state=ANSWERED', user: 'kiemsoat', full: true },
    {
      name: 'sampled-look-answer',
      path: '/sampled-accesses',
      user: 'kiemsoat',
      ready: async (page) => {
        await page.locator('td .button').first().click();
        await page.locator('#reason').waitFor();
      },
    },
    { name: 'data-requests', path: '/data-requests', user: 'quantri', full: true },
    { name: 'data-request-new', path: '/data-requests/new', user: 'quantri', full: true },
    { name: 'data-request', path: '/data-requests/01900000-0000-7000-c000-000000000011', user: 'quantri', full: true },
    { name: 'data-request-ended', path: '/data-requests/01900000-0000-7000-c000-000000000014', user: 'quantri', full: true },
    {
      name: 'data-request-end',
      path: '/data-requests/01900000-0000-7000-c000-000000000013',
      user: 'quantri',
      ready: async (page) => {
        await page.locator('.actions .button-primary').click();
        await page.locator('.dialog input[type=radio]').nth(2).check();
        await page.locator('#article').waitFor();
      },
    },
    { name: 'working-days', path: '/data-requests/working-days', user: 'quantri', full: true },
    { name: 'teams', path: '/teams', user: 'chutich', full: true },
    { name: 'teams-province', path: '/teams', user: 'tonghop', full: true },
    { name: 'teams-own', path: '/teams', user: 'totruong', full: true },
    { name: 'team', path: '/teams/01900000-0000-7000-e100-000000000001', user: 'diaban', full: true },
    { name: 'team-own', path: '/teams/01900000-0000-7000-e100-000000000001', user: 'totruong', full: true },
    {
      name: 'team-decide',
      path: '/teams/01900000-0000-7000-e100-000000000002',
      user: 'chutich',
      full: true,
      ready: async (page) => {
        await page.locator('#pending-act input[name="outcome"]').first().check();
        await page.locator('#number').waitFor();
      },
    },
    {
      name: 'team-recognise',
      path: '/teams/01900000-0000-7000-e100-000000000001',
      user: 'chutich',
      full: true,
      ready: async (page) => {
        await page.locator('#outcome-0 input').first().check();
        await page.locator('#outcome-1 input').last().check();
        await page.locator('#reason-1').waitFor();
      },
    },
    {
      name: 'team-change',
      path: '/teams/01900000-0000-7000-e100-000000000001',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('.page-head .actions button').first().click();
        await page.locator('#from').waitFor();
      },
    },
    { name: 'team-new', path: '/teams/new', user: 'diaban', full: true },
    {
      name: 'team-propose',
      path: '/teams/01900000-0000-7000-e100-000000000002/propose',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('form .button-primary').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    { name: 'team-member', path: '/teams/01900000-0000-7000-e100-000000000001/members/01900000-0000-7000-e100-000000000031', user: 'diaban', full: true },
    {
      name: 'team-member-details',
      path: '/teams/01900000-0000-7000-e100-000000000001/members/01900000-0000-7000-e100-000000000031',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('.page-head .actions .button-primary').click();
        await page.locator('#badge').waitFor();
      },
    },
    { name: 'programmes', path: '/programmes', user: 'diaban', full: true },
    { name: 'province', path: '/province?period=2026-Q3', user: 'tonghop', full: true, settle: 1200 },
    { name: 'province-marked', path: '/province?period=2026-Q3&indicator=TEAM_MEMBERS&unit=01900000-0000-7000-e600-000000000004', user: 'tonghop', full: true, settle: 1200 },
    { name: 'province-pivot', path: '/province/pivot?period=2026-Q3', user: 'tonghop', full: true },
    { name: 'province-running', path: '/province?period=2026', user: 'tonghop', full: true, settle: 1200 },
    { name: 'province-commune', path: '/province?period=2026-Q3', user: 'diaban', full: true, settle: 1200 },
    { name: 'reports', path: '/reports', user: 'diaban', full: true },
    { name: 'reports-all', path: '/reports?view=all&period=2026-Q3', user: 'tonghop', full: true },
    {
      name: 'reports-submit',
      path: '/reports',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('#own-reports .button-primary').first().click();
        await page.locator('[role="dialog"] .form-end button').first().click();
        await page.locator('[role="dialog"] .button-primary').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    { name: 'period-report', path: '/reports/01900000-0000-7000-e600-000000000101', user: 'diaban', full: true },
    {
      name: 'period-report-decide',
      path: '/reports/01900000-0000-7000-e600-000000000101',
      user: 'chutich',
      ready: async (page) => {
        await page.locator('.page-head .actions button').first().click();
        await page.locator('#outcome').waitFor();
      },
    },
    { name: 'reports-records', path: '/province/records?period=2026-Q3&indicator=TEAM_MEMBERS', user: 'diaban', full: true },
    { name: 'reports-records-footage', path: '/province/records?period=2026-Q3&indicator=EXTRACTIONS', user: 'kiemsoat', full: true },
    {
      name: 'reports-records-village',
      path: '/province/records?period=2026-Q3&indicator=GROUPS&area=01900000-0000-7000-8000-000000000002&village=01900000-0000-7000-8000-000000000004',
      user: 'diaban',
      full: true,
    },
    { name: 'period-report-reopened', path: '/reports/01900000-0000-7000-e600-000000000105', user: 'tonghop', full: true },
    { name: 'reports-waiting', path: '/reports', user: 'chutich', full: true },
    { name: 'reports-indicators', path: '/reports/indicators', user: 'kiemsoat', full: true },
    { name: 'programmes-kinds', path: '/programmes/kinds', user: 'diaban', full: true },
    {
      name: 'programmes-kind-new',
      path: '/programmes/kinds',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('.page-head .actions button').click();
        await page.locator('#goal').waitFor();
        await page.locator('[role="dialog"] .button-primary').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    { name: 'programmes-figures', path: '/programmes/figures', user: 'tonghop', full: true },
    { name: 'programmes-numbers', path: '/programmes/indicators?commune=01900000-0000-7000-8000-000000000002', user: 'diaban', full: true },
    {
      name: 'programme',
      path: '/programmes/01900000-0000-7000-e500-000000000101',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#effect-table').waitFor();
        await page.locator('#copies').waitFor();
        await page.locator('.programmes-effect-chart summary').click();
      },
    },
    {
      name: 'programme-own',
      path: '/programmes/01900000-0000-7000-e500-000000000101',
      user: 'totruong',
      full: true,
      ready: async (page) => {
        await page.locator('#activities .programme-items').waitFor();
      },
    },
    {
      name: 'programme-decide',
      path: '/programmes/01900000-0000-7000-e500-000000000102',
      user: 'chutich',
      full: true,
      ready: async (page) => {
        await page.locator('#pending-act input[name="outcome"]').first().check();
        await page.locator('#number').waitFor();
      },
    },
    {
      name: 'programme-confirm',
      path: '/programmes/01900000-0000-7000-e500-000000000103',
      user: 'chutich',
      full: true,
      ready: async (page) => {
        await page.locator('#assessments input[name="verdict"]').first().check();
        await page.locator('#verdict-reason').waitFor();
      },
    },
    { name: 'programme-assess', path: '/programmes/01900000-0000-7000-e500-000000000105/assess', user: 'diaban', full: true },
    {
      name: 'programme-activity',
      path: '/programmes/01900000-0000-7000-e500-000000000101',
      user: 'totruong',
      ready: async (page) => {
        await page.locator('#activities .button-primary').click();
        await page.locator('#activity-what').waitFor();
      },
    },
    {
      name: 'programme-copy',
      path: '/programmes/01900000-0000-7000-e500-000000000101/copy',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#areaIds input').nth(1).check();
        await page.locator('form .button-primary').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    {
      name: 'programme-parts',
      path: '/programmes/01900000-0000-7000-e500-000000000106',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('.programme-parts').waitFor();
      },
    },
    {
      name: 'programme-new-linked',
      path: '/programmes/new?kind=01900000-0000-7000-e500-000000000001',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#others button').click();
        await page.locator('#others button').last().click();
        await page.locator('form .button-primary').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    {
      name: 'programme-new',
      path: '/programmes/new?kind=01900000-0000-7000-e500-000000000004',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#areaIds').waitFor();
      },
    },
    { name: 'programme-revise', path: '/programmes/01900000-0000-7000-e500-000000000101/revise', user: 'diaban', full: true },
    { name: 'team-plan', path: '/teams/01900000-0000-7000-e100-000000000001/plan', user: 'totruong', full: true },
    {
      name: 'team-plan-shift',
      path: '/teams/01900000-0000-7000-e100-000000000001/plan',
      user: 'totruong',
      full: true,
      ready: async (page) => {
        await page.locator('main .actions .button-primary').first().click();
        await page.locator('#route').waitFor();
        await page.locator('[role=dialog] .button-primary').click();
        await page.locator('.error-summary').waitFor();
      },
    },
    { name: 'team-patrols', path: '/teams/01900000-0000-7000-e100-000000000001/patrols', user: 'totruong', full: true },
    {
      name: 'team-patrols-write',
      path: '/teams/01900000-0000-7000-e100-000000000001/patrols',
      user: 'totruong',
      full: true,
      ready: async (page) => {
        await page.locator('.page-head .button-primary').click();
        await page.locator('#words').waitFor();
      },
    },
    { name: 'team-standing', path: '/teams/standing', user: 'diaban', full: true },
    { name: 'team-merits', path: '/teams/01900000-0000-7000-e100-000000000001/merits', user: 'chutich', full: true },
    { name: 'team-own-record', path: '/teams/own', user: 'totruong', full: true },
    { name: 'work-patrols', path: '/teams/patrols', user: 'diaban', full: true },
    { name: 'work-drills', path: '/teams/drills', user: 'diaban', full: true },
    {
      name: 'work-drill',
      path: '/teams/drills/01900000-0000-7000-e200-000000000031',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('.page-head .button-primary').click();
        await page.locator('#attendance').waitFor();
      },
    },
    { name: 'work-equipment', path: '/teams/equipment', user: 'diaban', full: true },
    { name: 'work-item', path: '/teams/equipment/01900000-0000-7000-e200-000000000041', user: 'diaban', full: true },
    { name: 'work-pay', path: '/teams/pay', user: 'diaban', full: true },
    { name: 'work-pay-sheet', path: '/teams/pay/01900000-0000-7000-e200-000000000061', user: 'chutich', full: true },
    { name: 'work-pay-former', path: '/teams/pay/01900000-0000-7000-e200-000000000062', user: 'diaban', full: true },
    { name: 'work-province', path: '/teams/equipment', user: 'diabantinh' },
    {
      name: 'work-pay-rule-ends',
      path: '/teams/pay-rules',
      user: 'quantri',
      ready: async (page) => {
        await page.locator('.link-rows button').first().click();
        await page.locator('#until').waitFor();
      },
    },
    { name: 'work-pay-rules', path: '/teams/pay-rules', user: 'diaban', full: true },
    { name: 'work-groups', path: '/teams/groups', user: 'diaban', full: true },
    { name: 'work-group', path: '/teams/groups/01900000-0000-7000-e200-000000000091', user: 'diaban', full: true },
    { name: 'campaigns', path: '/campaigns', user: 'diaban', full: true },
    { name: 'campaign', path: '/campaigns/01900000-0000-7000-e200-000000000101', user: 'diaban', full: true },
    {
      name: 'campaign-history',
      path: '/campaigns/01900000-0000-7000-e200-000000000101',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#campaign-history summary').click();
        await page.locator('#campaign-history li').first().waitFor();
      },
    },
    { name: 'campaign-decide', path: '/campaigns/01900000-0000-7000-e200-000000000102', user: 'chutich', full: true },
    { name: 'campaign-new', path: '/campaigns/new', user: 'diaban', full: true },
    {
      name: 'groups-import',
      path: '/teams/import?sort=groups',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#file').setInputFiles({
          name: 'to.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('commune,village,kind,group,households,name\n14923,14923-001,SECURITY,Tổ 1,40,Lê Văn A\n14923,14923-001,SECURITY,Tổ 2,,\n'),
        });
        await page.locator('.notice-bad').waitFor();
      },
    },
    {
      name: 'teams-import',
      path: '/teams/import',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page
          .locator('#file')
          .setInputFiles({ name: 'to.csv', mimeType: 'text/csv', buffer: Buffer.from('commune,team,villages,name,position\n14923,Tổ 1,14923-001,Lê Văn A,LEADER\n14923,Tổ 1,,Hà Văn B,\n') });
        await page.locator('.notice-bad').waitFor();
      },
    },
    {
      name: 'programmes-import',
      path: '/programmes/import',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#file').setInputFiles({ name: 'mo-hinh.csv', mimeType: 'text/csv', buffer: Buffer.from('commune,villages,kind,name\n14923,,CLAN,NguyÔn\n') });
        await page.locator('.notice-warn').waitFor();
      },
    },
    { name: 'mediation-teams-import', path: '/mediation/teams/import', user: 'truongthon', full: true },
    { name: 'standard-past', path: '/standard/past', user: 'diaban', full: true },
    { name: 'standard-units', path: '/standard', user: 'diaban', full: true },
    { name: 'standard-register', path: '/standard/register?area=01900000-0000-7000-8000-000000000004', user: 'truongthon', full: true },
    { name: 'standard-assess', path: '/standard/01900000-0000-7000-f000-000000000101', user: 'truongthon', full: true },
    { name: 'standard-criterion', path: '/standard/01900000-0000-7000-f000-000000000101?c=4.4.a', user: 'truongthon', full: true },
    { name: 'standard-evidence', path: '/standard/01900000-0000-7000-f000-000000000101?c=4.1', user: 'truongthon', full: true },
    {
      name: 'standard-appraise',
      path: '/standard/01900000-0000-7000-f000-000000000102?c=4.4.a',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.getByRole('button', { name: /Sửa…|Change…|غيّر…/ }).click();
        await page.locator('#reason').waitFor();
      },
    },
    { name: 'standard-decide', path: '/standard/01900000-0000-7000-f000-000000000103?c=4.4.b', user: 'chutich', full: true },
    {
      name: 'standard-decision',
      path: '/standard/01900000-0000-7000-f000-000000000103',
      user: 'chutich',
      ready: async (page) => {
        await page.locator('.actions .button-primary').first().click();
        await page.locator('#lateReason, #reason').first().waitFor();
      },
    },
    { name: 'standard-certified', path: '/standard/01900000-0000-7000-f000-000000000104', user: 'chutich', full: true },
    { name: 'standard-communes', path: '/standard/communes', user: 'tonghop', full: true },
    { name: 'standard-commune', path: `/standard/communes/${stub.world.areas[1].id}`, user: 'diaban', full: true },
    { name: 'standard-criteria', path: '/standard/criteria', user: 'quantri', full: true },
    {
      name: 'standard-criterion-new',
      path: '/standard/criteria',
      user: 'quantri',
      ready: async (page) => {
        await page.locator('.page-head .actions button').click();
        await page.locator('#fromYear').waitFor();
      },
    },
    {
      name: 'register-signs',
      path: '/register',
      user: 'quantri',
      ready: async (page) => {
        await page.locator('.page-head .actions button').first().click();
        await page.locator('#sign-paper').waitFor();
      },
    },
    { name: 'request-own', path: `/requests/${evidence[0].id}`, user: 'dieutra', full: true },
    { name: 'request-sealed', path: `/requests/${evidence[1].id}`, user: 'dieutra', full: true },
    { name: 'request-refused', path: `/requests/${evidence[2].id}`, user: 'dieutra', full: true },
    { name: 'request-collecting', path: `/requests/${evidence[3].id}`, user: 'dieutra' },
    { name: 'request-owners', path: `/requests/${evidence[6].id}`, user: 'dieutra', full: true },
    {
      name: 'request-owner-link',
      path: `/requests/${evidence[6].id}`,
      user: 'dieutra',
      ready: async (page) => {
        await page.getByRole('button', { name: /Tạo liên kết mới|Create new link|أنشئ رابطًا آخر/ }).click();
        await page.locator('#sheet-language').waitFor();
      },
    },
    {
      name: 'request-owner-send',
      path: `/requests/${evidence[6].id}`,
      user: 'dieutra',
      ready: async (page) => {
        await page.getByRole('button', { name: /Gửi liên kết…|Send link…|أرسل رابطًا…/ }).click();
        await page.locator('#message-language').waitFor();
      },
    },
    {
      name: 'request-residents',
      path: `/requests/new/what?cams=${community[0].id}&from=${at}&to=${new Date(Date.parse(at) + 600_000).toISOString()}`,
      user: 'dieutra',
      full: true,
      settle: 1200,
      ready: async (page) => {
        await page.locator('#residents input[type=search]').fill('nhà');
      },
    },
    { name: 'owner', path: `/owner.html#${'stub'.repeat(10)}abc`, user: null, full: true },
    { name: 'owner-no-link', path: '/owner.html#nothing', user: null, full: true },
    {
      name: 'owner-given',
      path: `/owner.html#${'stub'.repeat(10)}abc`,
      user: null,
      full: true,
      ready: async (page) => {
        await page.locator('h1').waitFor();
        evidence[6].ownerRequests[0].state = 'GIVEN';
        await page.reload();
        await page.locator('.notice.ok').waitFor();
        evidence[6].ownerRequests[0].state = 'OPEN';
      },
    },
    { name: 'report', path: '/report', user: null, full: true },
    {
      name: 'report-where',
      path: '/report',
      user: null,
      full: true,
      ready: async (page) => {
        await page.locator('button.primary').first().click();
        await page.locator('#search').fill('dong tien');
      },
    },
    {
      name: 'report-what',
      path: '/report',
      user: null,
      full: true,
      ready: async (page) => {
        await reportSteps(page, 1);
        await page.locator('#danger').check();
      },
    },
    { name: 'report-words', path: '/report', user: null, full: true, ready: (page) => reportSteps(page, 2) },
    {
      name: 'report-place',
      path: '/report',
      user: null,
      full: true,
      ready: async (page) => {
        await reportSteps(page, 3);
        await page.locator('#when-ABOUT').check();
      },
    },
    {
      name: 'report-photos',
      path: '/report',
      user: null,
      full: true,
      ready: async (page) => {
        await reportSteps(page, 4);
        await page
          .locator('#photos')
          .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
        await page.locator('.photos img').waitFor();
      },
    },
    {
      name: 'report-who',
      path: '/report',
      user: null,
      full: true,
      ready: async (page) => {
        await reportSteps(page, 5);
        await page.locator('#who-named').check();
      },
    },
    { name: 'report-check', path: '/report', user: null, full: true, ready: (page) => reportSteps(page, 6) },
    { name: 'report-follow', path: '/report/follow', user: null, full: true },
    {
      name: 'report-thread',
      path: '/report/follow',
      user: null,
      full: true,
      ready: async (page) => {
        await page.locator('#code').fill('7Q2M-0KXD-94RA-VB3T-HZ8C1');
        await page.locator('form button[type=submit]').click();
        await page.locator('.facts').waitFor();
      },
    },
    {
      name: 'report-done',
      path: '/report',
      user: null,
      full: true,
      ready: async (page) => {
        await reportSteps(page, 6);
        await page.locator('button.primary').click();
        await page.locator('.follow-code').waitFor();
      },
    },
    {
      name: 'situation-resident',
      path: '/situations/01900000-0000-7000-f000-000000000008',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-content]').waitFor();
      },
    },
    {
      name: 'situation-ask',
      path: '/situations/01900000-0000-7000-f000-000000000008',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('[data-act="ASK"]').click();
        await page.locator('#words').waitFor();
      },
    },
    { name: 'open311-keys', path: '/open311-keys', user: 'quantri', full: true },
    { name: 'package', path: `/requests/${evidence[1].id}/package`, user: 'dieutra', full: true },
    {
      name: 'package-video',
      path: `/requests/${evidence[1].id}/package`,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.locator('#videos li button').nth(1).click();
        await page.locator('.copies-gap-now').waitFor();
      },
    },
    {
      name: 'package-codec',
      path: `/requests/${evidence[1].id}/package`,
      user: 'dieutra',
      full: true,
      ready: async (page) => {
        await page.locator('#videos select').selectOption({ index: 1 });
        await page.locator('#videos .notice-warn').waitFor();
      },
    },
    {
      name: 'package-hold',
      path: `/requests/${evidence[1].id}/package`,
      user: 'duyet',
      settle: 800,
      ready: async (page) => {
        await page.locator('#keeping > button').click();
        await page.locator('#reviewOn').waitFor();
      },
    },
    {
      name: 'package-hand-over',
      path: `/requests/${evidence[1].id}/package`,
      user: 'dieutra',
      ready: async (page) => {
        await page.locator('.custody > p > button').click();
        await page.locator('input[name="outside"]').last().check();
        await page.locator('#office').waitFor();
      },
    },
    {
      name: 'copy-new',
      path: `/requests/${evidence[1].id}/copies/new?video=${encodeURIComponent(evidence[1].extraction.files[0].name)}`,
      user: 'dieutra',
      full: true,
      settle: 1500,
      ready: async (page) => {
        await page.locator('.copies-box-tracks').waitFor({ state: 'attached' });
        await page.waitForFunction(() => document.querySelector('video')?.readyState >= 2);
        await page.getByRole('button', { name: /Thêm khung|Add box|أضف إطارًا/ }).click();
      },
    },
    { name: 'copy-review', path: `/requests/${evidence[1].id}/copies/${stub.world.copies[0].id}`, user: 'duyet', full: true, settle: 1500 },
    { name: 'copy-confirmed', path: `/requests/${evidence[1].id}/copies/${stub.world.copies[2].id}`, user: 'dieutra', full: true, settle: 1500 },
    { name: 'received', path: '/received', user: 'duyet', full: true },
    {
      name: 'received-watched',
      path: '/received',
      user: 'duyet',
      full: true,
      settle: 800,
      ready: async (page) => {
        await page.locator('main .form-end button').first().click();
        await page.locator('#videos ol').waitFor();
      },
    },
    { name: 'mailbox', path: '/mailbox', user: 'quantri', full: true },
    { name: 'log', path: '/audit', user: 'kiemsoat' },
    { name: 'log-days', path: '/audit?view=days&period=2026-11-20', user: 'kiemsoat' },
    { name: 'log-months', path: '/audit?view=months&period=2026-10', user: 'kiemsoat' },
    {
      name: 'log-contradicted',
      path: '/audit',
      user: 'kiemsoat',
      ready: async (page) => {
        stub.world.log.witnessed = false;
        await page.locator('.log-witnesses.notice-bad').waitFor();
        stub.world.log.witnessed = true;
      },
    },
    { name: 'log-not-suspended', path: '/suspension', user: 'quantri' },
    {
      name: 'log-suspended',
      path: '/suspension',
      user: 'quantri',
      full: true,
      ready: async (page) => {
        stub.world.log.readOnlySince = new Date(Date.now() - 3_600_000).toISOString();
        stub.world.log.proposal = { by: 'Nguyễn Văn Quản', at: new Date(Date.now() - 600_000).toISOString(), reason: 'Máy chủ được phục hồi từ bản sao đêm qua sau khi ổ đĩa hỏng; đã báo thanh tra.' };
        await page.reload();
        await page.locator('.emergency-bar').waitFor();
        await page.locator('#suspension-found').waitFor();
        stub.world.log.readOnlySince = null;
        stub.world.log.proposal = null;
      },
    },
    {
      name: 'log-entry',
      path: '/audit/41?type=ACCESS_REFUSED',
      user: 'kiemsoat',
      ready: async (page) => {
        await page.locator('.log-entry button').first().click();
      },
    },
    { name: 'people', path: '/people', user: 'quantri' },
    {
      name: 'people-invite',
      path: '/people',
      user: 'quantri',
      ready: async (page) => {
        stub.world.provider = { name: 'SSO Thanh Hóa', away: false };
        await page.reload();
        await page
          .locator('[data-person="truc"]')
          .getByRole('button', { name: /Mời liên kết|Invite to link|دعوة إلى الربط/ })
          .click();
        await page.getByRole('dialog').locator('.button-primary').click();
        await page.locator('#invitation').waitFor();
        stub.world.provider = { name: null, away: false };
      },
    },
    {
      name: 'confirm-provider',
      path: `/requests/${evidence[0].id}`,
      user: 'duyet',
      ready: async (page) => {
        const person = stub.world.people.find((each) => each.username === 'duyet');
        person.providerLinked = true;
        stub.world.mustConfirm = true;
        await page.locator('.decision input[name="outcome"]').first().check();
        await page.locator('#reason').fill('Phù hợp với vụ việc.');
        await page.locator('#reason').press('Control+Enter');
        await page.getByRole('dialog').locator('button[type="submit"]').waitFor();
        person.providerLinked = false;
        stub.world.mustConfirm = false;
      },
    },
    {
      name: 'people-home',
      path: '/people',
      user: 'quantri',
      ready: async (page) => {
        stub.world.people[0].homeNoted = true;
        await page.reload();
        await page
          .locator('[data-person="truc"]')
          .getByRole('button', { name: /Ghi lại nơi ở|Record home again|دوّن السكن من جديد/ })
          .click();
        await page.locator('#home').fill('19.8');
        await page.locator('#home').press('Enter');
        await page.locator('.field-error').waitFor();
        stub.world.people[0].homeNoted = false;
      },
    },
    {
      name: 'people-ended',
      path: '/people',
      user: 'quantri',
      ready: async (page) => {
        stub.world.people[0].roleEnds = { AUDITOR: '2026-10-31', DUTY_OFFICER: '2027-01-31' };
        await page.reload();
        await page.locator('[data-person="truc"] .badge').nth(1).waitFor();
        delete stub.world.people[0].roleEnds;
      },
    },
    {
      name: 'people-role-end',
      path: '/people',
      user: 'quantri',
      ready: async (page) => {
        await page
          .locator('[data-person="duyet"]')
          .getByRole('button', { name: /^(Ngày hết hạn vai trò|Last day of roles|آخر يوم للأدوار)$/ })
          .click();
        await page.locator('#roleEnds').waitFor();
      },
    },
    {
      name: 'account-codes',
      path: '/account',
      user: 'duyet2',
      ready: async (page) => {
        await page.getByRole('button', { name: /Tạo lại mã|Create new codes|أنشئ رموزًا جديدة/ }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'account', path: '/account', user: 'duyet2', full: true },
    {
      name: 'account-app',
      path: '/account',
      user: 'quantri',
      ready: async (page) => {
        await page.locator('.panel:has(> .account-factors) > .form-end button').first().click();
        await page.locator('.account-picture-code').waitFor();
      },
    },
    {
      name: 'confirm',
      path: `/requests/${evidence[0].id}`,
      user: 'duyet',
      ready: async (page) => {
        stub.world.mustConfirm = true;
        await page.locator('.decision input[name="outcome"]').first().check();
        await page.locator('#reason').fill('Phù hợp với vụ việc.');
        await page.locator('#reason').press('Control+Enter');
        await page.locator('#proof').waitFor();
        stub.world.mustConfirm = false;
      },
    },
    { name: 'mediations', path: '/mediation', user: 'hoagiai', full: true },
    { name: 'mediations-head', path: '/mediation?state=OVER', user: 'truongthon', full: true },
    { name: 'mediation-new', path: '/mediation/new', user: 'hoagiai', full: true },
    { name: 'mediation-book-entry', path: '/mediation/book-entry', user: 'hoagiai', full: true },
    { name: 'mediation-fees', path: '/mediation/fees', user: 'truongthon', full: true },
    {
      name: 'mediation-new-stopped',
      path: '/mediation/new',
      user: 'hoagiai',
      full: true,
      ready: async (page) => {
        await page.locator('[data-question="VIOLENCE"] input').last().check();
        await page.locator('[data-whom]').waitFor();
      },
    },
    {
      name: 'mediation',
      path: '/mediation/01900000-0000-7000-e000-000000000003',
      user: 'hoagiai',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-content]').waitFor();
      },
    },
    {
      name: 'mediation-assign',
      path: '/mediation/01900000-0000-7000-e000-000000000002',
      user: 'hoagiai',
      ready: async (page) => {
        await page.locator('[data-act="ASSIGN"]').click();
        await page.locator('.dialog input[type=radio]').first().waitFor();
      },
    },
    {
      name: 'mediation-agreement',
      path: '/mediation/01900000-0000-7000-e000-000000000003',
      user: 'hoagiai',
      ready: async (page) => {
        await page.locator('[data-act="AGREE"]').click();
        await page.locator('#manner').waitFor();
      },
    },
    {
      name: 'mediation-guarded',
      path: '/mediation/01900000-0000-7000-e000-000000000005',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-whom]').waitFor();
      },
    },
    { name: 'mediation-head', path: '/mediation/01900000-0000-7000-e000-000000000001', user: 'truongthon', full: true },
    { name: 'mediation-figures', path: '/mediation/figures', user: 'hoagiai', full: true },
    { name: 'mediation-figures-hidden', path: '/mediation/figures?level=COMMUNE', user: 'tonghop', full: true },
    { name: 'mediation-figures-not-yet', path: '/mediation/figures?year=2026&period=Q4', user: 'tonghop' },
    { name: 'mediation-teams', path: '/mediation/teams', user: 'chutich', full: true },
    { name: 'mediation-team', path: '/mediation/teams/01900000-0000-7000-e000-000000000200', user: 'chutich', full: true },
    {
      name: 'mediation-team-leader',
      path: '/mediation/teams/01900000-0000-7000-e000-000000000200',
      user: 'chutich',
      ready: async (page) => {
        await page
          .locator('[data-mediator="RECOGNISED"] .actions', { has: page.locator('button:nth-child(2)') })
          .last()
          .locator('button')
          .first()
          .click();
        await page.locator('#leaderElection-heldOn').waitFor();
      },
    },
    { name: 'mediation-team-new', path: '/mediation/teams/new', user: 'truongthon', full: true },
    { name: 'measures', path: '/measures', user: 'diaban', full: true },
    { name: 'measures-chair', path: '/measures', user: 'chutich', full: true },
    { name: 'measures-helper', path: '/measures', user: 'tovien', full: true },
    {
      name: 'measure-new',
      path: '/measures/new',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#kind').selectOption('COMMUNE_EDUCATION');
        await page.locator('.notice-info').waitFor();
      },
    },
    {
      name: 'measure',
      path: '/measures/01900000-0000-7000-d500-000000000001',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-content]').waitFor();
      },
    },
    {
      name: 'measure-chair',
      path: '/measures/01900000-0000-7000-d500-000000000004',
      user: 'chutich',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-content]').waitFor();
      },
    },
    { name: 'measure-ending', path: '/measures/01900000-0000-7000-d500-000000000007', user: 'chutich', full: true },
    {
      name: 'measure-helper',
      path: '/measures/01900000-0000-7000-d500-000000000002',
      user: 'tovien',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-content]').waitFor();
      },
    },
    { name: 'measure-sealed', path: '/measures/01900000-0000-7000-d500-000000000006', user: 'diaban', full: true },
    {
      name: 'measure-assign',
      path: '/measures/01900000-0000-7000-d500-000000000001',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('[data-act="ASSIGN"]').click();
        await page.locator('.dialog input[type=radio]').first().waitFor();
      },
    },
    {
      name: 'measure-change',
      path: '/measures/01900000-0000-7000-d500-000000000001',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('[data-act="CHANGE"]').click();
        await page.locator('#change').selectOption('EXTENDED');
        await page.locator('#until').waitFor();
      },
    },
    {
      name: 'measure-openings',
      path: '/measures/openings',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('[data-opening="OPEN"] button').first().click();
        await page.locator('[data-content]').waitFor();
      },
    },
    { name: 'measure-figures', path: '/measures/figures', user: 'tonghop', full: true },
    { name: 'measure-kinds', path: '/measures/kinds', user: 'chutich', full: true },
    { name: 'situations', path: '/situations', user: 'diaban', full: true },
    { name: 'situations-over', path: '/situations?openness=OVER', user: 'diaban' },
    { name: 'situation-new', path: '/situations/new', user: 'diaban', full: true },
    {
      name: 'situation',
      path: '/situations/01900000-0000-7000-f000-000000000002',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-content]').waitFor();
      },
    },
    { name: 'situation-danger', path: '/situations/01900000-0000-7000-f000-000000000001', user: 'diaban', full: true },
    {
      name: 'situation-guarded',
      path: '/situations/01900000-0000-7000-f000-000000000003',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        await page.locator('#content button').click();
        await page.locator('[data-content]').waitFor();
      },
    },
    {
      name: 'situation-merge',
      path: '/situations/01900000-0000-7000-f000-000000000002',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('[data-act="MERGE"]').click();
        await page.locator('.dialog input[type=radio]').first().waitFor();
      },
    },
    {
      name: 'situation-mediate',
      path: '/situations/01900000-0000-7000-f000-000000000004',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('[data-act="MEDIATE"]').click();
        await page.locator('.dialog [data-question]').first().waitFor();
      },
    },
    { name: 'situations-above', path: '/situations/above', user: 'diaban', full: true },
    {
      name: 'situation-written',
      path: '/situations/above',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('[data-written] button').first().click();
        await page.locator('[data-report]').waitFor();
      },
    },
    { name: 'situation-emergency', path: '/situations/emergency', user: 'diaban', full: true },
    { name: 'situation-emergency-chair', path: '/situations/emergency', user: 'chutich', full: true },
    { name: 'situation-emergency-review', path: '/reviews/01900000-0000-7000-c000-000000000005', user: 'kiemsoat', full: true },
    { name: 'situation-figures', path: '/situations/figures', user: 'diaban', full: true },
    { name: 'situation-figures-hidden', path: '/situations/figures', user: 'tonghop', full: true },
    { name: 'phone-sign-in', path: '/t/', user: null, full: true },
    {
      name: 'phone-home',
      path: '/t/',
      user: 'totruong',
      full: true,
      ready: async (page) => {
        await page.locator('#begin').waitFor();
      },
    },
    {
      name: 'phone-what',
      path: '/t/',
      user: 'tovien',
      full: true,
      ready: async (page) => {
        await page.locator('#begin').click();
        await page.locator('[data-step="1"]').waitFor();
      },
    },
    {
      name: 'phone-when',
      path: '/t/',
      user: 'totruong',
      full: true,
      ready: async (page) => {
        await page.locator('#begin').click();
        await page.locator('[data-kind="FIRE"]').click();
        await page.locator('.bottom button').last().click();
        await page.locator('[data-step="3"]').waitFor();
      },
    },
    {
      name: 'phone-files',
      path: '/t/',
      user: 'tovien',
      full: true,
      ready: async (page) => {
        await page.locator('#begin').click();
        await page.locator('[data-kind="FIRE"]').click();
        for (let step = 2; step < 6; step++) await page.locator('.bottom button').last().click();
        await page.locator('[data-step="6"]').waitFor();
      },
    },
    { name: 'notifications', path: '/notifications', user: 'diaban', full: true, ready: (page) => page.locator('[data-notification]').first().waitFor() },
    { name: 'notifications-none', path: '/notifications', user: 'tovien' },
    {
      name: 'notifications-settings',
      path: '/notifications/settings',
      user: 'diaban',
      full: true,
      ready: async (page) => {
        // The shell without windows blocks them for good.
        await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'default' }));
        await page.reload();
        await page.locator('[data-push]').waitFor();
        await page.locator('[data-address]').first().waitFor();
      },
    },
    {
      name: 'notifications-address',
      path: '/notifications/settings',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('#addresses ~ .actions button').first().click();
        await page.locator('#target').fill('thanh');
        await page.locator('[role="dialog"] button[type="submit"]').click();
        await page.locator('#target-error').waitFor();
      },
    },
    {
      name: 'notifications-code',
      path: '/notifications/settings',
      user: 'diaban',
      ready: async (page) => {
        await page.locator('[data-address] .button-primary').click();
        await page.locator('#code').fill('000000');
        await page.locator('[role="dialog"] button[type="submit"]').click();
        await page.locator('#code-error').waitFor();
      },
    },
    {
      name: 'notifications-wrong-hours',
      path: '/notifications/settings',
      user: 'kiemsoat',
      full: true,
      ready: async (page) => {
        await page.locator('#quietFrom').fill('22:00');
        await page.locator('#choice ~ form button[type="submit"]').click();
        await page.locator('#quietTo-error').waitFor();
      },
    },
    { name: 'not-found', path: '/no-such-page', user: 'quantri' },
    { name: 'camera-edit', path: `/cameras/${cameras[0].id}/edit`, user: 'quantri', full: true },
    { name: 'register-edit', path: `/register/${community[0].id}/edit`, user: 'quantri', full: true },
    { name: 'sign-in-again', path: '/sign-in/again', user: 'truc' },
  ];
}
