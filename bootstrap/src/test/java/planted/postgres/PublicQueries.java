package planted.postgres;

/** Queries for everybody. */
public final class PublicQueries {
}
