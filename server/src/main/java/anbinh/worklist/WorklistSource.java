package anbinh.worklist;

import anbinh.identity.Person;
import java.util.List;

/// What waits for somebody in one feature. Every page that is open asks once a minute, so it is a
/// few quick questions to the database, and none for whoever has no part in it.
public interface WorklistSource {
  /// Of each kind that the person may have by their roles, also where nothing waits.
  List<WorklistEntry> list(Person person);

  /// Whether one of its kinds is urgent, so that it is asked more often for notifications.
  default boolean isUrgent() {
    return false;
  }
}
