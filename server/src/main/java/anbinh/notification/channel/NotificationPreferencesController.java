package anbinh.notification.channel;

import anbinh.identity.Person;
import anbinh.identity.session.Access;
import anbinh.notification.Channel;
import anbinh.platform.FieldProblems;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.Worklists;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/notifications/preferences`: of what the signed-in person is told outside the console, and
/// when; and by which channels one can be.
@RestController
@RequestMapping("/api/notifications/preferences")
class NotificationPreferencesController {
  private final PreferenceTable table;
  private final NotificationChannels channels;
  private final Worklists worklists;
  private final Access access;

  NotificationPreferencesController(
      PreferenceTable table, NotificationChannels channels, Worklists worklists, Access access) {
    this.table = table;
    this.channels = channels;
    this.worklists = worklists;
    this.access = access;
  }

  /// @param kinds of which there can be something for the person
  /// @param channels that are set up
  /// @param pushKey by which browsers know this server; null where there is no Web Push
  /// @param alwaysTold kinds that cannot be muted
  record PreferencesView(
      Set<WorklistKind> muted,
      @Nullable LocalTime quietFrom,
      @Nullable LocalTime quietTo,
      List<Channel> channels,
      @Nullable String pushKey,
      List<WorklistKind> kinds,
      List<WorklistKind> alwaysTold) {}

  record PreferencesForm(
      @NotNull Set<@NotNull WorklistKind> muted,
      @Nullable LocalTime quietFrom,
      @Nullable LocalTime quietTo) {}

  @GetMapping
  PreferencesView get() {
    Person person = access.person();
    Preferences preferences = table.get(person.id());
    return new PreferencesView(
        preferences.muted(),
        preferences.quietFrom(),
        preferences.quietTo(),
        Arrays.stream(Channel.values()).filter(each -> channels.find(each).isPresent()).toList(),
        channels.push().map(WebPush::publicKey).orElse(null),
        worklists.kinds(person),
        Arrays.stream(WorklistKind.values()).filter(WorklistKind::isDanger).toList());
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@Valid @RequestBody PreferencesForm form) {
    var problems = new FieldProblems();
    if (form.muted().stream().anyMatch(WorklistKind::isDanger)) {
      problems.reject("muted", "notification-danger");
    }
    if ((form.quietFrom() == null) != (form.quietTo() == null)) {
      problems.reject(form.quietFrom() == null ? "quietFrom" : "quietTo", "notification-quiet");
    } else if (form.quietFrom() != null && form.quietFrom().equals(form.quietTo())) {
      problems.reject("quietTo", "notification-quiet-span");
    }
    problems.requireNone();
    table.put(
        access.person().id(), new Preferences(form.muted(), form.quietFrom(), form.quietTo()));
  }
}
