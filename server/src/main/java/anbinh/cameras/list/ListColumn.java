package anbinh.cameras.list;

import anbinh.cameras.CameraKind;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a column of a list of cameras says.
enum ListColumn {
  /// The number under which the list knows the camera; once in an area.
  REFERENCE(true),
  NAME(true),
  /// The code of the area; the administrator's own where it is left out.
  AREA(false),
  /// One of the community where it is left out.
  KIND(false, CameraKind.values()),
  OWNER_KIND(true, OwnerKind.values()),
  OWNER_NAME(false),
  OWNER_PHONE(false),
  OWNER_ADDRESS(false),
  LATITUDE(false),
  LONGITUDE(false),
  DIRECTION(false),
  ANGLE(false),
  RANGE(false),
  KEEP_DAYS(true),
  CONSENT_ON(false),
  CONSENT_FORM(false, ConsentStatement.Form.values()),
  CONSENT_UNTIL(false),
  CONSENT_DOCUMENT(false),
  /// Of a connected camera's stream.
  ADDRESS(false),
  RECORDING(false, Answer.values());

  enum Answer {
    NO,
    YES
  }

  private final boolean required;
  private final List<Enum<?>> choices;

  ListColumn(boolean required, Enum<?>... choices) {
    this.required = required;
    this.choices = List.of(choices);
  }

  boolean required() {
    return required;
  }

  /// What may stand in it; empty when anything may.
  List<Enum<?>> choices() {
    return choices;
  }

  /// As it stands in a list's first row.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<ListColumn> allRequired() {
    return Arrays.stream(values()).filter(ListColumn::required).toList();
  }
}
