package anbinh.programme.web;

/// How a programme stands on a day, by its papers, as SQL: what the room's pages and the reports
/// count is one and the same.
final class ProgrammeStanding {
  /// Whether a programme `p` rests on the day `:day`: by the last act or assessment that had it
  /// rest or go on, by the days of the papers.
  static final String RESTS =
      """
      coalesce((select s.rests from (
          select a.kind = 'REST' as rests, a.decided_at from programme.proposal a
          where a.programme_id = p.id and a.kind in ('REST', 'RESUME')
            and a.outcome = 'ACCEPTED' and a.paper_on <= :day
          union all
          select true, c.decided_at from programme.assessment c
          where c.programme_id = p.id and c.commune_id is null and c.conclusion = 'REST'
            and c.state = 'CONFIRMED' and c.paper_on <= :day) s
        order by s.decided_at desc limit 1), false)
      """;

  private ProgrammeStanding() {}
}
