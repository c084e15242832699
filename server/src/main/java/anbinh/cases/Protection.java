package anbinh.cases;

/// Why a case says no more of its place than the commune; said by an investigator, never by the
/// machine. Where several reasons hold any of them will do: the effect is the same.
public enum Protection {
  NONE,
  /// A child is a party (Children Law 2016, article 6.11; Decree 56/2017, article 33).
  CHILD,
  /// Domestic violence (Law 13/2022/QH15): the place is the victim's home.
  DOMESTIC_VIOLENCE
}
