package anbinh.situation.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NamedPerson;
import anbinh.situation.report.SituationContent.NamedRole;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportVersion;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationContent.ReportedNature;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationContent.VersionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whose name stands in a report, who then has a part in it; who is responsible where, shows
/// SituationsIT.
class SituationOfficersTest {
  private static final Instant AT = Instant.parse("2026-11-27T03:00:00Z");
  private final Person officer = named("Lê Thị Hoa");

  private static Person named(String name) {
    return new Person(
        new UUID(2, 1),
        "officer",
        name,
        Set.of(Role.COMMUNITY_OFFICER),
        AccessFixture.COMMUNE,
        "vi",
        new UUID(3, 1),
        true,
        false,
        false,
        Map.of(),
        Instant.EPOCH);
  }

  private static SituationContent content(@Nullable UUID by, ReportWords words) {
    return SituationContent.of(
        new ReportVersion(
            1,
            AT,
            by,
            null,
            VersionStatus.CURRENT,
            new ReportedNature("THEFT", false, false),
            null,
            words));
  }

  private static ReportWords seen(String seen) {
    return new ReportWords(seen, "", "", "", null, List.of());
  }

  private static SituationContent reported(String seen) {
    return content(null, seen(seen));
  }

  private static SituationContent noted(
      SituationContent content, @Nullable UUID by, NoteKind kind, String words) {
    return content.noted(new SituationNote(AT, by, kind, null, false, null, words));
  }

  @Test
  void aNameIsFoundWhereverItStandsAndHoweverItIsWritten() {
    for (String text :
        List.of(
            "Lê Thị Hoa lấy tiền.",
            "Chị LÊ THỊ HOA lấy tiền.",
            "chi le thi hoa, lay tien",
            "Tiền đưa cho Lê Thị Hoa")) {
      assertThat(SituationOfficers.isNamed(officer, reported(text))).as(text).isTrue();
    }
    for (String text : List.of("Hoa lấy tiền.", "Lê Thị Hoan", "Lê Thị", "", "lê thị  khác hoa")) {
      assertThat(SituationOfficers.isNamed(officer, reported(text))).as(text).isFalse();
    }
    for (ReportWords words :
        List.of(
            new ReportWords("", "Lê Thị Hoa", "", "", null, List.of()),
            new ReportWords("", "", "Lê Thị Hoa", "", null, List.of()),
            new ReportWords("", "", "", "nhà Lê Thị Hoa", null, List.of()),
            new ReportWords(
                "",
                "",
                "",
                "",
                null,
                List.of(new NamedPerson("Lê Thị Hoa", NamedRole.ACCUSED, ""))),
            new ReportWords(
                "",
                "",
                "",
                "",
                null,
                List.of(new NamedPerson("x", NamedRole.OTHER, "vợ Lê Thị Hoa"))))) {
      assertThat(SituationOfficers.isNamed(officer, content(null, words))).isTrue();
    }
  }

  @Test
  void aNameOfOneWordIsFoundOnlyWhereNothingElseIsSaid() {
    Person short1 = named("Hoa");
    assertThat(SituationOfficers.isNamed(short1, reported("hoa"))).isTrue();
    assertThat(SituationOfficers.isNamed(short1, reported("Bán hoa ở chợ"))).isFalse();
  }

  @Test
  void whatAnOfficerWroteThemselfDoesNotNameThemButWhomTheyList() {
    UUID own = officer.id();
    assertThat(SituationOfficers.isNamed(officer, content(own, seen("Tôi, Lê Thị Hoa, ghi."))))
        .isFalse();
    var listed =
        new ReportWords(
            "", "", "", "", null, List.of(new NamedPerson("Lê Thị Hoa", NamedRole.ACCUSED, "")));
    assertThat(SituationOfficers.isNamed(officer, content(own, listed))).isTrue();
  }

  @Test
  void aColleagueWhoNamesThemInANoteOfTheDeskDoesNotAccuseThem() {
    UUID colleague = new UUID(2, 5);
    SituationContent plain = reported("Mất xe.");
    assertThat(
            SituationOfficers.isNamed(
                officer, noted(plain, colleague, NoteKind.NOTE, "Giao Lê Thị Hoa.")))
        .isFalse();
    assertThat(
            SituationOfficers.isNamedAnywhere(
                officer, noted(plain, colleague, NoteKind.NOTE, "Giao Lê Thị Hoa.")))
        .as("who is no colleague there reads all of it")
        .isTrue();
    assertThat(
            SituationOfficers.isNamed(
                officer, noted(plain, colleague, NoteKind.WRITTEN_REPORT, "Lê Thị Hoa.")))
        .isTrue();
    assertThat(
            SituationOfficers.isNamed(
                officer, noted(plain, null, NoteKind.ADDITION, "Chính Lê Thị Hoa.")))
        .isTrue();
  }

  @Test
  void anAnswerMayCallWhoAskedByName() {
    SituationContent asked =
        noted(reported("Mất xe."), officer.id(), NoteKind.QUESTION, "Xe màu gì?");
    SituationContent answered =
        asked.noted(
            new SituationNote(
                AT.plusSeconds(9),
                null,
                NoteKind.ANSWER,
                null,
                false,
                null,
                "Chị Lê Thị Hoa ơi",
                AT));
    assertThat(SituationOfficers.isNamed(officer, answered)).isFalse();
    SituationContent others = noted(reported("Mất xe."), new UUID(2, 5), NoteKind.QUESTION, "Gì?");
    assertThat(
            SituationOfficers.isNamed(
                officer,
                others.noted(
                    new SituationNote(
                        AT.plusSeconds(9),
                        null,
                        NoteKind.ANSWER,
                        null,
                        false,
                        null,
                        "Lê Thị Hoa lấy",
                        AT))))
        .as("what is said to somebody else")
        .isTrue();
  }
}
