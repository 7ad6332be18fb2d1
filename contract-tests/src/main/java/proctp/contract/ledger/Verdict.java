package proctp.contract.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What became of the writes in a {@link Ledger}.
 *
 * @param acknowledged how many clients were told that theirs is done
 * @param refused      how many were told that theirs is not done
 * @param unknown      how many know neither
 * @param lost         rows whose write was acknowledged and is not there
 * @param ghosts       rows that hold what nobody wrote, or what was refused
 */
public record Verdict(int acknowledged, int refused, int unknown, List<Long> lost, List<Long> ghosts) {

    public Verdict {
        lost = List.copyOf(lost);
        ghosts = List.copyOf(ghosts);
    }

    /** Fails unless every client was told the truth. */
    public void assertTrue() {
        assertThat(lost).as("rows whose acknowledged write is lost").isEmpty();
        assertThat(ghosts).as("rows that hold what was refused or what nobody wrote").isEmpty();
    }

    /** One line for whoever watches. */
    @Override
    public String toString() {
        return "%d acknowledged, %d refused, %d unknown, %d lost, %d ghosts"
                .formatted(acknowledged, refused, unknown, lost.size(), ghosts.size());
    }
}
