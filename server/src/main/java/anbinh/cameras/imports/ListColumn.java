package anbinh.cameras.imports;

import anbinh.cameras.CameraKind;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerKind;
import anbinh.platform.sheet.SheetColumn;

/// What a column of a list of cameras says.
enum ListColumn implements SheetColumn {
  /// The number under which the list knows the camera; once in an area.
  REFERENCE(REQUIRED),
  NAME(REQUIRED),
  /// The code of the area; the administrator's own where it is left out.
  AREA(OPTIONAL),
  /// One of the community where it is left out.
  KIND(OPTIONAL.of(CameraKind.class)),
  OWNER_KIND(REQUIRED.of(OwnerKind.class)),
  OWNER_NAME(OPTIONAL),
  OWNER_PHONE(OPTIONAL),
  OWNER_ADDRESS(OPTIONAL),
  OWNER_EMAIL(OPTIONAL),
  LATITUDE(OPTIONAL),
  LONGITUDE(OPTIONAL),
  DIRECTION(OPTIONAL),
  ANGLE(OPTIONAL),
  RANGE(OPTIONAL),
  KEEP_DAYS(REQUIRED),
  CONSENT_ON(OPTIONAL),
  CONSENT_FORM(OPTIONAL.of(ConsentStatement.Form.class)),
  CONSENT_UNTIL(OPTIONAL),
  CONSENT_DOCUMENT(OPTIONAL),
  /// Of a connected camera's stream.
  ADDRESS(OPTIONAL),
  RECORDING(OPTIONAL.of(Answer.class));

  enum Answer {
    NO,
    YES
  }

  private final Rule rule;

  ListColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
