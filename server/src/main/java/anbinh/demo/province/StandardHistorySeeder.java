package anbinh.demo.province;

import anbinh.platform.Site;
import anbinh.platform.sql.ShortCodes;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.StandardTable;
import anbinh.standard.criteria.Criteria;
import anbinh.standard.criteria.Criterion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with a year of the standard of villages, each as far as it would have come
/// by today. Safe for many threads.
@Component
class StandardHistorySeeder {
  private static final String CODE_PREFIX = "STD";
  private static final String REASON = "Cả kỳ không để xảy ra (mô phỏng)";
  private static final String NOT_MET = "Có vụ việc trong kỳ, chưa đạt (mô phỏng)";

  private final StandardTable table;
  private final Criteria criteria;
  private final SqlClient database;
  private final ShortCodes codes;
  private final Site site;

  StandardHistorySeeder(
      StandardTable table, Criteria criteria, SqlClient database, ShortCodes codes, Site site) {
    this.database = database;
    this.table = table;
    this.criteria = criteria;
    this.codes = codes;
    this.site = site;
  }

  /// A village's year that is made up, with its whole course.
  ///
  /// @param steps one identifier for each of registered, sent, appraised, decided and certified
  /// @param missed the place of a criterion that was not met; null where all were
  /// @param days of these five
  public record SyntheticYear(
      UUID id,
      List<UUID> steps,
      UUID villageId,
      UUID communeId,
      int households,
      int attended,
      @Nullable Integer missed,
      List<Instant> days,
      UUID head,
      String headName,
      UUID officer,
      UUID chair,
      String paper) {
    public SyntheticYear {
      steps = List.copyOf(steps);
      days = List.copyOf(days);
    }
  }

  /// What is done with it one after the other, who does it and whether there is a paper of it.
  private enum Action {
    REGISTERED(0),
    SELF_ASSESSED(1),
    APPRAISED(2),
    DECIDED(3),
    CERTIFIED(4);

    private final int place;

    Action(int place) {
      this.place = place;
    }

    UUID by(SyntheticYear of) {
      return switch (this) {
        case REGISTERED, SELF_ASSESSED -> of.head();
        case APPRAISED -> of.officer();
        case DECIDED, CERTIFIED -> of.chair();
      };
    }

    boolean hasPaper() {
      return this == REGISTERED || this == DECIDED || this == CERTIFIED;
    }

    boolean saysOutcome() {
      return this == SELF_ASSESSED || this == APPRAISED || this == DECIDED;
    }
  }

  /// @param last the last act until now
  private record Row(SyntheticYear of, String code, int year, Action last) {
    String outcome() {
      return (of.missed() == null ? StandardOutcome.MET : StandardOutcome.NOT_MET).name();
    }

    boolean came(Action action) {
      return last.compareTo(action) >= 0;
    }

    Instant at(Action action) {
      return of.days().get(action.place);
    }

    UUID step(Action action) {
      return of.steps().get(action.place);
    }
  }

  private record Said(Row row, Criterion criterion, int place, boolean met) {
    UUID review() {
      return new UUID(
          row.step(Action.APPRAISED).getMostSignificantBits() + place,
          row.of().id().getLeastSignificantBits());
    }
  }

  /// Adds a year of those villages that have none.
  @Transactional
  public int add(List<SyntheticYear> invented, int year, Instant now) {
    site.requireDemonstration();
    List<Criterion> requested = criteria.list(UnitKind.RESIDENTIAL_AREA, year);
    if (requested.isEmpty()) {
      return 0;
    }
    Set<UUID> there = table.ofYear(year).keySet();
    List<SyntheticYear> fresh =
        invented.stream()
            .filter(each -> !there.contains(each.villageId()))
            .filter(each -> !each.days().getFirst().isAfter(now))
            .toList();
    if (fresh.isEmpty()) {
      return 0;
    }
    List<String> free = codes.ofYear(CODE_PREFIX, year, fresh.size());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      rows.add(new Row(fresh.get(i), free.get(i), year, last(fresh.get(i), now)));
    }
    insert(rows);
    steps(rows);
    minutes(rows.stream().filter(row -> row.came(Action.SELF_ASSESSED)).toList());
    answer(rows.stream().filter(row -> row.came(Action.SELF_ASSESSED)).toList(), requested);
    return rows.size();
  }

  private static Action last(SyntheticYear of, Instant now) {
    Action last = Action.REGISTERED;
    for (Action action : Action.values()) {
      boolean comes = action != Action.CERTIFIED || of.missed() == null;
      if (comes && !of.days().get(action.place).isAfter(now)) {
        last = action;
      }
    }
    return last;
  }

  private void insert(List<Row> rows) {
    database.batch(
        """
        insert into standard.assessment (id, code, area_id, kind, year, authority_id,
          registered, registrable, state, outcome, round)
        values (:id, :code, :villageId, 'RESIDENTIAL_AREA', :year, :communeId, :households,
          :households, :state, :outcome, 1)
        """,
        rows.stream()
            .map(each -> {
              SyntheticYear of = each.of();
              return Values.of(of)
                  .and("code", each.code())
                  .and("year", each.year())
                  .and("state", StandardState.valueOf(each.last().name()))
                  .and("outcome", each.came(Action.DECIDED) ? each.outcome() : null);
            })
            .toList());
  }

  private void steps(List<Row> rows) {
    record Step(Row row, Action action) {}
    List<Step> steps = new ArrayList<>();
    for (Row row : rows) {
      for (Action action : Action.values()) {
        if (row.came(action)) {
          steps.add(new Step(row, action));
        }
      }
    }
    database.batch(
        """
        insert into standard.step (id, assessment_id, kind, round, outcome, number,
          on_day, by_id, at)
        values (:id, :assessmentId, :kind, 1, :outcome, :number, :onDay, :byId, :at)
        """,
        steps.stream()
            .map(each -> {
              Action action = each.action();
              SyntheticYear of = each.row().of();
              return Values.of("id", each.row().step(action))
                  .and("assessmentId", of.id())
                  .and("kind", action)
                  .and("outcome", action.saysOutcome() ? each.row().outcome() : null)
                  .and("number", action.hasPaper() ? of.paper() : null)
                  .and("onDay", action.hasPaper() ? day(each.row().at(action)) : null)
                  .and("byId", action.by(of))
                  .and("at", each.row().at(action));
            })
            .toList());
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, site.zone());
  }

  private void minutes(List<Row> rows) {
    database.batch(
        """
        insert into standard.minutes (step_id, held_on, chair_cipher, households,
          attended, organisations, votes_for, votes_against, came)
        values (:stepId, :heldOn, :chairCipher, :households, :attended, 4, :votesFor, 1,
          '{PARTY_ORGANISATION,FRONT,MASS_ORGANISATIONS,POLICE}')
        """,
        rows.stream()
            .map(each -> {
              SyntheticYear of = each.of();
              return Values.of(of)
                  .and("stepId", each.step(Action.SELF_ASSESSED))
                  .and("heldOn", day(each.at(Action.SELF_ASSESSED)))
                  .and("chairCipher", table.encrypted(of.headName()))
                  .and("votesFor", of.attended() - 1);
            })
            .toList());
  }

  /// An answer to each criterion, and where it was appraised that it was accepted.
  private void answer(List<Row> rows, List<Criterion> requested) {
    List<Said> said = new ArrayList<>();
    for (Row row : rows) {
      Integer missed = row.of().missed();
      for (int place = 0; place < requested.size(); place++) {
        boolean met = missed == null || missed % requested.size() != place;
        said.add(new Said(row, requested.get(place), place, met));
      }
    }
    database.batch(
        """
        insert into standard.answer (assessment_id, criterion, version, round, appraisal,
          met, number, against, reason, by_id, at)
        values (:row.of.id, :criterion.code, 1, 1, false, :met, :number, :against, :reason,
          :row.of.head, :at)
        """,
        said.stream()
            .map(each -> {
              boolean numbers = each.criterion().answer().hasNumbers();
              return Values.of(each)
                  .and("number", numbers ? (each.met() ? 2 : 4) : null)
                  .and("against", numbers ? 3 : null)
                  .and("reason", each.met() ? REASON : NOT_MET)
                  .and("at", each.row().at(Action.SELF_ASSESSED));
            })
            .toList());
    database.batch(
        """
        insert into standard.review (id, assessment_id, criterion, round, outcome, by_id,
          at) values (:review, :row.of.id, :criterion.code, 1, 'ACCEPTED', :row.of.officer, :at)
        """,
        said.stream()
            .filter(each -> each.row().came(Action.APPRAISED))
            .map(each ->
                Values.of(each)
                    .and("review", each.review())
                    .and("at", each.row().at(Action.APPRAISED)))
            .toList());
  }
}
