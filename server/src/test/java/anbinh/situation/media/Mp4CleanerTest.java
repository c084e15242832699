package anbinh.situation.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.situation.media.MediaCleaner.BrokenMedia;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever box a place, a time or a device stands in, it is gone, and nothing has moved.
class Mp4CleanerTest {
  private static final String PLACE = "+20.3500+105.2400/";
  private static final String DEVICE = "GoPro HERO12";
  private static final byte[] SAMPLES = "pictures and sound".getBytes(ISO_8859_1);

  private static byte[] box(String type, byte[]... parts) {
    byte[] content = joined(parts);
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(bytes(type))
        .put(content)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(ISO_8859_1);
  }

  private static byte[] zeros(int count) {
    return new byte[count];
  }

  private static byte[] handler(String kind, String maker, String name) {
    return box("hdlr", zeros(4), bytes("mhlr"), bytes(kind), bytes(maker), zeros(8), bytes(name));
  }

  private static byte[] handler(String kind) {
    return handler(kind, "\0\0\0\0", "\0");
  }

  /// Boxes of a file with one track.
  ///
  /// @param media in its `mdia`
  private static byte[] file(byte[]... media) {
    return joined(
        box("ftyp", bytes("isom"), zeros(4)),
        box("moov", box("mvhd", zeros(100)), box("trak", box("mdia", media))),
        box("mdat", SAMPLES));
  }

  private static byte[] described(String handler, byte[]... entries) {
    byte[] count = ByteBuffer.allocate(8).putInt(4, entries.length).array();
    return file(
        handler(handler),
        box("minf", box("stbl", box("stsd", count, joined(entries)), box("stco", zeros(8)))));
  }

  private static byte[] clean(byte[] video) throws BrokenMedia {
    byte[] before = video.clone();
    var cleaner = new Mp4Cleaner(video);
    cleaner.clean();
    assertThat(video).as("what was given").isEqualTo(before);
    assertThat(cleaner.bytes()).hasSameSizeAs(video);
    return cleaner.bytes();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static void assertBroken(byte[] video) {
    assertThatThrownBy(() -> new Mp4Cleaner(video).clean()).isInstanceOf(BrokenMedia.class);
  }

  @Test
  void aPlainVideoStaysAsItIs() throws BrokenMedia {
    byte[] video = file(handler("vide"), box("minf", box("stbl", box("stco", zeros(8)))));
    var cleaner = new Mp4Cleaner(video);
    cleaner.clean();
    assertThat(cleaner.hasPicture()).isTrue();
    assertThat(cleaner.blanked()).isZero();
    assertThat(text(cleaner.bytes())).contains("vide", "stco", text(SAMPLES));
  }

  @Test
  void aBoxThatNobodyNeedsIsEmptyWhereverItStands() throws BrokenMedia {
    byte[] any = joined(box("uuid", bytes(PLACE)), box("udta", box("\u00a9xyz", bytes(PLACE))));
    byte[] video =
        joined(
            box("ftyp", bytes("isom"), zeros(4)),
            any,
            box(
                "moov",
                any,
                box("mvex", any, box("trex", zeros(24))),
                box(
                    "trak",
                    any,
                    box("edts", any),
                    box(
                        "mdia",
                        any,
                        handler("vide"),
                        box("minf", any, box("dinf", any), box("stbl", any))))),
            box("moof", any, box("traf", any)),
            box("mfra", any),
            box("free", bytes(PLACE)),
            box("mdat", SAMPLES),
            box("meta", bytes(PLACE)));
    String cleaned = text(clean(video));
    assertThat(cleaned)
        .doesNotContain(PLACE)
        .doesNotContain("uuid")
        .doesNotContain("udta")
        .doesNotContain("meta")
        .contains("mvex", "edts", "dinf", "traf", "mfra");
    assertThat(cleaned.indexOf(text(SAMPLES))).isEqualTo(text(video).indexOf(text(SAMPLES)));
  }

  @Test
  void aLastBoxWithoutALengthIsEmptiedToTheEnd() throws BrokenMedia {
    byte[] open = joined(zeros(4), bytes("udta"), bytes(PLACE));
    assertThat(text(clean(joined(file(handler("soun")), open)))).doesNotContain(PLACE);
    assertBroken(file(handler("soun"), open));
  }

  @Test
  void whoMadeAHandlerIsNotSaid() throws BrokenMedia {
    byte[] video =
        file(
            handler("vide", "appl", DEVICE),
            box("minf", handler("alis", "appl", "Core Media " + DEVICE), box("stbl")));
    assertThat(text(clean(video)))
        .doesNotContain(DEVICE)
        .doesNotContain("Core Media")
        .doesNotContain("appl")
        .contains("vide", "alis");
  }

  private static byte[] picture(byte[]... extensions) {
    byte[] head =
        ByteBuffer.allocate(78)
            .put(12, bytes("appl"))
            .putShort(24, (short) 1920)
            .putShort(26, (short) 1080)
            .put(42, (byte) DEVICE.length())
            .put(43, bytes(DEVICE))
            .putShort(74, (short) 24)
            .array();
    return box("avc1", head, joined(extensions));
  }

  @Test
  void theCoderOfAPictureHasNoNameAndKeepsWhatDecodingNeeds() throws BrokenMedia {
    byte[] needed = box("avcC", bytes("parameters"));
    byte[] video =
        described(
            "vide",
            picture(needed, box("uuid", bytes(PLACE)), box("pasp", zeros(8)), zeros(4)),
            picture(box("udta", bytes(PLACE)), needed, bytes("rest")));
    String cleaned = text(clean(video));
    assertThat(cleaned)
        .doesNotContain(DEVICE)
        .doesNotContain("appl")
        .doesNotContain(PLACE)
        .doesNotContain("rest")
        .contains("avc1", text(needed), "pasp", "\7\u0080\4\70");
    assertThat(cleaned.split("parameters", -1)).hasSize(3);
  }

  @Test
  void theOrderOfBoxesHidesNothing() throws BrokenMedia {
    byte[] descriptions = box("stsd", zeros(8), picture(box("uuid", bytes(PLACE))));
    byte[] video = file(box("minf", box("stbl", descriptions)), handler("vide"));
    assertThat(text(clean(video))).doesNotContain(DEVICE).doesNotContain(PLACE);
  }

  /// @param version of QuickTime's descriptions of sound
  private static byte[] sound(int version, int more, byte[]... extensions) {
    byte[] head =
        ByteBuffer.allocate(28 + more)
            .putShort(8, (short) version)
            .put(12, bytes("appl"))
            .putShort(16, (short) 2)
            .array();
    return box("mp4a", head, joined(extensions));
  }

  @Test
  void theCoderOfSoundHasNoMaker() throws BrokenMedia {
    byte[] needed = box("esds", bytes("parameters"));
    for (byte[] entry :
        List.of(
            sound(0, 0, needed, box("uuid", bytes(PLACE))),
            sound(1, 16, box("uuid", bytes(PLACE)), needed),
            sound(2, 36, needed, box("uuid", bytes(PLACE))))) {
      assertThat(text(clean(described("soun", entry))))
          .doesNotContain("appl")
          .doesNotContain(PLACE)
          .contains(text(needed));
    }
    byte[] phone = box("samr", zeros(28), box("damr", bytes("NOKI\1"), zeros(4)));
    assertThat(text(clean(described("soun", phone)))).doesNotContain("NOKI").contains("damr");
    assertBroken(described("soun", sound(3, 36)));
  }

  @Test
  void whatAFileWasCalledIsNotSaid() throws BrokenMedia {
    byte[] alias = box("alis", bytes("\0\0\0\1"), bytes("/Users/" + DEVICE));
    byte[] url = box("url ", bytes("\0\0\0\1"));
    byte[] video =
        file(handler("vide"), box("minf", box("dinf", box("dref", zeros(8), alias, url))));
    assertThat(text(clean(video))).doesNotContain(DEVICE).contains("alis\0\0\0\1", text(url));
    byte[] broken = box("dref", zeros(8), bytes("\0\0\0\100alis"));
    assertBroken(file(handler("vide"), box("minf", box("dinf", broken))));
  }

  @Test
  void whenItWasRecordedIsNotSaidButHowLongItIs() throws BrokenMedia {
    byte[] short32 = ByteBuffer.allocate(24).putInt(4, 7).putInt(8, 7).putInt(12, 90_000).array();
    byte[] long64 =
        ByteBuffer.allocate(36)
            .put(0, (byte) 1)
            .putLong(4, 7)
            .putLong(12, 7)
            .putInt(20, 90_000)
            .array();
    for (byte[] times : List.of(short32, long64)) {
      byte[] cleaned = clean(file(box("mdhd", times), handler("soun")));
      ByteBuffer kept = ByteBuffer.wrap(cleaned, text(cleaned).indexOf("mdhd") + 4, times.length);
      ByteBuffer read = kept.slice();
      int length = times.length == 36 ? 16 : 8;
      for (int at = 4; at < 4 + length; at++) {
        assertThat(read.get(at)).isZero();
      }
      assertThat(read.getInt(4 + length)).isEqualTo(90_000);
    }
    assertBroken(file(box("mdhd", zeros(11)), handler("soun")));
  }

  @Test
  void aTrackOfSomethingElseIsNotTaken() {
    for (String kind : List.of("meta", "text", "tmcd", "sbtl", "hint", "camm")) {
      byte[] other = box("moov", box("trak", box("mdia", handler(kind))));
      assertBroken(joined(file(handler("vide")), other));
    }
    assertBroken(file(box("mdhd", zeros(24))));
    assertBroken(file(box("hdlr", zeros(23))));
  }

  @Test
  void whatHasNeitherTracksNorSamplesIsNotTaken() {
    byte[] track = box("moov", box("trak", box("mdia", handler("vide"))));
    assertBroken(track);
    assertBroken(box("mdat", SAMPLES));
    assertBroken(joined(box("moov", box("trak")), box("mdat", SAMPLES)));
    assertBroken(zeros(0));
  }

  @Test
  void aBoxThatDoesNotFitIsNotTaken() {
    byte[] whole = file(handler("vide"));
    for (byte[] tail :
        List.of(
            zeros(7),
            bytes("\0\0\0\7udta"),
            bytes("\0\0\0\11udta"),
            bytes("\u00FF\u00FF\u00FF\u00FFudta"),
            bytes("\0\0\0\1udta\0\0\0"),
            bytes("\0\0\0\1udta\0\0\0\0\0\0\0\17"),
            bytes("\0\0\0\1udta\0\0\0\0\0\0\0\21"),
            bytes("\0\0\0\1udta\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF"))) {
      assertBroken(joined(whole, tail));
    }
    for (byte[] entry : List.of(zeros(4), bytes("\0\0\0\20avc1"), box("avc1", zeros(77)))) {
      assertBroken(described("vide", entry));
    }
  }
}
