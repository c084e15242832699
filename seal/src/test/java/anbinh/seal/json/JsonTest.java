package anbinh.seal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void writesTheExampleOfTheStandard() {
    String input =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertThat(canonical(input))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void sortsNamesByTheirUtf16CodeUnitsAsTheStandardShows() {
    String input =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With"
            + " Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":"
            + "\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
    assertThat(canonical(input).replaceAll("\"[^\"]*\":(\"[^\"]*\")", "$1"))
        .isEqualTo(
            "{\"Carriage Return\",\"One\",\"Control\",\"Latin Small Letter O With Diaeresis\","
                + "\"Euro Sign\",\"Emoji: Grinning Face\",\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /// Appendix B of RFC 8785: the bits of a double and how it is written.
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void writesNumbersAsTheStandardDoes(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.number(value)).isEqualTo(expected);
  }

  @Test
  void writesRandomNumbersSoThatTheyAreReadBack() {
    long seed = 8785;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = CanonicalJson.number(value);
        assertThat(Double.parseDouble(text))
            .as("%s, seed %d", text, seed)
            .isEqualTo(value == 0 ? 0 : value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "[1,]",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x10",
        "NaN",
        "Infinity",
        "1e400",
        "9007199254740993",
        "-9007199254740993",
        "nul",
        "truee",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12G4\"",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\t\"",
        "1 2",
        "{} {}",
        "// a\n1",
        "[1 2]",
        "\ufeff1",
        "\"\\u\u0661\u0661\u0661\u0661\""
      })
  void refuses(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(FormatProblem.class);
  }

  @Test
  void refusesWhatIsTooDeepOrTooLongOrNotUtf8() {
    String deep = "[".repeat(JsonParser.MAX_DEPTH + 1) + "]".repeat(JsonParser.MAX_DEPTH + 1);
    assertThat(parse(deep)).isNotNull();
    assertThatThrownBy(() -> parse("[" + deep + "]")).hasMessageContaining("deeper");
    assertThatThrownBy(() -> JsonParser.parse(new byte[JsonParser.MAX_BYTES + 1]))
        .hasMessageContaining("bytes");
    assertThatThrownBy(() -> JsonParser.parse(new byte[] {'"', (byte) 0xff, '"'}))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> JsonParser.parse(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void refusesObjectsThatAreNotCanonical() {
    assertThat(
            JsonParser.parseCanonicalObject("{\"a\":1,\"b\":2}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Json.Obj(Map.of("a", Json.of(1), "b", Json.of(2))));
    for (String other :
        List.of(
            "{\"b\":2,\"a\":1}",
            "{\"a\": 1}",
            "{\"a\":1.0}",
            "{\"a\":\"\\u0041\"}",
            "[]",
            "{}\n")) {
      assertThatThrownBy(
              () -> JsonParser.parseCanonicalObject(other.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(FormatProblem.class);
    }
  }

  @Test
  void refusesToWriteWhatJsonCannotHold() {
    assertThatThrownBy(() -> new Json.Num(Double.NaN)).isInstanceOf(FormatProblem.class);
    assertThatThrownBy(() -> Json.of(1L << 53)).isInstanceOf(FormatProblem.class);
    assertThatThrownBy(() -> Json.of("\ud800").canonical()).isInstanceOf(FormatProblem.class);
    assertThatThrownBy(() -> Json.of("\ud800x").canonical()).isInstanceOf(FormatProblem.class);
    assertThat(new Json.Num((1L << 53) - 1).isWhole()).isTrue();
    assertThat(new Json.Num(0.5).isWhole()).isFalse();
  }

  @Test
  void givesMembersByKindAndNamesTheOneThatIsNot() {
    Json.Obj object = (Json.Obj) parse("{\"s\":\"x\",\"n\":5,\"h\":0.5,\"a\":[1],\"z\":null}");
    assertThat(object.getString("s")).isEqualTo("x");
    assertThat(object.getLong("n")).isEqualTo(5);
    assertThat(object.getArray("a")).hasSize(1);
    assertThat(object.findString("q")).isEmpty();
    assertThat(object.find("z")).contains(new Json.Null());
    assertThatThrownBy(() -> object.getString("n")).hasMessageContaining("\"n\"");
    assertThatThrownBy(() -> object.getString("q")).hasMessageContaining("\"q\"");
    assertThatThrownBy(() -> object.getLong("h")).hasMessageContaining("\"h\"");
    assertThatThrownBy(() -> object.getLong("q")).hasMessageContaining("\"q\"");
    assertThatThrownBy(() -> object.getArray("s")).hasMessageContaining("\"s\"");
    assertThatThrownBy(() -> object.findString("z")).hasMessageContaining("\"z\"");
  }

  private static Json parse(String text) {
    return JsonParser.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String canonical(String text) {
    return new String(parse(text).canonical(), StandardCharsets.UTF_8);
  }
}
