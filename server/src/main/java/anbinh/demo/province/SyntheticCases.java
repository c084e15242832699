package anbinh.demo.province;

import anbinh.demo.province.CameraHistorySeeder.SyntheticCamera;
import anbinh.demo.province.CaseHistorySeeder.SyntheticCase;
import anbinh.demo.province.RequestHistorySeeder.SyntheticEnd;
import anbinh.demo.province.RequestHistorySeeder.SyntheticRequest;
import anbinh.demo.province.SyntheticPlaces.Commune;
import anbinh.demo.province.SyntheticPlaces.Village;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Cases that are made up, and requests for footage in them, all in twelve towns: of cases that lie
/// thinly over a province its reports tell nothing, since each could point to people. How often
/// which type is opened, and which end a request comes to, are assumptions; none comes to a
/// package.
final class SyntheticCases {
  private static final int TOWNS = 12;
  private static final int DAYS = 365;
  private static final Duration ASKED = Duration.ofMinutes(30);

  /// What a case is about, and for which offence footage is asked in it.
  private record Sort(String type, String offence, String title) {}

  private static final List<Sort> SORTS =
      List.of(
          new Sort("THEFT", "THEFT", "Mất xe máy trước cửa hàng"),
          new Sort("TRAFFIC", "TRAFFIC_COLLISION", "Va chạm giao thông tại ngã tư"),
          new Sort("ASSAULT", "ASSAULT", "Xô xát gây thương tích ở quán ăn"),
          new Sort("PUBLIC_ORDER", "PUBLIC_ORDER", "Tụ tập gây rối trật tự ban đêm"),
          new Sort("OTHER", "PROPERTY_DAMAGE", "Đập phá biển hiệu cửa hàng"));

  private static final int[] SORT_WEIGHTS = {38, 26, 12, 12, 12};
  private static final List<SyntheticEnd> ENDS = List.of(SyntheticEnd.values());

  /// Refused, nothing recorded, withdrawn, lapsed.
  private static final int[] END_WEIGHTS = {36, 44, 9, 11};

  private static final List<String> REFUSALS =
      List.of("NO_LINK_TO_CASE", "NOT_NECESSARY", "TOO_WIDE", "WRONG_CAMERA_OR_TIME");

  private final SyntheticRandom invention;
  private final SyntheticPeople people;
  private final List<Commune> towns;
  private final ZoneId zone;

  SyntheticCases(
      SyntheticRandom invention, SyntheticPeople people, List<Village> villages, ZoneId zone) {
    this.invention = invention;
    this.people = people;
    this.zone = zone;
    this.towns = towns(villages);
  }

  /// Wards first, by what the seed gives them.
  private List<Commune> towns(List<Village> villages) {
    Comparator<Commune> wardsFirst =
        Comparator.comparing(each -> !each.area().name().startsWith("Phường"));
    return villages.stream()
        .map(Village::commune)
        .distinct()
        .sorted(
            wardsFirst.thenComparingInt(
                each -> invention.random("town", each.place()).nextInt(1_000_000)))
        .limit(TOWNS)
        .toList();
  }

  /// One in each town, above its market.
  List<SyntheticCamera> cameras() {
    return towns.stream()
        .map(each ->
            new SyntheticCamera(
                camera(each),
                "Cổng chợ " + each.area().name() + SyntheticRandom.SIMULATED,
                each.area().id()))
        .toList();
  }

  private UUID camera(Commune town) {
    return invention.id("camera", town.code());
  }

  /// A case and what is asked for in it.
  private record Made(SyntheticCase one, List<SyntheticRequest> requests) {}

  /// Those that are opened in a year, in their order.
  List<SyntheticCase> year(int year, int count) {
    return made(year, count).stream().map(Made::one).toList();
  }

  /// What is asked for in them, in its order.
  List<SyntheticRequest> requests(int year, int count) {
    return made(year, count).stream()
        .flatMap(each -> each.requests().stream())
        .filter(each -> LocalDate.ofInstant(each.at(), zone).getYear() == year)
        .sorted(Comparator.comparing(SyntheticRequest::at).thenComparing(SyntheticRequest::id))
        .toList();
  }

  private List<Made> made(int year, int count) {
    List<Made> made = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      SplittableRandom random = invention.random("case", year, number);
      made.add(made(random, year, towns.get(number % towns.size())));
    }
    made.sort(
        Comparator.comparing((Made each) -> each.one().openedAt())
            .thenComparing(each -> each.one().id()));
    return made;
  }

  private Made made(SplittableRandom random, int year, Commune town) {
    Sort sort = SORTS.get(SyntheticRandom.weighted(random, SORT_WEIGHTS));
    Instant opened =
        LocalDate.of(year, 1, 1)
            .plusDays(random.nextInt(DAYS))
            .atTime(7 + random.nextInt(10), random.nextInt(60))
            .atZone(zone)
            .toInstant();
    Instant happened = opened.minusSeconds(SyntheticRandom.seconds(random, 21_600, 0.8));
    boolean clarified = random.nextInt(100) < 68;
    var one =
        new SyntheticCase(
            SyntheticRandom.id(random, opened),
            sort.title() + SyntheticRandom.SIMULATED,
            sort.type(),
            town.area().id(),
            happened,
            people.office("dieutra", town),
            opened,
            opened.plus(Duration.ofDays(10 + random.nextInt(40))),
            clarified,
            (clarified ? "Đã làm rõ bằng lời khai và hiện trường." : "Chưa làm rõ được.")
                + SyntheticRandom.SIMULATED);
    List<SyntheticRequest> requests = new ArrayList<>();
    for (int i = 0; i <= (random.nextInt(100) < 35 ? 1 : 0); i++) {
      requests.add(request(random, one, sort, town));
    }
    return new Made(one, List.copyOf(requests));
  }

  private SyntheticRequest request(
      SplittableRandom random, SyntheticCase one, Sort sort, Commune town) {
    Instant at = one.openedAt().plusSeconds(1_200 + random.nextInt(200_000));
    Instant from = one.occurredAt().minus(ASKED.dividedBy(2));
    SyntheticEnd end = ENDS.get(SyntheticRandom.weighted(random, END_WEIGHTS));
    boolean refused = end == SyntheticEnd.REFUSED;
    return new SyntheticRequest(
        SyntheticRandom.id(random, at),
        one.id(),
        one.areaId(),
        camera(town),
        sort.offence(),
        from,
        from.plus(ASKED),
        "Chỉ camera này nhìn thấy lối vào chợ vào lúc đó." + SyntheticRandom.SIMULATED,
        one.officer(),
        people.office("pheduyet", town),
        at,
        end,
        refused ? SyntheticRandom.one(random, REFUSALS) : "JUSTIFIED",
        refused ? "Chưa nêu rõ căn cứ cần đến hình ảnh này." + SyntheticRandom.SIMULATED : "",
        at.plusSeconds(900 + random.nextInt(170_000)));
  }
}
