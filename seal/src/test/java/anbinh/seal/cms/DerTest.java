package anbinh.seal.cms;

import static anbinh.seal.cms.DerFixture.element;
import static anbinh.seal.cms.DerFixture.hex;
import static anbinh.seal.cms.DerFixture.join;
import static anbinh.seal.cms.DerFixture.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.math.BigInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
  private static Der parse(String digits) {
    return Der.parse(hex(digits));
  }

  private static void refused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(FormatProblem.class).hasMessageContaining(message);
  }

  @Test
  void theSmallestElementIsATagAndALengthOfZero() {
    Der nothing = parse("30 00");
    assertThat(nothing.is(Der.SEQUENCE)).isTrue();
    assertThat(nothing.children()).isEmpty();
    assertThat(nothing.content()).isEmpty();
    assertThat(nothing.encoded()).isEqualTo(hex("30 00"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000})
  void lengthsAreInTheirShortestForm(int length) {
    byte[] bytes = element(Der.OCTET_STRING, new byte[length]);
    assertThat(Der.parse(bytes).content()).hasSize(length);
    assertThat(Der.parse(bytes).encoded()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"81 00", "81 7f", "82 00 80", "82 00 ff", "83 00 ff ff", "84 00 ff ff ff"})
  void longerFormsOfALengthAreRefused(String length) {
    byte[] bytes = join(hex("04 " + length), new byte[0x1_0000]);
    refused(() -> Der.parse(bytes), "shortest form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30 80 00 00", "30 85 01 00 00 00 00", "30 ff", "30 82 01", "30 81"})
  void indefiniteLengthsAndThoseOfMoreThanFourBytesAreRefused(String bytes) {
    refused(() -> parse(bytes), "indefinite or overlong length");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "30 01",
        "04 7f 00",
        "04 81 80 00",
        "04 84 7f ff ff ff 00",
        "04 84 80 00 00 00 00",
        "04 84 ff ff ff ff 00"
      })
  void whatEndsInsideAnElementIsRefused(String bytes) {
    refused(() -> parse(bytes), "ends inside an element");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f 00", "3f 01 00", "5f 81 01 00", "bf 1f 00", "ff 00"})
  void tagsOfSeveralBytesAreRefused(String bytes) {
    refused(() -> parse(bytes), "tag of several bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30 00 00", "05 00 05 00", "04 01 00 ff"})
  void nothingStandsBehindTheElement(String bytes) {
    refused(() -> parse(bytes), "bytes behind the end");
  }

  @Test
  void childrenComeInTheirOrder() {
    Der list = parse("30 07 02 01 05 04 00 30 00");
    assertThat(list.children()).extracting(Der::tag).containsExactly(0x02, 0x04, 0x30);
    assertThat(list.children().getFirst().encoded()).isEqualTo(hex("02 01 05"));
  }

  @Test
  void aChildEndsWithinItsParent() {
    refused(() -> parse("30 06 30 02 04 01 00 00").children().getFirst().children(), "ends inside");
    refused(() -> parse("30 03 04 02 00").children(), "ends inside");
    refused(() -> parse("30 01 04").children(), "ends inside");
    byte[] parent = element(0x30, hex("30 03 02 02 01"), hex("02 01 01"));
    refused(() -> Der.parse(parent).children().getFirst().children(), "ends inside");
  }

  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "01, 1",
    "7f, 127",
    "0080, 128",
    "00ff, 255",
    "ff, -1",
    "80, -128",
    "ff7f, -129",
    "008000000000000000, 9223372036854775808"
  })
  void integersAreReadWithTheirSign(String content, BigInteger value) {
    assertThat(Der.parse(element(Der.INTEGER, hex(content))).integer("x")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0000", "0001", "007f", "ffff", "ff80", "000080", "ffff7f"})
  void integersAreInTheirShortestForm(String content) {
    Der integer = Der.parse(element(Der.INTEGER, hex(content)));
    refused(() -> integer.integer("the serial"), "the serial is not in its shortest form");
  }

  @ParameterizedTest
  @CsvSource({
    "00, 0.0",
    "27, 0.39",
    "28, 1.0",
    "2a, 1.2",
    "4f, 1.39",
    "50, 2.0",
    "550403, 2.5.4.3",
    "883703, 2.999.3",
    "2a864886f70d01, 1.2.840.113549.1",
    "2a81ffffffffffffffff7f, 1.2.18446744073709551615"
  })
  void identifiersAreReadArcByArc(String content, String dotted) {
    assertThat(Der.parse(element(Der.OID, hex(content))).oid("x")).isEqualTo(dotted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80", "86", "2a86", "2a8648ff"})
  void identifiersThatAreEmptyOrCutOffAreRefused(String content) {
    Der identifier = Der.parse(element(Der.OID, hex(content)));
    refused(() -> identifier.oid("the type"), "the type is not an object identifier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8001", "2a8001", "2a808001", "2a86488001"})
  void arcsAreNotPadded(String content) {
    Der identifier = Der.parse(element(Der.OID, hex(content)));
    refused(() -> identifier.oid("the type"), "the type has a padded arc");
  }

  @Test
  void anIdentifierHasAtMost64Bytes() {
    assertThat(Der.parse(element(Der.OID, hex("01".repeat(64)))).oid("x")).startsWith("0.1.1.");
    Der longer = Der.parse(element(Der.OID, hex("01".repeat(65))));
    refused(() -> longer.oid("the type"), "not an object identifier");
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 11, 63})
  void theFirstArcMayBeLongerThanANumberOf64Bits(int bytes) {
    Der identifier = Der.parse(element(Der.OID, hex("ff".repeat(bytes) + "7f")));
    BigInteger arc = BigInteger.TWO.pow(7 * (bytes + 1)).subtract(BigInteger.valueOf(81));
    assertThat(identifier.oid("x")).isEqualTo("2." + arc);
  }

  @Test
  void whatHasAnotherTagIsNamed() {
    Der text = parse("0c 01 61");
    refused(() -> text.integer("the serial"), "the tag 0c where the serial should be");
    refused(() -> text.oid("the type"), "the tag 0c where the type should be");
    refused(() -> text.ascii(Der.GENERALIZED_TIME, "the time"), "where the time should be");
    assertThat(text.require(0x0c, "the text")).isSameAs(text);
  }

  @Test
  void anotherTagReplacesTheFirstByteOnly() {
    Der implicit = parse("a0 03 02 01 05");
    assertThat(implicit.encodedAs(Der.SET)).isEqualTo(hex("31 03 02 01 05"));
    assertThat(implicit.encoded()).isEqualTo(hex("a0 03 02 01 05"));
  }

  @Test
  void aCursorSaysWhatIsMissingAndWhatIsTooMuch() {
    Der list = Der.parse(sequence(hex("02 01 05"), hex("04 00")));
    Der.Cursor cursor = list.cursor();
    refused(() -> cursor.end("the list"), "there is more in the list than belongs there");
    assertThat(cursor.nextIs(Der.OCTET_STRING)).isFalse();
    assertThat(cursor.nextIs(Der.INTEGER)).isTrue();
    assertThat(cursor.next("the number").is(Der.INTEGER)).isTrue();
    refused(() -> list.cursor().next(Der.OID, "the type"), "tag 02 where the type should be");
    cursor.next(Der.OCTET_STRING, "the bytes");
    assertThat(cursor.nextIs(Der.OCTET_STRING)).isFalse();
    refused(() -> cursor.next("the rest"), "the rest is missing");
    cursor.end("the list");
  }
}
