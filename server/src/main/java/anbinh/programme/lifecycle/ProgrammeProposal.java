package anbinh.programme.lifecycle;

import anbinh.programme.lifecycle.ProgrammeVersionTable.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was proposed about a programme, and what was decided of it.
///
/// @param version the text that it is about
/// @param writtenBy who wrote that text
/// @param decision null while there is none
public record ProgrammeProposal(
    UUID id,
    UUID programmeId,
    Kind kind,
    int version,
    @Nullable String reason,
    UUID proposedBy,
    UUID writtenBy,
    Instant proposedAt,
    @Nullable Decision decision) {
  /// The text that held on a day, by the days of the papers; empty before the first.
  public static OptionalInt heldOn(List<ProgrammeProposal> proposals, LocalDate day) {
    @Nullable ProgrammeProposal last = null;
    LocalDate since = LocalDate.MIN;
    LocalDate began = launchDay(proposals);
    for (ProgrammeProposal proposal : proposals) {
      LocalDate on = proposal.decision == null ? null : proposal.decision.on();
      if (proposal.kind == Kind.LAUNCH && on != null && began != null) {
        on = began;
      }
      boolean text = proposal.kind == Kind.LAUNCH || proposal.kind == Kind.CHANGE;
      if (text
          && on != null
          && !on.isAfter(day)
          && (last == null
              || on.isAfter(since)
              || (on.equals(since) && proposal.version > last.version))) {
        last = proposal;
        since = on;
      }
    }
    return last == null ? OptionalInt.empty() : OptionalInt.of(last.version);
  }

  /// The day of the launch as it was last corrected; null where it never was.
  private static @Nullable LocalDate launchDay(List<ProgrammeProposal> proposals) {
    return proposals.stream()
        .filter(each -> each.kind == Kind.LAUNCH_DAY)
        .flatMap(each -> Stream.ofNullable(each.decision))
        .filter(each -> each.on() != null)
        .max(Comparator.comparing(Decision::at))
        .map(Decision::on)
        .orElse(null);
  }

  /// Who brought it about and therefore does not decide it: who proposed it, and who wrote the text
  /// that it is about or one on the way to it since the text that holds.
  ///
  /// @param writers of the programme's texts, and maybe of those of others
  public Set<UUID> authors(Programme programme, Collection<Writer> writers) {
    Set<UUID> authors = new HashSet<>(List.of(proposedBy, writtenBy));
    int current = kind == Kind.LAUNCH ? 0 : programme.version();
    writers.stream()
        .filter(each -> each.programmeId().equals(programmeId))
        .filter(each -> each.version() > current && each.version() <= version)
        .forEach(each -> authors.add(each.writtenBy()));
    return authors;
  }

  public enum Kind {
    LAUNCH,
    CHANGE,
    REST,
    RESUME,
    END,
    /// The day of the launch is another one.
    LAUNCH_DAY
  }

  public enum Outcome {
    ACCEPTED,
    REFUSED
  }

  /// @param by null of what a list brought in, which was decided on paper before
  /// @param number of the paper; null of what was refused, as is its day
  public record Decision(
      Outcome outcome,
      @Nullable String reason,
      @Nullable UUID by,
      Instant at,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String signer) {}
}
