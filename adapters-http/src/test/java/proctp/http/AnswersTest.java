package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;

/** What is written, and what need not be. */
class AnswersTest {

    /** Ends the test if anything is written. */
    private static final BiConsumer<JsonGenerator, String> WRITES = (json, row) -> {
        throw new CancellationException("this writes " + row);
    };

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void X7_nothing_is_written_for_a_client_that_has_it(String method) {
        Context context = context(method, "\"tag\"");
        Answers.list(context, List.of("a row"), "\"tag\"", WRITES);
        Answers.one(context, "a row", "\"tag\"", WRITES);
        verify(context, never()).result(any(byte[].class));
        assertThat(Exchange.of(context).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void X7_all_is_written_for_a_client_that_has_something_else(String method) {
        Context context = context(method, "\"another\"");
        assertThatThrownBy(() -> Answers.list(context, List.of("a row"), "\"tag\"", WRITES)).hasMessage("this writes a row");
        assertThatThrownBy(() -> Answers.one(context, "a row", "\"tag\"", WRITES)).hasMessage("this writes a row");
    }

    @Test
    void X7_the_answer_to_an_update_is_written_whatever_the_client_has() {
        Context context = context("PUT", "\"tag\"");
        assertThatThrownBy(() -> Answers.one(context, "a row", "\"tag\"", WRITES)).hasMessage("this writes a row");
    }

    private Context context(String method, String ifNoneMatch) {
        Context context = mock(Context.class, RETURNS_SELF);
        doReturn(HandlerType.findOrCreate(method)).when(context).method();
        doReturn(request).when(context).req();
        doReturn(mock(HttpServletResponse.class)).when(context).res();
        when(request.getHeaders(anyString())).thenAnswer(call -> Collections.enumeration(
                call.getArgument(0).equals("If-None-Match") ? List.of(ifNoneMatch) : List.of()));
        doReturn(exchange()).when(context).attribute(anyString());
        return context;
    }

    private static Exchange exchange() {
        Map<String, Object> attributes = new HashMap<>();
        Request request = mock(Request.class);
        when(request.setAttribute(anyString(), any())).thenAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)));
        when(request.getAttribute(anyString())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        return Exchange.of(request);
    }
}
