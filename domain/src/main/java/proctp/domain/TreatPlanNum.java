package proctp.domain;

/**
 * The key of a {@link TreatPlan} within its practice. Every {@code long} is a number that a client may name; only
 * positive ones are ever given to a plan.
 */
public record TreatPlanNum(long value) {
}
