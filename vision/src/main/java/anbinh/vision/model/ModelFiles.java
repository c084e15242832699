package anbinh.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where nets and their manifests lie: in a folder, or in the program itself.
public interface ModelFiles {
  /// The bytes of a file; null where there is none of that name.
  byte @Nullable [] read(String name) throws IOException;

  static ModelFiles in(Path folder) {
    return name -> {
      try {
        return Files.readAllBytes(folder.resolve(name));
      } catch (NoSuchFileException e) {
        return null;
      }
    };
  }

  /// Those of the program.
  ///
  /// @param folder on the class path, with a slash at its end
  static ModelFiles ofProgram(String folder) {
    return name -> {
      String path = name.startsWith("/") ? name.substring(1) : folder + name;
      try (InputStream bytes = ModelFiles.class.getClassLoader().getResourceAsStream(path)) {
        return bytes == null ? null : bytes.readAllBytes();
      }
    };
  }
}
