package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.sheet.CellDecoder.Decoded;
import anbinh.platform.sheet.CellDecoder.Detected;
import anbinh.platform.sheet.Lines.Cell;
import anbinh.platform.sheet.Lines.Fault;
import anbinh.platform.sheet.Lines.Line;
import anbinh.platform.sheet.Lines.Run;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In which encoding cells are written, and what each says in it; SheetEncodingTest reads whole
/// files.
class CellDecoderTest {
  private static final LegacyFont TIME = new LegacyFont(TextEncoding.TCVN3, false);
  private static final LegacyFont TIME_H = new LegacyFont(TextEncoding.TCVN3, true);

  private static Cell unicode(String text) {
    return new Cell(text, null);
  }

  /// What a file has as bytes that are no UTF-8.
  private static Cell bytes(TextEncoding encoding, String text) {
    return new Cell(LegacyText.ofBytes(LegacyWriter.bytes(encoding, text)), null, List.of(), true);
  }

  private static Cell parts(Run... runs) {
    var text = new StringBuilder();
    Arrays.stream(runs).map(Run::text).forEach(text::append);
    return new Cell(text.toString(), null, List.of(runs), false);
  }

  private static Run part(String text, @Nullable LegacyFont font) {
    return new Run(font == null ? text : LegacyWriter.text(font.encoding(), text), font);
  }

  private static Detected detect(Cell... cells) {
    return CellDecoder.detect(
        Arrays.stream(cells).map(cell -> new Line(1, List.of(cell))).iterator());
  }

  private static Decoded read(TextEncoding encoding, boolean bytes, Cell cell) {
    return new CellDecoder(encoding, bytes).read(cell);
  }

  private static @Nullable String code(Decoded decoded) {
    Fault fault = decoded.fault();
    return fault == null ? null : fault.code();
  }

  @Test
  void aListWithoutVietnameseIsUnicode() {
    assertThat(detect()).isEqualTo(new Detected(TextEncoding.UNICODE, false));
    assertThat(detect(unicode("38"), unicode("Xa Mot"), unicode("©"), unicode("José Müller")))
        .isEqualTo(new Detected(TextEncoding.UNICODE, false));
  }

  /// Both ways to put its accent are in use, and one of them is another word in VNI: a list of
  /// villages must not be offered as Hồ Bình.
  @ParameterizedTest
  @ValueSource(strings = {"Hoà", "Hoà Bình", "Xã Hoà", "Toàn", "Lê", "José Hoà", "Thôn Hoà Bình 2"})
  void whatIsRightInUnicodeIsUnicode(String name) {
    assertThat(detect(unicode(name)).encoding()).isEqualTo(TextEncoding.UNICODE);
    assertThat(detect(unicode(Normalizer.normalize(name, Normalizer.Form.NFD))).encoding())
        .isEqualTo(TextEncoding.UNICODE);
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII"})
  void whatMoreWordsAreRightInIsTheEncoding(TextEncoding encoding) {
    String name = "Nguyễn Văn Được";
    assertThat(detect(bytes(encoding, name))).isEqualTo(new Detected(encoding, true));
    assertThat(detect(unicode(LegacyWriter.text(encoding, name)), unicode("Hoà")))
        .as("as a program without the font saved it")
        .isEqualTo(new Detected(encoding, false));
  }

  @Test
  void aFewWordsOfAnotherEncodingDoNotChangeIt() {
    assertThat(
            detect(
                unicode("Nguyễn Văn Được"),
                unicode("Bùi Đức Thuỷ"),
                bytes(TextEncoding.TCVN3, "Phạm")))
        .isEqualTo(new Detected(TextEncoding.UNICODE, true));
  }

  @Test
  void aFontThatShowsVietnameseDecidesForTheList() {
    assertThat(detect(unicode("Bùi Đức Thuỷ"), parts(part("Nguyễn", TIME))).encoding())
        .isEqualTo(TextEncoding.BY_FONT);
    assertThat(detect(parts(new Run("Nguyễn", TIME))).encoding())
        .as("Unicode that was typed in the old font")
        .isEqualTo(TextEncoding.UNICODE);
  }

  @Test
  void aCellIsComposedAndWithoutBlanksOfAnyKindAroundIt() {
    String apart = Normalizer.normalize("\u00A0\u2003 Hoà Bình\t\u202F", Normalizer.Form.NFD);
    Decoded decoded = read(TextEncoding.UNICODE, false, unicode(apart));
    assertThat(decoded).isEqualTo(new Decoded("Hoà Bình", "Hoà Bình", null));
    assertThat(read(TextEncoding.UNICODE, false, unicode("\u00A0")).text()).isEmpty();
    assertThat(unicode("\u00A0\u00A0").isEmpty()).as("nor is a row of such a row").isTrue();
  }

  /// The blank that does not break is half of a letter there.
  @Test
  void aBlankAtTheEndOfAWordHidesNoGarbledLetter() {
    String garbled = new String("Hà".getBytes(UTF_8), ISO_8859_1);
    assertThat(garbled).endsWith("\u00A0");
    assertThat(code(read(TextEncoding.UNICODE, false, unicode(garbled))))
        .isEqualTo("list-mojibake");
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII"})
  void bytesAreReadInTheEncodingOfTheList(TextEncoding encoding) {
    assertThat(read(encoding, true, bytes(encoding, " Phường Đông Thọ ")))
        .extracting(Decoded::text, Decoded::fault)
        .containsExactly("Phường Đông Thọ", null);
  }

  @Test
  void aCellInAnotherEncodingThanTheListIsNamed() {
    Cell tcvn3 = bytes(TextEncoding.TCVN3, "Nguyễn Được");
    assertThat(code(read(TextEncoding.UNICODE, true, tcvn3))).isEqualTo("list-not-unicode");
    assertThat(read(TextEncoding.WINDOWS_1258, true, tcvn3).fault())
        .isEqualTo(Fault.of("list-other-encoding", "TCVN3 (ABC)"));
    assertThat(read(TextEncoding.TCVN3, true, unicode("Nguyễn")).fault())
        .isEqualTo(Fault.of("list-other-encoding", "Unicode"));
    assertThat(read(TextEncoding.TCVN3, false, unicode("Nguyễn")).fault())
        .isEqualTo(Fault.of("list-mixed", "TCVN3 (ABC)"));
    assertThat(read(TextEncoding.UNICODE, false, unicode("NguyÔn")).fault())
        .isEqualTo(Fault.of("list-other-encoding", "TCVN3 (ABC)"));
  }

  /// In a list of bytes the ườ of VISCII is one letter of UTF-8.
  @Test
  void bytesThatAreUtf8ByChanceAreReadAsTheirList() {
    byte[] word = LegacyWriter.bytes(TextEncoding.VISCII, "Trường");
    Cell chance = unicode(new String(word, UTF_8));
    assertThat(chance.text()).hasSize(5).doesNotContain("\uFFFD");
    assertThat(read(TextEncoding.VISCII, true, chance).text()).isEqualTo("Trường");
  }

  @Test
  void whatIsNoVietnameseOnceConvertedIsNamed() {
    assertThat(code(read(TextEncoding.VISCII, true, bytes(TextEncoding.WINDOWS_1258, "Müller"))))
        .isEqualTo("list-implausible");
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII", "BY_FONT"})
  void numbersAndPlainLettersAreTheSameInAll(TextEncoding encoding) {
    for (String plain : List.of("", "038080000123", "24/11/2026", "Xa Mot (2)", "18/QD-UBND")) {
      assertThat(read(encoding, false, unicode(plain))).isEqualTo(new Decoded(plain, plain, null));
    }
  }

  @Test
  void aFaultOfTheFileComesBeforeAnyOfTheText() {
    var merged = new Cell("Nguy?n", Fault.of("list-merged", "A1:A2"));
    assertThat(code(read(TextEncoding.TCVN3, false, merged))).isEqualTo("list-merged");
  }

  @Test
  void eachPartIsReadByItsFont() {
    assertThat(
            read(
                TextEncoding.BY_FONT,
                false,
                parts(part("Bà ", null), part("Nguyễn", TIME), part(" được", TIME_H))))
        .extracting(Decoded::text, Decoded::fault)
        .containsExactly("Bà Nguyễn ĐƯỢC", null);
    assertThat(read(TextEncoding.BY_FONT, false, parts(new Run("Nguyễn", TIME))).text())
        .as("whoever types anew leaves the font")
        .isEqualTo("Nguyễn");
  }

  @ParameterizedTest
  @CsvSource({"Nguy?n,list-lost-letters", "Nguyá»…n,list-mojibake", "Lê\uFFFD,list-lost-letters"})
  void whatWasLostBeforeIsNamedInEachEncoding(String text, String code) {
    assertThat(code(read(TextEncoding.UNICODE, false, unicode(text)))).isEqualTo(code);
    assertThat(
            code(
                read(
                    TextEncoding.BY_FONT,
                    false,
                    parts(part("Nguyễn ", TIME), new Run(text, null)))))
        .isEqualTo(code);
  }

  @Test
  void onlyWhatSaysSomethingElseAfterwardsIsCounted() {
    var decoder = new CellDecoder(TextEncoding.TCVN3, true);
    for (int row = 2; row < 12; row++) {
      decoder.decode(bytes(TextEncoding.TCVN3, "Nguyễn"), 27, row);
      decoder.decode(unicode("Thon " + row), 0, row);
      decoder.decode(unicode("Nguyễn"), 1, row);
    }
    assertThat(decoder.converted()).isEqualTo(10);
    assertThat(decoder.sample())
        .hasSize(8)
        .first()
        .satisfies(each -> {
          assertThat(each.cell()).isEqualTo("AB2");
          assertThat(each.before()).isEqualTo("NguyÔn");
          assertThat(each.after()).isEqualTo("Nguyễn");
          assertThat(each.toString()).doesNotContain("Nguy");
        });
  }
}
