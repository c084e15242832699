package anbinh.vision.detector;

import anbinh.vision.ObjectClass;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.ModelException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which of a net's classes are of ours, from the keys `class.NUMBER` of its manifest.
final class Classes {
  private static final int MAX_CLASSES = 1_000;

  private final Map<Integer, ObjectClass> classes = new HashMap<>();

  Classes(Manifest manifest) throws ModelException {
    for (int number = 0; number < MAX_CLASSES; number++) {
      String key = "class." + number;
      String name = manifest.text(key, "");
      if (!name.isEmpty()) {
        try {
          classes.put(number, ObjectClass.valueOf(name));
        } catch (IllegalArgumentException e) {
          throw manifest.wrong(key, "is no class: " + name);
        }
      }
    }
    if (classes.isEmpty()) {
      throw manifest.wrong("class.0", "or another class must say what it is");
    }
  }

  /// Null where it is none of ours.
  @Nullable ObjectClass of(int number) {
    return classes.get(number);
  }
}
