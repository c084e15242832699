import type { ResidentForm } from './api';
import { findCommunes } from './communes';
import { type Draft, happenedAt } from './draft';
import { button, calls, choices, field, h, hint, mistake, redraw, tick } from './page';
import { readPhoto } from './photos';
import { t, tCode } from './text';

/** One thing that is asked. */
export interface Step {
  name: string;
  title: () => string;
  draw: (draft: Draft, form: ResidentForm) => (Node | null | undefined | false)[];
  /** What is missing; null where nothing is. */
  wrong: (draft: Draft, form: ResidentForm) => string | null;
  /** For the last look. */
  said: (draft: Draft, form: ResidentForm) => string[];
}

const mostFound = 8;

const where: Step = {
  name: 'where',
  title: () => t('report.where'),
  draw: (draft, form) => {
    const results = h('div', { 'aria-live': 'polite' });
    const list = () => {
      const found = findCommunes(form.communes, draft.search);
      const shown = found.slice(0, mostFound);
      if (draft.commune && !shown.some((each) => each.commune.id === draft.commune!.id)) shown.unshift({ commune: draft.commune, former: null });
      if (shown.length === 0) {
        results.replaceChildren(draft.search.trim() ? mistake(t('report.whereNone')) : '');
        return;
      }
      results.replaceChildren(
        choices(
          'commune',
          t('report.whereResult'),
          shown.map((each) => ({
            value: each.commune.id,
            label: each.commune.name,
            more: [tCode('report.kindOf', each.commune.kind), each.former && t('report.whereFormer', { name: each.former })].filter(Boolean).join(' · '),
          })),
          draft.commune?.id ?? null,
          (id) => {
            draft.commune = form.communes.find((each) => each.id === id) ?? null;
          },
        ),
        found.length > mostFound ? hint(t('report.whereMany')) : '',
      );
    };
    const input = field(
      'search',
      t('report.where'),
      draft.search,
      (text) => {
        draft.search = text;
        list();
      },
      { hint: t('report.whereHint'), type: 'search', length: 100 },
    );
    input.querySelector('label')!.className = 'visually-hidden';
    list();
    return [input, results];
  },
  wrong: (draft) => (draft.commune ? null : t('report.whereNeeded')),
  said: (draft) => [draft.commune?.name ?? ''],
};

const what: Step = {
  name: 'what',
  title: () => t('report.what'),
  draw: (draft, form) => {
    const call = h('div', { 'aria-live': 'polite' });
    const warn = () => call.replaceChildren(draft.danger || draft.injured ? h('div', { class: 'notice bad' }, h('p', {}, t('report.dangerCall')), calls(['113', '115'])) : '');
    warn();
    return [
      choices(
        'kind',
        t('report.what'),
        form.kinds.map((each) => ({ value: each.code, label: tCode('report.kind', each.code) })),
        draft.kind,
        (kind) => {
          draft.kind = kind;
        },
        true,
      ),
      h(
        'fieldset',
        {},
        h('legend', {}, t('report.alarm')),
        tick('danger', t('report.danger'), draft.danger, (on) => {
          draft.danger = on;
          warn();
        }),
        tick('injured', t('report.injured'), draft.injured, (on) => {
          draft.injured = on;
          warn();
        }),
      ),
      call,
      tick(
        'guarded',
        t('report.guard'),
        draft.guarded,
        (on) => {
          draft.guarded = on;
        },
        t('report.guardMore'),
      ),
    ];
  },
  wrong: (draft) => (draft.kind ? null : t('report.kindNeeded')),
  said: (draft) => [draft.kind ? tCode('report.kind', draft.kind) : '', draft.danger ? t('report.danger') : '', draft.injured ? t('report.injured') : '', draft.guarded ? t('report.guard') : ''],
};

const words: Step = {
  name: 'words',
  title: () => t('report.words'),
  draw: (draft) => [
    hint(t('report.wordsReveal')),
    field('seen', t('report.seen'), draft.seen, (text) => (draft.seen = text), { hint: t('report.seenHint'), rows: 6, length: 4000, optional: true }),
    field('told', t('report.told'), draft.told, (text) => (draft.told = text), { rows: 4, length: 4000, optional: true }),
    field('toldBy', t('report.toldBy'), draft.toldBy, (text) => (draft.toldBy = text), { length: 200, optional: true }),
  ],
  wrong: () => null,
  said: (draft) => [draft.seen, draft.told && `${t('report.told')}: ${draft.told}`],
};

const place: Step = {
  name: 'place',
  title: () => t('report.place'),
  draw: (draft) => {
    const state = h('div', { 'aria-live': 'polite' });
    const point = () => {
      if (draft.point) {
        state.replaceChildren(
          h('p', {}, t('report.pointThere', { metres: String(draft.point.accuracyMetres) })),
          button(t('report.pointRemove'), 'plain', () => {
            draft.point = null;
            point();
          }),
        );
        return;
      }
      state.replaceChildren(
        button(
          t('report.pointUse'),
          'plain',
          () =>
            new Promise<void>((done) =>
              navigator.geolocation.getCurrentPosition(
                ({ coords }) => {
                  draft.point = { latitude: coords.latitude, longitude: coords.longitude, accuracyMetres: Math.round(Math.min(coords.accuracy, 100_000)) };
                  point();
                  done();
                },
                () => {
                  state.append(mistake(t('report.pointFailed')));
                  done();
                },
                { enableHighAccuracy: true, timeout: 20_000 },
              ),
            ),
        ),
        hint(t('report.pointHint')),
      );
    };
    point();
    const at =
      draft.when === 'ABOUT'
        ? field('at', t('report.whenAt'), draft.at, (text) => (draft.at = text), { type: 'datetime-local', length: 30, attributes: { dir: 'ltr' } })
        : draft.when === 'DAY'
          ? field('on', t('report.whenOn'), draft.on, (text) => (draft.on = text), { type: 'date', length: 30, attributes: { dir: 'ltr' } })
          : null;
    return [
      field('placeWords', t('report.placeWords'), draft.placeWords, (text) => (draft.placeWords = text), { length: 300, optional: true }),
      'geolocation' in navigator && state,
      choices(
        'when',
        t('report.when'),
        (['NOW', 'ABOUT', 'DAY', 'UNKNOWN'] as const).map((each) => ({ value: each, label: tCode('report.when', each) })),
        draft.when,
        (when) => {
          draft.when = when as Draft['when'];
          redraw();
          document.getElementById(`when-${when}`)?.focus();
        },
      ),
      at,
    ];
  },
  wrong: (draft, form) => (draft.when === null || ((draft.when === 'ABOUT' || draft.when === 'DAY') && happenedAt(draft, form.zone) === null) ? t('report.whenNeeded') : null),
  said: (draft) => [
    draft.placeWords,
    draft.when ? `${tCode('report.when', draft.when)} ${draft.when === 'ABOUT' ? draft.at.replace('T', ' ') : draft.when === 'DAY' ? draft.on : ''}`.trim() : '',
    draft.point ? t('report.pointThere', { metres: String(draft.point.accuracyMetres) }) : '',
  ],
};

const photos: Step = {
  name: 'photos',
  title: () => t('report.photos'),
  draw: (draft, form) => {
    const wrong = h('div', { 'aria-live': 'polite' });
    const input = h('input', { type: 'file', id: 'photos', accept: 'image/*', multiple: '' });
    input.addEventListener('change', () => void add([...(input.files ?? [])]));
    async function add(files: File[]): Promise<void> {
      let failed = false;
      let left = false;
      for (const file of files) {
        if (draft.photos.length >= form.mostPhotos) {
          left = true;
          break;
        }
        try {
          draft.photos.push(await readPhoto(file, form.mostBytes));
        } catch {
          failed = true;
        }
      }
      input.value = '';
      redraw();
      document
        .getElementById('photo-wrong')
        ?.replaceChildren(...(failed ? [mistake(t('report.photosFailed'))] : []), ...(left ? [mistake(t('report.photosMost', { count: String(form.mostPhotos) }))] : []));
    }
    wrong.id = 'photo-wrong';
    return [
      hint(t('report.photosHint', { count: String(form.mostPhotos) })),
      draft.photos.length < form.mostPhotos && h('div', { class: 'choose' }, h('label', { for: 'photos', class: 'pick' }, t('report.photosAdd')), input),
      wrong,
      h(
        'ul',
        { class: 'photos' },
        ...draft.photos.map((each, index) => {
          const number = String(index + 1);
          const picture = h('img', { src: URL.createObjectURL(each.blob), alt: t('report.photo', { number }) });
          picture.addEventListener('load', () => URL.revokeObjectURL(picture.src), { once: true });
          return h(
            'li',
            {},
            picture,
            button(t('report.photosRemove', { number }), 'plain', () => {
              draft.photos.splice(index, 1);
              redraw();
            }),
          );
        }),
      ),
    ];
  },
  wrong: (draft, form) => {
    const spared = draft.guarded || draft.danger || draft.injured || form.kinds.some((each) => each.code === draft.kind && each.guarded);
    return spared || draft.seen.trim() || draft.told.trim() || draft.photos.length > 0 ? null : t('report.wordsNeeded');
  },
  said: (draft) => draft.photos.map((_, index) => t('report.photo', { number: String(index + 1) })),
};

const who: Step = {
  name: 'who',
  title: () => t('report.who'),
  draw: (draft) => [
    choices(
      'who',
      t('report.who'),
      [
        { value: 'anonymous', label: t('report.whoAnonymous'), more: t('report.whoAnonymousMore') },
        { value: 'named', label: t('report.whoNamed'), more: t('report.whoNamedMore') },
      ],
      draft.named === null ? null : draft.named ? 'named' : 'anonymous',
      (value) => {
        draft.named = value === 'named';
        redraw();
        document.getElementById(`who-${value}`)?.focus();
      },
      true,
    ),
    ...(draft.named
      ? [
          field('name', t('report.name'), draft.name, (text) => (draft.name = text), { length: 120, optional: true }),
          field('phone', t('report.phone'), draft.phone, (text) => (draft.phone = text), { length: 40, type: 'tel', optional: true, attributes: { dir: 'ltr' } }),
          field('contact', t('report.contact'), draft.contact, (text) => (draft.contact = text), { length: 300, hint: t('report.contactHint'), optional: true }),
        ]
      : []),
  ],
  wrong: (draft) => (draft.named === null || (draft.named && !`${draft.name}${draft.phone}${draft.contact}`.trim()) ? t('report.whoNeeded') : null),
  said: (draft) => (draft.named ? [draft.name, draft.phone, draft.contact] : [t('report.whoAnonymous')]),
};

export const steps: readonly Step[] = [where, what, words, place, photos, who];
