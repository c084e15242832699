package anbinh.demo.province;

import anbinh.demo.province.SituationHistorySeeder.SyntheticSituation;
import anbinh.demo.province.SituationHistorySeeder.SyntheticTimes;
import anbinh.demo.province.SituationHistorySeeder.SyntheticWords;
import anbinh.demo.province.SyntheticPeople.Seat;
import anbinh.demo.province.SyntheticPlaces.Village;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reports of situations that are made up, a month at a time: more in the evening, at the end of
/// the week, and around the new year of the moon. How often which kind is reported is an
/// assumption, of which only the size (20,000 to 100,000 a year) was found.
final class SyntheticSituations {
  /// What a code has six digits for; each month draws from its own twelfth.
  private static final int CODES = 1_000_000;

  private static final int CODES_OF_MONTH = CODES / 12;
  private static final long CODE_STRIDE = 611_953; // a prime, so unlike numbers give unlike codes
  private static final YearMonth FIRST_TEAMS = YearMonth.of(2024, 7);

  private static final int[] MONTHS = {112, 108, 92, 94, 100, 106, 108, 102, 94, 92, 94, 98};
  private static final int[] HOURS = {
    26, 16, 10, 8, 8, 14, 26, 40, 46, 46, 44, 42, 40, 36, 38, 42, 48, 58, 66, 74, 78, 72, 56, 38
  };
  private static final double WEEKEND = 1.3;

  /// @param weight of a thousand
  private record Sort(
      String kind,
      int weight,
      boolean urgent,
      boolean guarded,
      int injuredOfHundred,
      List<String> seen) {}

  private static final List<Sort> SORTS =
      List.of(
          new Sort(
              "THEFT",
              165,
              false,
              false,
              0,
              List.of(
                  "Cửa sau bị cạy, mất một máy bơm nước.",
                  "Xe đạp để trước cổng không còn.",
                  "Mất hai con gà trong đêm, chuồng bị phá.")),
          new Sort(
              "FIGHT",
              90,
              true,
              false,
              22,
              List.of("Hai nhóm thanh niên xô xát ở quán nước.", "Hai người đánh nhau ngoài chợ.")),
          new Sort(
              "TRAFFIC",
              185,
              false,
              false,
              18,
              List.of(
                  "Hai xe máy va chạm ở ngã tư.",
                  "Xe tải đỗ chắn đường liên thôn.",
                  "Xe máy tự ngã ở khúc cua trơn.")),
          new Sort(
              "FIRE",
              28,
              true,
              false,
              4,
              List.of("Cháy đống rơm cạnh nhà ở.", "Chập điện, khói nhiều trong bếp.")),
          new Sort(
              "ACCIDENT",
              36,
              true,
              false,
              40,
              List.of("Có người ngã từ giàn giáo.", "Trâu húc người ngoài đồng.")),
          new Sort(
              "NEIGHBOUR_DISPUTE",
              128,
              false,
              false,
              0,
              List.of("Hai nhà to tiếng về bờ rào.", "Tranh cãi về lối đi chung.")),
          new Sort(
              "NOISE",
              142,
              false,
              false,
              0,
              List.of("Loa kẹo kéo hát đến quá nửa đêm.", "Xưởng cưa chạy máy giữa trưa.")),
          new Sort(
              "FRAUD",
              62,
              false,
              false,
              0,
              List.of(
                  "Có cuộc gọi tự xưng cán bộ, đòi chuyển tiền.", "Bán hàng giả tại nhà văn hóa.")),
          new Sort("DRUGS", 30, false, false, 0, List.of("Nhặt được kim tiêm ở bãi đất trống.")),
          new Sort("GAMBLING", 42, false, false, 0, List.of("Tụ tập đánh bạc ở lán ven sông.")),
          new Sort(
              "DOMESTIC_VIOLENCE",
              14,
              true,
              true,
              30,
              List.of("Nghe tiếng la hét, đập phá trong nhà.")),
          new Sort("CHILD", 6, true, true, 10, List.of("Trẻ nhỏ ở một mình ngoài đường khuya.")),
          new Sort(
              "WEAPON", 10, true, false, 2, List.of("Phát hiện dao phóng lợn giấu ở bụi tre.")),
          new Sort(
              "ENVIRONMENT",
              42,
              false,
              false,
              0,
              List.of("Rác đổ xuống mương đầu thôn.", "Nước thải chảy ra ruộng.")),
          new Sort(
              "OTHER", 20, false, false, 0, List.of("Dây điện thấp, sợ vướng người đi đường.")));
  private static final int[] WEIGHTS = SORTS.stream().mapToInt(Sort::weight).toArray();

  private static final List<String> OUTCOMES =
      List.of("RESOLVED_ON_SITE", "REFERRED_POLICE", "REFERRED_OTHER", "NOT_FOUNDED", "RETRACTED");
  private static final int[] OUTCOME_WEIGHTS = {58, 21, 10, 10, 1};
  private static final int[] GRAVE_OUTCOME_WEIGHTS = {18, 66, 8, 8, 0};

  private final SyntheticRandom invention;
  private final SyntheticPeople people;
  private final SyntheticNames names;
  private final List<Village> villages;
  private final Map<UUID, UUID> teams;
  private final ZoneId zone;

  /// @param teams by the village that they cover
  SyntheticSituations(
      SyntheticRandom invention,
      SyntheticPeople people,
      List<Village> villages,
      Map<UUID, UUID> teams,
      ZoneId zone) {
    this.invention = invention;
    this.people = people;
    this.names = new SyntheticNames(invention);
    this.villages = List.copyOf(villages);
    this.teams = Map.copyOf(teams);
    this.zone = zone;
  }

  /// Those of a month, in the order of their receipt.
  ///
  /// @param ofYear how many a whole year has
  List<SyntheticSituation> month(YearMonth month, int ofYear) {
    int count = (int) ((long) ofYear * MONTHS[month.getMonthValue() - 1] / 1_200);
    if (count > CODES_OF_MONTH) {
      throw new IllegalArgumentException("more than there are codes for: " + count);
    }
    SplittableRandom random =
        invention.random("situations", month.getYear(), month.getMonthValue());
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(moment(random, month));
    }
    moments.sort(Comparator.naturalOrder());
    List<SyntheticSituation> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long number = (month.getMonthValue() - 1L) * CODES_OF_MONTH + i;
      String code = "TH-%d-%06d".formatted(month.getYear(), (number * CODE_STRIDE + 1) % CODES);
      made.add(situation(random, moments.get(i), code, !month.isBefore(FIRST_TEAMS)));
    }
    return made;
  }

  private Instant moment(SplittableRandom random, YearMonth month) {
    LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (!weekend && random.nextDouble() > 1 / WEEKEND) {
      day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    }
    int hour = SyntheticRandom.weighted(random, HOURS);
    return day.atTime(hour, random.nextInt(60), random.nextInt(60)).atZone(zone).toInstant();
  }

  private SyntheticSituation situation(
      SplittableRandom random, Instant receivedAt, String code, boolean withTeams) {
    Village village = villages.get(random.nextInt(villages.size()));
    Sort sort = SORTS.get(SyntheticRandom.weighted(random, WEIGHTS));
    boolean injured = random.nextInt(100) < sort.injuredOfHundred();
    boolean urgent = sort.urgent() || injured;
    String channel = channel(random, withTeams);
    boolean byTeam = channel.equals("TEAM");
    boolean anonymous = channel.equals("ANONYMOUS");
    Seat seat = people.seat(village, random.nextInt(SyntheticPeople.SEATS));
    String outcome =
        OUTCOMES.get(
            SyntheticRandom.weighted(random, urgent ? GRAVE_OUTCOME_WEIGHTS : OUTCOME_WEIGHTS));
    return new SyntheticSituation(
        SyntheticRandom.id(random, receivedAt),
        code,
        channel,
        village.commune().area().id(),
        random.nextInt(100) < 3 ? null : village.area().id(),
        byTeam ? teams.get(village.area().id()) : null,
        sort.kind(),
        injured,
        times(random, receivedAt, urgent, channel.equals("OFFICER")),
        random.nextInt(100) < 2,
        byTeam ? people.account(seat.username()) : null,
        reporter(random, byTeam, anonymous, seat),
        byTeam || anonymous ? null : SyntheticNames.phone(random),
        words(random, sort),
        people.officer(village.commune(), random),
        outcome,
        authority(outcome));
  }

  private String channel(SplittableRandom random, boolean withTeams) {
    int[] weights = withTeams ? new int[] {62, 22, 5, 11} : new int[] {0, 58, 10, 32};
    return List.of("TEAM", "RESIDENT", "ANONYMOUS", "OFFICER")
        .get(SyntheticRandom.weighted(random, weights));
  }

  private @Nullable String reporter(
      SplittableRandom random, boolean byTeam, boolean anonymous, Seat seat) {
    if (anonymous) {
      return null;
    }
    return byTeam ? seat.name() : names.any(random);
  }

  private static @Nullable String authority(String outcome) {
    return switch (outcome) {
      case "REFERRED_POLICE" -> "Công an tỉnh, đơn vị điều tra";
      case "REFERRED_OTHER" -> "Ủy ban nhân dân xã";
      default -> null;
    };
  }

  /// Half of what is urgent is acknowledged within four minutes, half of the rest within two hours.
  private static SyntheticTimes times(
      SplittableRandom random, Instant receivedAt, boolean urgent, boolean atOnce) {
    Instant noted = receivedAt.minusSeconds(SyntheticRandom.seconds(random, 90, 1.6));
    Instant happened =
        noted.minusSeconds(SyntheticRandom.seconds(random, urgent ? 600 : 5_400, 1.3));
    Instant acknowledged =
        atOnce
            ? receivedAt
            : receivedAt.plusSeconds(SyntheticRandom.seconds(random, urgent ? 240 : 7_200, 1.0));
    Instant written = acknowledged.plusSeconds(SyntheticRandom.seconds(random, 4_500, 0.7));
    Instant decided =
        written.plusSeconds(SyntheticRandom.seconds(random, urgent ? 21_600 : 86_400, 0.8));
    Instant closed = decided.plusSeconds(SyntheticRandom.seconds(random, 259_200, 0.9));
    return new SyntheticTimes(happened, noted, receivedAt, acknowledged, written, decided, closed);
  }

  private static SyntheticWords words(SplittableRandom random, Sort sort) {
    boolean told = random.nextInt(3) == 0;
    return new SyntheticWords(
        SyntheticRandom.one(random, sort.seen()) + SyntheticRandom.SIMULATED,
        told ? "Người trong xóm kể đã thấy từ chiều." + SyntheticRandom.SIMULATED : "",
        told ? "Hàng xóm" : "",
        "Gần nhà văn hóa" + SyntheticRandom.SIMULATED,
        "Đã đến nơi, ghi nhận và xử lý theo thẩm quyền." + SyntheticRandom.SIMULATED,
        "Việc đã xử lý xong. Cảm ơn đã báo." + SyntheticRandom.SIMULATED);
  }
}
