package anbinh.audit.suspension;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.platform.Finding;
import anbinh.seal.json.Json;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What administrators proposed and decided about a suspended log, as its events say. A row that
/// this server did not record says nothing.
@Component
class Resumptions {
  static final String FINDINGS = "findings";
  static final String SUBJECT = "subject";
  static final String WHAT = "what";
  static final String DIGEST = "digest";
  static final String REASON = "reason";
  static final String PERSON = "person";
  static final String NAMES = "names";

  private final AuditLog log;

  Resumptions(AuditLog log) {
    this.log = log;
  }

  /// A finding over which the log went on.
  ///
  /// @param index of the entry that says so; null while it waits
  /// @param names of who decided; empty where they were forgotten
  record Accepted(Finding finding, Instant at, @Nullable Long index, String names, String reason) {}

  /// That the log goes on, asked for by one and not yet confirmed by another.
  ///
  /// @param digest of the findings that it is about
  record Proposal(UUID person, String digest, String reason, Instant at) {}

  List<Accepted> listAccepted() {
    List<Accepted> accepted = new ArrayList<>();
    log.forEach(
        SuspensionEvent.RESUMED,
        page ->
            page.forEach(event -> {
              if (event.facts().find(FINDINGS).orElse(null) instanceof Json.Arr(var items)) {
                items.forEach(item ->
                    finding(item)
                        .ifPresent(found ->
                            accepted.add(
                                new Accepted(
                                    found,
                                    event.time(),
                                    event.index(),
                                    detail(event, NAMES),
                                    detail(event, REASON)))));
              }
            }));
    return accepted;
  }

  private static Optional<Finding> finding(Json item) {
    return item instanceof Json.Obj members
            && members.find(SUBJECT).orElse(null) instanceof Json.Str(String subject)
            && members.find(WHAT).orElse(null) instanceof Json.Str(String what)
        ? Optional.of(new Finding(subject, what, true))
        : Optional.empty();
  }

  /// The newest proposal about just these findings.
  Optional<Proposal> findProposal(String digest) {
    List<Proposal> proposals = new ArrayList<>();
    log.forEach(
        SuspensionEvent.PROPOSED,
        page ->
            page.forEach(event -> {
              String person = detail(event, PERSON);
              if (!person.isEmpty() && says(event, digest)) {
                proposals.add(
                    new Proposal(
                        UUID.fromString(person), digest, detail(event, REASON), event.time()));
              }
            }));
    return proposals.isEmpty() ? Optional.empty() : Optional.of(proposals.getLast());
  }

  private static boolean says(RecordedEvent event, String digest) {
    return event.facts().find(DIGEST).map(Json.of(digest)::equals).orElse(false);
  }

  private static String detail(RecordedEvent event, String name) {
    Json.Obj detail = event.detail();
    return detail != null && detail.find(name).orElse(null) instanceof Json.Str(String text)
        ? text
        : "";
  }

  /// What stands for a set of findings, whatever their order.
  static String digest(Collection<Finding> findings) {
    String lines =
        findings.stream()
            .map(each -> each.subject() + "\n" + each.what() + "\n")
            .sorted()
            .collect(Collectors.joining());
    return Hash.sha256(lines.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
