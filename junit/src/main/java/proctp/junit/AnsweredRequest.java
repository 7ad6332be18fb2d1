package proctp.junit;

import static java.util.Objects.requireNonNull;

/**
 * A request that a stand-in was sent.
 *
 * @param method as it was sent
 * @param path   as it was sent, without {@code /api/v1}
 * @param query  as it was sent, without its question mark; {@code ""} for none
 * @param status of its answer, also of one that was lost
 */
public record AnsweredRequest(String method, String path, String query, int status) {

    public AnsweredRequest {
        requireNonNull(method);
        requireNonNull(path);
        requireNonNull(query);
    }

    /** In a line, such as {@code GET /proctps?TreatPlanNum=963 200}. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " " + status;
    }
}
