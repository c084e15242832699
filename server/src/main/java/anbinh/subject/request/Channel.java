package anbinh.subject.request;

/// How a request came.
enum Channel {
  COUNTER,
  LETTER,
  EMAIL,
  TELEPHONE
}
