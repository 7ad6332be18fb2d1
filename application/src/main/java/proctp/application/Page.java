package proctp.application;

/**
 * Which part of a list is wanted.
 *
 * @param limit  how many rows at most, from 1
 * @param offset how many rows to pass over, from 0
 */
public record Page(int limit, long offset) {

    /** All of a list. */
    public static final Page EVERYTHING = new Page(Integer.MAX_VALUE, 0);

    public Page {
        if (limit < 1 || offset < 0) {
            throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
        }
    }
}
