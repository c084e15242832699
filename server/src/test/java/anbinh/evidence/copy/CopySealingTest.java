package anbinh.evidence.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.audit.event.RecordedEvent;
import anbinh.audit.event.RecordedLog;
import anbinh.audit.log.FakeProofs;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.FakeExtractions;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.evidence.request.FakeRequests;
import anbinh.evidence.request.RequestFixture;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.DataFolder;
import anbinh.seal.json.Json;
import anbinh.seal.log.Commitment;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy is sealed on the log's word alone, whatever the database says; CopiesJourney seals some.
class CopySealingTest {
  private static final Instant NOW = RequestFixture.NOW;
  private static final String MASTER = "ab".repeat(32);
  private static final String MADE = "cd".repeat(32);
  private static final long SEALED_AT = 40;

  @TempDir Path root;

  private final RecordedLog log = new RecordedLog();
  private final FakeProofs proofs = new FakeProofs();
  private final FakePeople people = new FakePeople();
  private final FakeRequests requests = new FakeRequests(NOW);
  private CopySealing sealing;
  private Path target;

  private static final class Videos extends PackagedVideos {
    @SuppressWarnings("NullAway") // there is no table
    Videos() {
      super(null, null, null);
    }

    @Override
    public Extraction extraction(UUID request) {
      return new FakeExtractions().add(request, null);
    }
  }

  @BeforeEach
  @SuppressWarnings("NullAway") // nothing comes to be sealed
  void begin() throws IOException {
    var folder = new CopyFolder(DataFolder.beside(root));
    target = folder.packageFile(FakeExtractions.CODE + "-C1");
    Files.createDirectories(target.getParent());
    Files.writeString(target, "left by a killed server");
    people.add(AccessFixture.person(1, AccessFixture.COMMUNE, Role.INVESTIGATOR));
    people.add(AccessFixture.person(2, AccessFixture.COMMUNE, Role.APPROVER));
    requests.add(
        RequestFixture.sealed(RequestFixture.grant(NOW.minusSeconds(600), NOW, new UUID(6, 1))),
        Map.of());
    proofs.add(SEALED_AT, masterSeal().canonical());
    sealing =
        new CopySealing(
            null,
            folder,
            null,
            null,
            new Videos(),
            requests,
            null,
            null,
            log,
            proofs,
            people,
            null,
            null,
            null);
  }

  private static Seal masterSeal() {
    return new Seal(
        NOW,
        FakeExtractions.CODE,
        RequestFixture.REQUEST.toString(),
        null,
        null,
        act("person-1", 3),
        act("person-2", 4),
        null,
        new Seal.Contents("ab".repeat(64), "1234.5", "cd".repeat(32)),
        List.of(1L),
        null,
        new Seal.Enclosed(List.of("seal.p7s"), false),
        Commitment.salt());
  }

  private static Seal.Act act(String actor, long index) {
    return new Seal.Act(actor, NOW, index, Hash.parseHex("0" + index + "00".repeat(31), "commit"));
  }

  private void tell(
      CopyEvent type, int person, UUID copy, String fact, String value, @Nullable Long index) {
    log.tell(
        new RecordedEvent(
            UUID.randomUUID(),
            type.code(),
            index,
            NOW,
            new UUID(3, person).toString(),
            RequestFixture.REQUEST.toString(),
            null,
            new Json.Obj(Map.of("copy", Json.of(copy.toString()), fact, Json.of(value))),
            null));
  }

  private void order(int person, String master, @Nullable Long index) {
    tell(CopyEvent.ORDERED, person, CopyFixture.COPY, "master", master, index);
  }

  private void confirm(int person, String made, @Nullable Long index) {
    tell(CopyEvent.CONFIRMED, person, CopyFixture.COPY, "sha256", made, index);
  }

  private void assertNotSealed(String why) {
    Copy copy =
        CopyFixture.copy(Copy.State.CONFIRMED, MASTER, null, true, 0, CopyFixture.made(MADE));
    assertThatThrownBy(() -> sealing.seal(copy))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why);
    assertThat(log.events()).as("no seal in the log").isEmpty();
    assertThat(target).as("nothing was begun").hasContent("left by a killed server");
  }

  @Test
  void whatNobodyOrderedByTheLogIsNotSealed() {
    confirm(2, MADE, 51L);
    assertNotSealed("no such copy.ordered");
    tell(CopyEvent.ORDERED, 1, new UUID(10, 9), "master", MASTER, 50L);
    assertNotSealed("no such copy.ordered");
  }

  @Test
  void anotherVideoThanOrderedIsNotSealed() {
    order(1, "ef".repeat(32), 50L);
    confirm(2, MADE, 51L);
    assertNotSealed("no such copy.ordered");
  }

  @Test
  void anOrderOfSomebodyElseIsNoneOfWhomTheDatabaseNames() {
    order(2, MASTER, 50L);
    confirm(2, MADE, 51L);
    assertNotSealed("no such copy.ordered");
  }

  @Test
  void whatNobodyConfirmedByTheLogIsNotSealed() {
    order(1, MASTER, 50L);
    assertNotSealed("no such copy.confirmed");
    confirm(1, MADE, 51L);
    assertNotSealed("no such copy.confirmed");
  }

  @Test
  void anotherCopyThanWasLookedAtIsNotSealed() {
    order(1, MASTER, 50L);
    confirm(2, MASTER, 51L);
    assertNotSealed("no such copy.confirmed");
  }

  @Test
  void whatTheLogTellsTwiceIsNotSealed() {
    order(1, MASTER, 50L);
    confirm(2, MADE, 51L);
    confirm(2, MADE, 52L);
    assertNotSealed("no such copy.confirmed");
  }

  @Test
  void whatIsNotInTheLogYetIsSealedLater() {
    order(1, MASTER, null);
    confirm(2, MADE, 51L);
    assertNotSealed("not in the log yet");
  }

  @Test
  void aPackageWhoseSealWasAlteredIsNotCopied() {
    order(1, MASTER, 50L);
    confirm(2, MADE, 51L);
    proofs.add(SEALED_AT, "{}".getBytes(StandardCharsets.UTF_8));
    Copy copy =
        CopyFixture.copy(Copy.State.CONFIRMED, MASTER, null, true, 0, CopyFixture.made(MADE));
    assertThatThrownBy(() -> sealing.seal(copy)).isInstanceOf(RuntimeException.class);
    assertThat(log.events()).isEmpty();
  }
}
