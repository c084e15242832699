package anbinh.worklist;

import anbinh.identity.Person;
import java.util.List;

/// What waits for somebody in one feature. Every page that is open asks once a minute, so it is a
/// few quick questions to the database, and none for whoever has no part in it.
public interface WorklistSource {
  /// Entries without anything waiting may be left out.
  List<WorklistEntry> list(Person person);
}
