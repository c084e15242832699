package anbinh.seal.verify;

import java.util.Arrays;
import java.util.List;

/// Bags whose files, manifests or sizes were changed.
class HostileBagTest extends HostileSet {
  @Override
  void add() {
    altered(
        "a changed clip",
        Reason.FILE_CHANGED,
        "bag/data/clips/CAM-0412.mp4",
        zip -> flip(zip, "CAM-0412.mp4", 60_000));
    altered(
        "a clip that is cut off",
        Reason.FILE_CHANGED,
        "CAM-0412.mp4",
        zip -> zip.get("CAM-0412.mp4").replace(Arrays.copyOf(zip.get("CAM-0412.mp4").content, 10)));
    altered(
        "a clip that goes on",
        Reason.FILE_CHANGED,
        "CAM-0412.mp4",
        zip ->
            zip.get("CAM-0412.mp4")
                .replace(Arrays.copyOf(zip.get("CAM-0412.mp4").content, 70_001)));
    altered(
        "two files that changed places",
        Reason.FILE_CHANGED,
        "record.json",
        zip -> {
          byte[] record = zip.get("record.json").content;
          zip.get("record.json").replace(zip.get("empty.txt").content);
          zip.get("empty.txt").replace(record);
        });
    altered(
        "a file too many",
        Reason.FILE_ADDED,
        "bag/data/more.mp4",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "bag/data/more.mp4", new byte[5])));
    incomplete(
        "a clip that is missing",
        "bag/data/clips/CAM-0412.mp4",
        zip -> remove(zip, "CAM-0412.mp4"));
    incomplete(
        "an empty file that is missing", "bag/data/empty.txt", zip -> remove(zip, "empty.txt"));
    incomplete(
        "a list of gaps that is missing",
        "bag/data/coverage.json",
        zip -> remove(zip, "coverage.json"));
    altered(
        "a list of gaps that lost its gap",
        Reason.FILE_CHANGED,
        "bag/data/coverage.json",
        zip ->
            edit(
                zip,
                "coverage.json",
                text -> text.replaceFirst("(?s)\"gaps\" : .*?]", "\"gaps\" : []")));
    altered(
        "a list of gaps with another cause",
        Reason.FILE_CHANGED,
        "bag/data/coverage.json",
        zip -> edit(zip, "coverage.json", text -> text.replace("UNREACHABLE", "DISK_FULL")));
    altered(
        "a list of gaps that is gone from every manifest too",
        Reason.BAG_REPLACED,
        "tagmanifest-sha512.txt",
        zip -> {
          remove(zip, "coverage.json");
          for (int bits : List.of(256, 512)) {
            edit(
                zip,
                "/manifest-sha" + bits + ".txt",
                text -> text.replaceFirst("(?m)^[0-9a-f]+  data/coverage\\.json\n", ""));
          }
          remake(zip, true);
        });
    altered(
        "a renamed clip",
        Reason.FILE_ADDED,
        "CAM-0413.mp4",
        zip -> zip.get("CAM-0412.mp4").rename(ROOT + "bag/data/clips/CAM-0413.mp4"));
    altered(
        "a changed clip with its manifests made anew",
        Reason.MANIFEST_CHANGED,
        "manifest-sha512.txt",
        zip -> {
          flip(zip, "CAM-0412.mp4", 9);
          remake(zip, false);
        });
    altered(
        "a changed clip with every manifest made anew",
        Reason.BAG_REPLACED,
        "tagmanifest-sha512.txt",
        zip -> {
          flip(zip, "CAM-0412.mp4", 9);
          remake(zip, true);
        });
    altered(
        "a clip whose manifest of SHA-256 alone disagrees",
        Reason.MANIFEST_CHANGED,
        "manifest-sha256.txt",
        zip -> edit(zip, "/manifest-sha256.txt", text -> flipDigit(text)));
    altered(
        "another Payload-Oxum",
        Reason.MANIFEST_CHANGED,
        "bag-info.txt",
        zip -> edit(zip, "bag-info.txt", text -> text.replace(".7\n", ".8\n")));
    altered(
        "another version of BagIt",
        Reason.MANIFEST_CHANGED,
        "bagit.txt",
        zip -> edit(zip, "bagit.txt", text -> text.replace("1.0", "0.9")));
    altered(
        "a tag manifest that lost a line",
        Reason.BAG_REPLACED,
        "tagmanifest-sha512.txt",
        zip -> edit(zip, "tagmanifest-sha512.txt", text -> text.substring(text.indexOf('\n') + 1)));
    malformed(
        "a second tag manifest that lists too little",
        Reason.BAD_FORMAT,
        "tagmanifest-sha256.txt",
        zip -> edit(zip, "tagmanifest-sha256.txt", text -> text.substring(text.indexOf('\n') + 1)));
    malformed(
        "a second tag manifest that is none",
        Reason.BAD_FORMAT,
        "tagmanifest-sha256.txt",
        zip -> edit(zip, "tagmanifest-sha256.txt", text -> "nothing\n"));
    altered(
        "a manifest with Windows line ends",
        Reason.MANIFEST_CHANGED,
        "manifest-sha512.txt",
        zip -> edit(zip, "/manifest-sha512.txt", text -> text.replace("\n", "\r\n")));
    altered(
        "an empty manifest",
        Reason.MANIFEST_CHANGED,
        "manifest-sha512.txt",
        zip -> zip.get("/manifest-sha512.txt").replace(new byte[0]));
    for (String name :
        List.of(
            "bagit.txt",
            "bag-info.txt",
            "/manifest-sha256.txt",
            "/manifest-sha512.txt",
            "tagmanifest-sha256.txt",
            "tagmanifest-sha512.txt")) {
      incomplete("a bag without " + name, name, zip -> remove(zip, name));
    }
    malformed(
        "a tag file that does not belong",
        Reason.UNEXPECTED_FILE,
        "bag/fetch.txt",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "bag/fetch.txt", new byte[5])));
  }
}
