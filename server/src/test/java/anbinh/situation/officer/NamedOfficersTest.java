package anbinh.situation.officer;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.situation.kind.FakeKinds;
import anbinh.situation.report.FakeSituationTable;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.SituationNote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedOfficersTest {
  private final OfficerFixture fixture = new OfficerFixture();
  @TempDir Path folder;

  private void add(Situation report, String words) {
    SituationContent before = fixture.situations.content(report);
    var note =
        new SituationNote(OfficerFixture.NOW, null, NoteKind.ADDITION, null, false, null, words);
    List<SituationNote> notes = new ArrayList<>(before.notes());
    notes.add(note);
    fixture.situations.add(
        report, new SituationContent(before.versions(), before.current(), notes));
  }

  @Test
  void readsAgainOnlyWhereSomethingWasWrittenAndForEachOfficer() {
    var table = new FakeSituationTable(folder, fixture.situations);
    var named = new NamedOfficers(table);
    Situation report = fixture.submitted(FakeKinds.THEFT);
    UUID one = report.id();
    UUID other = fixture.submitted(FakeKinds.THEFT).id();
    List<UUID> both = List.of(one, other);
    assertThat(named.namedIn(both, fixture.officer)).isEmpty();
    assertThat(named.namedIn(both, fixture.officer)).isEmpty();
    assertThat(table.read).containsExactlyInAnyOrder(one, other);
    table.read.clear();
    add(report, "Thấy " + fixture.officer.displayName() + " ở đó.");
    assertThat(named.namedIn(both, fixture.officer)).containsExactly(one);
    assertThat(named.namedIn(both, fixture.officer)).containsExactly(one);
    assertThat(table.read).containsExactly(one);
    table.read.clear();
    assertThat(named.namedIn(both, fixture.colleague)).isEmpty();
    assertThat(table.read).containsExactlyInAnyOrder(one, other);
  }
}
