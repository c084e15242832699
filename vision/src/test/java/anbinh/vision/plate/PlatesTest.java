package anbinh.vision.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatesTest {
  @ParameterizedTest
  @CsvSource({
    "36A-123.45, CAR, 36A-123.45",
    "36a 12345, CAR, 36A-123.45",
    "30K-1234, CAR, 30K-1234",
    "80A-012.34, CAR, 80A-012.34",
    "36-AB 123.45, MOTORBIKE, 36-AB 123.45",
    "36-B1 123.45, MOTORBIKE_OLD, 36-B1 123.45",
    "36RM-012.34, SPECIAL, 36RM-012.34",
    "36R-012.34, SPECIAL, 36R-012.34",
    "36-AR 123.45, MOTORBIKE, 36-AR 123.45",
    "36TĐ-012.34, SPECIAL, 36TĐ-012.34",
    "36MĐ-123.45, SPECIAL, 36MĐ-123.45",
    "80-011-NG-01, FOREIGN, 80-011-NG-01",
    "80-NN-123-456, FOREIGN, 80-NN-123-456",
    "T36-123.45, TEMPORARY, T36-123.45",
    "T13-123.45, TEMPORARY, T1312345",
    "TM-12-34, ARMY, TM-1234",
    "QH 123, ARMY, QH-123",
  })
  void readsEveryClass(String raw, PlateClass kind, String text) {
    PlateNumber reading = Plates.read(raw).getFirst();
    assertThat(reading.kind()).isEqualTo(kind);
    assertThat(reading.text()).isEqualTo(text);
  }

  @Test
  void keepsBothThingsThatAPlateMayMean() {
    assertThat(Plates.read("36B11234"))
        .extracting(PlateNumber::text)
        .containsExactlyInAnyOrder("36B-112.34", "36-B1 1234");
  }

  @Test
  void putsThatFirstWhichAgreesWithHowItIsWritten() {
    assertThat(Plates.read("36B1-1234")).extracting(PlateNumber::text).startsWith("36-B1 1234");
    assertThat(Plates.read("36B-112.34")).extracting(PlateNumber::text).startsWith("36B-112.34");
    assertThat(Plates.read("36-B1\n1234")).extracting(PlateNumber::text).startsWith("36-B1 1234");
  }

  @Test
  void keepsSeriesThatMotorbikesAndOthersHaveAlike() {
    assertThat(Plates.read("36LD12345"))
        .extracting(PlateNumber::kind)
        .containsExactly(PlateClass.MOTORBIKE, PlateClass.SPECIAL);
    assertThat(Plates.read("36MK12345"))
        .extracting(PlateNumber::text)
        .containsExactly("36-MK 123.45", "36MK-123.45", "36MK1-2345");
  }

  @Test
  void keepsTheForeignersPlate() {
    assertThat(Plates.read("80-NG-123-45"))
        .extracting(PlateNumber::text)
        .containsExactly("80-NG-123-45");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "36",
        "36A-123",
        "36A-0123456",
        "36-AG 123.45",
        "36I-123.45",
        "36O-123.45",
        "36W-123.45",
        "13A-123.45",
        "00A-123.45",
        "96A-123.45",
        "36-B0 123.45",
        "36ABC12345",
        "T36-123.456",
        "không đọc được",
      })
  void readsNothingIntoWhatIsNoPlate(String raw) {
    assertThat(Plates.read(raw)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "36A-123.45, 36A12345",
    "' 36 a １２３４５ ', 36A12345",
    "٣٦A-١٢٣٫٤٥, 36A12345",
    "36tđ-012.34, 36TĐ01234",
    "36TÐ-012.34, 36TĐ01234",
    "36Á-123.45, 3612345",
  })
  void normalisesLettersAndDigitsOfAllScripts(String raw, String text) {
    assertThat(Plates.normalise(raw)).isEqualTo(text);
  }

  @Test
  void looksAtNoMoreThanAPlateCanHave() {
    assertThat(Plates.normalise("9".repeat(100_000))).hasSize(Plates.MAX_LENGTH);
    assertThat(Plates.read("36A-01234" + " ".repeat(100_000))).hasSize(1);
  }

  /// What is read and written again is read again, whatever stood between letters and digits.
  @Test
  void readsWhatItWritesForAnyPlate() {
    var random = new SplittableRandom(36);
    for (int n = 0; n < 2_000; n++) {
      String raw = any(random);
      for (PlateNumber reading : Plates.read(raw)) {
        assertThat(Plates.normalise(reading.text())).as(raw).isEqualTo(Plates.normalise(raw));
        assertThat(Plates.read(reading.text())).as(raw).contains(reading);
      }
    }
  }

  private static String any(SplittableRandom random) {
    StringBuilder plate = new StringBuilder().append(10 + random.nextInt(90));
    for (int letters = random.nextInt(3); letters > 0; letters--) {
      plate.append("ABCDEFGHIJKLMNOPQRSTUVWXYZĐ".charAt(random.nextInt(27)));
    }
    plate.append(" -.".charAt(random.nextInt(3)));
    for (int digits = 3 + random.nextInt(4); digits > 0; digits--) {
      plate.append(random.nextInt(10));
    }
    return plate.toString();
  }
}
