package anbinh.areas;

/// What sort of place an office entered by its name.
public enum PlaceKind {
  STREET,
  BRIDGE,
  MARKET,
  SCHOOL,
  /// A hospital or a commune's health station.
  HEALTH,
  /// Of an authority.
  OFFICE,
  /// A pagoda, temple, church or another house of worship.
  WORSHIP,
  /// Of buses, trains or boats.
  STATION,
  OTHER
}
