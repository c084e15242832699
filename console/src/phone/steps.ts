import { zonedFields } from '../time/zone';
import { notice } from './app';
import { choices, field, h, icon, ltr, tick } from './dom';
import { emergency } from './enter';
import { fileList, filesStep } from './filesStep';
import { summary } from './parts';
import { instantOf, type Named, type Precision, roles, type Said } from './report';
import { t, tCode } from './text';
import type { Writing } from './write';

const longest = 4_000;
const mostPeople = 10;

/** What one step of a report asks. The steps are the same for every kind: no step tells of what it is. */
export function step(writing: Writing): Node[] {
  switch (writing.editor.report.step) {
    case 1:
      return what(writing);
    case 2:
      return where(writing);
    case 3:
      return when(writing);
    case 4:
      return words(writing);
    case 5:
      return people(writing);
    case 6:
      return filesStep(writing);
    default:
      return [summary(writing.app, writing.editor.said, writing.editor.report.notedAt), fileList(writing).list, h('p', { class: 'hint' }, t('phone.checkMore'))];
  }
}

function typed<K extends keyof Said>(writing: Writing, name: K, input: HTMLInputElement | HTMLTextAreaElement): void {
  input.value = (writing.editor.said[name] as string | null) ?? '';
  input.addEventListener('input', () => {
    Object.assign(writing.editor.said, { [name]: input.value });
    void writing.editor.save();
  });
}

const wrongOf = (writing: Writing, name: string): string => writing.editor.report.trouble?.errors.find((each) => each.field === name)?.message ?? '';

function set(writing: Writing, to: Partial<Said>): void {
  Object.assign(writing.editor.said, to);
  void writing.editor.save();
}

function what(writing: Writing): Node[] {
  const { said } = writing.editor;
  const tiles = writing.app.profile.kinds.map(({ code }) => {
    const tile = h('button', { type: 'button', class: 'tile', 'data-kind': code, 'aria-pressed': String(said.kind === code) }, icon(code), h('span', {}, tCode('situations.kind', code)));
    tile.addEventListener('click', () => {
      set(writing, { kind: code });
      void writing.go(2);
    });
    return tile;
  });
  return [emergency(), h('div', { class: 'tiles', role: 'group', 'aria-label': t('phone.step.1') }, ...tiles), h('p', { class: 'hint' }, t('phone.whatMore'))];
}

function where(writing: Writing): Node[] {
  const { said } = writing.editor;
  const { villages, villageId } = writing.app.profile;
  const others = villages.filter((each) => each.id !== villageId);
  const own = villages.find((each) => each.id === villageId);
  const select = h('select', {}, h('option', { value: '' }, t('phone.chooseVillage')), ...others.map((each) => h('option', { value: each.id }, each.name)));
  const other = field(t('phone.otherVillage'), select, '', wrongOf(writing, 'villageId'));
  const mode = said.villageId === null ? 'UNKNOWN' : said.villageId === villageId ? 'OWN' : 'OTHER';
  select.value = mode === 'OTHER' ? (said.villageId ?? '') : '';
  other.hidden = mode !== 'OTHER';
  select.addEventListener('change', () => set(writing, { villageId: select.value || null }));
  const place = h('textarea', { rows: '2', maxlength: '300', dir: 'auto' });
  typed(writing, 'placeWords', place);
  return [
    choices(
      t('phone.village'),
      [...(own ? [['OWN', own.name] as const] : []), ...(others.length > 0 ? [['OTHER', t('phone.otherVillage')] as const] : []), ['UNKNOWN', t('phone.villageUnknown')] as const],
      mode,
      (now) => {
        other.hidden = now !== 'OTHER';
        set(writing, { villageId: now === 'OWN' ? villageId : now === 'OTHER' ? select.value || null : null });
      },
    ),
    other,
    field(t('phone.placeWords'), place, t('phone.placeHint'), wrongOf(writing, 'placeWords')),
    point(writing),
  ];
}

/** The place by the phone, only when asked for, with how far off it may be. */
function point(writing: Writing): HTMLElement {
  const box = h('div', { id: 'point' });
  function draw(more: Node | null = null): void {
    const { point: now } = writing.editor.said;
    const act = h('button', { type: 'button', class: 'plain' }, icon('PLACE'), h('span', {}, t(now ? 'phone.pointRemove' : 'phone.pointAdd')));
    act.addEventListener('click', () => {
      if (now) {
        set(writing, { point: null });
        return draw();
      }
      act.disabled = true;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          // It may come when the report waits to be sent, or was laid aside.
          void writing.editor.put({ latitude: coords.latitude, longitude: coords.longitude, accuracyMetres: Math.min(100_000, Math.round(coords.accuracy)) }).then(() => {
            draw();
            writing.app.sender.kick();
          });
        },
        () => draw(notice('warn', t('phone.pointFailed'))),
        { enableHighAccuracy: true, timeout: 30_000, maximumAge: 60_000 },
      );
    });
    box.replaceChildren(...(now ? [h('p', {}, ltr(`${now.latitude.toFixed(5)}, ${now.longitude.toFixed(5)} ± ${now.accuracyMetres} m`))] : []), act, ...(more ? [more] : []));
  }
  draw();
  return box;
}

const two = (value: number): string => String(value).padStart(2, '0');

function when(writing: Writing): Node[] {
  const { said } = writing.editor;
  const zone = writing.app.profile.zone;
  const box = h('div');
  function draw(): void {
    const day = said.precision === 'DAY';
    box.replaceChildren();
    if (said.precision !== 'ABOUT' && !day) return;
    const f = zonedFields(said.happenedAt ? Date.parse(said.happenedAt) : Date.now(), zone);
    const date = `${f.year}-${two(f.month)}-${two(f.day)}`;
    const input = h('input', { type: day ? 'date' : 'datetime-local', dir: 'ltr' });
    if (said.happenedAt) input.value = day ? date : `${date}T${two(f.hour)}:${two(f.minute)}`;
    input.addEventListener('change', () => set(writing, { happenedAt: instantOf(input.value, zone) }));
    box.replaceChildren(field(t(day ? 'phone.whichDay' : 'phone.aboutWhen'), input, '', wrongOf(writing, 'happenedAt')));
  }
  draw();
  return [
    choices(
      t('phone.step.3'),
      (['NOW', 'ABOUT', 'DAY', 'UNKNOWN'] as Precision[]).map((each) => [each, tCode('phone.when', each)] as const),
      said.precision,
      (now) => {
        // "Now" is when somebody says so, and not when the report was begun.
        if (now === 'NOW' && writing.editor.report.held === null) writing.editor.report.notedAt = new Date().toISOString();
        set(writing, { precision: now, happenedAt: null });
        draw();
      },
    ),
    box,
    h(
      'fieldset',
      {},
      h('legend', {}, t('phone.people')),
      tick(t('phone.dangerNow'), said.danger, (now) => set(writing, { danger: now }), 'tick grave'),
      tick(t('phone.injuredNow'), said.injured, (now) => set(writing, { injured: now }), 'tick grave'),
    ),
    h('p', { class: 'hint' }, t('phone.sendSoon')),
  ];
}

function words(writing: Writing): Node[] {
  const seen = h('textarea', { rows: '4', maxlength: String(longest), dir: 'auto' });
  const told = h('textarea', { rows: '3', maxlength: String(longest), dir: 'auto' });
  const by = h('input', { type: 'text', maxlength: '200', dir: 'auto' });
  typed(writing, 'seen', seen);
  typed(writing, 'told', told);
  typed(writing, 'toldBy', by);
  return [
    field(t('phone.seen'), seen, t('phone.seenHint'), wrongOf(writing, 'seen')),
    field(t('phone.told'), told, t('phone.toldHint'), wrongOf(writing, 'told')),
    field(t('phone.toldBy'), by, t('phone.toldByHint'), wrongOf(writing, 'toldBy')),
  ];
}

function people(writing: Writing): Node[] {
  const list = writing.editor.said.people;
  const box = h('div');
  const save = () => void writing.editor.save();
  function one(each: Named, at: number): HTMLElement {
    const name = h('input', { type: 'text', maxlength: '120', dir: 'auto' });
    const role = h('select', {}, ...roles.map((value) => h('option', { value }, tCode('situations.role', value))));
    const more = h('input', { type: 'text', maxlength: '500', dir: 'auto' });
    name.value = each.name;
    role.value = each.role;
    more.value = each.words;
    name.addEventListener('input', () => ((each.name = name.value), save()));
    role.addEventListener('change', () => ((each.role = role.value as Named['role']), save()));
    more.addEventListener('input', () => ((each.words = more.value), save()));
    const drop = h('button', { type: 'button', class: 'plain small' }, t('phone.drop'));
    drop.addEventListener('click', () => {
      list.splice(at, 1);
      save();
      draw();
    });
    return h(
      'fieldset',
      {},
      h('legend', {}, t('phone.person', { number: String(at + 1) })),
      field(t('phone.name'), name, '', wrongOf(writing, `people[${at}].name`)),
      field(t('phone.role'), role),
      field(t('phone.personWords'), more),
      drop,
    );
  }
  function draw(): void {
    const add = h('button', { type: 'button', class: 'plain' }, t('phone.personAdd'));
    add.disabled = list.length >= mostPeople;
    add.addEventListener('click', () => {
      list.push({ name: '', role: 'AFFECTED', words: '' });
      draw();
      box.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus();
    });
    box.replaceChildren(...list.map(one), add);
  }
  draw();
  return [h('p', { class: 'hint' }, t('phone.peopleHint')), box];
}
