package anbinh.programme.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.ListedPlaces;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.platform.sheet.SimpleSummary;
import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import anbinh.programme.ProgrammeState;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKind.KindText;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeContent.ProgrammePartner;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which programmes of a list are new, and which cells are wrong; that they are kept, shows
/// ProgrammesIT.
class ProgrammeReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final Area COMMUNE = area(1, "10001", "Xã Một", AreaKind.COMMUNE, null);
  private static final Area OTHER = area(2, "10002", "Xã Hai", AreaKind.COMMUNE, null);
  private static final Area CAT = area(3, "10001-001", "Thôn Cát", COMMUNE);
  private static final Area HOA = area(4, "10001-002", "Thôn Hoà Bình", COMMUNE);
  private static final Area FOREIGN = area(5, "10002-001", "Thôn Xa", OTHER);
  private static final ProgrammeKind CLAN = kind(11, "CLAN");
  private static final ProgrammeKind GATE = kind(12, "GATE");
  private static final ProgrammeKind LINKED = kind(13, "LINKED_AREA");
  private static final KindText TEXT =
      new KindText("Dòng họ", "Mục tiêu chung", List.of("Quy ước"), List.of("Tiêu chí"));

  private final Set<UUID> required = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Map<UUID, String> taken = new HashMap<>();
  private final Set<UUID> refused = new HashSet<>();
  private final List<Area> areas = new ArrayList<>(List.of(COMMUNE, OTHER, CAT, HOA, FOREIGN));
  private SimpleSummary summary = new SimpleSummary(CodeMessages.messages());

  private static Area area(long id, String code, String name, AreaKind kind, @Nullable UUID above) {
    return new Area(new UUID(0, id), code, name, kind, above);
  }

  private static Area area(long id, String code, String name, Area above) {
    return new Area(new UUID(0, id), code, name, AreaKind.RESIDENTIAL_AREA, above.id());
  }

  private static ProgrammeKind kind(long id, String code) {
    return new ProgrammeKind(
        new UUID(0, id),
        code,
        true,
        null,
        3,
        null,
        List.of(PartnerKind.values()[0]),
        List.of(Indicator.values()[0]));
  }

  private final ProgrammeReading.Known known =
      new ProgrammeReading.Known() {
        @Override
        public void require(UUID commune) {
          required.add(commune);
          if (refused.contains(commune)) {
            throw new IllegalStateException("not yours");
          }
        }

        @Override
        public boolean has(UUID commune, String nameKey) {
          return commune.equals(COMMUNE.id()) && names.contains(nameKey);
        }

        @Override
        public Map<String, String> taken(UUID kindId, List<UUID> some) {
          Map<String, String> found = new HashMap<>();
          taken.forEach((area, code) -> {
            if (some.contains(area) && kindId.equals(CLAN.id())) {
              found.put(code, "PRG-0001");
            }
          });
          return found;
        }
      };

  /// Rows of commune, villages, kind, name, goal, decision, day and signer.
  private List<ProgrammeReading.Listed> read(String... rows) {
    summary = new SimpleSummary(CodeMessages.messages());
    List<String> lines = new ArrayList<>();
    lines.add("commune|villages|kind|name|goal|decision|decided_on|signer");
    lines.addAll(List.of(rows));
    return new ProgrammeReading(
            new SheetVocabulary<>(CodeMessages.messages(), "programme-list", ProgrammeColumn.class),
            summary,
            new Ids(InstantSource.fixed(Instant.EPOCH), new Random(1)),
            TODAY,
            new ListedPlaces(areas),
            word ->
                List.of(CLAN, GATE, LINKED).stream()
                    .filter(kind -> kind.code().equals(word))
                    .findFirst()
                    .orElse(null),
            _ -> TEXT,
            known)
        .read(
            CodeMessages.csv(
                lines.stream().map(each -> each.replace('|', '\t')).toArray(String[]::new)));
  }

  private static String row(String villages, String kind, String name) {
    return "10001|" + villages + "|" + kind + "|" + name + "||9/QĐ-UBND|05/07/2025|";
  }

  private List<String> told() {
    return CodeMessages.told(summary);
  }

  @Test
  void aRowIsAProgrammeThatWasLaunched() {
    List<ProgrammeReading.Listed> read =
        read("10001|Thôn Cát; 10001-002|CLAN|Dòng họ Lê|Không ai vi phạm|9/QĐ|05/07/2025|Bí thư");
    assertThat(told()).isEmpty();
    ProgrammeReading.Listed listed = read.getFirst();
    Programme programme = listed.programme();
    assertThat(programme.areaIds()).containsExactly(CAT.id(), HOA.id());
    assertThat(programme.state()).isEqualTo(ProgrammeState.LAUNCHED);
    assertThat(programme.kindVersion()).isEqualTo(3);
    assertThat(listed.content().goal()).isEqualTo("Không ai vi phạm");
    assertThat(listed.decision()).isEqualTo("9/QĐ");
    assertThat(listed.on()).isEqualTo(LocalDate.of(2025, 7, 5));
    assertThat(listed.signer()).isEqualTo("Bí thư");
  }

  @Test
  void whatARowLeavesOutIsTheKinds() {
    ProgrammeReading.Listed listed = read(row("", "CLAN", "Dòng họ Lê")).getFirst();
    assertThat(listed.programme().areaIds()).as("the whole commune").containsExactly(COMMUNE.id());
    assertThat(listed.content().goal()).isEqualTo("Mục tiêu chung");
    assertThat(listed.content().partners())
        .extracting(ProgrammePartner::kind)
        .containsExactlyElementsOf(CLAN.partners());
    assertThat(listed.signer()).isNull();
  }

  @Test
  void everyCellThatIsNeededIsNamed() {
    assertThat(read("|||||||", "10001||||| |", "10009||CLAN|Lê||9/QĐ|05/07/2025|")).isEmpty();
    assertThat(told())
        .containsExactly(
            "C3 required",
            "D3 required",
            "F3 required",
            "G3 required",
            "A4 programme-list-commune");
  }

  /// However a village is named, it must be one of the commune and the only one of its name.
  @ParameterizedTest
  @CsvSource({
    "thôn CÁT,''",
    "Thôn Hòa Bình,''",
    "10001-001;10001-001,''",
    "Thôn Cát; ;10001-002;,''",
    "Thôn Cat,B2 programme-list-village Thôn Cat Xã Một",
    "10002-001,B2 programme-list-village 10002-001 Xã Một",
    "Thôn Xa,B2 programme-list-village Thôn Xa Xã Một",
    "10001,B2 programme-list-village 10001 Xã Một",
    ";,B2 programme-list-village ; Xã Một",
    "Thôn Đôi,B2 programme-list-village Thôn Đôi Xã Một"
  })
  void villagesAreThoseOfTheCommune(String villages, String told) {
    areas.add(area(8, "10001-008", "Thôn Đôi", COMMUNE));
    areas.add(area(9, "10001-009", "Thôn Đôi", COMMUNE));
    read(row(villages, "CLAN", "Dòng họ Lê"));
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @Test
  void aProgrammeHasAHundredVillagesAtMost() {
    IntStream.range(100, 201).forEach(n -> areas.add(area(n, "10001-" + n, "Thôn " + n, COMMUNE)));
    String hundred =
        IntStream.range(100, 200).mapToObj(n -> "10001-" + n).collect(Collectors.joining(";"));
    assertThat(read(row(hundred, "CLAN", "Dòng họ Lê"))).hasSize(1);
    assertThat(read(row(hundred + ";10001-200", "CLAN", "Dòng họ Lê"))).isEmpty();
    assertThat(told()).containsExactly("B2 programme-list-areas 100");
  }

  @Test
  void aKindIsOneThatAListMayHave() {
    assertThat(read(row("", "Ai đó", "Một"), row("", "LINKED_AREA", "Hai"))).isEmpty();
    assertThat(told()).containsExactly("C2 programme-list-kind", "C3 programme-list-linked");
  }

  @ParameterizedTest
  @CsvSource({
    "31/12/1999,G2 programme-day-early 2000-01-01",
    "01/01/2000,''",
    "27/11/2026,''",
    "28/11/2026,G2 past-or-present",
    "2025,G2 list-date"
  })
  void aProgrammeWasLaunchedByAPaperOfToday(String day, String told) {
    read(row("", "CLAN", "Dòng họ Lê").replace("05/07/2025", day));
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @Test
  void nothingThatPointsAtAPersonComesIn() {
    assertThat(read("10001||CLAN|Gọi 0912 345 678|Xe 36A-123.45|9/QĐ|05/07/2025|")).isEmpty();
    assertThat(told())
        .containsExactly("D2 programme-personal-number", "E2 programme-personal-number");
  }

  @Test
  void aProgrammeThatThereIsIsLeftAsItIs() {
    names.add(FoldedText.accentedWords("Dòng họ Hoà"));
    taken.put(CAT.id(), "10001-001");
    List<ProgrammeReading.Listed> read =
        read(row("10001-001", "CLAN", "dòng họ HÒA"), row("10001-002", "CLAN", "Dòng họ Hoa"));
    assertThat(told()).isEmpty();
    assertThat(read).extracting(each -> each.programme().name()).containsExactly("Dòng họ Hoa");
  }

  @Test
  void aProgrammeThatStandsTwiceIsNamedWithTheRowBefore() {
    assertThat(
            read(
                row("10001-001", "CLAN", "Dòng họ Lê"),
                row("10002-001", "CLAN", "Dòng họ Lê").replace("10001|", "10002|"),
                row("10001-002", "GATE", "DÒNG HỌ – LÊ")))
        .hasSize(2);
    assertThat(told()).containsExactly("D4 programme-list-repeated 2");
  }

  @Test
  void anAreaHasOneProgrammeOfAKind() {
    taken.put(HOA.id(), "10001-002");
    assertThat(
            read(
                row("10001-001", "CLAN", "Dòng họ Lê"),
                row("10001-001", "GATE", "Cổng"),
                row("10001-001", "CLAN", "Dòng họ Trần"),
                row("10001-002", "CLAN", "Dòng họ Phạm")))
        .hasSize(2);
    assertThat(told())
        .containsExactly("B4 programme-list-row 2", "B5 programme-list-taken 10001-002");
  }

  /// Whichever of the two stands first.
  @Test
  void aProgrammeOfTheWholeCommuneLeavesNoVillageToAnother() {
    String whole = row("", "CLAN", "Cả xã");
    String village = row("10001-001", "CLAN", "Một thôn");
    assertThat(read(whole, village)).hasSize(1);
    assertThat(told()).containsExactly("B3 programme-list-row 2");
    assertThat(read(village, whole)).hasSize(1);
    assertThat(told()).containsExactly("B3 programme-list-row 2");
    assertThat(read(whole, whole.replace("10001|", "10002|"))).hasSize(2);
    assertThat(told()).isEmpty();
  }

  @Test
  void whoMayNotAddToACommuneAddsNothing() {
    refused.add(OTHER.id());
    assertThatThrownBy(() ->
            read(row("", "CLAN", "Dòng họ Lê"), row("", "nothing", "").replace("10001|", "10002|")))
        .as("even where the row is wrong")
        .hasMessage("not yours");
    assertThat(required).containsExactlyInAnyOrder(COMMUNE.id(), OTHER.id());
  }
}
