package anbinh.team.imports;

import anbinh.team.Identity;
import anbinh.team.imports.TeamRow.Unit;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody new in a team of a list: what one or several rows say of them, of which none may
/// contradict another. Not thread-safe, and never printed.
final class ListedPerson {
  private final UUID id;
  private final Unit unit;
  private final RawRow row;
  private RawRow numberRow;
  private Identity identity;
  private @Nullable String certificate;
  private @Nullable String badge;

  ListedPerson(UUID id, Unit unit, RawRow row, Identity identity) {
    this.id = id;
    this.unit = unit;
    this.row = row;
    this.numberRow = row;
    this.identity = identity;
    this.certificate = row.certificate;
    this.badge = row.badge;
  }

  UUID id() {
    return id;
  }

  Unit unit() {
    return unit;
  }

  /// The first one.
  RawRow row() {
    return row;
  }

  /// The first one that says the number of the identity card; else the first.
  RawRow numberRow() {
    return numberRow;
  }

  Identity identity() {
    return identity;
  }

  @Nullable String certificate() {
    return certificate;
  }

  @Nullable String badge() {
    return badge;
  }

  /// Whether another row is about them: by the number of the identity card where both say it, else
  /// by name and birth; who is said to be another person is so in all rows that say it.
  boolean is(RawRow other, Identity who) {
    String mine = identity.nationalId();
    String theirs = who.nationalId();
    if (mine != null && theirs != null) {
      return mine.equals(theirs);
    }
    return row.anotherPerson == other.anotherPerson
        && identity.nameKey().equals(who.nameKey())
        && born(identity, who).equals(born(who, identity));
  }

  /// The day of birth where both say it, else the year.
  private static Object born(Identity one, Identity other) {
    LocalDate day = one.birthOn();
    return day == null || other.birthOn() == null ? one.yearOfBirth() : day;
  }

  /// Takes what another row says more; what it says otherwise is a mistake there.
  void add(RawRow other, Identity who) {
    compare(other, TeamColumn.NAME, identity.nameKey(), who.nameKey());
    compare(other, TeamColumn.BORN, born(identity, who), born(who, identity));
    compare(other, TeamColumn.GENDER, identity.gender(), who.gender());
    compare(other, TeamColumn.PHONE, identity.phone(), who.phone());
    compare(other, TeamColumn.ORIGIN, identity.origin(), who.origin());
    compare(other, TeamColumn.EDUCATION, identity.education(), who.education());
    compare(other, TeamColumn.HEALTH_ON, identity.healthOn(), who.healthOn());
    compare(other, TeamColumn.CERTIFICATE, certificate, other.certificate);
    compare(other, TeamColumn.BADGE, badge, other.badge);
    if (identity.nationalId() == null && who.nationalId() != null) {
      numberRow = other;
    }
    certificate = certificate == null ? other.certificate : certificate;
    badge = badge == null ? other.badge : badge;
    identity =
        new Identity(
            identity.name(),
            identity.birthYear(),
            identity.birthOn() == null ? who.birthOn() : identity.birthOn(),
            identity.gender(),
            identity.phone() == null ? who.phone() : identity.phone(),
            identity.nationalId() == null ? who.nationalId() : identity.nationalId(),
            identity.origin(),
            identity.education() == null ? who.education() : identity.education(),
            identity.healthOn() == null ? who.healthOn() : identity.healthOn());
  }

  private void compare(
      RawRow other, TeamColumn column, @Nullable Object mine, @Nullable Object theirs) {
    if (mine != null && theirs != null && !Objects.equals(mine, theirs)) {
      other.cells.reject(column, "team-list-person-differs", row.cells.row());
    }
  }
}
