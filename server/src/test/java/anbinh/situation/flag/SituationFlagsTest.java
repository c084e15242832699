package anbinh.situation.flag;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whom a reporter names; how often, and who learns of it, shows SituationAboveTests.
class SituationFlagsTest {
  private static final Instant AT = Instant.parse("2026-11-27T03:00:00Z");

  private static SituationContent content(String seen, NamedPerson... people) {
    return SituationContent.of(
        new ReportVersion(
            1,
            AT,
            null,
            null,
            VersionStatus.CURRENT,
            new ReportedNature("THEFT", false, false),
            null,
            new ReportWords(seen, "", "", "", null, List.of(people))));
  }

  private static NamedPerson person(String name, NamedRole role, String words) {
    return new NamedPerson(name, role, words);
  }

  private static SituationContent noted(SituationContent content, @Nullable UUID by, String words) {
    return content.noted(new SituationNote(AT, by, NoteKind.ADDITION, null, false, null, words));
  }

  @Test
  void whoIsAccusedIsNamedAsAPersonAndWhoStandsInATextIsNot() {
    assertThat(
            SituationFlags.names(
                content(
                    "thấy Trần Bình", person("Lê  Văn Sáu", NamedRole.ACCUSED, "nhà cạnh Hà Hai"))))
        .isEqualTo(Map.of("tran binh", false, "le van sau", true, "ha hai", false));
  }

  @Test
  void whoIsAccusedAndStandsInATextTooIsAccused() {
    assertThat(
            SituationFlags.names(
                content("thấy Trần Bình", person("Trần Bình", NamedRole.ACCUSED, ""))))
        .isEqualTo(Map.of("tran binh", true));
  }

  @Test
  void witnessesAndThoseAffectedAreNotAccused() {
    assertThat(
            SituationFlags.names(
                content(
                    "",
                    person("Lê Văn Sáu", NamedRole.WITNESS, ""),
                    person("Hà Hai", NamedRole.AFFECTED, ""))))
        .isEmpty();
  }

  @Test
  void whatTheReporterAddsCountsAndWhatAnOfficerNotesDoesNot() {
    SituationContent plain = content("");
    assertThat(SituationFlags.names(noted(plain, null, "vẫn là Trần Bình")))
        .isEqualTo(Map.of("tran binh", false));
    assertThat(SituationFlags.names(noted(plain, new UUID(2, 1), "đã gọi Trần Bình"))).isEmpty();
  }

  @Test
  void whatStoodInAnEarlierVersionStillCounts() {
    SituationContent first = content("thấy Trần Bình");
    SituationContent changed =
        new SituationContent(
            List.of(first.versions().getFirst(), content("không ai").versions().getFirst()),
            1,
            List.of());
    assertThat(SituationFlags.names(changed)).containsKey("tran binh");
  }
}
