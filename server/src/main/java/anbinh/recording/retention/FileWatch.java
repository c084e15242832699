package anbinh.recording.retention;

import anbinh.platform.OnlyWhenServing;
import anbinh.recording.store.SegmentFile;
import anbinh.recording.store.SegmentFiles;
import anbinh.recording.store.SegmentTable;
import anbinh.recording.store.Storage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks at the size of every file of footage, so that a file that is lost is told of before
/// somebody asks for it. What the files hold is looked at by [FootageCheck] and when a clip is
/// taken.
@Component
@OnlyWhenServing
class FileWatch {
  private static final int PAGE = 1_000;

  private final SegmentTable segments;
  private final SegmentFiles files;
  private final Storage storage;

  FileWatch(SegmentTable segments, SegmentFiles files, Storage storage) {
    this.segments = segments;
    this.files = files;
    this.storage = storage;
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT30M")
  void sweep() {
    for (UUID camera : segments.cameras()) {
      Instant position = Instant.EPOCH;
      List<SegmentFile> page = segments.listFilesAfter(camera, position, PAGE);
      while (!page.isEmpty() && storage.isPresent()) {
        files.check(page);
        position = page.getLast().span().from();
        page = segments.listFilesAfter(camera, position, PAGE);
      }
    }
  }
}
