package anbinh.seal.verify;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Paths that mean different files to different programs, or lead out of the package.
class HostilePathTest extends HostileSet {
  @Override
  void add() {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("a path that leads up", "bag/data/../../../x");
    bad.put("a path with single dots", "bag/data/././x");
    bad.put("a path with an empty part", "bag/data//x");
    bad.put("a path with a backslash", "bag\\data\\x");
    bad.put("a path with a drive letter", "bag/data/C:x");
    bad.put("a path with a NUL", "bag/data/x\0.mp4");
    bad.put("a path with a line feed", "bag/data/x\n.mp4");
    bad.put("a path that turns the direction of writing", "bag/data/\u202e4pm.exe");
    bad.put("a path that is not in normal form C", "bag/data/A\u0309nh.png");
    bad.put("a path that ends in a dot", "bag/data/x.");
    bad.put("a path that ends in a space", "bag/data/x ");
    bad.put("a path that is a device", "bag/data/NUL.txt");
    bad.put("a path with a wildcard", "bag/data/x*");
    bad.put("a path that is far too long", "bag/data/" + "x".repeat(300));
    bad.put("a path that differs in case only", "bag/data/RECORD.json");
    bad.put("a path that differs in width only", "bag/data/\uff52ecord.json");
    bad.put("a folder where a file is", "bag/data/record.json/x");
    bad.put("a file where a folder is", "bag/data/clips");
    bad.put("a folder in another case", "bag/data/CLIPS/x");
    bad.forEach((name, path) ->
        malformed(
            name,
            Reason.PATH_REFUSED,
            "",
            zip -> zip.entries.add(new RawZip.Entry(ROOT + path, new byte[1]))));
    malformed(
        "an absolute path",
        Reason.UNEXPECTED_FILE,
        "/etc/x",
        zip -> zip.entries.add(new RawZip.Entry("/etc/x", new byte[1])));
    malformed(
        "an absolute path at the beginning",
        Reason.PATH_REFUSED,
        "/etc/x",
        zip -> zip.entries.addFirst(new RawZip.Entry("/etc/x", new byte[1])));
    malformed(
        "a path out of the package at the beginning",
        Reason.PATH_REFUSED,
        "../x",
        zip -> zip.entries.addFirst(new RawZip.Entry("../x", new byte[1])));
    malformed(
        "a second package",
        Reason.UNEXPECTED_FILE,
        "EXT-2",
        zip -> zip.entries.add(new RawZip.Entry("EXT-2/bag/data/x", new byte[1])));
    malformed(
        "the litter of another system",
        Reason.UNEXPECTED_FILE,
        "__MACOSX",
        zip -> zip.entries.add(new RawZip.Entry("__MACOSX/._x", new byte[1])));
    malformed(
        "a package without its folder",
        Reason.NOT_A_PACKAGE,
        "bag",
        zip -> zip.entries.forEach(e -> e.rename(e.name().substring(ROOT.length()))));
    notAPackage(
        "a name that is not UTF-8",
        "UTF-8",
        zip -> {
          RawZip.Entry e = zip.get("record.json");
          e.localName = "EXT-2026-000123/bag/data/r\u00e9".getBytes(StandardCharsets.ISO_8859_1);
          e.centralName = e.localName;
        });
    notAPackage(
        "a name of another encoding",
        "not marked as UTF-8",
        zip -> zip.get("ngã tư 1.png").flags = 0);
  }
}
