package anbinh.demo.province;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.demo.province.UnitHistorySeeder.SyntheticVillage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The same made-up province as lists of an office, for who wants to see them taken in.
public final class SyntheticLists {
  private final List<SyntheticVillage> villages;
  private final SyntheticRandom invention;
  private final List<Area> communes;

  /// @param communes in the order of their codes
  public SyntheticLists(long seed, List<Area> communes, int villages) {
    this.invention = new SyntheticRandom(seed);
    this.communes = List.copyOf(communes);
    this.villages = new SyntheticPlaces(invention).villages(communes, villages);
  }

  /// The villages of all communes, as CSV.
  public byte[] villages() {
    return villages.stream()
        .map(each -> each.commune() + "," + each.name())
        .collect(Collectors.joining("\n", "Mã địa bàn cấp trên,Tên\n", "\n"))
        .getBytes(UTF_8);
  }

  /// The teams of all villages with who is in them, as CSV.
  public byte[] teams() {
    Map<String, Area> all = new HashMap<>();
    communes.forEach(each -> all.put(each.code(), each));
    for (SyntheticVillage each : villages) {
      Area above = all.get(each.commune());
      UUID id = invention.id("village", each.code());
      all.put(
          each.code(),
          new Area(
              id,
              each.code(),
              each.name(),
              AreaKind.RESIDENTIAL_AREA,
              above == null ? null : above.id()));
    }
    var people = new SyntheticPeople(invention);
    return new SyntheticTeams(invention, people)
        .list(SyntheticPlaces.found(List.copyOf(all.values()), villages));
  }
}
