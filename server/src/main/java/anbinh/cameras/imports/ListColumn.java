package anbinh.cameras.imports;

import anbinh.cameras.CameraKind;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerKind;
import anbinh.platform.sheet.SheetColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column of a list of cameras says.
enum ListColumn implements SheetColumn {
  /// The number under which the list knows the camera; once in an area.
  REFERENCE(true),
  NAME(true),
  /// The code of the area; the administrator's own where it is left out.
  AREA(false),
  /// One of the community where it is left out.
  KIND(false, CameraKind.class),
  OWNER_KIND(true, OwnerKind.class),
  OWNER_NAME(false),
  OWNER_PHONE(false),
  OWNER_ADDRESS(false),
  OWNER_EMAIL(false),
  LATITUDE(false),
  LONGITUDE(false),
  DIRECTION(false),
  ANGLE(false),
  RANGE(false),
  KEEP_DAYS(true),
  CONSENT_ON(false),
  CONSENT_FORM(false, ConsentStatement.Form.class),
  CONSENT_UNTIL(false),
  CONSENT_DOCUMENT(false),
  /// Of a connected camera's stream.
  ADDRESS(false),
  RECORDING(false, Answer.class);

  enum Answer {
    NO,
    YES
  }

  private final boolean required;
  private final @Nullable Class<? extends Enum<?>> type;

  ListColumn(boolean required) {
    this.required = required;
    this.type = null;
  }

  ListColumn(boolean required, Class<? extends Enum<?>> type) {
    this.required = required;
    this.type = type;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public List<Enum<?>> choices() {
    return type == null ? List.of() : List.of(type.getEnumConstants());
  }
}
