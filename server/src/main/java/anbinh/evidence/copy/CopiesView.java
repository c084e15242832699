package anbinh.evidence.copy;

import anbinh.identity.PersonName;
import anbinh.video.TranscodingFailure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The videos of a sealed package and the copies that were made of them, the newest first.
///
/// @param mayWatch whether the reader may look at videos
/// @param mayOrder whether the reader may have copies made
record CopiesView(
    List<MasterView> masters, List<CopyView> copies, boolean mayWatch, boolean mayOrder) {
  CopiesView {
    masters = List.copyOf(masters);
    copies = List.copyOf(copies);
  }

  /// @param given whether an owner gave it
  /// @param watchUrl where to look at it; null for who may not
  /// @param original whether that is the video itself and not a copy that plays everywhere
  record MasterView(
      String name,
      String sha256,
      long bytes,
      boolean given,
      @Nullable String watchUrl,
      boolean original) {}

  /// @param code the name of its package
  /// @param percent how far its making is
  /// @param covering null for a court copy
  /// @param method null until it is made, as are its size and hash
  /// @param videoUrl null for who may not look, and while there is nothing to look at
  /// @param mayReview whether the reader may confirm or refuse it now
  /// @param whyNot the code of the reason, when not
  /// @param packageUrl null until it is confirmed and sealed, and for who may not download
  record CopyView(
      UUID id,
      String code,
      Copy.Kind kind,
      Copy.State state,
      int percent,
      String master,
      String masterSha256,
      List<CopyReason> reasons,
      @Nullable Redaction covering,
      boolean keepsSound,
      String words,
      PersonName orderedBy,
      Instant orderedAt,
      Copy.@Nullable Method method,
      @Nullable Long bytes,
      @Nullable String sha256,
      TranscodingFailure.@Nullable Cause why,
      @Nullable ReviewView review,
      @Nullable String videoUrl,
      boolean mayReview,
      @Nullable String whyNot,
      @Nullable ArchiveView archive,
      @Nullable String packageUrl) {
    CopyView {
      reasons = List.copyOf(reasons);
    }
  }

  record ReviewView(PersonName by, Instant at, @Nullable String words) {}

  record ArchiveView(long bytes, String sha256, long logIndex) {}
}
