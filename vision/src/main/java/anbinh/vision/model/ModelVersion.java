package anbinh.vision.model;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// Which net it was, as its manifest says; stands beside whatever the net found.
public record ModelVersion(String name, String version) {
  private static final String AND = " + ";

  /// Of nets that found it together.
  public static ModelVersion together(List<ModelVersion> nets) {
    return new ModelVersion(
        nets.stream().map(ModelVersion::name).collect(joining(AND)),
        nets.stream().map(ModelVersion::version).collect(joining(AND)));
  }
}
