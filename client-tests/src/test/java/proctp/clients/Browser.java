package proctp.clients;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a screen, with a profile of its own, and what it heard and asked for. */
final class Browser implements AutoCloseable {

    private static final Pattern REQUESTED = Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;

    Browser() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.setCapability("goog:loggingPrefs", logs);
        // the sandbox cannot be had as root, and the pages are our own
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1200,1000");
        // named, or the driver would be looked for in the network
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(program("chromedriver")).build(), options);
        driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(20));
    }

    private static File program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(directory -> new File(directory, name))
                .filter(File::canExecute).findFirst().orElseThrow(() -> new IllegalStateException(
                        "There is no " + name + " on the PATH. On Debian: apt-get install chromium chromium-driver"));
    }

    /** Opens a page, and forgets what others asked for and complained of. */
    void open(String address) {
        complaints();
        requested();
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    void goAwayAndComeBack() {
        driver.navigate().to("about:blank");
        driver.navigate().back();
    }

    /** The window is that of a phone from now on. */
    void onAPhone() {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    }

    void type(String selector, String text) {
        WebElement field = element(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Presses a button, by the keyboard: a page that still moves cannot take it from under the pointer. */
    void press(String selector) {
        element(selector).sendKeys(Keys.ENTER);
    }

    /** What can be read in an element, once it is there. */
    String text(String selector) {
        return element(selector).getText();
    }

    /** What a field holds. */
    String value(String selector) {
        return element(selector).getDomProperty("value");
    }

    /** What a script says, which may wait for something. */
    Object ask(String script) {
        return driver.executeAsyncScript("const tell = arguments[0]; (async () => { " + script + " })().then(tell, tell)");
    }

    private WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    String address() {
        return driver.getCurrentUrl();
    }

    int cookies() {
        return driver.manage().getCookies().size();
    }

    /** What was broken, refused or not there since it was asked before. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(line -> line.getLevel().equals(Level.SEVERE)).map(LogEntry::getMessage).toList();
    }

    /** The addresses that pages asked for since it was asked before. */
    List<String> requested() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream().map(LogEntry::getMessage)
                .flatMap(event -> REQUESTED.matcher(event).results()).map(asked -> asked.group(1)).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
