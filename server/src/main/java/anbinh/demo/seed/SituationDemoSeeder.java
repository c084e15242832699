package anbinh.demo.seed;

import anbinh.identity.Person;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.intake.SituationIntake;
import anbinh.situation.intake.SituationIntake.Source;
import anbinh.situation.officer.SituationHandling;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.NewSituation;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.reporter.ReporterIdentity;
import anbinh.team.member.TeamOfPerson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes a few reports of a village for a demonstration, all marked as simulated.
@Component
class SituationDemoSeeder {
  private static final String MARK = " (mô phỏng)";

  private final SituationTable table;
  private final SituationIntake intake;
  private final SituationHandling handling;
  private final SituationDeadlines clock;
  private final TeamOfPerson teams;

  SituationDemoSeeder(
      SituationTable table,
      SituationIntake intake,
      SituationHandling handling,
      SituationDeadlines clock,
      TeamOfPerson teams) {
    this.table = table;
    this.intake = intake;
    this.handling = handling;
    this.clock = clock;
    this.teams = teams;
  }

  /// Does nothing where they were made before.
  ///
  /// @param member of a team, who reports
  /// @param officer of the commune
  public void make(UUID communeId, UUID villageId, Person member, Person officer) {
    if (table.find(id(communeId, "theft")).isPresent()) {
      return;
    }
    report(
        id(communeId, "noise"),
        sent(communeId, villageId, "NOISE", "Loa kẹo kéo hát đến quá nửa đêm.", "", 26),
        member);
    report(
        id(communeId, "theft"),
        sent(
            communeId,
            villageId,
            "THEFT",
            "Khóa cổng bị cắt, mất một xe đạp.",
            "Hàng xóm nói thấy người lạ đi qua lúc chiều.",
            3),
        member);
    UUID fight = id(communeId, "fight");
    report(
        fight,
        sent(communeId, villageId, "FIGHT", "Hai thanh niên xô xát ở quán nước.", "", 5),
        member);
    handling.acknowledge(fight, officer);
    UUID river = id(communeId, "environment");
    report(
        river,
        sent(communeId, villageId, "ENVIRONMENT", "Rác đổ xuống mương đầu thôn.", "", 30),
        member);
    handling.acknowledge(river, officer);
    handling.resolve(
        river,
        SituationState.RESOLVED_ON_SITE,
        null,
        "Đã nhắc nhở, hộ dân tự thu dọn trong ngày." + MARK,
        officer);
    handling.close(river, "Việc đã xử lý xong tại chỗ. Cảm ơn tổ đã báo." + MARK, officer);
  }

  private void report(UUID id, NewSituation sent, Person member) {
    intake.take(
        id,
        sent,
        new Source(
            SituationChannel.TEAM,
            ReporterIdentity.of(member),
            teams.find(member).orElse(null),
            member,
            null));
  }

  private NewSituation sent(
      UUID communeId, UUID villageId, String kind, String seen, String told, int hoursAgo) {
    Instant at = clock.now().minus(Duration.ofHours(hoursAgo));
    return new NewSituation(
        communeId,
        villageId,
        kind,
        false,
        false,
        HappenedPrecision.ABOUT,
        at,
        at,
        null,
        seen + MARK,
        told.isEmpty() ? told : told + MARK,
        told.isEmpty() ? "" : "Người trong xóm",
        "Đầu thôn" + MARK,
        null,
        null,
        null);
  }

  private static UUID id(UUID communeId, String what) {
    return UUID.nameUUIDFromBytes(
        ("situation " + communeId + " " + what).getBytes(StandardCharsets.UTF_8));
  }
}
