package anbinh.programme.effect;

/// From what kind of source a number was taken. Numbers of two kinds are counted in two ways, so a
/// change from one to the other may look like an effect.
public enum SourceKind {
  POLICE,
  /// Reports of the People's Committee.
  COMMITTEE,
  COURT,
  SURVEY,
  OTHER
}
