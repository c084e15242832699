package anbinh.demo.province;

import anbinh.areas.Area;
import anbinh.demo.province.UnitHistorySeeder.SyntheticVillage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The villages of a province's communes: numbered by commune, so many as are requested, and more
/// in some communes than in others.
final class SyntheticPlaces {
  private static final int MIN = 16;
  private static final int SPREAD = 21;
  private static final List<String> WORDS =
      List.of(
          "Đông",
          "Tây",
          "Nam",
          "Bắc",
          "Trung",
          "Thượng",
          "Hạ",
          "Tiền",
          "Hậu",
          "Nội",
          "Ngoại",
          "Tân Lập",
          "Tân Tiến",
          "Đồng Tâm",
          "Yên Bình",
          "Phú Thọ",
          "Minh Quang",
          "Thắng Lợi",
          "Hòa Bình",
          "Quang Vinh",
          "Đại Đồng",
          "Vĩnh Thịnh",
          "Xuân Phú",
          "Hưng Thịnh",
          "Bình Yên",
          "Liên Sơn",
          "Kim Sơn",
          "Cẩm Vân",
          "Ngọc Trà",
          "Thành Công");

  private final SyntheticRandom invention;

  SyntheticPlaces(SyntheticRandom invention) {
    this.invention = invention;
  }

  /// @param place counted from 0 over all communes
  record Commune(int place, Area area) {
    String code() {
      return area.code();
    }
  }

  /// @param place counted from 0 over all villages
  record Village(int place, Area area, Commune commune) {
    String code() {
      return area.code();
    }
  }

  /// Which villages there are to be.
  ///
  /// @param communes in the order of their codes
  /// @param count of all of them
  List<SyntheticVillage> villages(List<Area> communes, int count) {
    SplittableRandom random = invention.random("villages");
    int[] sizes = new int[communes.size()];
    int sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = MIN + random.nextInt(SPREAD);
      sum += sizes[i];
    }
    int given = 0;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = (int) ((long) sizes[i] * count / sum);
      given += sizes[i];
    }
    for (int i = 0; given < count; i = (i + 1) % sizes.length, given++) {
      sizes[i]++;
    }
    List<SyntheticVillage> villages = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      Area commune = communes.get(i);
      String kind = commune.name().startsWith("Phường") ? "Tổ dân phố" : "Thôn";
      for (int number = 1; number <= sizes[i]; number++) {
        String word = WORDS.get((number - 1) % WORDS.size());
        villages.add(
            new SyntheticVillage(
                commune.code(),
                "%s-%03d".formatted(commune.code(), number),
                number <= WORDS.size()
                    ? "%s %s".formatted(kind, word)
                    : "%s %s %d".formatted(kind, word, number / WORDS.size() + 1)));
      }
    }
    return villages;
  }

  /// The villages among some areas, with their communes, in the order of their codes.
  ///
  /// @param codes of those that were made up
  static List<Village> found(List<Area> areas, List<SyntheticVillage> codes) {
    Map<String, Area> byCode = new HashMap<>();
    areas.forEach(area -> byCode.put(area.code(), area));
    Map<String, Commune> communes = new HashMap<>();
    List<Village> villages = new ArrayList<>();
    List<SyntheticVillage> sorted =
        codes.stream().sorted(Comparator.comparing(SyntheticVillage::code)).toList();
    for (SyntheticVillage each : sorted) {
      Area village = byCode.get(each.code());
      Area above = byCode.get(each.commune());
      int place = communes.size();
      if (village != null && above != null) {
        Commune commune = communes.computeIfAbsent(above.code(), _ -> new Commune(place, above));
        villages.add(new Village(villages.size(), village, commune));
      }
    }
    return villages;
  }
}
