package anbinh.recording.watch;

import anbinh.cameras.CameraAdvice;
import anbinh.platform.Messages;
import anbinh.recording.Coverage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/// The reasons of the gaps of one answer, each told once in the reader's language. For one thread.
final class GapReasons {
  private final Messages messages;
  private final Map<String, Reason> all = new HashMap<>();

  GapReasons(Messages messages) {
    this.messages = messages;
  }

  /// @param text why nothing was recorded
  /// @param advice what to do about it; null when nothing can be done
  record Reason(String text, @Nullable String advice) {}

  /// The key under which [#all] tells the reason of a gap.
  String reason(Coverage.Gap gap) {
    String key = CameraAdvice.key(gap.cause(), gap.detail());
    all.computeIfAbsent(key, this::told);
    return key;
  }

  private Reason told(String key) {
    String cause = key.split("\\.", 2)[0];
    return new Reason(
        messages.text("camera.gap." + cause),
        messages.find("camera.advice." + key, LocaleContextHolder.getLocale()).orElse(null));
  }

  Map<String, Reason> all() {
    return all;
  }
}
