package anbinh.platform;

/// Compares what a feature's tables say with what is really stored; a feature declares it as a
/// bean.
///
/// It only reads. It runs from the command line (`--anbinh.command=check`), also beside a running
/// server, so rows and files may appear or go while it looks: it reports only what is wrong
/// whatever the order of reading.
public interface ConsistencyCheck {
  /// What is checked, as a short English noun phrase: `log against database`.
  String subject();

  /// What it looks at, in the plural: `entries`.
  String unit();

  /// Reports each finding as it is met and returns how many things were looked at. Its memory does
  /// not grow with their number.
  long run(CheckReport report);
}
