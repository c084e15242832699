package anbinh.demo.province;

import anbinh.platform.FoldedText;
import anbinh.platform.Messages;
import anbinh.platform.ShortCodes;
import anbinh.platform.Site;
import anbinh.programme.ProgrammeState;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKind.KindText;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.Programmes;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with programmes of the kinds that come with the system. Safe for many
/// threads.
@Component
public class ProgrammeHistorySeeder {
  private static final String SIMULATED = " (mô phỏng)";
  private static final int BATCH = 500;

  private final ProgrammeTable table;
  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final JdbcTemplate batches;
  private final ShortCodes codes;
  private final Site site;

  ProgrammeHistorySeeder(
      ProgrammeTable table,
      ProgrammeKinds kinds,
      KindTexts texts,
      JdbcTemplate batches,
      ShortCodes codes,
      Site site) {
    this.table = table;
    this.kinds = kinds;
    this.texts = texts;
    this.batches = batches;
    this.codes = codes;
    this.site = site;
  }

  /// A programme of a village that is made up, with what was done in it.
  ///
  /// @param kind the code of one of the kinds that come with the system
  public record InventedProgramme(
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
      List<InventedActivity> activities,
      List<InventedAssessment> assessments) {
    public InventedProgramme {
      activities = List.copyOf(activities);
      assessments = List.copyOf(assessments);
    }
  }

  public record InventedActivity(
      UUID id, LocalDate on, String what, int attended, int women, int youth, Instant at) {}

  public record InventedAssessment(UUID id, int year, boolean recommends, Instant at) {}

  private record Row(InventedProgramme of, ProgrammeKind kind, KindText text, String code) {
    String name() {
      return text.name() + ", " + of.village() + SIMULATED;
    }
  }

  /// Adds programmes, all or, where the first is there, none.
  @Transactional
  public int add(List<InventedProgramme> invented) {
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
    batches.batchUpdate(
        """
        insert into programme.programme (id, code, kind_id, kind_version, commune_id, name,
          search_text, state, version, launched_on, recommended, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
        """,
        rows,
        BATCH,
        (row, each) -> {
          InventedProgramme of = each.of();
          row.setObject(1, of.id());
          row.setString(2, each.code());
          row.setObject(3, each.kind().id());
          row.setInt(4, each.kind().version());
          row.setObject(5, of.communeId());
          row.setString(6, each.name());
          row.setString(7, FoldedText.words(each.code() + " " + each.name()));
          row.setString(8, of.state().name());
          row.setObject(9, of.launchedOn());
          row.setBoolean(10, of.recommended());
          row.setTimestamp(11, Timestamp.from(of.proposedAt()));
        });
    batches.batchUpdate(
        "insert into programme.area (programme_id, area_id) values (?, ?)",
        rows,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.of().id());
          row.setObject(2, each.of().villageId());
        });
  }

  private void versions(List<Row> rows) {
    batches.batchUpdate(
        """
        insert into programme.version (programme_id, version, goal, rules, criteria,
          indicators, written_by, written_at) values (?, 1, ?, ?, ?, ?, ?, ?)
        """,
        rows,
        BATCH,
        (row, each) -> {
          var connection = row.getConnection();
          row.setObject(1, each.of().id());
          row.setString(2, each.text().goal());
          row.setArray(3, connection.createArrayOf("text", each.text().rules().toArray()));
          row.setArray(4, connection.createArrayOf("text", each.text().criteria().toArray()));
          row.setArray(
              5,
              connection.createArrayOf(
                  "text", each.kind().indicators().stream().map(Enum::name).toArray()));
          row.setObject(6, each.of().officer());
          row.setTimestamp(7, Timestamp.from(each.of().proposedAt()));
        });
    batches.batchUpdate(
        """
        insert into programme.partner (programme_id, version, position, kind)
        values (?, 1, 0, ?)
        """,
        rows,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.of().id());
          row.setString(2, each.kind().partners().getFirst().name());
        });
    batches.batchUpdate(
        """
        insert into programme.act (id, programme_id, kind, version, proposed_by,
          proposed_at, outcome, decided_by, decided_at, paper_number, paper_on, paper_signer)
        values (?, ?, 'LAUNCH', 1, ?, ?, 'ACCEPTED', ?, ?, ?, ?, ?)
        """,
        rows,
        BATCH,
        (row, each) -> {
          InventedProgramme of = each.of();
          row.setObject(1, of.actId());
          row.setObject(2, of.id());
          row.setObject(3, of.officer());
          row.setTimestamp(4, Timestamp.from(of.proposedAt()));
          row.setObject(5, of.chair());
          row.setTimestamp(6, Timestamp.from(of.proposedAt()));
          row.setString(7, of.paper());
          row.setObject(8, of.launchedOn());
          row.setString(9, of.chairName());
        });
  }

  private void activities(List<InventedProgramme> invented) {
    record Of(InventedProgramme programme, InventedActivity activity) {}
    batches.batchUpdate(
        """
        insert into programme.activity (id, version, programme_id, on_day, what, place,
          partners, attended, women, youth, entered_by, entered_at)
        values (?, 1, ?, ?, ?, 'Nhà văn hóa', '{POLICE}', ?, ?, ?, ?, ?)
        """,
        invented.stream()
            .flatMap(
                programme -> programme.activities().stream().map(each -> new Of(programme, each)))
            .toList(),
        BATCH,
        (row, of) -> {
          InventedActivity each = of.activity();
          row.setObject(1, each.id());
          row.setObject(2, of.programme().id());
          row.setObject(3, each.on());
          row.setString(4, each.what() + SIMULATED);
          row.setInt(5, each.attended());
          row.setInt(6, each.women());
          row.setInt(7, each.youth());
          row.setObject(8, of.programme().officer());
          row.setTimestamp(9, Timestamp.from(each.at()));
        });
  }

  private void assessments(List<Row> rows) {
    record Of(Row row, InventedAssessment assessment) {}
    List<Of> all =
        rows.stream()
            .flatMap(row -> row.of().assessments().stream().map(each -> new Of(row, each)))
            .toList();
    batches.batchUpdate(
        """
        insert into programme.assessment (id, programme_id, year, version, conclusion,
          words, partners_asked, partners_agreed, state, made_by, made_at, decided_by, decided_at)
        values (?, ?, ?, 1, ?, 'Sinh hoạt đều (mô phỏng)', 1, 1, 'CONFIRMED', ?, ?, ?, ?)
        """,
        all,
        BATCH,
        (row, of) -> {
          InventedAssessment each = of.assessment();
          row.setObject(1, each.id());
          row.setObject(2, of.row().of().id());
          row.setInt(3, each.year());
          row.setString(4, each.recommends() ? "RECOMMEND" : "CONTINUE");
          row.setObject(5, of.row().of().officer());
          row.setTimestamp(6, Timestamp.from(each.at()));
          row.setObject(7, of.row().of().chair());
          row.setTimestamp(8, Timestamp.from(each.at()));
        });
    record Answer(UUID assessment, int position) {}
    List<Answer> answers = new ArrayList<>();
    for (Of of : all) {
      for (int i = 0; i < of.row().text().criteria().size(); i++) {
        answers.add(new Answer(of.assessment().id(), i));
      }
    }
    batches.batchUpdate(
        """
        insert into programme.answer (assessment_id, position, result)
        values (?, ?, 'MET')
        """,
        answers,
        BATCH,
        (row, each) -> {
          row.setObject(1, each.assessment());
          row.setInt(2, each.position());
        });
  }
}
