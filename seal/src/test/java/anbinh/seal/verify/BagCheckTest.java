package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.bag.FileDigest;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.pack.Seal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Bags of two files, with what a seal says of them or without one.
class BagCheckTest {
  private static final List<String> TAGS =
      List.of("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt");
  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  private final Map<String, String> bag = new TreeMap<>();

  private final List<Finding> findings = new ArrayList<>();

  private void bagOf(Map<String, String> payload) {
    payload.forEach((path, content) -> bag.put("data/" + path, content));
    long bytes = payload.values().stream().mapToLong(String::length).sum();
    bag.put("bagit.txt", DECLARATION);
    bag.put("bag-info.txt", "Payload-Oxum: " + bytes + "." + payload.size() + "\n");
    manifests();
    tagManifests();
  }

  private void twoFiles() {
    bagOf(Map.of("a.txt", "abc", "b.txt", ""));
  }

  private void manifests() {
    List<String> payload = bag.keySet().stream().filter(path -> path.startsWith("data/")).toList();
    bag.put("manifest-sha256.txt", lines(payload, FileDigest::sha256));
    bag.put("manifest-sha512.txt", lines(payload, FileDigest::sha512));
  }

  private void tagManifests() {
    bag.put("tagmanifest-sha256.txt", lines(TAGS, FileDigest::sha256));
    bag.put("tagmanifest-sha512.txt", lines(TAGS, FileDigest::sha512));
  }

  private String lines(List<String> paths, Function<FileDigest, String> which) {
    return paths.stream()
        .map(path -> which.apply(digest(path)) + "  " + path + "\n")
        .collect(Collectors.joining());
  }

  private FileDigest digest(String path) {
    byte[] content = utf8(Objects.requireNonNull(bag.get(path)));
    FileDigest.Builder builder = new FileDigest.Builder();
    builder.update(content, 0, content.length);
    return builder.build();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void edit(String path, UnaryOperator<String> change) {
    bag.compute(path, (_, text) -> change.apply(Objects.requireNonNull(text)));
  }

  /// A seal over the bag as it is now.
  private Seal sealed() {
    String info = Objects.requireNonNull(bag.get("bag-info.txt"));
    String oxum = info.substring(info.lastIndexOf(' ') + 1).strip();
    FileDigest tags = digest("tagmanifest-sha512.txt");
    return PackageFixture.seal(new Seal.Contents(tags.sha512(), oxum, tags.sha256()), List.of());
  }

  private BagCheck check(Seal seal) throws PackageProblem {
    BagCheck check = new BagCheck(files(), findings);
    check.run(seal);
    return check;
  }

  /// What is found in a bag, as `path REASON`.
  private List<String> found() throws PackageProblem {
    BagCheck check = new BagCheck(files(), findings);
    check.run(null);
    return told();
  }

  private List<String> told() {
    return findings.stream()
        .map(each -> each.file().substring("bag/".length()) + " " + each.reason())
        .toList();
  }

  private PackageFiles files() throws PackageProblem {
    PackageFiles files = new PackageFiles();
    for (Map.Entry<String, String> file : bag.entrySet()) {
      files.begin("bag/" + file.getKey());
      byte[] content = utf8(file.getValue());
      files.data(content, 0, content.length);
      files.end();
    }
    files.begin("seal/vkey");
    files.end();
    return files;
  }

  @Test
  void aBagOfOneEmptyFileIsWhole() throws PackageProblem {
    bagOf(Map.of("a.txt", ""));
    BagCheck check = check(sealed());
    assertThat(findings).isEmpty();
    assertThat(List.of(check.listedFiles(), check.unchangedFiles(), check.payloadBytes()))
        .containsExactly(1L, 1L, 0L);
  }

  @Test
  void countsWhatIsListedAndWhatIsUnchanged() throws PackageProblem {
    twoFiles();
    Seal seal = sealed();
    bag.put("data/a.txt", "abd");
    bag.put("data/c.txt", "12345");
    BagCheck check = check(seal);
    assertThat(told()).containsExactly("data/a.txt FILE_CHANGED", "data/c.txt FILE_ADDED");
    assertThat(List.of(check.listedFiles(), check.unchangedFiles(), check.payloadBytes()))
        .containsExactly(2L, 1L, 8L);
  }

  @Test
  void isCheckedWithoutASealToo() throws PackageProblem {
    twoFiles();
    assertThat(found()).isEmpty();
    bag.put("data/b.txt", "x");
    assertThat(found()).containsExactly("data/b.txt FILE_CHANGED");
  }

  @Test
  void anotherBagThanWasSealedIsReplaced() throws PackageProblem {
    twoFiles();
    Seal seal = sealed();
    bag.put("data/a.txt", "abd");
    manifests();
    tagManifests();
    check(seal);
    assertThat(told()).containsExactly("tagmanifest-sha512.txt BAG_REPLACED");
  }

  @Test
  void whatTheTagManifestShowsToBeChangedIsNotMalformedToo() throws PackageProblem {
    twoFiles();
    for (String tag : TAGS) {
      bag.put(tag, "something else");
    }
    assertThat(found())
        .containsExactlyInAnyOrder(
            "bag-info.txt MANIFEST_CHANGED",
            "bagit.txt MANIFEST_CHANGED",
            "manifest-sha256.txt MANIFEST_CHANGED",
            "manifest-sha512.txt MANIFEST_CHANGED");
  }

  @Test
  void aTagFileThatWasSealedInABadFormIsMalformed() throws PackageProblem {
    twoFiles();
    for (String tag : TAGS) {
      bag.put(tag, "something else");
    }
    tagManifests();
    assertThat(found())
        .containsExactlyInAnyOrder(
            "bag-info.txt BAD_FORMAT",
            "bagit.txt BAD_FORMAT",
            "manifest-sha256.txt BAD_FORMAT",
            "manifest-sha512.txt BAD_FORMAT");
  }

  @Test
  void anotherVersionOfTheDeclarationIsMalformed() throws PackageProblem {
    twoFiles();
    for (String other :
        List.of(
            DECLARATION.replace("1.0", "0.97"),
            DECLARATION.replace("UTF-8", "ISO-8859-1"),
            DECLARATION.replace("\n", "\r\n"),
            DECLARATION + "\n",
            "\ufeff" + DECLARATION)) {
      bag.put("bagit.txt", other);
      tagManifests();
      findings.clear();
      assertThat(found()).as(other).containsExactly("bagit.txt BAD_FORMAT");
    }
  }

  @Test
  void aTagManifestListsTheFourTagFilesAndNothingElse() throws PackageProblem {
    twoFiles();
    String good = Objects.requireNonNull(bag.get("tagmanifest-sha512.txt"));
    String payload = lines(List.of("data/a.txt"), FileDigest::sha512);
    for (String other :
        List.of(
            "",
            good.substring(good.indexOf('\n') + 1),
            good.replace("bagit.txt", "bagit2"),
            good.replaceFirst("(?m)(?=^[0-9a-f]+  manifest-sha256)", payload))) {
      bag.put("tagmanifest-sha512.txt", other);
      findings.clear();
      assertThat(found()).as(other).containsExactly("tagmanifest-sha512.txt BAD_FORMAT");
    }
  }

  @Test
  void aFileThatIsMissingIsSaidOnce() throws PackageProblem {
    for (String tag : TAGS) {
      twoFiles();
      bag.remove(tag);
      findings.clear();
      assertThat(found()).as(tag).containsExactly(tag + " FILE_MISSING");
    }
    twoFiles();
    bag.remove("data/a.txt");
    findings.clear();
    assertThat(found()).containsExactly("data/a.txt FILE_MISSING");
  }

  @Test
  void bothTagManifestsAreNeeded() throws PackageProblem {
    twoFiles();
    bag.remove("tagmanifest-sha256.txt");
    bag.remove("tagmanifest-sha512.txt");
    assertThat(found())
        .containsExactlyInAnyOrder(
            "tagmanifest-sha512.txt FILE_MISSING", "tagmanifest-sha256.txt FILE_MISSING");
  }

  @Test
  void aFileIsUnchangedUnderBothDigestsOnly() throws PackageProblem {
    twoFiles();
    for (String manifest : List.of("manifest-sha256.txt", "manifest-sha512.txt")) {
      manifests();
      edit(manifest, text -> (text.charAt(0) == '0' ? "1" : "0") + text.substring(1));
      tagManifests();
      findings.clear();
      assertThat(found()).as(manifest).containsExactly("data/a.txt FILE_CHANGED");
    }
  }

  @Test
  void bothManifestsListTheSameFiles() throws PackageProblem {
    twoFiles();
    edit("manifest-sha256.txt", text -> text.substring(text.indexOf('\n') + 1));
    tagManifests();
    assertThat(found())
        .containsExactlyInAnyOrder("manifest-sha256.txt BAD_FORMAT", "data/a.txt FILE_CHANGED");
  }

  @Test
  void aManifestListsNoFileOutsideThePayload() throws PackageProblem {
    twoFiles();
    List<String> paths = List.of("bagit.txt", "data/a.txt", "data/b.txt");
    bag.put("manifest-sha256.txt", lines(paths, FileDigest::sha256));
    bag.put("manifest-sha512.txt", lines(paths, FileDigest::sha512));
    tagManifests();
    assertThat(found()).containsExactly("manifest-sha512.txt BAD_FORMAT");
  }

  @Test
  void aFileBesideThePayloadIsUnexpected() throws PackageProblem {
    twoFiles();
    bag.put("fetch.txt", "");
    bag.put("metadata/x.xml", "");
    bag.put("manifest-md5.txt", "");
    bag.put("database", "");
    assertThat(found())
        .containsExactlyInAnyOrder(
            "fetch.txt UNEXPECTED_FILE",
            "metadata/x.xml UNEXPECTED_FILE",
            "manifest-md5.txt UNEXPECTED_FILE",
            "database UNEXPECTED_FILE");
  }

  @Test
  void aSizeThatNoOtherFindingExplainsDiffers() throws PackageProblem {
    for (String oxum : List.of("4.2", "3.1", "2.2", "3.3")) {
      twoFiles();
      bag.put("bag-info.txt", "Payload-Oxum: " + oxum + "\n");
      tagManifests();
      findings.clear();
      assertThat(found()).as(oxum).containsExactly("bag-info.txt SIZE_DIFFERS");
    }
  }

  @Test
  void theSizeIsTheOneThatWasSealed() throws PackageProblem {
    twoFiles();
    Seal.Contents contents = sealed().contents();
    Seal seal =
        PackageFixture.seal(
            new Seal.Contents(contents.tagManifestSha512(), "3.3", contents.guideSha256()),
            List.of());
    check(seal);
    assertThat(findings)
        .containsExactly(new Finding("bag/bag-info.txt", Reason.SIZE_DIFFERS, "the seal says 3.3"));
  }
}
