package planted.names;

/** Named after what it is in the program, not in the office. */
final class PlanData {
}
