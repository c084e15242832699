package anbinh.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What text from before Unicode says, letter by letter, and what cannot be any.
class LegacyTextTest {
  private static final String LETTERS =
      "áàảãạ ăắằẳẵặ âấầẩẫậ éèẻẽẹ êếềểễệ íìỉĩị óòỏõọ ôốồổỗộ ơớờởỡợ úùủũụ ưứừửữự ýỳỷỹỵ đ";

  private static @Nullable String decode(TextEncoding encoding, String text) {
    return LegacyText.decode(encoding, LegacyText.ofBytes(LegacyWriter.bytes(encoding, text)));
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII"})
  void everyLetterIsRead(TextEncoding encoding) {
    String words = "x" + LETTERS.replace(" ", "x x") + "x";
    assertThat(decode(encoding, words)).isEqualTo(words);
  }

  /// Of TCVN3 in a font of capitals, in which they are typed as small letters.
  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "VNI", "VISCII"})
  void everyCapitalIsRead(TextEncoding encoding) {
    String words = LETTERS.toUpperCase(Locale.ROOT);
    assertThat(decode(encoding, words)).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI"})
  void dashesAndQuotesAreTheSameInAll(TextEncoding encoding) {
    String text = "Số 1 – “Đông” … ‘a’";
    assertThat(decode(encoding, text)).isEqualTo(text);
    assertThat(LegacyText.decode(encoding, "a\u00A0b")).isEqualTo("a b");
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII"})
  void lettersThatNoByteStandsForAreNone(TextEncoding encoding) {
    assertThat(LegacyText.decode(encoding, "Nguyễn")).isNull();
    assertThat(LegacyText.decode(encoding, "阮")).isNull();
    assertThat(LegacyText.decode(encoding, "")).isEmpty();
  }

  @Test
  void aToneWithoutItsLetterIsNone() {
    assertThat(LegacyText.decode(TextEncoding.WINDOWS_1258, "\u00CC")).as("a tone alone").isNull();
    assertThat(LegacyText.decode(TextEncoding.WINDOWS_1258, "x\u00D2")).isNull();
    assertThat(LegacyText.decode(TextEncoding.VNI, "xø")).isNull();
    assertThat(LegacyText.decode(TextEncoding.VNI, "ø")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "NGUYÔN V¡N A,NGUYỄN VĂN A",
    "Hoµng Ngäc ¸nh,Hoàng Ngọc Ánh",
    "nguyÔn v¨n a,nguyễn văn a",
    "Th«n ®«ng,Thôn Đông",
    "Tæ tù qu¶n ®«ng,Tổ tự quản đông",
    "A,A",
    "®,đ"
  })
  void capitalsThatTheTableLacksAreTakenFromTheWordsBeside(String stored, String read) {
    assertThat(LegacyText.decode(TextEncoding.TCVN3, stored)).isEqualTo(read);
  }

  @Test
  void theFiveBytesThatWindowsLeavesOutAreKept() {
    byte[] bytes = {(byte) 0x81, (byte) 0x8D, (byte) 0x8F, (byte) 0x90, (byte) 0x9D, 'a'};
    assertThat(LegacyText.ofBytes(bytes)).isEqualTo("\u0081\u008D\u008F\u0090\u009Da");
    assertThat(LegacyText.decode(TextEncoding.VISCII, LegacyText.ofBytes(bytes)))
        .isEqualTo("ẮỄỐỒŨa");
  }

  @Test
  void wordsAreThoseWithAnythingButAscii() {
    assertThat(LegacyText.words("Xã Hà Trung, số 12 – Đỗ\u00A0Anh (tạm)"))
        .containsExactly("Xã", "Hà", "số", "Đỗ", "tạm");
    assertThat(LegacyText.words("12 – “plain”…")).isEmpty();
    assertThat(LegacyText.words("")).isEmpty();
    assertThat(LegacyText.words("đ")).containsExactly("đ");
  }

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Văn Được,true",
    "LÊ,true",
    "Hoà Hòa,true",
    "plain,false",
    "José,false",
    "Nguyễn José,false",
    "nGUYỄN,false",
    "bặng bạc bàc,false",
    "trậtt,false",
    "Kđăm,false"
  })
  void aTextIsVietnameseWhereEachOfItsWordsIsBuiltSo(String text, boolean vietnamese) {
    assertThat(LegacyText.isVietnamese(TextEncoding.UNICODE, text)).isEqualTo(vietnamese);
  }
}
