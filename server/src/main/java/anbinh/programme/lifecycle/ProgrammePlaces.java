package anbinh.programme.lifecycle;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// In which communes some programmes lie today, found for all of them at once.
///
/// @param communes the commune that an area is or lies in, or that took it over; none for a
///   province, nor for what lies in no present commune
/// @param present those of the areas that are communes or villages today
public record ProgrammePlaces(Map<UUID, UUID> communes, Set<UUID> present) {
  public ProgrammePlaces {
    communes = Map.copyOf(communes);
    present = Set.copyOf(present);
  }

  /// The commune in which an area lies today, if it is a commune or a village of one.
  public Optional<UUID> communeOf(UUID area) {
    return Optional.of(area).filter(present::contains).map(communes::get);
  }

  /// In which commune a programme that is kept by one lies today: that one, what took it over, or,
  /// where it was divided, where the first of its villages lies.
  public UUID today(Programme programme) {
    UUID kept = programme.communeId();
    return Stream.concat(Stream.of(kept), programme.areaIds().stream())
        .flatMap(each -> Stream.ofNullable(communes.get(each)))
        .findFirst()
        .orElse(kept);
  }

  /// In which commune the part of a commune lies today: that one, or what took it over.
  public UUID today(UUID commune) {
    return communes.getOrDefault(commune, commune);
  }

  /// The communes in which a programme lies today: the one that keeps it, and those of its
  /// villages.
  public Set<UUID> communes(Programme programme) {
    Set<UUID> all = new LinkedHashSet<>(Set.of(today(programme)));
    programme.areaIds().forEach(each -> communeOf(each).ifPresent(all::add));
    return all;
  }

  /// The communes but the first one, whose consent is needed.
  public Set<UUID> partners(Programme programme) {
    Set<UUID> others = communes(programme);
    others.remove(today(programme));
    return others;
  }
}
