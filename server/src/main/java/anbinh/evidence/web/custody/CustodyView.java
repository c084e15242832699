package anbinh.evidence.web.custody;

import anbinh.identity.PersonName;
import anbinh.seal.pack.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose hands a package went through, oldest first.
///
/// @param mayHandOver whether the reader may hand it over
record CustodyView(
    String extraction, List<CustodyLine> lines, List<HandoverView> handovers, boolean mayHandOver) {
  CustodyView {
    lines = List.copyOf(lines);
    handovers = List.copyOf(handovers);
  }

  enum What {
    MADE,
    SEALED,
    STAMPED,
    DOWNLOADED,
    RECEIVED,
    DELETED
  }

  enum State {
    OPEN,
    LAPSED,
    RECEIVED,
    WITHDRAWN
  }

  /// @param who did it; null when the server did by itself
  /// @param to the receiver, or the time-stamp authority
  /// @param whole of a download, whether all bytes went out at once
  /// @param logIndex null until the log has it
  record CustodyLine(
      What what,
      Instant at,
      @Nullable PersonName who,
      @Nullable String to,
      @Nullable Boolean whole,
      @Nullable Long logIndex) {}

  /// @param account whether the receiver has an account and confirms by it
  /// @param scanned whether the signed paper is attached
  /// @param number of the receipt
  /// @param placed whether the receipt stands in the package
  /// @param mayWithdraw whether the reader may take it back
  /// @param maySign whether the reader may say that the receiver signed
  /// @param clips names of the clips that the reader can have with a stamp of this receipt
  record HandoverView(
      UUID id,
      State state,
      boolean account,
      String name,
      String office,
      String title,
      Receipt.Identity identity,
      Receipt.Medium medium,
      PersonName handedBy,
      Instant openedAt,
      Instant openUntil,
      @Nullable Instant endedAt,
      boolean scanned,
      @Nullable Integer number,
      boolean placed,
      boolean mayWithdraw,
      boolean maySign,
      List<String> clips) {
    HandoverView {
      clips = List.copyOf(clips);
    }
  }
}
