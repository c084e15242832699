package anbinh.sightings.opensearch;

import anbinh.platform.StartFailure;
import anbinh.platform.message.SameMachine;
import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.PassIndex;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.SortedSet;

/// OpenSearch, at the nodes that are set. For one thread.
public final class OpenSearchEngine implements IndexEngine, AutoCloseable {
  private static final String PREFIX = "anbinh.sightings.opensearch.";

  private final OpenSearchSettings settings;
  private final IndexNames names;
  private final OpenSearchClient client;

  private OpenSearchEngine(OpenSearchSettings settings) {
    this.settings = settings;
    this.names = new IndexNames(settings.prefix());
    this.client = new OpenSearchClient(settings);
  }

  /// Empty where no node is set.
  ///
  /// @throws StartFailure where what is sent would not be protected
  public static Optional<OpenSearchEngine> of(OpenSearchSettings settings) {
    settings.urls().forEach(OpenSearchEngine::requireProtected);
    if ((settings.username() == null) != (settings.password() == null)) {
      throw new StartFailure(
          PREFIX + "username and password are not both given",
          "Give both, or none where OpenSearch asks for none.");
    }
    return settings.urls().isEmpty()
        ? Optional.empty()
        : Optional.of(new OpenSearchEngine(settings));
  }

  private static void requireProtected(URI url) {
    if (url.getUserInfo() != null) {
      throw new StartFailure(
          PREFIX + "urls holds a password, which would stand in logs",
          "Give it as %susername and %<spassword.".formatted(PREFIX));
    }
    boolean isProtected =
        "https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && SameMachine.isHost(url.getHost()));
    if (url.getHost() == null || !isProtected) {
      throw new StartFailure(
          PREFIX + "urls has an address that does not protect what is sent: " + url,
          "Give https addresses, or http addresses on this machine.");
    }
  }

  @Override
  public String name() {
    return "OpenSearch";
  }

  @Override
  public boolean exists() throws IOException {
    return OpenSearchIndex.findState(client, names).isPresent();
  }

  @Override
  public PassIndex open() throws IOException {
    return OpenSearchIndex.open(client, names, settings);
  }

  /// The state goes last: until then what is left says that weeks are missing.
  @Override
  public void delete() throws IOException {
    SortedSet<Long> weeks = OpenSearchIndex.listWeeks(client, names);
    for (long week : weeks) {
      client.delete("/" + names.week(week));
    }
    client.delete("/_index_template/" + names.template());
    client.delete("/" + names.state());
  }

  @Override
  public void close() {
    client.close();
  }
}
