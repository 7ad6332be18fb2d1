package proctp.http;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;
import proctp.domain.Refusal;

/**
 * A body that is taken as it arrives: a thread is at it only while there is something to take. The library's own readers
 * and limits fail the whole request when something is wrong with its body, and answer it themselves.
 */
final class ArrivingBody implements Runnable {

    private final Request request;
    private final int longest;
    private final Room.Share share;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private ArrivingBody(Request request, int longest, Room.Share share) {
        this.request = request;
        this.longest = longest;
        this.share = share;
    }

    /**
     * The body, once all of it is there; otherwise what is wrong, an {@link HttpException} when it says with which status,
     * or the {@link Refusal} of the room.
     *
     * @param longest bytes
     * @param room    what bodies may take up together
     */
    static CompletableFuture<byte[]> of(Request request, int longest, Room room) {
        ArrivingBody body = new ArrivingBody(request, longest, room.share(request));
        body.run();
        return body.whole;
    }

    @Override
    public void run() {
        while (!whole.isDone()) {
            Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            take(chunk);
        }
    }

    private void take(Chunk chunk) {
        if (Chunk.isFailure(chunk)) {
            whole.completeExceptionally(chunk.getFailure());
            return;
        }
        byte[] bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        chunk.release();
        if (bytes.length > longest - taken.size()) {
            whole.completeExceptionally(new HttpException.RuntimeException(413));
            return;
        }
        try {
            share.take(bytes.length);
        } catch (Refusal full) {
            whole.completeExceptionally(full);
            return;
        }
        taken.writeBytes(bytes);
        if (chunk.isLast()) {
            whole.complete(taken.toByteArray());
        }
    }
}
