import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { QueryState } from '../ui/State';
import { Code, Fact, Name, PageFrame } from '../ui/text';
import { CustomIndicators } from './CustomIndicators';
import { useIndicators } from './queries';
import css from './reports.module.css';
import { ReportTabs } from './tabs';

/** What each indicator counts, from which record, for which law, and how it is shown. */
export function IndicatorsPage() {
  const { hash } = useLocation();
  const found = useIndicators();
  const ready = found.data !== undefined;
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [ready, hash]);
  const names = new Map(found.data?.map((each) => [each.code, each.name]));
  return (
    <PageFrame title={t('reports.indicators')} lead={t('reports.indicatorsLead')} below={<ReportTabs />}>
      <QueryState query={found} />
      <div className="stack">
        {found.data && <CustomIndicators known={found.data} />}
        {[...new Set(found.data?.map((each) => each.topic))].map((topic) => (
          <section key={topic} className="panel stack">
            <h2>{tCode('reports.topic', topic)}</h2>
            {found.data
              ?.filter((each) => each.topic === topic)
              .map((each) => (
                <article key={each.code} id={each.code} className={css.indicator}>
                  <h3>
                    <bdi>{each.name}</bdi> <Code>{each.code}</Code>
                  </h3>
                  <p>
                    <bdi>{each.says}</bdi>
                  </p>
                  <dl className="facts">
                    <Fact label={t('reports.kind')}>{tCode('reports.kindIs', each.kind)}</Fact>
                    {each.numerator && each.of && (
                      <Fact label={t('reports.shareOf')}>
                        <bdi>
                          {names.get(each.numerator)} / {names.get(each.of)}
                        </bdi>
                      </Fact>
                    )}
                    <Fact label={t('reports.source')}>
                      <bdi>{each.source}</bdi>
                    </Fact>
                    <Fact label={t('reports.law')}>
                      <Name>{each.law}</Name>
                    </Fact>
                    <Fact label={t('reports.shownAs')}>
                      {tCode('reports.smallest', each.smallest)}
                      {each.guarded && ` · ${t('reports.guarded')}`}
                    </Fact>
                    <Fact label={t('reports.since')}>
                      <Code>{dayText(each.from)}</Code>
                      {each.to && (
                        <>
                          –<Code>{dayText(each.to)}</Code>
                        </>
                      )}
                    </Fact>
                  </dl>
                </article>
              ))}
          </section>
        ))}
      </div>
    </PageFrame>
  );
}
