package anbinh.evidence.handover;

import anbinh.evidence.collect.Extraction;
import anbinh.evidence.handover.Downloads.Download;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Hand-overs and downloads of one package, in memory; PackageIT runs the real ones.
public final class HandoverFixture {
  public final List<Handover> handovers = new ArrayList<>();
  public final List<Download> downloads = new ArrayList<>();
  public final HandoverTable table = new Table();
  public final Downloads sent = new Sent();
  public final StampedClips clips = new AllClips();

  private final class Table extends HandoverTable {
    @SuppressWarnings("NullAway") // there is no database
    Table() {
      super(null, null);
    }

    @Override
    public List<Handover> list(UUID requestId) {
      return List.copyOf(handovers);
    }
  }

  private final class Sent extends Downloads {
    @SuppressWarnings("NullAway") // there is no database
    Sent() {
      super(null, null, null);
    }

    @Override
    public List<Download> list(UUID requestId, int most) {
      return downloads.stream().limit(most).toList();
    }
  }

  private static final class AllClips extends StampedClips {
    @SuppressWarnings("NullAway") // nothing is signed
    AllClips() {
      super(null, null, null, null);
    }

    @Override
    public List<Extraction.File> list(Handover handover, Extraction extraction) {
      return extraction.files();
    }
  }
}
