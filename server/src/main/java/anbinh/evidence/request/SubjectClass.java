package anbinh.evidence.request;

/// The closed list of whom the footage is asked for about; who it is stands in no request.
public enum SubjectClass {
  SUSPECT,
  VICTIM,
  WITNESS,
  MISSING_PERSON,
  NOBODY_IN_PARTICULAR
}
