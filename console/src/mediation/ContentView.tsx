import type { ReactNode } from 'react';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { Code, Name, Phone } from '../ui/text';
import { Whom } from './ScopeFields';
import type { MediationContent } from './types';

/** Who the parties are and what was said; what there is not is left out. */
export function ContentView({ content }: { content: MediationContent }) {
  return (
    <div className="stack" data-content>
      <Whom questions={content.yes} />
      <Part title={t('mediation.reviews')} there={content.reviews.length > 0}>
        <ul className="stack" data-reviews>
          {content.reviews.map((each) => (
            <li key={each.at}>
              <Moment at={each.at} />
              {each.cues.length > 0 && <> · {[...new Set(each.cues.map((cue) => tCode('mediation.cue', cue.category)))].join(', ')}</>}
              <small className="block">
                {each.decision ? (
                  <>
                    {t(each.decision.yes.length > 0 ? 'mediation.reviewStops' : 'mediation.reviewGoesOn')} · <Moment at={each.decision.at} /> · <bdi>{each.decision.reason}</bdi>
                  </>
                ) : (
                  t('mediation.reviewWaits')
                )}
              </small>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('mediation.colParties')} there={content.parties.length > 0}>
        <ul className="stack">
          {content.parties.map((each) => (
            <li key={`${each.name} ${each.address}`}>
              <strong>
                <Name>{each.name}</Name>
              </strong>
              <small className="block">
                <bdi>{each.address}</bdi>
                {each.phone && (
                  <>
                    {' · '}
                    <Phone number={each.phone} />
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('mediation.fAbout')} there={content.about !== ''}>
        <p dir="auto">{content.about}</p>
      </Part>
      <Part title={t('mediation.sessions')} there={content.sessions.length > 0}>
        <ul className="stack">
          {content.sessions.map((each, index) => (
            <li key={index}>
              <Code>{dayText(each.on)}</Code> · <bdi>{each.place}</bdi> · {t(each.openly ? 'mediation.openly.true' : 'mediation.openly.false')}
              <small className="block">
                <bdi>{each.present}</bdi>
              </small>
              <p dir="auto">{each.words}</p>
              {each.lateReason && (
                <p className="warn-text">
                  {t('mediation.field.lateReason')}: <bdi>{each.lateReason}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      </Part>
      {content.agreement && (
        <Part title={t('mediation.item.dd')} there>
          <p dir="auto">{content.agreement.agreed}</p>
          <p>
            {t('mediation.field.by')}: <Code>{dayText(content.agreement.by)}</Code>
          </p>
          {content.agreement.written &&
            (['matter', 'course', 'duties', 'manner'] as const).map((each, index) => (
              <div key={each}>
                <h4>{tCode('mediation.item', ['c', 'd', 'e', 'g'][index]!)}</h4>
                <p dir="auto">{content.agreement?.written?.[each]}</p>
              </div>
            ))}
        </Part>
      )}
      {content.end && (
        <Part title={t('mediation.end')} there>
          {content.end.stoppedBy && <p>{tCode('mediation.stopper', content.end.stoppedBy)}</p>}
          {content.end.authority && (
            <p>
              {t('mediation.field.authority')}: <bdi>{content.end.authority}</bdi>
            </p>
          )}
          <p dir="auto">{content.end.words}</p>
        </Part>
      )}
      <Part title={t('mediation.followUps')} there={content.followUps.length > 0}>
        <ul className="stack">
          {content.followUps.map((each, index) => (
            <li key={index}>
              <Code>{dayText(each.on)}</Code> · {tCode('mediation.result', each.result)}
              <p dir="auto">{each.words}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('mediation.notes')} there={content.notes.length > 0}>
        <ul className="stack">
          {content.notes.map((each) => (
            <li key={each.at}>
              <Moment at={each.at} /> {each.cause && <>· {tCode('mediation.cause', each.cause)}</>}
              <p dir="auto">{each.words}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('mediation.corrections')} there={content.corrections.length > 0}>
        <ul className="stack">
          {content.corrections.map((each) => (
            <li key={each.at}>
              <Moment at={each.at} /> · {tCode('mediation.corrected', each.item)}
              <p dir="auto">{each.words}</p>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

function Part({ title, there, children }: { title: string; there: boolean; children: ReactNode }) {
  if (!there) return null;
  return (
    <div className="stack">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
