package anbinh.evidence.request;

import java.util.UUID;

/// A request as answers about something else name it.
public record RequestName(UUID id, String code) {}
