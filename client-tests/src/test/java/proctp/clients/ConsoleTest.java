package proctp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Rule X10: the page to read and try the API, in a browser, as a person uses it. */
@Tag("clients")
@Timeout(180)
class ConsoleTest {

    private static final String LIST = "#operations-ProcTPs-listProcTPs ";
    private static final String UPDATE = "#operations-ProcTPs-updateProcTP ";

    private static SampleService service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        service = new SampleService();
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/api/v1/docs", "/api/v1/Docs/"})
    void X10_with_the_demo_keys_the_list_of_plan_963_shows_row_976(String path) {
        open(path);
        useKeys(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        execute(LIST);
        assertThat(status(LIST)).isEqualTo("200");
        assertThat(answer(LIST)).as("amounts as they are on the wire").contains("\"ProcTPNum\": 976,", "\"FeeAmt\": 204.0,");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void X10_the_vendors_examples_are_there_to_read() {
        open("/docs");
        browser.press(LIST + ".opblock-summary-control");
        assertThat(browser.text(LIST + ".responses-table:not(.live-responses-table) .response .highlight-code"))
                .contains("\"ProcTPNum\": 976,", "\"Descript\": \"resin-based composite - three surfaces, posterior\"", "\"FeeAmt\": 204.0,");
    }

    @Test
    void X10_an_update_can_be_tried_with_the_vendors_example() {
        open("/docs");
        useKeys(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        execute(UPDATE);
        assertThat(status(UPDATE)).isEqualTo("200");
        assertThat(answer(UPDATE)).contains("\"Discount\": 17.0,");
        assertThat(WireClient.of(service.base(), SampleOffice.CUSTOMER_KEY).get("/proctps/976").body()).contains("\"Discount\":17.0,");
    }

    @Test
    void X10_a_wrong_key_shows_the_refusal() {
        open("/docs");
        useKeys(SampleOffice.DEVELOPER_KEY, "NOSUCHCUSTOMERKY");
        execute(LIST);
        assertThat(status(LIST)).isEqualTo("401");
        assertThat(answer(LIST)).contains("\"Invalid DeveloperKey or CustomerKey.");
    }

    @Test
    void X10_a_key_is_in_no_storage_in_no_address_and_nowhere_to_be_read() {
        open("/docs");
        useKeys(SampleOffice.DEVELOPER_KEY, SampleOffice.READ_ONLY_KEY);
        execute(LIST);
        assertThat(status(LIST)).isEqualTo("200");
        assertThat(browser.ask("return localStorage.length + sessionStorage.length + (await indexedDB.databases()).length"
                + " + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length")).isEqualTo(0L);
        assertThat(browser.ask("return document.cookie + name + JSON.stringify(history.state)")).isEqualTo("null");
        assertThat(browser.cookies()).isZero();
        assertThat(browser.address()).isEqualTo(service.base() + "/docs");
        assertThat(browser.requested()).isNotEmpty().noneMatch(address -> address.contains(SampleOffice.READ_ONLY_KEY));
        assertThat(browser.text("body")).contains("ODFHIR {DeveloperKey}/{CustomerKey}").doesNotContain(SampleOffice.READ_ONLY_KEY);
        assertThat(browser.ask("return getComputedStyle(document.getElementById('customer-key')).webkitTextSecurity")).isEqualTo("disc");
    }

    @Test
    void X10_a_reload_forgets_the_keys() {
        open("/docs");
        useKeys(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        browser.reload();
        assertThat(keysTyped()).containsExactly("", "");
        execute(LIST);
        assertThat(status(LIST)).isEqualTo("401");
    }

    @Test
    void X10_who_leaves_the_page_and_comes_back_finds_no_keys() {
        open("/docs");
        useKeys(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        browser.goAwayAndComeBack();
        assertThat(keysTyped()).containsExactly("", "");
        execute(LIST);
        assertThat(status(LIST)).isEqualTo("401");
    }

    @Test
    void X10_a_page_that_the_browser_keeps_for_later_keeps_no_keys() {
        open("/docs");
        useKeys(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        browser.ask("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
        assertThat(keysTyped()).containsExactly("", "");
        execute(LIST);
        assertThat(status(LIST)).isEqualTo("401");
    }

    @Test
    void X10_what_can_be_no_key_is_not_taken() {
        open("/docs");
        browser.type("#developer-key", SampleOffice.DEVELOPER_KEY);
        browser.type("#customer-key", SampleOffice.DEVELOPER_KEY + "/" + SampleOffice.CUSTOMER_KEY);
        browser.press("#keys button");
        assertThat(browser.text("#keys-said")).startsWith("Without keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/", "/docs/?url=http://127.0.0.2:9/openapi.json&configUrl=http://127.0.0.2:9/config.json"})
    void X10_nothing_is_asked_of_anybody_else_and_nothing_is_refused(String path) {
        open(path);
        useKeys(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        execute(LIST);
        assertThat(status(LIST)).isEqualTo("200");
        assertThat(browser.requested()).hasSizeGreaterThan(5)
                .allMatch(address -> address.startsWith(service.base() + "/") || address.startsWith("data:"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void X10_the_browser_runs_and_asks_for_nothing_that_is_not_from_here() {
        open("/docs");
        assertThat(browser.ask("""
                const refused = [];
                addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
                const script = document.createElement('script');
                script.textContent = 'window.hasRun = true';
                document.head.append(script);
                const style = document.createElement('style');
                style.textContent = 'body { color: red }';
                document.head.append(style);
                const other = document.createElement('script');
                other.src = 'http://127.0.0.2:9/other.js';
                document.head.append(other);
                const image = new Image();
                image.src = 'http://127.0.0.2:9/other.png';
                await fetch('http://127.0.0.2:9/').catch(() => {});
                setTimeout('window.hasRun = true');
                await new Promise(later => setTimeout(later, 500));
                return window.hasRun + ' ' + [...new Set(refused)].sort().join(' ');
                """)).isEqualTo("undefined connect-src img-src script-src script-src-elem style-src-elem");
    }

    @Test
    void X10_it_fits_a_phone() {
        try (Browser phone = new Browser()) {
            phone.onAPhone();
            phone.open(service.base() + "/docs");
            phone.press(LIST + ".opblock-summary-control");
            assertThat(phone.text(LIST + ".opblock-body")).contains("TreatPlanNum");
            assertThat((Long) phone.ask("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        }
    }

    private static void open(String path) {
        browser.open(service.base() + path);
    }

    private static void useKeys(String developer, String customer) {
        browser.type("#developer-key", developer);
        browser.type("#customer-key", customer);
        browser.press("#keys button");
        assertThat(browser.text("#keys-said")).startsWith("These keys go with every request");
    }

    private static List<String> keysTyped() {
        return List.of(browser.value("#developer-key"), browser.value("#customer-key"));
    }

    private static void execute(String operation) {
        browser.press(operation + ".opblock-summary-control");
        browser.press(operation + "button.execute");
    }

    private static String status(String operation) {
        return browser.text(operation + ".live-responses-table tbody .response-col_status").lines().findFirst().orElse("");
    }

    private static String answer(String operation) {
        return browser.text(operation + ".live-responses-table tbody .highlight-code");
    }
}
