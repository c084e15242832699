package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.bag.FileDigest;
import anbinh.seal.pack.ClipFixture;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names, and how much of which files, a reader may hand over.
class PackageFilesTest {
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);
  private static final int KIB = 1024;
  private static final int MIB = 1024 * 1024;

  private final PackageFiles files = new PackageFiles();

  private void add(String path, byte[] content) throws PackageProblem {
    files.begin(path);
    files.data(content, 0, content.length);
    files.end();
  }

  private FileDigest digest(String path) {
    return Objects.requireNonNull(files.digests().get(path));
  }

  private void refused(String path, String detail) {
    assertThatThrownBy(() -> files.begin(path))
        .isInstanceOfSatisfying(
            PackageProblem.class,
            problem -> {
              assertThat(problem.finding().file()).isEqualTo(path);
              assertThat(problem.finding().reason()).isEqualTo(Reason.PATH_REFUSED);
              assertThat(problem.finding().detail()).contains(detail);
            });
  }

  private void endsAt(String path, int maxBytes) throws PackageProblem {
    add(path, new byte[maxBytes]);
    assertThat(files.find(path).orElseThrow()).hasSize(maxBytes);
    PackageFiles other = new PackageFiles();
    other.begin(path);
    other.data(new byte[maxBytes], 0, maxBytes);
    assertThatThrownBy(() -> other.data(new byte[1], 0, 1))
        .isInstanceOfSatisfying(
            PackageProblem.class,
            problem ->
                assertThat(problem.finding())
                    .isEqualTo(
                        new Finding(
                            path, Reason.BAD_FORMAT, "longer than " + maxBytes + " bytes")));
  }

  @Test
  void takesAFileWithoutContent() throws PackageProblem {
    files.begin("seal/vkey");
    files.end();
    assertThat(files.find("seal/vkey").orElseThrow()).isEmpty();
    assertThat(files.digests()).containsOnlyKeys("seal/vkey");
  }

  @Test
  void digestsEveryFileInPieces() throws PackageProblem {
    files.begin("bag/data/a");
    files.data(TEXT, 0, 2);
    files.data(TEXT, 2, 2);
    files.end();
    add("bag/data/b", TEXT);
    assertThat(digest("bag/data/a")).isEqualTo(digest("bag/data/b"));
    assertThat(digest("bag/data/a").sha256()).isEqualTo(Hash.sha256(TEXT).hex());
    assertThat(digest("bag/data/a").bytes()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../bag/data/a",
        "bag/../../a",
        "bag/data/..",
        "./bag",
        "bag//a",
        "/bag/data/a",
        "bag/data/",
        "bag\\data\\a",
        "C:/bag",
        "bag/data/a:b",
        "bag/data/a\u0000",
        "bag/data/con.txt",
        "bag/data/a.",
        "bag/data/a ",
        "bag/data/ a",
        "bag/data/\u202ea",
        "bag/data/A\u0309nh",
        ""
      })
  void aPathThatMeansAnotherFileElsewhereIsRefused(String path) {
    refused(path, "path");
  }

  @ParameterizedTest
  @CsvSource({
    "bag/data/a.mp4, bag/data/A.mp4",
    "bag/data/a/b, bag/data/A/c",
    "bag/data/\u1ea3nh, bag/data/\u1ea2NH",
    "bag/data/\u03c3, bag/data/\u03c2",
    "bag/data/stra\u00dfe, bag/data/strasse",
    "bag/data/\u2460, bag/data/1",
    "bag/data/\ufb01, bag/data/fi"
  })
  void twoPathsThatSomeSystemTakesForOneAreRefused(String one, String other) throws PackageProblem {
    add(one, TEXT);
    refused(other, "some systems take these for one");
  }

  @Test
  void aPathIsThereOnceAsAFileOrAsAFolder() throws PackageProblem {
    add("bag/data/a", TEXT);
    refused("bag/data/a", "stands twice");
    refused("bag/data/a/b", "stands twice: bag/data/a");
    refused("bag/data", "stands twice");
  }

  @Test
  void aFolderMayBeNamedAgainButNotLikeAFile() throws PackageProblem {
    add("bag/data/a", TEXT);
    files.folder("bag/data");
    files.folder("bag/data");
    for (String folder : new String[] {"bag/data/a", "bag/DATA", "bag/..", "/"}) {
      assertThatThrownBy(() -> files.folder(folder))
          .isInstanceOfSatisfying(
              PackageProblem.class,
              problem -> assertThat(problem.finding().reason()).isEqualTo(Reason.PATH_REFUSED));
    }
    files.folder("bag/data/empty");
    refused("bag/data/empty", "stands twice");
    assertThat(files.digests()).containsOnlyKeys("bag/data/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seal/seal.json",
        "seal/checkpoint",
        "seal/VERIFY.md",
        "seal/segments/0.json",
        "seal/segments/7.json.tlog-proof",
        "seal/segments/x"
      })
  void aFileOfTheSealHasAtMostOneMebibyte(String path) throws PackageProblem {
    endsAt(path, MIB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seal/seal.p7s", "seal/seal.tsr", "seal/minute.vi.pdf", "seal/receipt-99.json"})
  void anAttachmentHasAtMostFourMebibytes(String path) throws PackageProblem {
    endsAt(path, 4 * MIB);
  }

  @Test
  void aCertificateHasAtMost64Kibibytes() throws PackageProblem {
    endsAt("bag/data/certificate.pem", 64 * KIB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bag/manifest-sha512.txt",
        "bag/x",
        "bag/data/coverage.json",
        "bag/data/segments.json",
        "bag/data/record.json",
        "bag/data/copy.json"
      })
  void manifestsAndDocumentsAreHeldBeyondFourMebibytes(String path) throws PackageProblem {
    add(path, new byte[4 * MIB + 1]);
    assertThat(files.find(path)).isPresent();
  }

  @Test
  void aDocumentHasAtMost64Mebibytes() throws PackageProblem {
    byte[] piece = new byte[16 * MIB];
    files.begin("bag/data/record.json");
    for (int i = 0; i < 4; i++) {
      files.data(piece, 0, piece.length);
    }
    assertThatThrownBy(() -> files.data(piece, 0, 1)).hasMessage("longer than 67108864 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bag/data/clips/a.mp4",
        "bag/data/report.txt",
        "bag/data/sub/record.json",
        "bag/data/RECORD.json",
        "seal/receipt-1.scan.pdf",
        "seal/receipt-1.scan.jpg",
        "seal/other.bin",
        "seal/receipt-100.json",
        "seal/minute.fr.pdf",
        "other.txt"
      })
  void otherFilesAreDigestedAndNotHeld(String path) throws PackageProblem {
    byte[] large = new byte[5 * MIB];
    add(path, large);
    assertThat(files.find(path)).isEmpty();
    assertThat(digest(path).bytes()).isEqualTo(large.length);
  }

  @Test
  void readsThePicturesOfClips() throws PackageProblem {
    byte[] clip = ClipFixture.clip();
    add("bag/data/clips/a.mp4", clip);
    assertThat(files.findPictures("bag/data/clips/a.mp4").orElseThrow().sha256())
        .isEqualTo(ClipFixture.payloadSha256(clip));
    for (String other :
        new String[] {"bag/data/clips/a.MP4x", "bag/data/given/a.mp4", "clips/a.mp4"}) {
      add(other, clip);
      assertThat(files.findPictures(other)).isEmpty();
    }
    assertThat(files.exports()).isEmpty();
  }

  @Test
  void aClipThatIsNoneIsLeftToTheManifests() throws PackageProblem {
    byte[] clip = ClipFixture.clip();
    add("bag/data/clips/short.mp4", Arrays.copyOf(clip, clip.length - 1));
    add("bag/data/clips/text.mp4", TEXT);
    add("bag/data/clips/zeros.mp4", new byte[100]);
    add("bag/data/clips/none.mp4", new byte[0]);
    byte[] broken = clip.clone();
    broken[3] = 1;
    add("bag/data/clips/broken.mp4", broken);
    assertThat(files.digests()).hasSize(5);
    for (String path : files.digests().keySet()) {
      assertThat(files.findPictures(path)).as(path).isEmpty();
    }
    add("bag/data/clips/whole.mp4", clip);
    assertThat(files.findPictures("bag/data/clips/whole.mp4")).isPresent();
  }

  @Test
  void whatOneFileHoldsIsNotTakenForTheNext() throws PackageProblem {
    add("seal/vkey", TEXT);
    add("bag/data/clips/a.mp4", ClipFixture.clip());
    add("seal/checkpoint", new byte[0]);
    assertThat(files.find("seal/vkey")).contains(TEXT);
    assertThat(files.find("seal/checkpoint").orElseThrow()).isEmpty();
    assertThat(files.findPictures("seal/checkpoint")).isEmpty();
  }

  @Test
  void onlyAnArchiveHasARoot() {
    assertThat(files.findRootName()).isEmpty();
    files.nameRoot("EXT-2026-1");
    assertThat(files.findRootName()).contains("EXT-2026-1");
  }
}
