package anbinh.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import anbinh.seal.zip.ZipDirectory;
import anbinh.seal.zip.ZipEntryInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageAdditionTest {
  private static final byte[] CHAIN = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void keepsEveryEntryAndPutsTheNewOneAmongTheOthersOfTheSeal() throws Exception {
    try (var fixture = new PackageFixture(folder)) {
      Path source = fixture.zip(folder.resolve("a.zip"), Map.of(), _ -> Map.of("policy", CHAIN));
      Path target = folder.resolve("b.zip");
      byte[] before = Files.readAllBytes(source);
      PackageAddition.write(source, target, Map.of("tsa-chain.pem", CHAIN));
      assertThat(Files.readAllBytes(source)).isEqualTo(before);
      Map<String, Long> sums = sums(source);
      Map<String, Long> after = sums(target);
      assertThat(after).containsAllEntriesOf(sums).hasSize(sums.size() + 1);
      List<String> seal =
          ZipDirectory.read(target).stream()
              .map(ZipEntryInfo::name)
              .filter(name -> name.contains("/seal/"))
              .toList();
      assertThat(seal).isSorted().contains(PackageFixture.EXTRACTION + "/seal/tsa-chain.pem");
      Verdict verdict = new Verifier(List.of(fixture.key.verifierKey())).verify(target);
      assertThat(verdict).isInstanceOf(Verdict.Intact.class);
    }
  }

  @Test
  void replacesNothingAndAddsNothingElse() throws Exception {
    try (var fixture = new PackageFixture(folder)) {
      Path source = fixture.zip(folder.resolve("a.zip"));
      Path target = folder.resolve("b.zip");
      for (String name : List.of("policy", "minute.vi.pdf", "seal.json", "../x", "other.txt")) {
        assertThatThrownBy(() -> PackageAddition.write(source, target, Map.of(name, CHAIN)))
            .as(name)
            .isInstanceOf(FormatProblem.class);
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("b.zip.part")).doesNotExist();
      }
    }
  }

  private static Map<String, Long> sums(Path zip) throws Exception {
    return ZipDirectory.read(zip).stream()
        .collect(Collectors.toMap(ZipEntryInfo::name, ZipEntryInfo::crc));
  }
}
