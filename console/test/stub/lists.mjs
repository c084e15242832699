// Lists that only add things: their columns, and what is said of them. A list with a cell in TCVN3 is converted.
const page = (items) => ({ items, next: null });

const columns = {
  programmes: [
    ['commune', 'Mã xã', true],
    ['villages', 'Thôn, tổ dân phố', false],
    ['kind', 'Loại mô hình', true],
    ['name', 'Tên mô hình', true],
    ['decision', 'Số QĐ', true],
    ['decided_on', 'Ngày QĐ', true],
  ],
  'mediation-teams': [
    ['commune', 'Mã xã', true],
    ['village', 'Thôn, tổ dân phố', true],
    ['name', 'Họ và tên', true],
    ['gender', 'Giới tính', true],
    ['position', 'Chức danh', true],
    ['decision', 'Số QĐ công nhận', true],
    ['decided_on', 'Ngày QĐ công nhận', true],
  ],
  'standard/past-results': [
    ['commune', 'Mã xã', true],
    ['unit', 'Đơn vị', false],
    ['year', 'Năm', true],
    ['outcome', 'Kết quả', true],
    ['decision', 'Số QĐ', false],
    ['decided_on', 'Ngày QĐ', false],
  ],
};

const before = 'Tæ hßa gi¶i Thµnh NguyÔn';
const after = 'Tổ hòa giải Thành Nguyễn';

/** What was found of a list's letters. */
export function encoding(text, chosen) {
  const detected = text.includes('NguyÔn') ? 'TCVN3' : 'UNICODE';
  const read = chosen ?? detected;
  return { encoding: read, detected, converted: read === 'TCVN3' && detected === 'TCVN3' ? 1 : 0, sample: read === 'TCVN3' && detected === 'TCVN3' ? [{ cell: 'D2', before, after }] : [] };
}

function report(text, chosen) {
  const rows = text.trim().split(/\r?\n/).slice(1);
  const found = encoding(text, chosen);
  const errors = rows.flatMap((row, index) =>
    row.includes('NguyÔn') && found.encoding !== 'TCVN3'
      ? [{ row: index + 2, cell: `D${index + 2}`, column: 'name', title: 'Tên', code: 'list-other-encoding', message: 'Ô viết bằng bảng mã TCVN3 (ABC), khác với danh sách.' }]
      : [],
  );
  return {
    sha256: 'ad'.repeat(32),
    encoding: found,
    rows: rows.length,
    added: rows.length,
    known: 0,
    errorCount: errors.length,
    errors,
    sample: rows.slice(0, 5).map((_, index) => (index === 0 && found.converted ? after : `Mục ${index + 1}`)),
  };
}

export function listRoutes() {
  return [
    [
      'GET',
      /^\/api\/(programmes|mediation-teams|standard\/past-results)\/import\/columns$/,
      ({ params }) => page(columns[params[0]].map(([code, title, required]) => ({ code, title, required, choices: [] }))),
    ],
    [
      'POST',
      /^\/api\/(programmes|mediation-teams|standard\/past-results)\/import(\/check)?$/,
      ({ params, body, url }) => ({ status: params[1] ? 200 : 201, body: report(String(body), url.searchParams.get('encoding')) }),
    ],
    [
      'GET',
      /^\/api\/standard\/past-results$/,
      ({ world }) =>
        page([
          { areaId: world.areas[1].id, areaName: world.areas[1].name, year: 2023, outcome: 'MET', decision: '512/QĐ-UBND', decidedOn: '2023-11-10', certificate: '07/GCN' },
          { areaId: world.areas[1].id, areaName: world.areas[1].name, year: 2022, outcome: 'NOT_MET', decision: null, decidedOn: null, certificate: null },
        ]),
    ],
  ];
}
