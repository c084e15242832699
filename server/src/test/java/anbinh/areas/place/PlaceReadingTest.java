package anbinh.areas.place;

import static anbinh.platform.sheet.CodeMessages.csv;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Bounds;
import anbinh.areas.ListedPlaces;
import anbinh.areas.PlaceKind;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which places a list names, and which cells are wrong; that they are kept and found, shows
/// AreasIT.
class PlaceReadingTest {
  private static final Area COMMUNE =
      new Area(new UUID(0, 1), "10001", "Xã Một", AreaKind.COMMUNE, null);
  private static final Area VILLAGE =
      new Area(new UUID(0, 2), "10001-001", "Thôn 1", AreaKind.RESIDENTIAL_AREA, COMMUNE.id());

  private final List<UUID> asked = new ArrayList<>();
  private final ImportSummary summary = new ImportSummary(CodeMessages.messages());

  private List<NamedPlace> read(String... rows) {
    List<String> lines = new ArrayList<>(List.of("commune,kind,name,former,latitude,longitude"));
    lines.addAll(List.of(rows));
    return List.copyOf(
        new PlaceReading(
                new SheetVocabulary<>(CodeMessages.messages(), "place-list", PlaceColumn.class),
                new ListedPlaces(List.of(COMMUNE, VILLAGE)),
                asked::add,
                _ -> Optional.of(new Bounds(19.7, 105.7, 19.9, 105.9)))
            .read(csv(lines.toArray(String[]::new)), summary));
  }

  @Test
  void readsStreetsAndLandmarksOfACommune() {
    assertThat(
            read(
                "10001,STREET,Đường Lê Lợi,Đường 7,19.80790049,105.7766",
                "10001,market,Chợ Vồm,,\"19,81\",105.77"))
        .containsExactly(
            new NamedPlace(
                COMMUNE.id(), PlaceKind.STREET, "Đường Lê Lợi", "Đường 7", 19.8079, 105.7766),
            new NamedPlace(COMMUNE.id(), PlaceKind.MARKET, "Chợ Vồm", null, 19.81, 105.77));
    assertThat(asked).containsExactly(COMMUNE.id());
    assertThat(summary.errorCount()).isZero();
  }

  @Test
  void namesWhatIsWrongByCell() {
    assertThat(
            read(
                "10001-001,STREET,Đường 1,,19.8,105.8",
                "10001,RIVER,Sông Mã,,19.8,105.8",
                "10001,BRIDGE,,,19.8,105.8",
                "10001,BRIDGE,Cầu Hạc,,105.78,19.8"))
        .isEmpty();
    assertThat(CodeMessages.told(summary))
        .hasSize(4)
        .anyMatch(each -> each.startsWith("A2 area-unknown 10001-001"))
        .anyMatch(each -> each.startsWith("B3 choice"))
        .anyMatch(each -> each.startsWith("C4 required"))
        .anyMatch(each -> each.startsWith("E5 list-number"));
  }

  @Test
  void refusesAPointThatIsFarFromItsCommuneAndARowThatIsThereAlready() {
    var _ =
        read(
            "10001,BRIDGE,Cầu Hạc,,19.8,105.8",
            "10001,BRIDGE,Cầu Hạc,,19.8,105.8",
            "10001,BRIDGE,Cầu Xa,,18.8,105.8");
    assertThat(CodeMessages.told(summary))
        .containsExactly("C3 place-repeated 2", "E4 place-elsewhere Xã Một");
  }
}
