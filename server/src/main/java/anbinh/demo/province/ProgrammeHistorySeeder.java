package anbinh.demo.province;

import anbinh.platform.FoldedText;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.sql.ShortCodes;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.programme.ProgrammeState;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKind.KindText;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with programmes of the kinds that come with the system. Safe for many
/// threads.
@Component
class ProgrammeHistorySeeder {
  private static final String SIMULATED = " (mô phỏng)";

  private final ProgrammeTable table;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final SqlClient database;
  private final ShortCodes codes;
  private final Site site;

  ProgrammeHistorySeeder(
      ProgrammeTable table,
      ProgrammeKinds kinds,
      KindTexts texts,
      SqlClient database,
      ShortCodes codes,
      Site site) {
    this.database = database;
    this.table = table;
    this.kinds = kinds;
    this.texts = texts;
    this.codes = codes;
    this.site = site;
  }

  /// A programme of a village that is made up, with what was done in it.
  ///
  /// @param kind the code of one of the kinds that come with the system
  public record SyntheticProgramme(
      UUID id,
      UUID actId,
      String kind,
      UUID communeId,
      UUID villageId,
      String village,
      ProgrammeState state,
      boolean recommended,
      Instant proposedAt,
      LocalDate launchedOn,
      String paper,
      UUID officer,
      UUID chair,
      String chairName,
      List<SyntheticActivity> activities,
      List<SyntheticAssessment> assessments) {
    public SyntheticProgramme {
      activities = List.copyOf(activities);
      assessments = List.copyOf(assessments);
    }
  }

  public record SyntheticActivity(
      UUID id, LocalDate on, String what, int attended, int women, int youth, Instant at) {}

  public record SyntheticAssessment(UUID id, int year, boolean recommends, Instant at) {}

  private record Row(SyntheticProgramme of, ProgrammeKind kind, KindText text, String code) {
    String name() {
      return text.name() + ", " + of.village() + SIMULATED;
    }
  }

  /// Adds programmes, all or, where the first is there, none.
  @Transactional
  public int add(List<SyntheticProgramme> invented) {
    site.requireDemonstration();
    if (invented.isEmpty() || table.find(invented.getFirst().id()).isPresent()) {
      return 0;
    }
    Map<String, ProgrammeKind> known = new HashMap<>();
    kinds.list(null, 100).forEach(each -> known.put(each.code(), each));
    List<String> free = codes.next(Programmes.CODE_PREFIX, invented.size());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < invented.size(); i++) {
      ProgrammeKind kind = known.get(invented.get(i).kind());
      if (kind == null) {
        throw new IllegalArgumentException("no kind " + invented.get(i).kind());
      }
      rows.add(new Row(invented.get(i), kind, texts.text(kind, Messages.VIETNAMESE), free.get(i)));
    }
    programmes(rows);
    versions(rows);
    activities(invented);
    assessments(rows);
    return rows.size();
  }

  private void programmes(List<Row> rows) {
    database.batch(
        """
        insert into programme.programme (id, code, kind_id, kind_version, commune_id, name,
          search_text, state, version, launched_on, recommended, created_at)
        values (:id, :code, :kindId, :kindVersion, :communeId, :name, :searchText, :state, 1,
          :launchedOn, :recommended, :proposedAt)
        """,
        rows.stream()
            .map(each -> {
              SyntheticProgramme of = each.of();
              return Values.of(of)
                  .and("code", each.code())
                  .and("kindId", each.kind().id())
                  .and("kindVersion", each.kind().version())
                  .and("name", each.name())
                  .and("searchText", FoldedText.words(each.code() + " " + each.name()));
            })
            .toList());
    database.batch(
        "insert into programme.area (programme_id, area_id) values (:of.id, :of.villageId)", rows);
  }

  private void versions(List<Row> rows) {
    database.batch(
        """
        insert into programme.version (programme_id, version, goal, rules, criteria,
          indicators, written_by, written_at)
        values (:of.id, 1, :text.goal, :text.rules, :text.criteria, :kind.indicators, :of.officer,
          :of.proposedAt)
        """,
        rows);
    database.batch(
        """
        insert into programme.partner (programme_id, version, position, kind)
        values (:of.id, 1, 0, :partner)
        """,
        rows.stream()
            .map(each -> Values.of(each).and("partner", each.kind().partners().getFirst()))
            .toList());
    database.batch(
        """
        insert into programme.proposal (id, programme_id, kind, version, proposed_by,
          proposed_at, outcome, decided_by, decided_at, paper_number, paper_on, paper_signer)
        values (:actId, :id, 'LAUNCH', 1, :officer, :proposedAt, 'ACCEPTED', :chair, :proposedAt,
          :paper, :launchedOn, :chairName)
        """,
        rows.stream().map(Row::of).toList());
  }

  private void activities(List<SyntheticProgramme> invented) {
    database.batch(
        """
        insert into programme.activity (id, version, programme_id, on_day, what, place,
          partners, attended, women, youth, entered_by, entered_at)
        values (:id, 1, :programme, :on, :what, 'Nhà văn hóa', '{POLICE}', :attended, :women,
          :youth, :officer, :at)
        """,
        invented.stream()
            .flatMap(programme ->
                programme.activities().stream()
                    .map(each ->
                        Values.of(each)
                            .and("programme", programme.id())
                            .and("what", each.what() + SIMULATED)
                            .and("officer", programme.officer())))
            .toList());
  }

  private void assessments(List<Row> rows) {
    record Of(Row row, SyntheticAssessment assessment) {}
    List<Of> all =
        rows.stream()
            .flatMap(row -> row.of().assessments().stream().map(each -> new Of(row, each)))
            .toList();
    database.batch(
        """
        insert into programme.assessment (id, programme_id, year, version, conclusion,
          words, partners_asked, partners_agreed, state, made_by, made_at, decided_by, decided_at)
        values (:id, :programmeId, :year, 1, :conclusion, 'Sinh hoạt đều (mô phỏng)', 1, 1,
          'CONFIRMED', :madeBy, :at, :decidedBy, :at)
        """,
        all.stream()
            .map(of -> {
              SyntheticAssessment each = of.assessment();
              return Values.of(each)
                  .and("programmeId", of.row().of().id())
                  .and("conclusion", each.recommends() ? "RECOMMEND" : "CONTINUE")
                  .and("madeBy", of.row().of().officer())
                  .and("decidedBy", of.row().of().chair());
            })
            .toList());
    record Answer(UUID assessment, int position) {}
    List<Answer> answers = new ArrayList<>();
    for (Of of : all) {
      for (int i = 0; i < of.row().text().criteria().size(); i++) {
        answers.add(new Answer(of.assessment().id(), i));
      }
    }
    database.batch(
        """
        insert into programme.answer (assessment_id, position, result)
        values (:assessment, :position, 'MET')
        """,
        answers);
  }
}
