package anbinh.seal.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Note;
import anbinh.seal.note.NoteSignature;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  private static final String ORIGIN = "anbinh.example/log";

  @TempDir Path root;

  private final SigningKey key = SigningKey.generate(ORIGIN);
  private final MemoryLog log = new MemoryLog(key, "a", 0);
  private WitnessFolder folder;
  private Witness witness;

  @BeforeEach
  void open() throws IOException {
    folder = WitnessFolder.open(root.resolve("w"), "witness.example/w1", logKeys());
    witness = new Witness(folder, InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() throws IOException {
    folder.close();
  }

  private List<VerifierKey> logKeys() {
    return List.of(key.verifierKey());
  }

  private void reopen() throws IOException {
    close();
    open();
  }

  private WitnessAnswer ask(AddCheckpoint request) throws IOException, InterruptedException {
    return witness.add(MemoryLog.bytes(request));
  }

  private void cosigns(AddCheckpoint request) throws IOException, InterruptedException {
    assertThat(ask(request)).isInstanceOf(WitnessAnswer.Cosigned.class);
  }

  private int status(AddCheckpoint request) throws IOException, InterruptedException {
    return switch (ask(request)) {
      case WitnessAnswer.Cosigned _ -> 200;
      case WitnessAnswer.OtherSize _ -> 409;
      case WitnessAnswer.Refused(int status, String _) -> status;
    };
  }

  @Test
  void cosignsALogThatGrows() throws Exception {
    long old = 0;
    for (long size : List.of(0L, 1L, 2L, 7L, 8L, 8L, 300L, 70_000L)) {
      WitnessAnswer answer = ask(log.request(old, size));
      assertThat(answer).as("size %d", size).isInstanceOf(WitnessAnswer.Cosigned.class);
      String lines = ((WitnessAnswer.Cosigned) answer).lines();
      NoteSignature line = Note.parseSignatures(lines).getFirst();
      assertThat(witness.key().check(log.head(size).with(line)))
          .isEqualTo(new WitnessKey.Answer.Cosigned(NOW));
      old = size;
    }
  }

  @Test
  void tellsTheSizeItKnowsWhenAskedFromAnother() throws Exception {
    assertThat(ask(log.request(5, 9))).isEqualTo(new WitnessAnswer.OtherSize(0));
    cosigns(log.request(0, 9));
    assertThat(ask(log.request(0, 20))).isEqualTo(new WitnessAnswer.OtherSize(9));
    assertThat(ask(log.request(8, 9))).isEqualTo(new WitnessAnswer.OtherSize(9));
  }

  @Test
  void refusesALogThatWasRolledBack() throws Exception {
    cosigns(log.request(0, 9));
    assertThat(ask(log.request(5, 7))).isEqualTo(new WitnessAnswer.OtherSize(9));
    assertThat(witness.logs().getFirst().refusal())
        .isEqualTo(new WatchedLog.Refusal(NOW, 7, Contradiction.SMALLER));
    assertThat(witness.logs().getFirst().kept()).isEqualTo(1);
    assertThat(status(new AddCheckpoint(9, List.of(), log.head(7)))).isEqualTo(400);
  }

  @Test
  void refusesTwoHeadsOfOneSizeAndKeepsTheProof() throws Exception {
    cosigns(log.request(0, 9));
    MemoryLog other = new MemoryLog(key, "b", 4);
    assertThat(status(other.request(9, 9))).isEqualTo(422);
    assertThat(status(other.request(0, 9))).isEqualTo(409);
    assertThat(witness.logs().getFirst().kept()).isEqualTo(1);
    try (Stream<Path> files = Files.list(root.resolve("w/refused"))) {
      assertThat(Note.parse(Files.readAllBytes(files.findFirst().orElseThrow())))
          .isEqualTo(other.head(9));
    }
    assertThat(witness.findCheckpoint(WatchedLog.hash(ORIGIN)).orElseThrow().text())
        .isEqualTo(log.head(9).text());
  }

  @Test
  void refusesProofsThatDoNotShowThatTheLogOnlyAppended() throws Exception {
    cosigns(log.request(0, 9));
    MemoryLog other = new MemoryLog(key, "b", 8);
    assertThat(status(other.request(9, 20))).isEqualTo(422);
    assertThat(witness.logs().getFirst().kept())
        .as("a larger head of another history")
        .isEqualTo(1);
    assertThat(status(new AddCheckpoint(9, List.of(), log.head(20)))).isEqualTo(422);
    List<Hash> proof = new ArrayList<>(log.proof(9, 20));
    Collections.swap(proof, 0, 1);
    assertThat(status(new AddCheckpoint(9, proof, log.head(20)))).isEqualTo(422);
    assertThat(status(new AddCheckpoint(9, log.proof(8, 20), log.head(20)))).isEqualTo(422);
    cosigns(log.request(9, 20));
  }

  @Test
  void wantsNoProofFromNothingAndTheRightRootOfNothing() throws Exception {
    assertThat(status(new AddCheckpoint(0, log.proof(3, 9), log.head(9)))).isEqualTo(422);
    Note wrong = key.sign(ORIGIN + "\n0\n" + log.root(3).base64() + "\n");
    assertThat(status(new AddCheckpoint(0, List.of(), wrong))).isEqualTo(422);
    Note right = key.sign(ORIGIN + "\n0\n" + Tree.EMPTY_ROOT.base64() + "\n");
    cosigns(new AddCheckpoint(0, List.of(), right));
    cosigns(log.request(0, 9));
  }

  @Test
  void refusesUnknownLogsAndForeignOrForgedSignatures() throws Exception {
    MemoryLog unknown = new MemoryLog(SigningKey.generate("other.example/log"), "a", 0);
    assertThat(status(unknown.request(0, 3))).isEqualTo(404);
    MemoryLog foreign = new MemoryLog(SigningKey.generate(ORIGIN), "a", 0);
    assertThat(status(foreign.request(0, 3))).isEqualTo(403);
    Note forged = new Note(log.head(3).text(), log.head(4).signatures());
    assertThat(status(new AddCheckpoint(0, List.of(), forged))).isEqualTo(403);
    Note both = log.head(3).with(foreign.head(3).signatures().getFirst());
    cosigns(new AddCheckpoint(0, List.of(), both));
    assertThat(witness.findCheckpoint(WatchedLog.hash(ORIGIN)).orElseThrow().signatures())
        .as("signatures of unknown keys are not published")
        .hasSize(2);
  }

  @Test
  void acceptsExtensionLinesOfOtherLogs() throws Exception {
    Note extended = key.sign(log.head(3).text() + "more\n");
    cosigns(new AddCheckpoint(0, List.of(), extended));
    reopen();
    cosigns(log.request(3, 5));
  }

  @Test
  void answersMalformedBodiesWith400() throws Exception {
    String good = log.request(0, 3).write();
    for (String body :
        List.of(
            "",
            "old 0\n",
            good.replace("old 0", "old  0"),
            good.replace("old 0", "old 00"),
            good.replace("old 0", "old -1"),
            good.replace("old 0", "old 9223372036854775808"),
            good.replace("old 0", "OLD 0"),
            good.replace("old 0\n", "old 0\r\n"),
            good.replace("old 0\n", "old 0\nAAAA\n"),
            good.replace("old 0\n", "old 0\n" + ("A".repeat(43) + "=\n").repeat(64)),
            good.substring(0, good.length() - 1),
            good.replace("\n3\n", "\n03\n"),
            good + "\n",
            good + "x\n")) {
      assertThat(witness.add(body.getBytes(StandardCharsets.UTF_8)))
          .as(body)
          .isInstanceOfSatisfying(
              WitnessAnswer.Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }
    assertThat(witness.add(new byte[] {(byte) 0xff})).isInstanceOf(WitnessAnswer.Refused.class);
  }

  @Test
  void remembersWhatItCosignedAndItsKeyAndItsLogs() throws Exception {
    cosigns(log.request(0, 9));
    WitnessKey before = witness.key();
    close();
    folder = WitnessFolder.open(root.resolve("w"), "another name", List.of());
    witness = new Witness(folder, InstantSource.fixed(NOW));
    assertThat(witness.key()).isEqualTo(before);
    assertThat(before.name()).isEqualTo("witness.example/w1");
    assertThat(ask(log.request(5, 7))).isEqualTo(new WitnessAnswer.OtherSize(9));
    cosigns(log.request(9, 12));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve("w/witness.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void doesNotStartWithADamagedHeadOrWithoutItsKeyOrTwice() throws Exception {
    cosigns(log.request(0, 9));
    assertThatThrownBy(() -> WitnessFolder.open(root.resolve("w"), "x", List.of()))
        .hasMessageContaining("another witness");
    close();
    Path head = root.resolve("w/heads").resolve(WatchedLog.hash(ORIGIN));
    String text = Files.readString(head);
    for (String damaged :
        List.of("", text.substring(0, 60), text.replace("\n9\n", "\n8\n"), log.head(3).write())) {
      Files.writeString(head, damaged);
      assertThatThrownBy(this::open).as(damaged).isInstanceOf(FormatProblem.class);
      folder.close();
    }
    Files.writeString(head, text);
    Path keyFile = root.resolve("w/witness.key");
    Path away = root.resolve("away");
    Files.move(keyFile, away);
    assertThatThrownBy(this::open).hasMessageContaining("no witness.key");
    Files.move(away, keyFile);
    open();
    cosigns(log.request(9, 10));
  }

  @Test
  void trustsEveryKeyThatItKnowsOfALog() throws Exception {
    SigningKey next = SigningKey.generate(ORIGIN);
    close();
    folder = WitnessFolder.open(root.resolve("w"), "x", List.of(next.verifierKey()));
    witness = new Witness(folder, InstantSource.fixed(NOW));
    assertThat(witness.logs()).hasSize(1);
    cosigns(log.request(0, 3));
    cosigns(new MemoryLog(next, "a", 0).request(3, 5));
    Note both = log.head(6).with(new MemoryLog(next, "a", 0).head(6).signatures().getFirst());
    cosigns(new AddCheckpoint(5, log.proof(5, 6), both));
  }
}
