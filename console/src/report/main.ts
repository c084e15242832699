import './report.css';
import { get, leavePhoto, post, putPhoto, Refused, type ResidentForm, type ResidentReceipt } from './api';
import { body, type Draft, newDraft, renew } from './draft';
import { showFollow } from './follow';
import { button, emergency, h, hint, keepFromLeaving, mistake, moment, show, trouble, watchForLeaving } from './page';
import { steps } from './steps';
import { language, startText, t } from './text';

/*
 * The page of whoever reports something: no account, no framework, nothing kept on the device, so
 * that it opens on the cheapest phone and leaves no trace there. One thing is asked at a time.
 */

let draft: Draft = newDraft();

function begin(form: ResidentForm): void {
  show(() => [
    form.demonstration && h('p', { class: 'notice warn' }, t('report.demonstration')),
    h('h1', {}, t('report.title')),
    emergency(),
    h('p', {}, t('report.lead')),
    h(
      'p',
      { class: 'acts' },
      button(t('report.start'), 'primary', () => ask(form, 0)),
      button(t('report.haveCode'), 'plain', () => toFollow(form, null)),
    ),
    h('h2', {}, t('report.before')),
    h('ul', {}, h('li', {}, t('report.beforeAnonymous')), h('li', {}, t('report.beforePhone')), h('li', {}, t('report.beforeAddress')), h('li', {}, t('report.beforeFalse'))),
    h('p', { class: 'hint' }, h('bdi', {}, form.site), form.contact && ' · ', form.contact && h('bdi', {}, form.contact)),
  ]);
}

/** The address says which of the two pages it is, and nothing else. */
function toFollow(form: ResidentForm, code: string | null): void {
  history.replaceState(null, '', '/report/follow');
  showFollow(form, code, () => toBegin(form));
}

function toBegin(form: ResidentForm): void {
  history.replaceState(null, '', '/report');
  begin(form);
}

function ask(form: ResidentForm, at: number): void {
  const step = steps[at]!;
  const wrong = h('div', { id: 'wrong' });
  keepFromLeaving(true);
  show(() => {
    const form_ = h('form', { novalidate: '', 'data-step': step.name });
    form_.addEventListener('submit', (event) => {
      event.preventDefault();
      const missing = step.wrong(draft, form);
      if (missing) wrong.replaceChildren(mistake(missing));
      else if (at + 1 < steps.length) ask(form, at + 1);
      else check(form);
    });
    const next = h('button', { type: 'submit', class: 'primary' }, t('report.next'));
    form_.append(
      ...step.draw(draft, form).filter((each): each is Node => each instanceof Node),
      wrong,
      h(
        'p',
        { class: 'acts' },
        next,
        button(t('report.back'), 'plain', () => (at === 0 ? toBegin(form) : ask(form, at - 1))),
      ),
    );
    return [h('p', { class: 'hint' }, t('report.step', { step: String(at + 1), steps: String(steps.length + 1) })), h('h1', {}, step.title()), form_];
  });
}

function check(form: ResidentForm): void {
  show(() => {
    const state = h('div', { 'aria-live': 'polite' });
    const take = async (posted: () => Promise<ResidentReceipt>) => {
      state.replaceChildren(h('p', { role: 'status' }, t('report.sending')));
      try {
        const receipt = await posted();
        const photos = draft.photos;
        draft = newDraft();
        keepFromLeaving(true);
        await sendPhotos(receipt, photos, (text) => state.replaceChildren(h('p', { role: 'status' }, text)));
        done(form, receipt, photos);
      } catch (failure) {
        const code = failure instanceof Refused ? failure.code : null;
        const otherwise = code === 'report-came-in-otherwise';
        const renewed = () => {
          renew(draft);
          return take(() => sendDraft(form));
        };
        state.replaceChildren(
          trouble(failure),
          ...(otherwise || code === 'report-came-in'
            ? [
                h(
                  'p',
                  { class: 'acts' },
                  otherwise && draft.unanswered.length > 0 ? button(t('report.sendFirst'), 'plain', () => take(sendFirst)) : null,
                  button(t('report.sendNew'), 'plain', renewed),
                ),
              ]
            : []),
        );
      }
    };
    const send = button(t('report.send'), 'primary', () => take(() => sendDraft(form)));
    return [
      h('p', { class: 'hint' }, t('report.step', { step: String(steps.length + 1), steps: String(steps.length + 1) })),
      h('h1', {}, t('report.check')),
      h(
        'dl',
        { class: 'facts' },
        ...steps.map((step, at) => {
          const said = step.said(draft, form).filter(Boolean);
          const change = button(t('report.change'), 'plain small', () => ask(form, at));
          change.setAttribute('aria-label', `${t('report.change')}: ${step.title()}`);
          return h('div', {}, h('dt', {}, step.title()), h('dd', {}, ...(said.length > 0 ? said.map((each) => h('p', { dir: 'auto' }, each)) : [hint(t('report.nothing'))]), change));
        }),
      ),
      state,
      h(
        'p',
        { class: 'acts' },
        send,
        button(t('report.back'), 'plain', () => ask(form, steps.length - 1)),
      ),
    ];
  });
}

async function sendDraft(form: ResidentForm): Promise<ResidentReceipt> {
  const sending = body(draft, form.zone);
  try {
    return await post<ResidentReceipt>('/api/resident-reports', sending);
  } catch (failure) {
    if (!(failure instanceof Refused)) draft.unanswered.push(sending);
    throw failure;
  }
}

/** The one of what was sent without an answer that came in: it is sent again as it was. */
async function sendFirst(): Promise<ResidentReceipt> {
  for (const sending of draft.unanswered.slice(1)) {
    try {
      return await post<ResidentReceipt>('/api/resident-reports', sending);
    } catch (failure) {
      if (!(failure instanceof Refused && failure.code === 'report-came-in-otherwise')) throw failure;
    }
  }
  return post<ResidentReceipt>('/api/resident-reports', draft.unanswered[0]);
}

/** The report is there already; a photo that fails is sent again by itself. */
async function sendPhotos(receipt: ResidentReceipt, photos: Draft['photos'], tell: (text: string) => void): Promise<void> {
  const left = photos.filter((each) => receipt.waiting.includes(each.id));
  for (const [index, photo] of left.entries()) {
    tell(t('report.sendingPhoto', { number: String(index + 1), count: String(left.length) }));
    try {
      await putPhoto(photo.id, receipt.code, photo.blob);
      receipt.waiting = receipt.waiting.filter((each) => each !== photo.id);
    } catch {
      // Said below, with a button to try again.
    }
  }
}

function done(form: ResidentForm, receipt: ResidentReceipt, photos: Draft['photos']): void {
  show(() => {
    const left = h('div', { 'aria-live': 'polite' });
    if (receipt.waiting.length > 0) {
      left.append(
        mistake(t('report.photosLeft', { count: String(receipt.waiting.length) })),
        button(t('report.photosAgain'), 'plain', async () => {
          await sendPhotos(receipt, photos, (text) => left.replaceChildren(h('p', { role: 'status' }, text)));
          done(form, receipt, photos);
        }),
        ' ',
        button(t('report.photosLeave'), 'plain', async () => {
          try {
            for (const id of receipt.waiting) await leavePhoto(id, receipt.code);
            done(form, { ...receipt, waiting: [] }, []);
          } catch (failure) {
            left.prepend(trouble(failure));
          }
        }),
      );
    }
    return [
      h('h1', {}, t('report.done')),
      h('p', {}, t('report.doneMore', { commune: receipt.communeName }), ' ', moment(receipt.receivedAt, form.zone)),
      left,
      h('section', { class: 'notice' }, h('h2', {}, t('report.code')), h('p', { class: 'follow-code', dir: 'ltr' }, h('code', {}, receipt.code)), h('p', {}, t('report.codeOnce'))),
      h('ul', {}, h('li', {}, t('report.codeKeep')), h('li', {}, t('report.codeShared')), h('li', {}, t('report.codeLook'))),
      h(
        'p',
        { class: 'acts' },
        button(t('report.print'), 'plain', () => print()),
        button(t('report.follow'), 'plain', () => {
          keepFromLeaving(false);
          toFollow(form, receipt.code);
        }),
        button(t('report.close'), 'primary', () => {
          keepFromLeaving(false);
          toBegin(form);
        }),
      ),
      hint(t('report.printHint')),
      emergency(),
    ];
  });
}

async function open(): Promise<void> {
  show(() => [h('p', { role: 'status' }, t('report.loading')), emergency()]);
  try {
    const form = await get<ResidentForm>('/api/resident-reports/form');
    if (location.pathname === '/report/follow') toFollow(form, null);
    else begin(form);
  } catch (failure) {
    show(() => [h('h1', {}, t('report.title')), emergency(), trouble(failure), button(t('report.again'), 'primary', open)]);
  }
}

watchForLeaving();
await startText(language());
await open();
