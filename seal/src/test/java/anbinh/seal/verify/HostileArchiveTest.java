package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Archives that say different things to different programs.
class HostileArchiveTest extends HostileSet {
  @Test
  void theSamePackageUntouchedIsIntact() throws IOException {
    Path same = RawZip.of(good).writeTo(folder.resolve("same.zip"));
    assertThat(same).hasSameBinaryContentAs(good);
    assertThat(verify(same).findings()).isEmpty();
    Path deflated =
        RawZip.of(good)
            .with(zip -> zip.entries.forEach(RawZip.Entry::deflate))
            .writeTo(folder.resolve("deflated.zip"));
    assertThat(verify(deflated).findings()).isEmpty();
    Path descriptors =
        RawZip.of(good)
            .with(zip -> zip.entries.forEach(RawZip.Entry::descriptor))
            .writeTo(folder.resolve("descriptors.zip"));
    assertThat(verify(descriptors).findings()).isEmpty();
  }

  @Override
  void add() {
    byte[] junk = "MZ junk".getBytes(StandardCharsets.UTF_8);
    notAPackage(
        "the same path twice",
        "stands twice",
        zip ->
            zip.entries.add(
                new RawZip.Entry(
                    ROOT + "bag/data/record.json", "{}\n".getBytes(StandardCharsets.UTF_8))));
    notAPackage("bytes before the archive", "", zip -> zip.before = junk);
    notAPackage(
        "bytes before the archive that the directory knows of",
        "does not begin",
        zip -> {
          zip.before = junk;
          zip.offsetShift = 0;
        });
    notAPackage(
        "bytes before the archive that the directory ignores",
        "",
        zip -> {
          zip.before = junk;
          zip.offsetShift = -junk.length;
        });
    notAPackage("bytes after the archive", "does not end", zip -> zip.after = junk);
    notAPackage("an archive after the archive", "", zip -> zip.after = zip.write());
    notAPackage("an archive before the archive", "", zip -> zip.before = zip.write());
    notAPackage("an archive with a comment", "", zip -> zip.comment = junk);
    notAPackage("an archive hidden in a comment", "", zip -> zip.comment = new RawZip().write());
    notAPackage(
        "bytes between the entries",
        "does not begin where",
        zip -> zip.get("record.json").gapAfter = junk);
    notAPackage(
        "bytes before the directory", "between the last entry", zip -> zip.beforeDirectory = junk);
    notAPackage("bytes after the directory", "does not reach", zip -> zip.afterDirectory = junk);
    notAPackage(
        "an entry that the directory hides",
        "does not begin where",
        zip -> zip.get("record.json").inDirectory = false);
    notAPackage(
        "an entry that only the directory has",
        "does not begin where|there is no entry",
        zip -> zip.get("record.json").inBody = false);
    notAPackage(
        "another name in the directory",
        "disagree",
        zip -> zip.get("record.json").centralName = utf8(ROOT + "bag/data/other.json"));
    notAPackage(
        "another checksum in the directory",
        "disagree",
        zip -> zip.get("record.json").centralCrc = 1);
    notAPackage(
        "a wrong checksum on both sides", "checksum", zip -> zip.get("record.json").crc = 1);
    notAPackage(
        "another size in the directory",
        "two different sizes",
        zip -> zip.get("record.json").centralBytes = 2);
    notAPackage(
        "another size in the entry",
        "two different sizes",
        zip -> zip.get("record.json").localBytes = 2);
    notAPackage(
        "another method in the directory",
        "disagree",
        zip -> {
          zip.get("record.json").deflate();
          zip.get("record.json").centralMethod = 0;
          zip.get("record.json").centralBytes = zip.get("record.json").packed.length;
        });
    notAPackage(
        "a size beyond the file",
        "reaches into",
        zip -> {
          zip.get("record.json").centralBytes = 1_000_000;
          zip.get("record.json").centralPacked = 1_000_000;
        });
    notAPackage("one entry too many in the count", "", zip -> zip.countShift = 1);
    notAPackage("one entry too few in the count", "", zip -> zip.countShift = -1);
    notAPackage("an encrypted entry", "encrypted", zip -> zip.get("record.json").flags |= 1);
    notAPackage("a flag that nobody needs", "flags", zip -> zip.get("record.json").flags |= 0x20);
    notAPackage(
        "another flag in the directory",
        "disagree",
        zip -> {
          zip.get("record.json").deflate();
          zip.get("record.json").centralFlags = 0x0802;
        });
    notAPackage("a method that nobody needs", "method", zip -> zip.get("record.json").method = 14);
    notAPackage(
        "a symbolic link",
        "symbolic links",
        zip -> zip.get("record.json").attributes = 0xa1ff_0000);
    notAPackage(
        "a device", "not a plain file", zip -> zip.get("record.json").attributes = 0x6000_0000);
    notAPackage(
        "an entry with a comment", "comments", zip -> zip.get("record.json").entryComment = junk);
    notAPackage(
        "an extra field that gives another name",
        "extra field",
        zip -> {
          byte[] extra = {0x75, 0x70, 2, 0, 1, 1};
          zip.get("record.json").localExtra = extra;
          zip.get("record.json").centralExtra = extra;
        });
    notAPackage(
        "an extra field that is cut off",
        "cut off",
        zip -> zip.get("record.json").centralExtra = new byte[] {0x55, 0x54, 9, 0, 1});
    notAPackage(
        "zip64 where nothing needs it",
        "zip64",
        zip ->
            zip.get("record.json").centralExtra = new byte[] {1, 0, 8, 0, 3, 0, 0, 0, 0, 0, 0, 0});
    notAPackage("zip64 records at the end without need", "zip64", zip -> zip.zip64 = true);
    notAPackage(
        "bytes after a deflate stream",
        "follows its deflate",
        zip -> {
          zip.get("record.json").deflate();
          zip.get("record.json").packed =
              Arrays.copyOf(
                  zip.get("record.json").packed, zip.get("record.json").packed.length + 4);
        });
    notAPackage(
        "a deflate stream that is cut off",
        "",
        zip -> {
          zip.get("CAM-0412.mp4").deflate();
          zip.get("CAM-0412.mp4").packed = Arrays.copyOf(zip.get("CAM-0412.mp4").packed, 1000);
        });
    notAPackage(
        "a deflate stream that is none",
        "damaged|end in time",
        zip -> {
          zip.get("record.json").deflate();
          Arrays.fill(zip.get("record.json").packed, (byte) 0xff);
        });
    notAPackage(
        "a descriptor that disagrees",
        "descriptor",
        zip -> {
          zip.get("record.json").descriptor();
          zip.get("record.json").descriptorCrcShift = 1;
        });
    notAPackage(
        "a stored entry with a descriptor", "descriptor", zip -> zip.get("record.json").flags |= 8);
    notAPackage(
        "a bomb",
        "times its size",
        zip -> {
          zip.get("CAM-0412.mp4").replace(new byte[40_000_000]);
          zip.get("CAM-0412.mp4").deflate();
        });
    notAPackage(
        "a folder with content",
        "has content",
        zip -> {
          RawZip.Entry entry = zip.get("record.json");
          entry.rename(ROOT + "bag/data/folder/");
          entry.attributes = 0x41ed_0000;
        });
    malformed(
        "an archive of something else",
        Reason.NOT_A_PACKAGE,
        "EXT-",
        zip -> {
          zip.entries.clear();
          zip.entries.add(new RawZip.Entry("letter/a.txt", new byte[3]));
        });
    notAPackage("an archive without entries", "entries", zip -> zip.entries.clear());
  }

  @Test
  void refusesFilesThatAreNoArchives() throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    for (byte[] other :
        List.of(
            new byte[0],
            new byte[10],
            new byte[1000],
            Arrays.copyOf(bytes, bytes.length - 1),
            Arrays.copyOf(bytes, bytes.length / 2),
            Arrays.copyOfRange(bytes, 1, bytes.length))) {
      Verdict verdict = verify(Files.write(folder.resolve("other.zip"), other));
      assertThat(verdict).isInstanceOf(Verdict.Malformed.class);
      assertThat(verdict.findings().getFirst().file()).isEqualTo("other.zip");
    }
  }

  @Test
  void refusesFoldersWithLinksOrWithoutAPackage() throws IOException {
    Path root = fixture.folder(folder.resolve("linked"));
    Files.delete(root.resolve("bag/data/record.json"));
    Files.createSymbolicLink(root.resolve("bag/data/record.json"), Path.of("/etc/hostname"));
    Verdict verdict = verify(root);
    assertThat(verdict).isInstanceOf(Verdict.Malformed.class);
    assertThat(verdict.findings())
        .extracting(Finding::file, Finding::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("bag/data/record.json", Reason.PATH_REFUSED));
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(verify(empty).findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.NOT_A_PACKAGE);
    Path only = folder.resolve("only");
    Files.createDirectories(only.resolve("bag"));
    assertThat(verify(only)).isInstanceOf(Verdict.Incomplete.class);
  }

  @Test
  void survivesEveryByteThatIsChangedSomewhere() throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    for (int at = 0; at < bytes.length; at += 211) {
      byte[] bad = bytes.clone();
      bad[at] ^= (byte) (1 + at % 255);
      Verdict verdict = verify(Files.write(folder.resolve("bit.zip"), bad));
      boolean timeOrVersion = verdict instanceof Verdict.Intact;
      assertThat(timeOrVersion && !isHarmless(bytes, at)).as("byte %d: %s", at, verdict).isFalse();
    }
  }

  /// Whether the byte is a version, a time or an attribute in a header, or in a file that carries
  /// its own protection, so that nothing that is sealed depends on it.
  private static boolean isHarmless(byte[] zip, int at) {
    String before =
        new String(zip, Math.max(0, at - 46), Math.min(46, at), StandardCharsets.ISO_8859_1);
    return before.contains("PK");
  }
}
