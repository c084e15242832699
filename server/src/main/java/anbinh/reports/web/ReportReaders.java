package anbinh.reports.web;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.figure.Figures;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who reads the figures of which unit: whose area it is or lies in. Exact ones of a commune are
/// its own officer's, of those records that they see singly; all others are shown no small number.
@Component
public class ReportReaders {
  static final Role[] READERS = {Role.COMMUNITY_OFFICER, Role.CHAIR, Role.ANALYST, Role.AUDITOR};

  private final Figures figures;
  private final Access access;

  ReportReaders(Figures figures, Access access) {
    this.figures = figures;
    this.access = access;
  }

  /// @param exact whether small numbers are shown
  public record Reader(Person person, Area area, boolean exact) {}

  /// One that ended is read by its own past.
  ///
  /// @param area the reader's own where none is named
  public Reader require(@Nullable UUID area) {
    Person reader = requireArea(area);
    Area unit = figures.unit(requested(reader, area));
    return new Reader(reader, unit, figures.seesSingleOnes(reader, unit));
  }

  /// The province in which a commune lies that somebody reads, where they may read that too.
  Optional<Area> above(Reader reader) {
    UUID parent = reader.area().parentId();
    return parent != null
            && reader.area().kind().isCommune()
            && access.may(reader.person(), parent, READERS)
        ? Optional.of(figures.unit(parent))
        : Optional.empty();
  }

  /// Requires somebody who reads the figures of a unit or a village whose records are to be opened.
  ///
  /// @param area the reader's own where none is named
  Reader requireRecords(@Nullable UUID area, IndicatorDefinition of) {
    Person reader = requireArea(area);
    Area place = figures.presentPlace(requested(reader, area), of);
    return new Reader(reader, place, figures.seesSingleOnes(reader, place));
  }

  private Person requireArea(@Nullable UUID area) {
    return access.require(requested(access.require(READERS), area), READERS);
  }

  private UUID requested(Person person, @Nullable UUID area) {
    return area == null
        ? figures.findHome(person.areaId()).orElseThrow(() -> Problem.invalid("area", "required"))
        : area;
  }

  /// Requires somebody who reads figures, of whatever unit.
  public Person requireRole() {
    return access.require(READERS);
  }

  /// Requires somebody who reads the reports of a unit, be it one that ended.
  public Person requireReading(UUID unit) {
    return access.require(unit, READERS);
  }
}
