package anbinh.sightings.opensearch;

import anbinh.sightings.index.IndexUnavailable;

/// An answer of OpenSearch by which it does not do what it was asked for, and will not do it when
/// it is asked again at once. Its reason is left out, which may quote plates.
final class OpenSearchRefusal extends IndexUnavailable {
  private final int status;
  private final String type;

  /// @param type of the error, such as `index_not_found_exception`
  OpenSearchRefusal(String call, int status, String type) {
    super("OpenSearch refuses %s: %d %s".formatted(call, status, type));
    this.status = status;
    this.type = type;
  }

  boolean isNotFound() {
    return status == 404;
  }

  boolean isThereAlready() {
    return type.equals("resource_already_exists_exception");
  }
}
